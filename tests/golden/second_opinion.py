#!/usr/bin/env python3
"""Works out again, with hashlib and capnp alone, what formats.json says of its own bytes.

usage: second_opinion.py SOURCE_DIRECTORY
"""
import ast, hashlib, json, re, subprocess, sys

source = sys.argv[1]
golden = json.load(open(source + "/tests/golden/formats.json", encoding="utf-8"))
sha = lambda *parts: hashlib.sha256(b"".join(parts)).digest()
u32 = lambda n: n.to_bytes(4, "big")
u64 = lambda n: n.to_bytes(8, "big")


def decode(kind, data):
    """The text that `capnp decode --flat` shows of canonical bytes, and the data fields in it."""
    command = ["capnp", "decode", "--flat", "-I", source, source + "/schema/statement.capnp", kind]
    text = subprocess.run(command, input=data, check=True, stdout=subprocess.PIPE).stdout.decode()
    string = r'"(?:[^"\\]|\\.)*"'
    found = re.findall(r"(\w+) = (%s)" % string, text)
    return text, [(name, ast.literal_eval("b" + value)) for name, value in found]


def tree(leaves):  # RFC 6962 section 2.1
    if len(leaves) == 1:
        return leaves[0]
    cut = 1 << (len(leaves) - 1).bit_length() - 1
    return sha(b"\1", tree(leaves[:cut]), tree(leaves[cut:]))


checks = 0
def same(what, ours, theirs):
    global checks
    checks += 1
    if ours.hex() != theirs:
        sys.exit(f"{what}: {ours.hex()} here, {theirs} in formats.json")


origin = golden["origin"].encode()
leaves, commitments = [], []
for submission in golden["submissions"]:
    statements = [bytes.fromhex(s["bytes"]) for s in submission["statements"]]
    root = tree([sha(b"\0", s) for s in statements])
    same("submission root", root, submission["root"])
    message = b"minutebook/submission/v1\n" + origin + b"\n" + u64(len(statements)) + root
    same("signed message", message, submission["message"])
    for ordinal, (entry, statement) in enumerate(zip(submission["entries"], statements)):
        data = bytes.fromhex(entry["bytes"])
        text, fields = decode("Entry", data)
        fields = dict(fields)
        same("statement of an entry", fields["statement"], statement.hex())
        flat = " ".join(text.split())
        assert f"recordedAt = {submission['recordedAt']}, " in flat, text
        assert f"ordinal = {ordinal}, count = {len(statements)}, " in flat, text
        if ordinal == 0:
            same("signature", fields["signature"], submission["signature"])
        leaves.append(sha(b"\0", data))
        same("leaf hash", leaves[-1], entry["leaf"])
        _, fields = decode("Statement", statement)
        same("origin", dict(fields)["origin"], origin.hex())
        commitments.append([v.hex() for name, v in fields if name == "commitment"])
for o in golden["openings"]:
    salt, path, value = (bytes.fromhex(o[k]) for k in ("salt", "path", "value"))
    commitment = sha(b"minutebook/field/v1\0", salt, path, u32(len(value)), value)
    same("commitment", commitment, o["commitment"])
    commitments[o["index"]].remove(o["commitment"])
assert not any(commitments), "a commitment in a statement that formats.json does not open"
for t in golden["threads"]:
    key = sha(b"minutebook/thread/v1\0", t["register"].encode(), b"\0", t["id"].encode())
    same("thread key", key, t["key"])
    chain = bytes(32)
    for index in t["entries"]:
        chain = sha(b"\2", chain, u64(index), leaves[index])
    same("thread chain", chain, t["chain"])
    same("thread count", u64(len(t["entries"])), u64(t["count"]).hex())
print(checks, "values agree")
