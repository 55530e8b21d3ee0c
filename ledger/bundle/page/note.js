"use strict";
// Verifier keys, signed notes, checkpoints and proofs, as C2SP has them.

const ED25519 = 1;
const COSIGNATURE = 4;

async function parseVerifierKey(text) {
  const parts = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u.exec(text);
  if (!parts) fail("The verifier key in it cannot be read.");
  const typed = fromBase64(parts[3], "The verifier key");
  const fingerprint = await sha256(bytesOfText(parts[1] + "\n"), typed);
  const id = fingerprint.slice(0, 4);
  if (toHex(id) !== parts[2]) fail("The verifier key's id does not belong to its name and key.");
  return { name: parts[1], id, type: typed[0], key: typed.slice(1), text, fingerprint };
}

function parseNote(text) {
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0009\u000b-\u001f]/.test(text)) fail("The checkpoint holds control characters.");
  const end = text.lastIndexOf("\n\n");
  if (!text.endsWith("\n")) fail("The checkpoint is cut off: its last line does not end.");
  if (end < 0) fail("The checkpoint has no blank line before its signatures.");
  const lines = text.slice(end + 2, -1).split("\n");
  if (lines.length > 100) fail("The checkpoint has too many signatures.");
  const signatures = lines.map((line, i) => {
    const which = "Signature line " + (i + 1) + " of the checkpoint";
    const parts = /^\u2014 ([^\s+]+) (\S+)$/u.exec(line);
    const bytes = parts ? fromBase64(parts[2], which) : new Uint8Array();
    if (bytes.length <= 4) fail(which + " cannot be read.");
    return { name: parts[1], id: bytes.slice(0, 4), signature: bytes.slice(4) };
  });
  return { text: text.slice(0, end + 1), signatures };
}

function parseCheckpoint(text) {
  const lines = text.split("\n");
  if (lines.length < 4 || lines[0] === "" || lines.pop() !== "" || lines.includes("")) {
    fail("The signed text is not a checkpoint.");
  }
  const root = fromBase64(lines[2], "The checkpoint's root");
  if (root.length !== 32) fail("The checkpoint's root is not 32 bytes.");
  return { origin: lines[0], size: decimal(lines[1], "The checkpoint's size"), root };
}

/** The time of a cosignature, null for the log's own signature; fails if it does not verify. */
async function verifyLine(key, line, text) {
  const bad = "A signature on the checkpoint by " + key.name + " does not verify.";
  if (key.type === ED25519) {
    if (!(await isSignedBy(key.key, line.signature, bytesOfText(text)))) fail(bad);
    return null;
  }
  if (key.type !== COSIGNATURE || line.signature.length !== 72) fail(bad);
  const time = new DataView(line.signature.buffer, line.signature.byteOffset).getBigUint64(0);
  const message = "cosignature/v1\ntime " + time + "\n" + text;
  if (!(await isSignedBy(key.key, line.signature.slice(8), bytesOfText(message)))) fail(bad);
  return time;
}

/** Signatures, then origin, and only then size and root. */
async function openCheckpoint(noteText, origin, keys) {
  const note = parseNote(noteText);
  const cosigners = [];
  let isLogs = false;
  for (const line of note.signatures) {
    const key = keys.find((one) => one.name === line.name && sameBytes(one.id, line.id));
    if (!key) continue;
    const time = await verifyLine(key, line, note.text);
    if (time !== null) cosigners.push({ key, time });
    if (time === null && key.name === origin) isLogs = true;
  }
  if (!isLogs) fail("The key in this page has not signed the checkpoint as " + origin + ".");
  const checkpoint = parseCheckpoint(note.text);
  if (checkpoint.origin !== origin) fail("The checkpoint is of another ledger.");
  return { ...checkpoint, cosigners };
}

/** The lines of a tlog-proof in front of its checkpoint. */
function parseProof(text) {
  const lines = text.split("\n");
  if (lines.shift() !== "c2sp.org/tlog-proof@v1") {
    fail("A proof in it does not begin as a proof does.");
  }
  const index = /^index (.*)$/.exec(lines.shift() || "");
  if (!index) fail("A proof in it has no index line.");
  if (lines.pop() !== "" || lines.pop() !== "") fail("A proof in it does not end as a proof does.");
  return { index: decimal(index[1], "The index in a proof"), path: hashes(lines, "of a proof") };
}

function hashes(texts, where) {
  if (texts.length > 63) fail("A path in it is longer than any is.");
  return texts.map((text, i) => {
    const which = "Hash " + (i + 1) + " " + where;
    const hash = fromBase64(String(text), which);
    if (hash.length !== 32) fail(which + " is not 32 bytes.");
    return hash;
  });
}
