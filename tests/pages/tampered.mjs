// What can be wrong with a receipt, and the sentence in which the page says so.

import { turned } from "./ledger.mjs";

const inProof = (receipt, change) => {
  receipt.entries[0].proof = change(receipt.entries[0].proof);
};

/** Of the receipt for one entry, of three that were signed together. */
export const ENTRY_CASES = [
  ["a bit of the entry", (r) => { r.entries[0].entry = turned(r.entries[0].entry, 40); },
    "The proof does not lead from entry"],
  ["the last byte of the entry", (r) => { r.entries[0].entry = turned(r.entries[0].entry, -1); },
    "The proof does not lead from entry"],
  ["an entry cut short", (r) => { r.entries[0].entry = r.entries[0].entry.slice(0, -12); },
    "The proof does not lead from entry"],
  ["another number", (r) => inProof(r, (p) => p.replace(/index \d+/, "index 2")),
    "The proof does not lead from entry 2"],
  ["a number beyond the log", (r) => inProof(r, (p) => p.replace(/index \d+/, "index 9000")),
    "The proof does not lead from entry 9000"],
  ["a number near 2^63", (r) => inProof(r, (p) => p.replace(/index \d+/, "index 9223372036854775807")),
    "A number in it is larger than any log is."],
  ["a number with a leading zero", (r) => inProof(r, (p) => p.replace(/index (\d+)/, "index 0$1")),
    "A number in it is not a plain decimal."],
  ["a hash too few", (r) => inProof(r, (p) => p.replace(/\n[^\n]+\n\n$/, "\n\n")),
    "The proof does not lead from entry"],
  ["a hash of 31 bytes", (r) => inProof(r, (p) => p.replace(/\n[^\n]+\n\n$/, "\n" +
    Buffer.alloc(31).toString("base64") + "\n\n")), "A hash in it is not 32 bytes."],
  ["base64 with spare bits", (r) => inProof(r, (p) => p.replace(/[^\n]=\n\n$/, "B=\n\n")),
    "A value in it is not base64 as it is written."],
  ["another size in the checkpoint",
    (r) => { r.checkpoint = r.checkpoint.replace(/\n(\d+)\n/, (_, n) => "\n" + (+n + 1) + "\n"); },
    "A signature on the checkpoint by example.org/g does not verify."],
  ["another ledger's name", (r) => { r.origin = "example.org/h"; },
    "The ledger's key in this page has not signed the checkpoint."],
  ["no signature line of the ledger",
    (r) => { r.checkpoint = r.checkpoint.replace("\u2014 example.org/g", "\u2014 example.org/h"); },
    "The ledger's key in this page has not signed the checkpoint."],
  ["a checkpoint without signatures",
    (r) => { r.checkpoint = r.checkpoint.slice(0, r.checkpoint.indexOf("\u2014")); },
    "A signature line of the checkpoint cannot be read."],
  ["another key", (r) => { r.verifierKey = r.verifierKey.replace("example.org/g", "example.org/h"); },
    "The verifier key's id does not belong to its name and key."],
  ["the author's signature", (r) => { r.entries[0].signature = turned(r.entries[0].signature, 5); },
    "The author's signature does not fit entry"],
  ["no author's signature", (r) => { r.entries[0].signature = null; },
    "The signature on entry"],
  ["the way to the author's signature", (r) => { r.entries[0].submission.pop(); },
    "The author's signature does not fit entry"],
  ["a signer from nowhere", (r) => { r.keys.push(r.entries[0]); },
    "enrols nobody's key for signing entries."],
  ["other words", (r) => { r.says[0] = r.says[0].replace("not been changed", "been approved"); },
    "The receipt says something else in words than what it proves."],
  ["no such receipt", (r) => { r.schema = "minutebook/receipt/2"; },
    "This is no receipt known here."],
  ["nothing in it", (r) => { r.entries = []; }, "The receipt is about no entry."],
];

/** Of the receipt with opened fields. */
export const OPENING_CASES = [
  ["another value",
    (r) => { r.entries[0].openings[0].value = Buffer.from("Jo").toString("base64"); },
    "is opened with another value than was sealed."],
  ["another salt",
    (r) => { r.entries[0].openings[0].salt = "00".repeat(32); },
    "is opened with another value than was sealed."],
  ["another place",
    (r) => { r.entries[0].openings[0].path = "0014010019ffff"; },
    "that nothing was sealed for."],
];

/** Of the receipt for all fourteen entries about P-7. */
export const THREAD_CASES = [
  ["entry 7 of 14 dropped", (r) => { drop(r); }, "Something was left out or put in"],
  ["entry 7 of 14 dropped, and the rest renumbered",
    (r) => { drop(r); r.threads.leaves[0].count = 13; },
    "A thread in it is not among those that the ledger counted."],
  ["one of them twice in its place", (r) => { r.entries[6] = r.entries[5]; },
    "The entries are not in order."],
  ["another thread", (r) => { r.threads.id = "P-8"; }, "The thread is another one."],
  ["all of them hidden", (r) => { r.entries = []; },
    "The threads shown are not those on either side of where it would stand."],
  ["a count that is none", (r) => {
    r.threads.entry = r.entries[0].entry;
    r.threads.proof = r.entries[0].proof;
  }, "The author's signature does not fit entry"],
];

function drop(receipt) {
  receipt.entries.splice(6, 1);
  receipt.says[0] = receipt.says[0].replace("all 14", "all 13");
}
