"use strict";
// Checks a receipt in the order that docs/formats/receipt.md names: signature and origin, then size
// and root, then each entry, who signed it, what is opened, the thread, and last the words.

const CHECKED = "Checked";
const FAILED = "Failed";
const COULD_NOT = "Could not check";

/** Numbers of kinds, as the schema has them for good. */
const LEDGER_OPENED = 1;
const KEY_ENROLLED = 3;
const THREADS_ROOTED = 14;
const THE_LEDGER = "the ledger itself";

function textIn(object, name) {
  if (typeof object[name] !== "string") fail("The receipt has no \"" + name + "\".");
  return object[name];
}

/** Bytes in base64, and in hex. */
const bytesIn = (object, name) =>
  fromBase64(textIn(object, name), "The \"" + name + "\" in the receipt");
const hexIn = (object, name) =>
  fromHex(textIn(object, name), "The \"" + name + "\" in the receipt");
const hashCount = (count) => count + (count === 1 ? " hash" : " hashes");

function listIn(object, name) {
  if (!Array.isArray(object[name])) fail("The receipt has no list \"" + name + "\".");
  return object[name];
}

class Check {
  constructor(receipt, outline) {
    this.receipt = receipt;
    this.outline = outline;
    this.points = [];
    this.entries = [];
    this.signers = new Map();
    this.opened = 0;
    this.sealed = 0;
  }

  say(result, sentence) {
    this.points.push({ result, sentence });
  }

  async run() {
    if (this.receipt.schema !== "minutebook/receipt/1") fail("This is no receipt known here.");
    await this.openHead();
    await this.proveAll();
    for (const entry of this.entries) await this.checkEntry(entry);
    if (this.receipt.threads) await this.checkThread();
    this.tellSigners();
    this.tellOpenings();
    this.checkWords();
    this.tellWitnesses();
  }

  async openHead() {
    const keys = [await parseVerifierKey(textIn(this.receipt, "verifierKey"))];
    for (const key of listIn(this.receipt, "witnessKeys")) keys.push(await parseVerifierKey(key));
    this.origin = textIn(this.receipt, "origin");
    this.head = await openCheckpoint(textIn(this.receipt, "checkpoint"), this.origin, keys);
    this.say(CHECKED, "The key below signed the checkpoint of " + this.head.size + " entries of " +
      this.origin + ".");
    this.say(COULD_NOT, "Whose ledger it is. The key came with this page: compare its fingerprint " +
      "with one that you have by another way.");
  }

  async proved(held) {
    const bytes = bytesIn(held, "entry");
    const { index, path } = parseProof(textIn(held, "proof"));
    const leaf = await leafHash(bytes);
    const { size } = this.head;
    if (index >= size) {
      fail("It is said to be entry " + index + ", but the checkpoint of " + size +
        " entries ends before.");
    }
    if (path.length !== pathLength(index, size)) {
      fail("The proof of entry " + index + " has " + hashCount(path.length) + "; it takes " +
        hashCount(pathLength(index, size)) + " to the ledger's signed checkpoint.");
    }
    if (!(await isIncluded(leaf, index, size, path, this.head.root))) {
      fail("The proof does not lead from entry " + index + ", as it stands here, to the ledger's " +
        "signed checkpoint.");
    }
    return { index, bytes, leaf, held };
  }

  async proveAll() {
    for (const held of listIn(this.receipt, "entries")) this.entries.push(await this.proved(held));
    if (this.receipt.threads) this.rooted = await this.proved(this.receipt.threads);
    for (const held of listIn(this.receipt, "keys")) this.addSigner(await this.proved(held));
    if (!this.receipt.threads && this.entries.length !== 1) fail("The receipt is about no entry.");
    if (this.entries.length === 1) {
      this.say(CHECKED, "Entry " + this.entries[0].index + " is in the log, and it has not been " +
        "changed.");
    } else if (this.entries.length > 1) {
      this.say(CHECKED, "All " + this.entries.length + " entries are in the log, and none has been " +
        "changed.");
    }
  }

  decode(proven, sealed) {
    const entry = decodeEntry(proven.bytes);
    const fields = new Reader(this.outline, entry.statement, sealed).statement();
    const said = byName(fields);
    if (said.origin !== this.origin) fail("Entry " + proven.index + " was said to another ledger.");
    if (!said.record) fail("Entry " + proven.index + " holds no record.");
    return { ...proven, ...entry, fields, said };
  }

  addSigner(proven) {
    const entry = this.decode(proven, () => ({}));
    const { kind, fields } = entry.said.record;
    const record = byName(fields || []);
    if (kind === LEDGER_OPENED) {
      this.signers.set(record.stewardKey, record.steward);
      this.signers.set(record.clerkKey, THE_LEDGER);
    } else if (kind === KEY_ENROLLED && record.purpose === "author") {
      this.signers.set(record.publicKey, record.participant);
    } else if (kind === KEY_ENROLLED && record.purpose === "clerk") {
      this.signers.set(record.publicKey, THE_LEDGER);
    } else {
      fail("Entry " + entry.index + " enrols nobody's key for signing entries.");
    }
  }

