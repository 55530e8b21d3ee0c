"use strict";
// Reads Cap'n Proto: one segment, no segment table. Where each field lies is in the outline of the
// schema that this page carries. Every reference is checked against the bytes there are.

const DEPTH_MAX = 32;
const ITEMS_MAX = 4096;

class Segment {
  constructor(bytes) {
    if (bytes.length === 0 || bytes.length % 8 !== 0) fail("The entry's bytes are not whole words.");
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.words = bytes.length / 8;
  }

  /** Where the words from `at` on lie; fails if they are not all there. */
  take(at, words) {
    if (at < 0 || words < 0 || at + words > this.words) fail("The entry points outside itself.");
    return at;
  }

  /** The struct that the pointer at a word names; null if there is none. */
  struct(at) {
    this.take(at, 1);
    const low = this.view.getInt32(at * 8, true);
    const high = this.view.getUint32(at * 8 + 4, true);
    if (low === 0 && high === 0) return null;
    if ((low & 3) !== 0) fail("A struct was expected in the entry.");
    const dataWords = high & 0xffff;
    const pointers = high >>> 16;
    const start = this.take(at + 1 + (low >> 2), dataWords + pointers);
    return { data: start, dataWords, pointersAt: start + dataWords, pointers };
  }

  /** The list that the pointer at a word names; null if there is none. */
  list(at) {
    this.take(at, 1);
    const low = this.view.getInt32(at * 8, true);
    const high = this.view.getUint32(at * 8 + 4, true);
    if (low === 0 && high === 0) return null;
    if ((low & 3) !== 1) fail("A list was expected in the entry.");
    return { start: at + 1 + (low >> 2), size: high & 7, count: high >>> 3 };
  }

  data(at) {
    const list = this.list(at);
    if (!list) return null;
    if (list.size !== 2) fail("Bytes were expected in the entry.");
    this.take(list.start, Math.ceil(list.count / 8));
    return this.bytes.slice(list.start * 8, list.start * 8 + list.count);
  }

  text(at) {
    const data = this.data(at);
    if (!data) return null;
    if (data.length === 0 || data[data.length - 1] !== 0) fail("A text in the entry has no end.");
    return textOfBytes(data.slice(0, -1));
  }

  /** A number of a struct's data; zero where the struct is shorter. */
  number(struct, bitsAt, bits, signed) {
    if (bitsAt + bits > struct.dataWords * 64) return 0n;
    const at = struct.data * 8 + bitsAt / 8;
    const unsigned = { 8: "getUint8", 16: "getUint16", 32: "getUint32", 64: "getBigUint64" };
    const plain = { 8: "getInt8", 16: "getInt16", 32: "getInt32", 64: "getBigInt64" };
    return BigInt(this.view[(signed ? plain : unsigned)[bits]](at, true));
  }

  pointerOf(struct, place) {
    return place < struct.pointers ? struct.pointersAt + place : null;
  }
}

/** recordedAt, ordinal, count, statement, signature: see docs/formats/entry.md. */
function decodeEntry(bytes) {
  const segment = new Segment(bytes);
  const root = segment.struct(0);
  if (!root) fail("The entry is empty.");
  const dataAt = (place) => {
    const at = segment.pointerOf(root, place);
    return at === null ? null : segment.data(at);
  };
  const entry = {
    recordedAt: segment.number(root, 0, 64, true),
    ordinal: segment.number(root, 64, 32, false),
    count: segment.number(root, 96, 32, false),
    statement: dataAt(0),
    signature: dataAt(1),
  };
  if (!entry.statement || entry.count < 1n || entry.count > 1024n || entry.ordinal >= entry.count) {
    fail("The bytes of an entry are not an entry.");
  }
  if ((entry.ordinal === 0n) !== (entry.signature !== null)) {
    fail("The signature in an entry does not stand where it belongs.");
  }
  return entry;
}

/** Reads statements by an outline. `sealed` is told of every commitment and its path. */
class Reader {
  constructor(outline, bytes, sealed) {
    this.outline = outline;
    this.segment = new Segment(bytes);
    this.sealed = sealed;
  }

  statement() {
    const root = this.segment.struct(0);
    if (!root) fail("The statement is empty.");
    this.path = { kind: 0xffff, steps: [] };
    return this.fields(this.outline.structs[this.outline.envelope], root, 0);
  }

  /** [{field, value}] of what is there, in the order of the schema. */
  fields(info, struct, depth) {
    if (depth > DEPTH_MAX) fail("The entry is nested deeper than any is.");
    const active =
      info.union === undefined ? -1 : Number(this.segment.number(struct, info.union, 16, false));
    const found = [];
    for (const field of info.fields) {
      if (field.member !== undefined && field.member !== active) continue;
      const value = this.value(field, struct, depth);
      if (value !== null) found.push({ field, value });
    }
    return found;
  }

