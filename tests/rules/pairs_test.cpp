// The order of the list, tried on pairs. Whatever a refused row of a table breaks, a second rule is
// broken on top of it, and the one that stands first in the list has to be told.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "ledger/rules/authority.h"
#include "ledger/rules/fact_keys.h"
#include "ledger/rules/refusal_list.h"
#include "tests/rules/table_run.h"

namespace minutebook {
namespace {

/// A way to break one rule more. `apply` changes the row, or says that it cannot be broken here.
struct Breaker {
  std::string code;
  bool changesAuthor = false;  ///< What the row broke may rest on who its author was.
  std::function<bool(const TableRun&, const Catalogue&, TableRow&)> apply;
};

bool opensLedger(const TableRow& row) {
  return row.what.starts_with("ledgerOpened");
}

bool isActive(const TableRun& ledger, const std::string& name) {
  auto key = findKey(ledger.facts(), keyNamed(name).publicKey().view());
  return key && key->active;
}

/// An id that the register of the row's own id knows already.
std::string takenId(const TableRun& ledger, const Catalogue& catalogue, const Said& said) {
  const FieldInfo* id = catalogue.kind(said.kind)->structure->find("id");
  if (!id || said.id.empty()) return "";
  switch (id->id) {
    case schema::Register::NOT_RECORDED:
    case schema::Register::AGREEMENT:  // The same version may be adopted again.
    case schema::Register::STANDARD:
      return "";
    default:
      break;
  }
  std::string prefix = fact::record(id->id, "");
  auto first = ledger.facts().all().lower_bound(prefix);
  if (first == ledger.facts().all().end() || !first->first.starts_with(prefix)) return "";
  return first->first.substr(prefix.size());
}

std::vector<Breaker> breakers() {
  auto onRecord = [](const TableRun& ledger) { return ledger.facts().size() > 0; };
  return {
      {"submission.other-ledger", false,
       [=](const TableRun& ledger, const Catalogue&, TableRow& row) {
         row.origin = "other.example";
         return onRecord(ledger);
       }},
      {"submission.signature", false,
       [](const TableRun&, const Catalogue&, TableRow& row) {
         row.signedBy = "somebody else";
         return true;
       }},
      {"submission.time-back", false,
       [=](const TableRun& ledger, const Catalogue&, TableRow& row) {
         row.minute = 0;
         return onRecord(ledger);
       }},
      {"statement.id-reused", false,
       [](const TableRun& ledger, const Catalogue&, TableRow& row) {
         row.idOf = ledger.nameOnRecord();
         return !row.idOf.empty();
       }},
      {"key.unknown", true,
       [](const TableRun&, const Catalogue&, TableRow& row) {
         row.who = "a stranger";
         return !opensLedger(row);
       }},
      {"key.not-for-authors", true,
       [](const TableRun& ledger, const Catalogue&, TableRow& row) {
         row.who = "log";
         return !opensLedger(row) && isActive(ledger, "log");
       }},
      {"right.missing", true,
       [](const TableRun& ledger, const Catalogue& catalogue, TableRow& row) {
         row.who = "clerk";
         Said said = parseSaid(row.what);
         const std::vector<schema::Right>& rights = catalogue.kind(said.kind)->recordedBy;
         bool clerks =
             std::find(rights.begin(), rights.end(), schema::Right::CLERK) != rights.end();
         return !clerks && !opensLedger(row) && isActive(ledger, "clerk");
       }},
      {"reference.itself", false,
       [=](const TableRun& ledger, const Catalogue&, TableRow& row) {
         if (row.name.empty()) row.name = "the row itself";
         row.what += ", causedBy entry:(" + row.name + ")";
         return onRecord(ledger) && row.idOf.empty();
       }},
      {"reference.unknown", false,
       [=](const TableRun& ledger, const Catalogue&, TableRow& row) {
         bool said = row.what.find(", initiative ") != row.what.npos;
         row.what += ", initiative NO-SUCH";
         return onRecord(ledger) && !said;
       }},
      {"id.in-use", false,
       [](const TableRun& ledger, const Catalogue& catalogue, TableRow& row) {
         Said said = parseSaid(row.what);
         std::string taken = takenId(ledger, catalogue, said);
         bool namedElsewhere = row.what.find(taken) != row.what.npos;
         if (taken.empty() || namedElsewhere) return false;
         row.what.replace(said.kind.size() + 1, said.id.size(), taken);
         return true;
       }},
  };
}

/// Tries every breaker on every refused row of every table.
class Pairs {
 public:
  void tryTable(const std::string& file) {
    TableRun ledger(catalogue_);
    ledger.watch([&](const std::vector<TableRow>& rows) {
      bool refused = rows.size() == 1 && refusalRank(rows[0].verdict).has_value();
      if (!refused) return;
      for (const Breaker& breaker : breakers_) tryPair(file, ledger, rows[0], breaker);
    });
    ledger.run(parseTable(readTableFile(file)));
  }

  const std::set<std::string>& compared() const { return compared_; }
  int count() const { return count_; }

 private:
  void tryPair(const std::string& file, TableRun& ledger, TableRow row, const Breaker& breaker) {
    std::size_t own = refusalRank(row.verdict).value();
    std::size_t added = refusalRank(breaker.code).value();
    if (own == added || (breaker.changesAuthor && own < added && !isOfTheWhole(row.verdict)))
      return;
    // A record that names itself no longer does under another id.
    if (row.verdict == "reference.itself" && breaker.code == "id.in-use") return;
    std::string verdict = row.verdict;
    if (!breaker.apply(ledger, catalogue_, row)) return;
    RowResult result = ledger.attempt({row}).front();
    EXPECT_EQ(result.verdict, own < added ? verdict : breaker.code)
        << file << " line " << row.line << ": " << row.what << "\n  broken on top: " << breaker.code
        << "\n  " << result.reason;
    compared_.insert(verdict);
    compared_.insert(breaker.code);
    ++count_;
  }

  /// Whether it concerns the submission or the text, whoever wrote it.
  static bool isOfTheWhole(const std::string& code) {
    return code.starts_with("submission.") || code.starts_with("record.") ||
           code == "statement.id-reused";
  }

  Catalogue catalogue_;
  std::vector<Breaker> breakers_ = breakers();
  std::set<std::string> compared_;
  int count_ = 0;
};

TEST(RefusalPairs, TellTheOneThatStandsFirst) {
  Pairs pairs;
  for (const std::string& file : tableFiles()) pairs.tryTable(file);
  EXPECT_GT(pairs.count(), 1000);
  std::vector<std::string> never;
  for (const ListedRefusal& refusal : refusalList()) {
    if (refusal.kind == RefusalClass::kForm) continue;
    std::string code(refusal.code);
    if (!pairs.compared().contains(code)) never.push_back(code);
  }
  // Of two statements at least, which precedence.table shows; or asked before the rules.
  EXPECT_THAT(never,
              testing::UnorderedElementsAre("submission.two-authors", "standard.does-not-add-up",
                                            "standard.unknown-check", "door.looks-private"));
}

}  // namespace
}  // namespace minutebook