  async checkEntry(proven) {
    const openings = listIn(proven.held, "openings").map((opening) => ({
      path: textIn(opening, "path"),
      salt: hexIn(opening, "salt"),
      value: bytesIn(opening, "value"),
    }));
    const pending = [];
    const entry = this.decode(proven, (path, commitment, field) => {
      const hex = toHex(pathBytes(path));
      const opening = openings.find((one) => one.path === hex);
      if (!opening) {
        this.sealed += 1;
        return { opened: false };
      }
      opening.used = true;
      pending.push(this.checkOpening(opening, commitment, proven.index));
      return this.openedValue(opening.value, field);
    });
    await Promise.all(pending);
    if (openings.some((opening) => !opening.used)) {
      fail("Something is opened in entry " + proven.index + " that nothing was sealed for.");
    }
    this.opened += openings.length;
    await this.checkSigner(entry, proven.held);
    Object.assign(proven, entry);
  }

  openedValue(value, field) {
    if (field.sealed === "text") return { opened: true, text: textOfBytes(value) };
    if (field.sealed === "data") return { opened: true, text: toHex(value) };
    const reader = new Reader(this.outline, value, () => ({ opened: false }));
    reader.path = { kind: 0, steps: [] };
    const root = reader.segment.struct(0);
    const fields = root ? reader.fields(this.outline.structs[field.struct], root, 0) : [];
    return { opened: true, fields };
  }

  async checkOpening(opening, commitment, index) {
    const hash = await sha256(bytesOfText("minutebook/field/v1\0"), opening.salt,
      fromHex(opening.path), u32(opening.value.length), opening.value);
    if (!sameBytes(hash, commitment)) {
      fail("A sealed field of entry " + index + " is opened with another value than was sealed.");
    }
  }

  async checkSigner(entry, held) {
    const isFirst = entry.ordinal === 0n;
    if (isFirst !== (held.signature === null)) {
      fail("Entry " + entry.index + (isFirst
        ? " holds the signature itself, and the receipt brings another."
        : " was signed together with others, and the signature is not in the receipt."));
    }
    const signature = isFirst ? entry.signature : bytesIn(held, "signature");
    const path = hashes(listIn(held, "submission"), "of the way to the signature");
    await this.checkSubmission(entry, path, signature);
    entry.signer = this.signers.get(entry.said.author) || null;
  }

  async checkSubmission(entry, path, signature) {
    const leaf = await leafHash(entry.statement);
    const length = entry.ordinal < entry.count ? pathLength(entry.ordinal, entry.count) : 0;
    if (path.length !== length) {
      fail("The way from entry " + entry.index + " to the author's signature has " +
        hashCount(path.length) + "; it takes " + hashCount(length) + ".");
    }
    const root = await rootFromPath(leaf, entry.ordinal, entry.count, path);
    const message = root && joined(
      bytesOfText("minutebook/submission/v1\n" + this.origin + "\n"), u64(entry.count), root);
    if (!message || !(await isSignedBy(fromHex(entry.said.author), signature, message))) {
      fail("The author's signature does not fit entry " + entry.index + ".");
    }
  }

  async checkThread() {
    const threads = this.receipt.threads;
    const counted = this.decode(this.rooted, () => ({}));
    await this.checkSubmission(counted, [], counted.signature || new Uint8Array());
    const { kind, fields } = counted.said.record;
    const { size, threads: count, root } = byName(fields || []);
    if (kind !== THREADS_ROOTED || size !== counted.index || !root) {
      fail("No count of threads is in it.");
    }
    const map = { count, root: fromHex(root) };
    const leaves = [];
    for (const held of listIn(threads, "leaves")) leaves.push(await this.mapLeaf(held, map));
    const key = await threadKey(textIn(threads, "register"), textIn(threads, "id"));
    if (this.entries.length > 0) await this.checkAll(leaves, key, counted.index);
    else this.checkNone(leaves, key, map);
    const about = threads.register + " " + threads.id;
    const asOf = ", as the ledger counted at entry " + counted.index + ".";
    this.say(CHECKED, this.entries.length > 0
      ? "Nothing about " + about + " was left out" + asOf
      : "Nothing is recorded about " + about + asOf);
    const signer = this.signers.get(counted.said.author);
    if (!signer) this.say(COULD_NOT, "Whether the ledger itself signed that count.");
    else if (signer !== THE_LEDGER) fail("The ledger itself did not sign the count.");
  }