  value(field, struct, depth) {
    if (field.group) {
      return this.fieldsOrNull(this.outline.structs[field.struct], struct, depth);
    }
    if (field.type === "void") return field.member === 0 ? null : "";
    if (field.bits !== undefined && !field.list) return this.plain(field, struct);
    const at = this.segment.pointerOf(struct, field.at);
    if (at === null || (this.segment.view.getUint32(at * 8, true) === 0 &&
                        this.segment.view.getUint32(at * 8 + 4, true) === 0)) {
      return null;
    }
    if (field.list) return this.list(field, at, depth);
    return this.step(field.ordinal, 0xffff, () => this.pointed(field, at, depth));
  }

  fieldsOrNull(info, struct, depth) {
    const fields = this.fields(info, struct, depth + 1);
    return fields.length === 0 ? null : fields;
  }

  plain(field, struct) {
    const number = this.segment.number(struct, field.at, field.bits, field.signed === true);
    if (field.type !== "enum") return number;
    if (number === 0n) return null;
    return field.choices[Number(number) - 1] || "choice " + number + " of a newer program";
  }

  step(ordinal, index, inside) {
    this.path.steps.push([ordinal, index]);
    const value = inside();
    this.path.steps.pop();
    return value;
  }

  pointed(field, at, depth) {
    switch (field.type) {
      case "text":
        return this.segment.text(at);
      case "data":
        return toHex(this.segment.data(at));
      case "sealed":
        return this.commitment(field, at);
      case "record":
        return this.record(at, depth);
      default:
        return this.fields(this.outline.structs[field.struct], this.segment.struct(at), depth + 1);
    }
  }

  commitment(field, at) {
    const struct = this.segment.struct(at);
    const place = struct && this.segment.pointerOf(struct, 0);
    const bytes = place === null ? null : this.segment.data(place);
    if (!bytes || bytes.length !== 32) fail("A sealed field in the entry holds no commitment.");
    return this.sealed({ kind: this.path.kind, steps: [...this.path.steps] }, bytes, field);
  }

  list(field, at, depth) {
    const list = this.segment.list(at);
    if (list.size === 7) return this.structs(field, list, depth);
    if (list.count > ITEMS_MAX) fail("A list in the entry is longer than any is.");
    if (list.size === 6) {
      this.segment.take(list.start, list.count);
      return Array.from({ length: list.count }, (_, i) =>
        this.step(field.ordinal, i, () => this.pointed(field, list.start + i, depth)));
    }
    // A list of numbers or choices: as if each were a field of one struct.
    const bits = [0, 1, 8, 16, 32, 64][list.size];
    const words = Math.ceil((list.count * bits) / 64);
    const struct = { data: this.segment.take(list.start, words), dataWords: words };
    return Array.from({ length: list.count }, (_, i) =>
      this.plain({ ...field, at: i * bits, bits }, struct));
  }

  structs(field, list, depth) {
    this.segment.take(list.start, 1 + list.count);
    const count = this.segment.view.getInt32(list.start * 8, true) >> 2;
    const high = this.segment.view.getUint32(list.start * 8 + 4, true);
    const dataWords = high & 0xffff;
    const pointers = high >>> 16;
    const words = dataWords + pointers;
    if (count < 0 || count > ITEMS_MAX || count * words !== list.count) {
      fail("A list in the entry is not put together as one.");
    }
    const info = this.outline.structs[field.struct];
    return Array.from({ length: count }, (_, i) => {
      const data = list.start + 1 + i * words;
      const struct = { data, dataWords, pointersAt: data + dataWords, pointers };
      return this.step(field.ordinal, i, () => this.fields(info, struct, depth + 1));
    });
  }

  /** The record of a statement, or the one in a correction. */
  record(at, depth) {
    const struct = this.segment.struct(at);
    const number = Number(this.segment.number(struct, this.outline.recordUnion, 16, false));
    const kind = this.outline.kinds[number];
    if (!kind) return { kind: number, fields: null };
    const steps = this.path.steps;
    const outer = this.path.kind;
    // In a correction the corrected record's kind is a step of its own.
    const isCorrected = outer !== 0xffff;
    if (isCorrected) steps.push([number, 0xffff]);
    else this.path = { kind: number, steps: [] };
    const place = this.segment.pointerOf(struct, kind.at);
    const inner = place === null ? null : this.segment.struct(place);
    const fields = inner ? this.fields(this.outline.structs[kind.struct], inner, depth + 1) : [];
    if (isCorrected) steps.pop();
    else this.path = { kind: outer, steps };
    return { kind: number, label: kind.label, fields };
  }
}
