// Every page that the program writes for people, looked at by judges that others made: an HTML
// validator, and axe in a real browser (WCAG 2.2, levels A and AA).
//
//   node reports.mjs EXECUTABLE PROGRAM MODULES SOURCE
//
// EXECUTABLE is Chromium; MODULES is the folder that the judges were installed into.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Ledger } from "./ledger.mjs";

const [executablePath, program, modules, source] = process.argv.slice(2);
const find = createRequire(pathToFileURL(path.join(modules, "package.json")));
const puppeteer = (await import(pathToFileURL(find.resolve("puppeteer-core")).href)).default;
const { HtmlValidate, StaticConfigLoader } = find("html-validate");
const axe = readFileSync(find.resolve("axe-core/axe.min.js"), "utf8");

/** What a validator asks for beyond the standard, and pages read in twenty years do without. */
const HOUSE_STYLE = {
  "long-title": "off",             // A page is called by the question it answers.
  "no-inline-style": "off",        // A bar is as wide as its value.
  "no-trailing-whitespace": "off",
  "prefer-native-element": "off",  // A table that scrolls is a region, and no part of the text.
  "require-sri": "off",
};

/** The words that write each page; EXAMPLE stands for the example's own records. */
function pagesOf(ledger) {
  const lists = JSON.parse(ledger.run("list", "--json")).lists.map((list) => list.name);
  const first = (table) =>
    JSON.parse(ledger.run("sql", "--json", `SELECT id FROM ${table} WHERE id IS NOT NULL LIMIT 1`))
      .rows[0][0];
  const decision = first("decision_made");
  return [
    ["report", "transparency"], ["report", "power-sharing"], ["you-said"], ["due"], ["metrics"],
    ["trail", "decision:" + decision], ["who-decided", "decision:" + decision],
    ["history", "decision:" + decision], ["minutes", "meeting:" + first("meeting_held")],
    ["my-record", "participant:" + first("participant_joined")], ["search", "model"],
    ["check", "BASE"], ["check", "UKSTD"], ["explain", "PR-01"],
    ...lists.map((list) => ["list", list]),
  ];
}

function validatorOf() {
  const rules = { extends: ["html-validate:standard", "html-validate:a11y"], rules: HOUSE_STYLE };
  return new HtmlValidate(new StaticConfigLoader(rules));
}

/** What axe says against a page; sees it as a reader of the file does. */
async function axeOn(browser, url) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.evaluate(axe);
  const found = await page.evaluate(async () =>
    (await globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    })).violations.map((one) => one.id + ": " + one.nodes[0].html.slice(0, 200)));
  await page.close();
  return found;
}

/** The first complaint of each sort. */
function onceEach(complaints) {
  const sorts = new Map();
  for (const one of complaints) {
    const sort = one.slice(one.indexOf(": ") + 2).split(":")[0];
    if (!sorts.has(sort)) sorts.set(sort, one);
  }
  return [...sorts.values()];
}

async function judgeAll(browser, ledger) {
  const validator = validatorOf();
  let judged = 0;
  const complaints = [];
  for (const words of pagesOf(ledger)) {
    const name = words.join("-").replaceAll(":", "-") + ".html";
    try {
      ledger.run(...words, "-o", name, "-q");
    } catch (error) {
      if (error.status !== 3) throw error;  // Findings are no trouble here.
    }
    const text = readFileSync(path.join(ledger.folder, name), "utf8");
    const report = await validator.validateString(text);
    for (const result of report.results) {
      for (const one of result.messages) {
        complaints.push(name + ":" + one.line + ": " + one.ruleId + ": " + one.message);
      }
    }
    const url = pathToFileURL(path.join(ledger.folder, name)).href;
    for (const one of await axeOn(browser, url)) complaints.push(name + ": " + one);
    judged += 1;
  }
  assert.deepEqual(onceEach(complaints), [], complaints.length + " complaints");
  return judged;
}

const folder = mkdtempSync(path.join(os.tmpdir(), "minutebook-reports-"));
const browser = await puppeteer.launch({
  executablePath, browser: "chrome", headless: true, args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const ledger = new Ledger(program, folder, []);
  const example = path.join(source, "examples", "thriving");
  const files = readdirSync(example).filter((name) => name.endsWith(".jsonl")).sort();
  ledger.run("import", ...files.map((name) => path.join(example, name)), "--public-on-purpose", "-q");
  console.log((await judgeAll(browser, ledger)) + " pages, no complaint.");
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
