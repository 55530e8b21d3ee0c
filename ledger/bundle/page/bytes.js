"use strict";
// Bytes and hashes. Everything is strict: a spelling that is not the one we write is refused.

/** What is wrong with the receipt. Anything else that is thrown is a mistake of this page. */
class Failed extends Error {}
/** What this browser, or this page, cannot look at. */
class CannotCheck extends Error {}

function fail(sentence) {
  throw new Failed(sentence);
}

const utf8 = new TextEncoder();

function bytesOfText(text) {
  return utf8.encode(text);
}

function textOfBytes(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fail("A text in it is not UTF-8.");
  }
}

function toHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** `what` names the value for whoever reads what is wrong with it. */
function fromHex(text, what = "A value in it") {
  if (!/^([0-9a-f]{2})*$/.test(text)) fail(what + " is not lowercase hex.");
  return Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));
}

function toBase64(bytes) {
  let raw = "";
  for (const byte of bytes) raw += String.fromCharCode(byte);
  return btoa(raw);
}

function fromBase64(text, what = "A value in it") {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) fail(what + " is not base64.");
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  // Spare bits must be zero: there is one spelling.
  if (toBase64(bytes) !== text) fail(what + " is not base64 as it is written.");
  return bytes;
}

function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function sameBytes(a, b) {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Below, the same or above zero, as the first different byte says. */
function compareBytes(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); ++i) {
    if (a[i] !== b[i]) return a[i] - b[i];
  }
  return a.length - b.length;
}

function u16(value) {
  return Uint8Array.of(value >> 8, value & 255);
}

function u32(value) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function u64(value) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value);
  return bytes;
}

const SIZE_MAX = 1n << 62n;

/** A decimal without leading zeros, at most 2^62. */
function decimal(text, what = "A number in it") {
  const shown = what + ", " + text.slice(0, 40) + ",";
  if (!/^(0|[1-9][0-9]{0,18})$/.test(text)) fail(shown + " is not a plain decimal.");
  const value = BigInt(text);
  if (value > SIZE_MAX) fail(shown + " is larger than any log is.");
  return value;
}

async function sha256(...parts) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));
}

/** Whether `signature` is the Ed25519 key's over the message. */
async function isSignedBy(key, signature, message) {
  if (key.length !== 32 || signature.length !== 64) return false;
  let imported;
  try {
    imported = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
  } catch (error) {
    if (error.name === "NotSupportedError") throw new CannotCheck("Ed25519");
    return false;
  }
  return crypto.subtle.verify({ name: "Ed25519" }, imported, signature, message);
}
