"use strict";
// Decoded values as people read them: a tree of {label, text} and {label, children}.

function byName(fields) {
  return Object.fromEntries(fields.map(({ field, value }) => [field.name, value]));
}

const two = (number) => String(number).padStart(2, "0");

function civilInWords(fields) {
  const civil = byName(fields);
  const depth = ["year", "month", "day", "minute", "second"].indexOf(civil.precision);
  let text = String(civil.year).padStart(4, "0");
  if (depth >= 1) text += "-" + two(civil.month);
  if (depth >= 2) text += "-" + two(civil.day);
  if (depth < 3) return text;
  text += "T" + two(civil.hour) + ":" + two(civil.minute);
  if (depth === 4) text += ":" + two(civil.second);
  const east = Number(civil.offset);
  if (east === 0) return text + "Z";
  const minutes = Math.abs(east);
  return text + (east < 0 ? "-" : "+") + two(Math.floor(minutes / 60)) + ":" + two(minutes % 60);
}

function entryIdInWords(hex) {
  return "entry:" + hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function refInWords(fields) {
  const ref = byName(fields);
  if (ref.entry) return entryIdInWords(ref.entry);
  if (!ref.record) return "not recorded";
  const record = byName(ref.record);
  return (record.register || "") + ":" + (record.id || "");
}

function distanceInWords(fields) {
  const distance = byName(fields);
  const length = distance.length ? byName(distance.length) : {};
  let long = "";
  if (length.days !== undefined) long = length.days + " days ";
  if (length.minutes !== undefined) long = length.minutes + " minutes ";
  return long + distance.direction + " " + refInWords(distance.anchor || []);
}

function whenInWords(fields) {
  const when = byName(fields);
  if (when.at) return civilInWords(when.at);
  if (when.relative) return distanceInWords(when.relative);
  if (!when.between) return "unknown";
  const span = byName(when.between);
  const end = (civil) => (civil ? civilInWords(civil) : "..");
  return end(span.from) + "/" + end(span.until);
}

/** Digits as people write them, with a point before the last `places`. */
function pointed(digits, places) {
  const isNegative = digits < 0n;
  const text = String(isNegative ? -digits : digits).padStart(places + 1, "0");
  const cut = text.length - places;
  const sum = places === 0 ? text : text.slice(0, cut) + "." + text.slice(cut);
  return (isNegative ? "-" : "") + sum;
}

function moneyInWords(fields) {
  const { minor, currency } = byName(fields);
  return sumInWords(minor, currency);
}

function sumInWords(minor, currency) {
  let places;
  try {
    const style = { style: "currency", currency };
    places = new Intl.NumberFormat("en", style).resolvedOptions().maximumFractionDigits;
  } catch {
    return minor + " minor units of " + currency;
  }
  return pointed(minor, places) + " " + currency;
}

function countInWords(fields) {
  const { exactly, about, atLeast, atMost } = byName(fields);
  if (exactly !== undefined) return String(exactly);
  if (about !== undefined) return "about " + about;
  if (atLeast !== undefined) return "at least " + atLeast;
  return atMost !== undefined ? "at most " + atMost : "not recorded";
}

function figureInWords(fields) {
  const { decimal: figure } = byName(fields);
  if (!figure) return "not recorded";
  const { unscaled, places } = byName(figure);
  return pointed(unscaled, Number(places));
}

function outsideInWords(fields) {
  const { description, howMany } = byName(fields);
  return "outside: " + description + (howMany ? " (" + countInWords(howMany) + ")" : "");
}

function whoInWords(fields) {
  const who = byName(fields);
  return [
    ...(who.participants || []),
    ...(who.groups || []).map((id) => "group:" + id),
    ...(who.organisations || []).map((id) => "organisation:" + id),
    ...(who.outside || []).map(outsideInWords),
    ...(who.inTheirWords ? ["words: " + who.inTheirWords] : []),
  ].join(", ");
}

function documentInWords(fields) {
  const { sha256: hash, notHeld } = byName(fields);
  if (hash) return "sha256:" + hash;
  return notHeld !== undefined ? "not held" : "not recorded";
}

function versionInWords(fields) {
  return fields.map(({ value }) => value).join("@");
}

const FORMS = {
  when: whenInWords,
  money: moneyInWords,
  count: countInWords,
  figure: figureInWords,
  document: documentInWords,
  who: whoInWords,
  ref: refInWords,
  version: versionInWords,
};

const SEALED = "sealed; not opened in this receipt";

function labelled(label, node) {
  return { label, ...node };
}

function sealedNode(value) {
  if (!value.opened) return { text: SEALED };
  return value.fields ? { children: nodesOf(value.fields) } : { text: value.text };
}

function wordsNode(fields) {
  const words = byName(fields);
  if (words.sealed) return sealedNode(words.sealed);
  if (words.public !== undefined) return { text: words.public };
  return { text: words.preferNotToSay !== undefined ? "prefer not to say" : "not recorded" };
}

/** A sealed sum; its currency stands beside it, for everybody. */
function sealedSum(value, currency) {
  if (!value.opened) return { text: SEALED };
  return { text: sumInWords(byName(value.fields).minor, currency) };
}

function valueNode(field, value, beside) {
  if (field.currencyIn) return sealedSum(value, byName(beside)[field.currencyIn]);
  if (field.type === "sealed") return sealedNode(value);
  if (field.type === "record") return { text: value.label, children: nodesOf(value.fields || []) };
  if (field.form === "words") return wordsNode(value);
  if (field.form) return { text: FORMS[field.form](value) };
  if (Array.isArray(value)) return { children: nodesOf(value) };
  if (field.type === "enum") return { text: spaced(value) };
  if (field.type === "void") return { text: "yes" };
  return { text: String(value) + (field.unit && field.bits ? " (" + field.unit + ")" : "") };
}

/** camelCase in everyday words. */
function spaced(name) {
  return name.replace(/[A-Z]/g, (letter) => " " + letter.toLowerCase());
}

/** The fields of a struct, for showing. */
function nodesOf(fields) {
  return fields.map(({ field, value }) => {
    if (!field.list) return labelled(field.label, valueNode(field, value, fields));
    const items = value.map((item) => valueNode(field, item, fields));
    const areTexts = items.every((item) => item.children === undefined);
    if (areTexts) return { label: field.label, text: items.map((item) => item.text).join(", ") };
    return {
      label: field.label,
      children: items.map((item, i) => labelled(String(i + 1), item)),
    };
  });
}

/** Seconds since 1970 as the words of a receipt have them. */
function timeInWords(seconds) {
  if (seconds < 0n || seconds > 253402300799n) return seconds + " seconds since 1970";
  return new Date(Number(seconds) * 1000).toISOString().replace(".000Z", "Z");
}
