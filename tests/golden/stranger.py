#!/usr/bin/env python3
"""Reads and checks a published record with README.txt alone, as somebody would who has only that.

usage: stranger.py FOLDER KEY [ENTRY]

Python's own library does the hashes, openssl the signatures. Prints what it checked and, of the
entry with that number, the texts in it.
"""
import base64, hashlib, os, subprocess, sys, tempfile

folder, vkey = sys.argv[1:3]
read = lambda *path: open(os.path.join(folder, *path), "rb").read()
sha = lambda *parts: hashlib.sha256(b"".join(parts)).digest()
big = lambda data: int.from_bytes(data, "big")
little = lambda data: int.from_bytes(data, "little")


def signed(key, signature, text):
    """Whether openssl says that the Ed25519 key signed the text."""
    with tempfile.TemporaryDirectory() as place:
        names = [os.path.join(place, name) for name in ("key.der", "sig", "text")]
        der = bytes.fromhex("302a300506032b6570032100") + key
        for name, data in zip(names, (der, signature, text)):
            open(name, "wb").write(data)
        command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", names[0],
                   "-rawin", "-in", names[2], "-sigfile", names[1]]
        return subprocess.run(command, stdout=subprocess.DEVNULL).returncode == 0


def tree(hashes):
    """The hash over all of them."""
    if not hashes:
        return sha()
    if len(hashes) == 1:
        return hashes[0]
    cut = 1 << (len(hashes) - 1).bit_length() - 1
    return sha(b"\1", tree(hashes[:cut]), tree(hashes[cut:]))


def checkpoint():
    """Number of entries and root, after the signature was checked with the key."""
    name, key_id, key = vkey.split("+", 2)
    key = base64.b64decode(key, validate=True)
    assert key[0] == 1 and len(key) == 33, "not an Ed25519 key"
    assert sha(name.encode(), b"\n", key)[:4].hex() == key_id, "the key's id is not its own"
    text, lines = read("checkpoint").decode().rsplit("\n\n", 1)
    text += "\n"
    for line in lines.splitlines():
        _, signer, signature = line.split(" ")
        signature = base64.b64decode(signature, validate=True)
        if signer == name and signature[:4].hex() == key_id:
            assert signed(key[1:], signature[4:], text.encode()), "the signature does not fit"
            origin, size, root = text.splitlines()[:3]
            assert origin == name, "it is another record"
            return origin, int(size), base64.b64decode(root)
    sys.exit("the key has not signed the checkpoint")


def file_of(kind, number, width):
    """One file of up to 256 hashes or entries."""
    groups = "%03d" % (number % 1000)
    while number >= 1000:
        number //= 1000
        groups = "x%03d/" % (number % 1000) + groups
    return read("tile", kind, *(groups + (".p/%d" % width if width < 256 else "")).split("/"))


def entries(size):
    """The bytes of every entry."""
    for first in range(0, size, 256):
        data = file_of("entries", first // 256, min(256, size - first))
        while data:
            length = big(data[:2])
            yield data[2:2 + length]
            data = data[2 + length:]


class Segment:
    """One segment of Cap'n Proto: structs as their data and pointers, followed where asked."""

    def __init__(self, data):
        self.data = data

    def follow(self, at):
        """What the pointer in word `at` points to: nothing, a struct, bytes or a list."""
        word = little(self.data[8 * at:8 * at + 8])
        if word == 0:
            return None
        offset = (word >> 2 & 0x3fffffff ^ 0x20000000) - 0x20000000
        to = at + 1 + offset
        if word & 3 == 0:
            return self.struct(to, word >> 32 & 0xffff, word >> 48)
        kind, count = word >> 32 & 7, word >> 35
        if kind == 2:
            return self.data[8 * to:8 * to + count]
        if kind == 6:
            return [self.follow(to + i) for i in range(count)]
        if kind == 7:
            tag = little(self.data[8 * to:8 * to + 8])
            width, pointers = tag >> 32 & 0xffff, tag >> 48
            step = width + pointers
            return [self.struct(to + 1 + i * step, width, pointers)
                    for i in range((tag & 0xffffffff) >> 2)]
        return b""

    def struct(self, at, width, pointers):
        return self.data[8 * at:8 * (at + width)], [self.follow(at + width + i)
                                                    for i in range(pointers)]


def texts(found):
    """Everything below that is a text: UTF-8 with a zero at its end."""
    if isinstance(found, bytes):
        if found.endswith(b"\0") and len(found) > 1:
            try:
                yield found[:-1].decode()
            except UnicodeDecodeError:
                pass
    elif isinstance(found, tuple):
        yield from texts(found[1])
    elif isinstance(found, list):
        for one in found:
            yield from texts(one)


origin, size, root = checkpoint()
print("Signed:", size, "entries of", origin)
everything = list(entries(size))
leaves = [sha(b"\0", entry) for entry in everything]
assert len(everything) == size, "entries are missing"
assert tree(leaves) == root, "the entries are not those that were signed"
print("The entries give the root that was signed:", base64.b64encode(root).decode())
for first in range(0, size, 256):
    part = leaves[first:first + 256]
    assert file_of("0", first // 256, len(part)) == b"".join(part), "a tile is another one"

statements, submissions, at = [], 0, 0
for entry in everything:
    _, (statement, _) = Segment(entry).follow(0)
    statements.append(statement)
while at < size:
    numbers, (_, signature) = Segment(everything[at]).follow(0)
    count = little(numbers[12:16])
    _, (_, _, author, *_) = Segment(statements[at]).follow(0)
    over = tree([sha(b"\0", one) for one in statements[at:at + count]])
    message = b"minutebook/submission/v1\n" + origin.encode() + b"\n" + count.to_bytes(8, "big")
    assert signed(author, signature, message + over), "an author's signature does not fit"
    submissions, at = submissions + 1, at + count
print("The authors' signatures fit:", submissions)
if len(sys.argv) > 3:
    for text in texts(Segment(statements[int(sys.argv[3])]).follow(0)):
        print(" ", text)
