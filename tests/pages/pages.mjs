// Opens the pages that the program writes in a real browser, from file://, and reads what they say.
//
//   node pages.mjs BROWSER EXECUTABLE PROGRAM MODULES SPOILED
//
// BROWSER is chrome or firefox; MODULES is the folder that puppeteer-core was installed into;
// SPOILED writes the pages of the tables in tests/corruptions.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Ledger } from "./ledger.mjs";

const [name, executablePath, program, modules, spoiled] = process.argv.slice(2);
const find = createRequire(pathToFileURL(path.join(modules, "package.json")));
const puppeteer = (await import(pathToFileURL(find.resolve("puppeteer-core")).href)).default;

/** One page, opened, with what it tried and what it says when it has done. */
async function read(browser, url, prepare = async () => {}) {
  const page = await browser.newPage();
  const tried = [];
  const complaints = [];
  page.on("request", (request) => tried.push(request.url()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => complaints.push(message.text()));
  await prepare(page);
  await page.goto(url);
  const runs = await page.waitForFunction(
    () => !document.getElementById("result").textContent.includes("has not run"),
    { timeout: 20000 }).then(() => true, () => false);
  const said = await page.evaluate(() => ({
    result: document.querySelector("#result strong").textContent,
    sentence: document.getElementById("result").textContent,
    body: document.body.innerText,
    title: document.title,
    fingerprint: document.getElementById("fingerprint").textContent,
    points: [...document.querySelectorAll("#points li")].map((item) => item.textContent),
    lang: document.documentElement.lang,
    headings: [...document.querySelectorAll("h1, h2, h3")]
      .filter((heading) => heading.offsetParent !== null)
      .map((heading) => Number(heading.tagName[1])),
    unlabelled: [...document.querySelectorAll("section")]
      .filter((section) => !document.getElementById(section.getAttribute("aria-labelledby")))
      .length,
    role: document.getElementById("result").getAttribute("role"),
    isRed: document.getElementById("result").className === "failed",
  }));
  await page.close();
  return { ...said, tried, complaints, runs };
}

class Pages {
  constructor(browser, ledger) {
    this.browser = browser;
    this.ledger = ledger;
    this.cases = 0;
  }

  async open(text, prepare) {
    this.cases += 1;
    return read(this.browser, this.ledger.write("case-" + this.cases + ".html", text), prepare);
  }

  /** A page of the tables in tests/corruptions; without a sentence it is a good original. */
  async readsTableRow(folder, { file, what, says }) {
    this.cases += 1;
    const said = await read(this.browser, "file://" + path.join(folder, file));
    const told = file + ", " + what + ": " + said.sentence + said.complaints.join();
    assert.equal(said.result, says === "" ? "Checked." : "Failed.", told);
    assert.ok(said.sentence.includes(says), told);
    assert.equal(said.isRed, says !== "", told);
    assert.equal(said.body.includes("What it shows"), says === "", told);
    assert.ok(says === "" || said.sentence.includes("Ask whoever gave it to you"), told);
  }
}

async function checksAnEntry(pages) {
  const { told, text } = pages.ledger.page("D-7.html", "D-7");
  const said = await pages.open(text);
  assert.equal(said.result, "Checked.", said.sentence + said.complaints.join());
  assert.ok(said.sentence.includes(told.says));
  assert.equal(said.fingerprint, told.fingerprint);
  for (const words of ["Entry 5: decision made", "Papers go out early.", "all agreed",
    "words: all of us", "input:I-1", "It was asked for.", "2026-02/2026-03",
    "2026-03-02T10:00:00Z"]) {
    assert.ok(said.body.includes(words), words + " in " + said.body);
  }
  assert.ok(said.points.includes("Checked: It was signed with the key of keeper.") ||
    said.points.some((point) => point.startsWith("Checked: It was signed with the key of ")));
  assert.ok(said.points.some((point) => point.startsWith("Could not check: Whose ledger it is.")));
  assert.ok(said.points.some((point) => point.includes("No witness was asked for.")));
  // It asked nobody for anything, and the browser had nothing to complain about.
  // What Firefox draws itself with (data:) is no request.
  assert.deepEqual(said.tried.filter((url) => !/^(file|data):/.test(url)), []);
  assert.deepEqual(said.complaints, []);
  return text;
}

/** Can be read aloud: language, headings in order, a result in words with a role. */
async function readsAloud(pages, text) {
  const said = await pages.open(text);
  assert.equal(said.lang, "en");
  assert.equal(said.role, "status");
  assert.equal(said.unlabelled, 0);
  assert.equal(said.headings[0], 1);
  assert.equal(said.headings.filter((level) => level === 1).length, 1);
  said.headings.reduce((before, level) => {
    assert.ok(level <= before + 1, "headings " + said.headings);
    return level;
  });
  assert.ok(said.title.startsWith("Checked: "));
}

/** Any byte of the entry: it turns to Failed, and nothing of it is shown. */
async function findsAnyByte(pages, text) {
  const entry = JSON.parse(/id="receipt">([^]*?)<\/script>/.exec(text)[1]).entries[0].entry;
  const size = Buffer.from(entry, "base64").length;
  for (let at = 0; at < size; at += Math.ceil(size / 12)) {
    const bytes = Buffer.from(entry, "base64");
    bytes[at] ^= 0x20;
    const said = await pages.open(text.replace(entry, bytes.toString("base64")));
    assert.equal(said.result, "Failed.", "byte " + at);
    assert.ok(said.isRed, "byte " + at);
  }
}

async function showsWhatIsOpened(pages) {
  const closed = await pages.open(pages.ledger.page("closed.html", "entry:2").text);
  assert.ok(closed.body.includes("sealed; not opened in this receipt"), closed.body);
  assert.ok(!closed.body.includes("by post"));
  const { text } = pages.ledger.page("mine.html", "entry:2", "--as", "P-7");
  const said = await pages.open(text);
  assert.equal(said.result, "Checked.", said.sentence);
  assert.ok(said.body.includes("by post") && said.body.includes("Mo"), said.body);
  assert.ok(said.points.includes("Checked: 2 sealed fields say what was sealed then."));
}

async function showsTextAsText(pages) {
  const said = await pages.open(pages.ledger.page("I-1.html", "I-1").text);
  assert.ok(said.body.includes("Ask <us> first & “early”."), said.body);
}

async function showsWitnesses(pages) {
  const { witness, said } = await pages.ledger.watched("experts.example/w");
  try {
    const shown = await pages.open(pages.ledger.page("watched.html", "I-1").text);
    assert.equal(shown.result, "Checked.", shown.sentence);
    assert.ok(shown.points.some((point) => point.includes("who they say: experts.example/w.")));
    const fingerprint = /^Fingerprint: (.*)$/m.exec(said)[1];
    for (const words of ["Witness experts.example/w", fingerprint, "2026-03-02T10:00:00Z"]) {
      assert.ok(shown.body.includes(words), words + " in " + shown.body);
    }
  } finally {
    witness.kill();
  }
}

async function checksCompleteness(pages) {
  const { text } = pages.ledger.page("P-8.html", "P-8");
  const one = await pages.open(text);
  assert.equal(one.result, "Checked.", one.sentence);
  const all = pages.ledger.page("I-1-all.html", "I-1", "--all");
  const about = await pages.open(all.text);
  assert.ok(about.sentence.includes("This receipt shows all 2 entries about input I-1"));
  assert.ok(about.body.includes("Only what an entry names openly is counted."));
  const none = pages.ledger.page("none.html", "participant:P-99");
  const nothing = await pages.open(none.text);
  assert.equal(nothing.result, "Checked.", nothing.sentence);
  assert.ok(nothing.sentence.includes("nothing is recorded about participant P-99"));
}

async function showsAllOfAThread(pages) {
  const { told, text } = pages.ledger.page("P-7-all.html", "P-7");
  const expected = told.entries.length;
  const said = await pages.open(text);
  assert.equal(said.result, "Checked.", said.sentence);
  assert.ok(said.sentence.includes("all " + expected + " entries about participant P-7"));
}

/** Everything that the tables spoil in a receipt. */
async function refusesWhatIsSpoiled(pages, folder) {
  mkdirSync(folder);
  execFileSync(spoiled, [folder]);
  const rows = JSON.parse(readFileSync(path.join(folder, "pages.json"), "utf8"));
  assert.ok(rows.filter(({ says }) => says !== "").length > 25, rows.length + " rows");
  for (const row of rows) await pages.readsTableRow(folder, row);
}

/** Without what a check needs, it says so, and does not say that anything failed. */
async function saysWhatItCannotDo(pages, text) {
  const without = (page) => page.evaluateOnNewDocument(() => {
    Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined });
  });
  const said = await pages.open(text, without);
  assert.equal(said.result, "Could not check.", said.sentence);
  assert.ok(said.sentence.includes("WebCrypto"));
  const old = (page) => page.evaluateOnNewDocument(() => {
    SubtleCrypto.prototype.importKey = () =>
      Promise.reject(new DOMException("no such algorithm", "NotSupportedError"));
  });
  const unable = await pages.open(text, old);
  assert.equal(unable.result, "Could not check.", unable.sentence);
  assert.ok(unable.sentence.includes("Ed25519"));
  // A page whose script was changed: the browser does not run it, by the page's own policy.
  const changedScript = text.replace("\nrun();\n", "\nshowResult(CHECKED, \"Believe me.\");\n");
  assert.notEqual(changedScript, text);
  const blocked = await pages.open(changedScript);
  assert.equal(blocked.runs, false);
  assert.equal(blocked.result, "Could not check.");
}

const folder = mkdtempSync(path.join(os.tmpdir(), "minutebook-pages-"));
const browser = await puppeteer.launch({
  browser: name,
  executablePath,
  headless: true,
  args: name === "chrome" ? ["--no-sandbox", "--disable-dev-shm-usage"] : [],
});
try {
  const pages = new Pages(browser, new Ledger(program, path.join(folder, "desk")));
  await showsAllOfAThread(pages);
  const text = await checksAnEntry(pages);
  await readsAloud(pages, text);
  await findsAnyByte(pages, text);
  await refusesWhatIsSpoiled(pages, path.join(folder, "spoiled"));
  await showsTextAsText(pages);
  await showsWhatIsOpened(pages);
  await checksCompleteness(pages);
  await saysWhatItCannotDo(pages, text);
  await showsWitnesses(pages);
  console.log(pages.cases + " pages read in " + (await browser.version()) + ".");
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