  async mapLeaf(held, map) {
    const leaf = {
      place: decimal(String(held.place), "The place of a thread"),
      count: decimal(String(held.count), "The count of a thread"),
      key: hexIn(held, "key"),
      chain: hexIn(held, "chain"),
    };
    const hash = await leafHash(joined(leaf.key, u64(leaf.count), leaf.chain));
    const path = hashes(listIn(held, "path"), "of a thread's path");
    const isIn = leaf.key.length === 32 && leaf.chain.length === 32 && leaf.count > 0n &&
      (await isIncluded(hash, leaf.place, map.count, path, map.root));
    if (!isIn) {
      fail("Thread " + leaf.place + ", with " + leaf.count +
        (leaf.count === 1n ? " entry" : " entries") + ", is not among the " + map.count +
        " that the ledger counted.");
    }
    return leaf;
  }

  async checkAll(leaves, key, size) {
    if (leaves.length !== 1 || !sameBytes(leaves[0].key, key)) {
      const { register, id } = this.receipt.threads;
      fail("The thread in it is not that of " + register + " " + id + ".");
    }
    let chain = new Uint8Array(32);
    let before = -1n;
    for (const entry of this.entries) {
      if (entry.index <= before) {
        fail("The entries are not in order: entry " + entry.index + " stands behind entry " +
          before + ".");
      }
      if (entry.index >= size) fail("Entry " + entry.index + " came after the count.");
      chain = await chained(chain, entry.index, entry.leaf);
      before = entry.index;
    }
    if (leaves[0].count !== BigInt(this.entries.length)) {
      fail("Something was left out or put in: the ledger counted " + leaves[0].count +
        " entries; the receipt holds " + this.entries.length + ".");
    }
    if (!sameBytes(chain, leaves[0].chain)) {
      fail("Something was put in another's place: chained together, the " + leaves[0].count +
        " entries are not those that were counted.");
    }
  }

  checkNone(leaves, key, map) {
    const after = (leaf) => compareBytes(key, leaf.key) < 0;
    const [first, second] = leaves;
    let isNone = false;
    if (leaves.length === 0) isNone = map.count === 0n;
    if (leaves.length === 1) {
      isNone = after(first) ? first.place === 0n
        : compareBytes(key, first.key) > 0 && first.place === map.count - 1n;
    }
    if (leaves.length === 2) {
      isNone = compareBytes(key, first.key) > 0 && after(second) &&
        second.place === first.place + 1n;
    }
    if (!isNone) fail("The threads shown are not those on either side of where it would stand.");
  }

  tellSigners() {
    const names = this.entries.map((entry) => entry.signer);
    if (names.includes(null)) {
      this.say(COULD_NOT, "Whose keys signed it: the receipt does not show where they were " +
        "enrolled. Each signature fits its key.");
    }
    const known = [...new Set(names.filter((name) => name !== null))].sort();
    if (known.length > 0) this.say(CHECKED, "It was signed with the key of " + known.join(", ") + ".");
  }

  tellOpenings() {
    if (this.opened > 0) {
      this.say(CHECKED, this.opened + " sealed field" + (this.opened === 1 ? " says" : "s say") +
        " what was sealed then.");
    }
    if (this.sealed > 0) {
      this.say(COULD_NOT, "What " + this.sealed + " sealed field" +
        (this.sealed === 1 ? " says: it is" : "s say: they are") + " not opened in this receipt.");
    }
  }

  /** The words follow from what was proved; those that the receipt brings must be the same. */
  checkWords() {
    this.words = wordsOf(this);
    const says = listIn(this.receipt, "says");
    if (says.length !== this.words.length || says.some((line, i) => line !== this.words[i])) {
      fail("The receipt says something else in words than what it proves.");
    }
  }

  tellWitnesses() {
    const names = this.head.cosigners.map((one) => one.key.name).join(", ");
    this.say(COULD_NOT, names === ""
      ? "Whether everybody sees the same log. No witness was asked for."
      : "Whether these witnesses are who they say: " + names + ". Their keys came with the page.");
  }
}

function pathBytes(path) {
  return joined(u16(path.kind), Uint8Array.of(path.steps.length),
    ...path.steps.flatMap(([ordinal, index]) => [u16(ordinal), u16(index)]));
}

function wordsOf(check) {
  const last = "Check it with minutebook verify and the ledger's verifier key. Get that key by " +
    "another way than this receipt.";
  if (!check.receipt.threads) {
    const entry = check.entries[0];
    return ["This receipt shows that entry " + entry.index + " of " + check.origin +
      " was recorded at " + timeInWords(entry.recordedAt) + " and has not been changed since.", last];
  }
  const { register, id } = check.receipt.threads;
  const asOf = ", as of entry " + check.rooted.index;
  const count = check.entries.length;
  return [
    count === 0
      ? "This receipt shows that nothing is recorded about " + register + " " + id + " in " +
        check.origin + asOf + "."
      : "This receipt shows " + (count === 1 ? "the one entry" : "all " + count + " entries") +
        " about " +
        register + " " + id + " in " + check.origin + asOf + ": none was left out or changed.",
    "Only what an entry names openly is counted. An entry that keeps a name sealed is in nobody's " +
      "count.",
    last,
  ];
}
