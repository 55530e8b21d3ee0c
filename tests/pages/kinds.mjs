// For every kind of record that the coverage ledger holds: the page's own code reads the entry's
// bytes and shows what the program reads in them, down to the opened values.
//
//   node kinds.mjs PROGRAM SOURCE

import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import vm from "node:vm";
import { Ledger } from "./ledger.mjs";

const [program, source] = process.argv.slice(2);

/** The text of every node that the page would show, and how its check came out. */
async function shownBy(page) {
  const script = /<script>([^]*)<\/script>/.exec(page)[1].replace(/\nrun\(\);\n$/, "\n");
  const block = (id) => new RegExp("id=\"" + id + "\">([^]*?)</script>").exec(page)[1];
  const room = vm.createContext({
    crypto: webcrypto, TextEncoder, TextDecoder, atob, btoa, Intl,
    receiptText: block("receipt"), schemaText: block("schema"),
  });
  vm.runInContext(script, room);
  return vm.runInContext(`(async () => {
    const check = new Check(JSON.parse(receiptText), JSON.parse(schemaText));
    try {
      await check.run();
    } catch (error) {
      return { trouble: error.message, texts: [] };
    }
    const texts = [];
    const collect = (nodes) => nodes.forEach((node) => {
      if (node.text !== undefined) texts.push(node.text);
      if (node.children) collect(node.children);
    });
    const { fields, said } = check.entries[0];
    collect(nodesOf(fields.filter(({ field }) => field.name !== "record")));
    collect(nodesOf(said.record.fields || []));
    return { trouble: null, texts, label: said.record.label, id: said.id };
  })()`, room);
}

/** Every value of the program's own reading, as a text. */
function leavesOf(value) {
  if (value === null || value === true || value === false) return [];
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (typeof value !== "object") return [String(value)];
  // What stays sealed for this reader shows its commitment here and a sentence there.
  if (value.commitment !== undefined) return [];
  return Object.values(value).flatMap(leavesOf);
}

const spaced = (name) => name.replace(/[A-Z]/g, (letter) => " " + letter.toLowerCase());

function differences(says, shown) {
  const { kind, statementId, ...fields } = says;
  const texts = shown.texts.join("\n");
  assert.equal(shown.id, statementId.replaceAll("-", ""));
  return leavesOf(fields)
    .filter((leaf) => !texts.includes(leaf) && !texts.includes(spaced(leaf)))
    .map((leaf) => kind + ": " + leaf);
}

const folder = mkdtempSync(path.join(os.tmpdir(), "minutebook-kinds-"));
try {
  const ledger = new Ledger(program, path.join(folder, "desk"), []);
  const files = readdirSync(path.join(source, "tests/coverage/ledger"))
    .filter((name) => name.endsWith(".jsonl")).sort()
    .map((name) => path.join(source, "tests/coverage/ledger", name));
  ledger.run("import", ...files, "-q", "--public-on-purpose");
  const kinds = new Map();
  const rows = ledger.run("sql", "SELECT kind, max(entry) AS entry FROM entry GROUP BY kind", "--json");
  for (const row of JSON.parse(rows).rows) kinds.set(row.kind ?? row[0], row.entry ?? row[1]);
  const wrong = [];
  for (const [kind, entry] of kinds) {
    const { text } = ledger.page(kind + ".html", "entry:" + entry, "--as", "coordinators");
    const shown = await shownBy(text);
    assert.equal(shown.trouble, null, kind + ": " + shown.trouble);
    const { entries } = JSON.parse(ledger.run("verify", kind + ".html", "--json"));
    assert.equal(entries[0].says.kind, kind);
    wrong.push(...differences(entries[0].says, shown));
  }
  assert.deepEqual(wrong, []);
  assert.ok(kinds.size > 100, kinds.size + " kinds");
  console.log(kinds.size + " kinds read as the program reads them.");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
