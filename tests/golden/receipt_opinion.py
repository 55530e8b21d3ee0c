#!/usr/bin/env python3
"""Checks the golden receipts again, with hashlib, capnp and RFC 8032 in whole numbers alone.

usage: receipt_opinion.py SOURCE_DIRECTORY
"""
import ast, base64, glob, hashlib, json, re, subprocess, sys

source = sys.argv[1]
sha = lambda *parts: hashlib.sha256(b"".join(parts)).digest()
u32 = lambda n: n.to_bytes(4, "big")
u64 = lambda n: n.to_bytes(8, "big")
b64 = lambda text: base64.b64decode(text, validate=True)

# Ed25519, RFC 8032 section 5.1 and its appendix A.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
I = pow(2, (P - 1) // 4, P)


def x_of(y, sign):
    xx = (y * y - 1) * pow(D * y * y + 1, P - 2, P)
    x = pow(xx, (P + 3) // 8, P)
    if (x * x - xx) % P:
        x = x * I % P
    assert (x * x - xx) % P == 0, "not a point"
    return P - x if x & 1 != sign else x


def point(raw):
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    return x_of(y, sign), y


def add(a, b):
    (x1, y1), (x2, y2) = a, b
    k = D * x1 * x2 * y1 * y2
    x = (x1 * y2 + x2 * y1) * pow(1 + k, P - 2, P)
    y = (y1 * y2 + x1 * x2) * pow(1 - k, P - 2, P)
    return x % P, y % P


def times(n, a):
    sum = (0, 1)
    while n:
        if n & 1:
            sum = add(sum, a)
        a, n = add(a, a), n >> 1
    return sum


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (x_of(BASE_Y, 0), BASE_Y)


def signed(key, signature, message):
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    h = int.from_bytes(hashlib.sha512(r + key + message).digest(), "little") % L
    return s < L and times(s, BASE) == add(point(r), times(h, point(key)))


def root_from(leaf, index, size, path):  # RFC 9162 section 2.1.3.2
    assert index < size
    node, last = index, size - 1
    for beside in path:
        assert last, "a path that is too long"
        if node & 1 or node == last:
            leaf = sha(b"\1", beside, leaf)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            leaf = sha(b"\1", leaf, beside)
        node, last = node >> 1, last >> 1
    assert last == 0, "a path that is too short"
    return leaf


def decode(kind, data):
    """The data and number fields that `capnp decode --flat` shows."""
    command = ["capnp", "decode", "--flat", "-I", source, source + "/schema/statement.capnp", kind]
    text = subprocess.run(command, input=data, check=True, stdout=subprocess.PIPE).stdout.decode()
    string = r'"(?:[^"\\]|\\.)*"'
    fields = {n: ast.literal_eval("b" + v) for n, v in re.findall(r"(\w+) = (%s)" % string, text)}
    fields.update((n, int(v)) for n, v in re.findall(r"(\w+) = (\d+)\b", text))
    commitments = [ast.literal_eval("b" + v) for v in
                   re.findall(r"commitment = (%s)" % string, text)]
    return fields, commitments


def from_text(text):
    """The text form as the members of the JSON form."""
    words, lines, proof = text.split("\n\n", 2)
    receipt = {"entries": [{"submission": [], "signature": None, "openings": []}],
               "threads": None, "keys": []}
    entry = receipt["entries"][0]
    for line in lines.split("\n"):
        name, value = line.split(" ", 1)
        if name == "key":
            receipt["verifierKey"] = value
        elif name == "submission":
            entry["submission"].append(value)
        elif name == "opening":
            path, salt, said = value.split(" ")
            entry["openings"].append({"path": path, "salt": b64(salt).hex(), "value": said})
        elif name in ("entry", "signature"):
            entry[name] = value
    head, receipt["checkpoint"] = proof.split("\n\n", 1)
    entry["proof"] = head + "\n\n"
    receipt["origin"] = receipt["checkpoint"].split("\n")[0]
    return receipt


class Receipt:
    def __init__(self, receipt):
        self.receipt = receipt
        self.head()
        for entry in receipt["entries"]:
            self.entry(entry)
        for key in receipt["keys"]:
            self.proved(key)
        if receipt["threads"]:
            self.threads(receipt["threads"])

    def head(self):
        text, signatures = self.receipt["checkpoint"].rsplit("\n\n", 1)
        text += "\n"
        name, key_id, typed = self.receipt["verifierKey"].split("+", 2)
        typed = b64(typed)
        assert sha(name.encode() + b"\n" + typed)[:4].hex() == key_id
        raw = b64(signatures.split("\n")[0].split(" ")[2])
        assert raw[:4].hex() == key_id and signed(typed[1:], raw[4:], text.encode())
        origin, size, root = text.split("\n")[:3]
        assert origin == self.receipt["origin"] == name
        self.size, self.root = int(size), b64(root)

    def proved(self, held):
        lines = held["proof"].split("\n")
        assert lines[0] == "c2sp.org/tlog-proof@v1" and lines[-2:] == ["", ""]
        index, path = int(lines[1].split(" ")[1]), [b64(line) for line in lines[2:-2]]
        data = b64(held["entry"])
        assert root_from(sha(b"\0", data), index, self.size, path) == self.root
        return index, data

    def entry(self, held):
        _, data = self.proved(held)
        fields, _ = decode("Entry", data)
        statement, commitments = decode("Statement", fields["statement"])
        signature = b64(held["signature"]) if held["signature"] else fields["signature"]
        path = [b64(step) for step in held["submission"]]
        root = root_from(sha(b"\0", fields["statement"]), fields["ordinal"], fields["count"], path)
        message = b"minutebook/submission/v1\n" + self.receipt["origin"].encode() + b"\n"
        assert signed(statement["author"], signature, message + u64(fields["count"]) + root)
        for opening in held["openings"]:
            salt, path = bytes.fromhex(opening["salt"]), bytes.fromhex(opening["path"])
            value = b64(opening["value"])
            made = sha(b"minutebook/field/v1\0", salt, path, u32(len(value)), value)
            assert made in commitments, "an opening of nothing"

    def threads(self, held):
        index, data = self.proved(held)
        counted, _ = decode("Statement", decode("Entry", data)[0]["statement"])
        assert counted["size"] == index
        for leaf in held["leaves"]:
            chain, path = bytes.fromhex(leaf["chain"]), [b64(step) for step in leaf["path"]]
            bytes72 = bytes.fromhex(leaf["key"]) + u64(leaf["count"]) + chain
            found = root_from(sha(b"\0", bytes72), leaf["place"], counted["threads"], path)
            assert found == counted["root"]
        key = sha(b"minutebook/thread/v1\0", held["register"].encode(), b"\0", held["id"].encode())
        keys = [leaf["key"] for leaf in held["leaves"]]
        if not self.receipt["entries"]:
            assert keys == sorted(keys) and key.hex() not in keys
            assert len(keys) < 2 or keys[0] < key.hex() < keys[1]
            return
        chain = bytes(32)
        for entry in self.receipt["entries"]:
            at, bytes_ = self.proved(entry)
            chain = sha(b"\2", chain, u64(at), sha(b"\0", bytes_))
        assert keys == [key.hex()] and chain.hex() == held["leaves"][0]["chain"]
        assert held["leaves"][0]["count"] == len(self.receipt["entries"])


files = sorted(glob.glob(source + "/tests/golden/receipts/*"))
for name in files:
    text = open(name, encoding="utf-8").read()
    Receipt(json.loads(text) if name.endswith(".json") else from_text(text))
assert len(files) >= 6, files
print(len(files), "receipts hold")
