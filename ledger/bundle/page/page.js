"use strict";
// Shows what check.js found. What is not proved is not shown: it would be read as if it were.

function element(name, text, ...children) {
  const made = document.createElement(name);
  if (text !== "") made.textContent = text;
  made.append(...children);
  return made;
}

function showResult(result, sentence) {
  const place = document.getElementById("result");
  place.className = { [CHECKED]: "checked", [FAILED]: "failed" }[result] || "unknown";
  place.replaceChildren(element("strong", result + "."), " " + sentence);
  document.title = result + ": receipt of " + document.body.dataset.origin;
}

function shownFields(nodes) {
  const list = element("dl", "");
  for (const node of nodes) {
    const value = element("dd", node.text || "");
    if (node.children) value.append(shownFields(node.children));
    list.append(element("dt", node.label), value);
  }
  return list;
}

const TO_DO = "Ask whoever gave it to you for it again. If it stays so, rely on nothing in it.";

/** The parts of a statement that are for programs, and shown below or not at all. */
const UNSHOWN = ["origin", "id", "author", "record"];

function shownEntry(entry) {
  const { record } = entry.said;
  const title = "Entry " + entry.index + ": " + (record.label || "a kind this page does not know");
  const about = entry.fields.filter(({ field }) => !UNSHOWN.includes(field.name));
  const nodes = [
    { label: "recorded", text: timeInWords(entry.recordedAt) },
    { label: "signed with the key of", text: entry.signer || "not shown in this receipt" },
    ...nodesOf(about),
    ...nodesOf(record.fields || []),
  ];
  return element("article", "", element("h3", title), shownFields(nodes));
}

function showPoints(points) {
  const list = document.getElementById("points");
  list.replaceChildren(...points.map(({ result, sentence }) =>
    element("li", "", element("strong", result + ":"), " " + sentence)));
}

function showProved(check) {
  document.getElementById("says").replaceChildren(
    ...check.words.slice(0, -1).map((line) => element("p", line)));
  document.getElementById("entries").replaceChildren(...check.entries.map(shownEntry));
  for (const section of document.querySelectorAll("section[hidden]")) section.hidden = false;
}

function inWords({ fingerprint }) {
  const words = readJson("words");
  const groups = [0, 4, 8, 12].map((from) =>
    [...fingerprint.slice(from, from + 4)].map((byte) => words[byte]).join(" "));
  return groups.join(", ");
}

async function showKey(vkey) {
  document.getElementById("fingerprint").textContent = inWords(await parseVerifierKey(vkey));
  document.getElementById("vkey").textContent = vkey;
}

/** Keys that can be compared without asking the ledger's keeper. */
function showWitnesses(cosigners) {
  if (cosigners.length === 0) return;
  const shown = cosigners.flatMap(({ key, time }) => [
    element("h3", "Witness " + key.name),
    element("p", "It signed the same checkpoint, as it says on " + timeInWords(time) + "."),
    element("p", "Fingerprint, in words: ", element("code", inWords(key))),
    element("p", "Verifier key: ", element("code", key.text)),
  ]);
  document.getElementById("witnesses").replaceChildren(
    element("p", "Others signed it too. Their keys came with this page as well: ask each of them, " +
      "not the ledger's keeper, whether the fingerprint is theirs."), ...shown);
}

function readJson(id) {
  try {
    return JSON.parse(document.getElementById(id).textContent);
  } catch {
    return fail("The receipt in this page is not JSON.");
  }
}

async function run() {
  if (!globalThis.crypto || !crypto.subtle) {
    showResult(COULD_NOT, "This browser does not offer the functions that a check needs " +
      "(WebCrypto). Open the page in a newer one, or use minutebook verify.");
    return;
  }
  let check = null;
  try {
    const receipt = readJson("receipt");
    await showKey(textIn(receipt, "verifierKey"));
    check = new Check(receipt, readJson("schema"));
    await check.run();
    showProved(check);
    showWitnesses(check.head.cosigners);
    showPoints(check.points);
    showResult(CHECKED, check.words[0]);
  } catch (error) {
    if (error instanceof Failed) {
      showResult(FAILED, error.message + " " + TO_DO);
      showPoints([...(check ? check.points : []), { result: FAILED, sentence: error.message }]);
    } else if (error instanceof CannotCheck) {
      showResult(COULD_NOT, "This browser cannot check Ed25519 signatures. Open the page in a newer " +
        "one, or use minutebook verify.");
    } else {
      showResult(COULD_NOT, "This page met something it does not understand: " + error.message +
        " Use minutebook verify.");
    }
  }
}

run();
