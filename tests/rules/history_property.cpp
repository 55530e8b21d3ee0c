// Laws of histories that nobody chose: what is valid comes in and says the same again from its
// bytes; what breaks a rule is refused with that rule's code and leaves no trace.

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "tests/rules/made_up_history.h"
#include "tests/rules/table_run.h"

namespace minutebook {
namespace {

const Catalogue& theCatalogue() {
  static const Catalogue catalogue;
  return catalogue;
}

std::string describe(const RowResult& result) {
  return result.row.who + " " + result.row.what + ": " + result.verdict + " (" + result.reason +
         "), not " + result.row.verdict;
}

void expectVerdict(const RowResult& result) {
  if (result.verdict != result.row.verdict) RC_FAIL(describe(result));
}

/// The cast and as many further rows as there are steps.
void live(TableRun& ledger, MadeUpHistory& history, int steps) {
  ledger.run(parseTable(readTableFile("cast.table")));
  for (int i = 0; i < steps; ++i) {
    Table one;
    one.rows.push_back(history.next());
    for (const RowResult& result : ledger.run(one)) expectVerdict(result);
  }
}

/// Reads a submission back from its bytes.
Submission readBack(const TableRun::Submitted& kept) {
  Submission submission{{}, kept.signature};
  for (const Bytes& bytes : kept.statements) {
    submission.statements.push_back(std::move(Statement::decode(bytes)).value());
  }
  return submission;
}

RC_GTEST_PROP(History, SaysTheSameAgainFromItsBytes, ()) {
  TableRun ledger(theCatalogue());
  MadeUpHistory history;
  live(ledger, history, *rc::gen::inRange(1, 60));
  MemoryFacts again;
  for (const TableRun::Submitted& kept : ledger.submitted()) {
    auto answer = readmit(readBack(kept), again, kept.time, theCatalogue());
    RC_ASSERT(std::holds_alternative<Admitted>(answer));
    again.append(std::get<Admitted>(answer));
  }
  RC_ASSERT(again.all() == ledger.facts().all());
  RC_ASSERT(again.threadCount() == ledger.facts().threadCount());
  RC_ASSERT(again.threadsRoot() == ledger.facts().threadsRoot());
  RC_ASSERT(again.rootAt(again.size()) == ledger.facts().rootAt(ledger.facts().size()));
}

RC_GTEST_PROP(History, RefusesWhatBreaksARuleWithThatRulesCode, ()) {
  TableRun ledger(theCatalogue());
  MadeUpHistory history;
  live(ledger, history, *rc::gen::inRange(1, 40));
  for (int i = 0; i < 8; ++i) {
    auto tempting = history.temptation();
    if (!tempting) continue;
    auto before = ledger.facts().all();
    Table one;
    one.rows.push_back(*tempting);
    for (const RowResult& result : ledger.run(one)) expectVerdict(result);
    RC_ASSERT(ledger.facts().all() == before);
    RC_TAG(tempting->verdict);
  }
}

// Two rows that are valid one after the other are valid together, and make the same true.
RC_GTEST_PROP(History, IsTheSameInOneSubmissionAsInTwo, ()) {
  TableRun apart(theCatalogue());
  TableRun together(theCatalogue());
  MadeUpHistory history;
  int steps = *rc::gen::inRange(1, 30);
  apart.run(parseTable(readTableFile("cast.table")));
  together.run(parseTable(readTableFile("cast.table")));
  std::optional<TableRow> held;
  for (int i = 0; i < steps; ++i) {
    Table one;
    one.rows.push_back(history.next());
    expectVerdict(apart.run(one).front());
    Table pair;
    bool joins = held && held->who == one.rows[0].who;
    if (held) pair.rows.push_back(*held);
    held = one.rows[0];
    if (joins) {
      pair.rows[0].verdict = "-";
      pair.rows.push_back(*held);
      pair.rows[1].together = true;
      pair.rows[0].minute = pair.rows[1].minute;
      held.reset();
    }
    for (const RowResult& result : together.run(pair)) expectVerdict(result);
  }
  if (held) together.run({"", {*held}});
  RC_ASSERT(apart.facts().all() == together.facts().all());
  RC_ASSERT(apart.facts().size() == together.facts().size());
}

}  // namespace
}  // namespace minutebook
