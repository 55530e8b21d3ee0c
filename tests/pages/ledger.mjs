// A small ledger made with the test program, and receipts of it as pages.

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const OPENED = [
  { kind: "participantJoined", id: "P-7", name: "Mo", contact: "by post" },
  { kind: "participantJoined", id: "P-8" },
  {
    kind: "inputReceived", id: "I-1", participant: "P-7", occurredAt: "2026-02-28",
    inputKind: "proposal", text: { public: "Ask <us> first & “early”." },
    onBehalfOf: { participant: "P-7", basis: "presentAndAgreed" },
  },
  {
    kind: "decisionMade", id: "D-7", occurredAt: "2026-02/2026-03", outcome: "Papers go out early.",
    how: "allAgreed", deciders: [{ who: "words: all of us" }],
    becauseOf: [{ what: "input:I-1", reason: "It was asked for.", pull: "spokeFor" }],
  },
];

/** Twelve more entries about P-7: fourteen with the first two. */
const MORE = Array.from({ length: 12 }, (_, i) => ({
  kind: "inputReceived", id: "I-" + (i + 2), participant: "P-7", text: "Sealed " + i + ".",
  onBehalfOf: { participant: "P-7", basis: "presentAndAgreed" },
}));

export class Ledger {
  /** Made by `program` in a new folder, with these records. */
  constructor(program, folder, batches = [OPENED, MORE]) {
    this.program = program;
    this.folder = folder;
    this.commands = 0;
    mkdirSync(folder, { recursive: true });
    this.run("init", "book", "--origin", "example.org/g", "--title", "T", "--keeper", "K",
      "--no-passphrase", "-q");
    batches.forEach((records, i) => this.record("batch-" + i + ".jsonl", records));
  }

  record(name, records) {
    const lines = records.map((record) => JSON.stringify(record) + "\n").join("");
    writeFileSync(path.join(this.folder, name), lines);
    this.run("import", name, "-q");
  }

  /** What the program prints; throws if it does not end well. */
  run(...words) {
    return execFileSync(this.program, words, { encoding: "utf8", ...this.surroundings() });
  }

  surroundings() {
    this.commands += 1;
    return {
      cwd: this.folder,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        HOME: this.folder,
        PATH: process.env.PATH,
        MINUTEBOOK_LEDGER: path.join(this.folder, "book"),
        MINUTEBOOK_TEST_CLOCK: "2026-03-02T10:00:00Z",
        MINUTEBOOK_TEST_SEED: String(this.commands),
      },
    };
  }

  /** Has a witness of its own asked for every checkpoint from now on: its process, for kill(). */
  async watched(name) {
    const key = /^Verifier key of this ledger: (.*)$/m.exec(this.run("key", "list"))[1];
    this.run("witness", "init", "--dir", "watch", "--name", name, "--log", key);
    const witness = spawn(this.program,
      ["witness", "serve", "--dir", "watch", "--listen", "127.0.0.1:0"], this.surroundings());
    let said = "";
    const url = await new Promise((found, gone) => {
      witness.on("exit", () => gone(new Error("The witness ended: " + said)));
      witness.stdout.on("data", (text) => {
        said += text;
        const listening = /^Listening on (\S+)/m.exec(said);
        if (listening) found(listening[1]);
      });
    });
    const itsKey = /^Verifier key: (.*)$/m.exec(said)[1];
    writeFileSync(path.join(this.folder, "book", "policy"),
      "log " + key + "\nwitness W " + itsKey + " " + url + "\nquorum W\n");
    return { witness, said };
  }

  /** A receipt as a page: its text, and what the program told of it. */
  page(name, ...words) {
    const told = JSON.parse(this.run("receipt", ...words, "-o", name, "--json"));
    return { told, text: readFileSync(path.join(this.folder, name), "utf8") };
  }

  write(name, text) {
    const place = path.join(this.folder, name);
    writeFileSync(place, text);
    return "file://" + place;
  }
}
