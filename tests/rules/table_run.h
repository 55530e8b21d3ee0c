// tests/rules/table_run.h
//
// Runs a rule table on a ledger in memory: real composing, real Ed25519 keys made from names, real
// rules and door. Only sealing is plain: a value's commitment is its own hash.

#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ledger/crypto/ed25519.h"
#include "ledger/door/door.h"
#include "ledger/event/compose.h"
#include "tests/rules/table.h"
#include "tests/support/memory_facts.h"

namespace minutebook {

/// What came of a row, beside what the table says.
struct RowResult {
  TableRow row;
  std::string verdict;  ///< "admitted", a code, or "-".
  std::string field;
  std::string reason;
  std::string remedy;
};

/// The signing key that a name stands for in every table.
SigningKey keyNamed(const std::string& name);

/// One ledger, and the rows that were tried on it.
class TableRun {
 public:
  explicit TableRun(const Catalogue& catalogue);

  /// Runs a table, after the one that it starts from. Throws kUsage if a row cannot be understood.
  std::vector<RowResult> run(const Table& table);
  /// Called before the rows of each submission of run() are tried; it may try others.
  void watch(std::function<void(const std::vector<TableRow>&)> before) {
    before_ = std::move(before);
  }
  /// What would come of the rows as one submission. Nothing is recorded.
  std::vector<RowResult> attempt(const std::vector<TableRow>& rows);
  const MemoryFacts& facts() const { return facts_; }
  /// What was admitted so far, as bytes: enough to say it all again.
  struct Submitted {
    std::int64_t time = 0;
    std::vector<Bytes> statements;
    Bytes signature;
  };
  const std::vector<Submitted>& submitted() const { return submitted_; }
  /// The name of a row that is in the ledger; empty if none is.
  std::string nameOnRecord() const;

 private:
  /// Openings in memory: every sealed value there ever was.
  class Memory : public Disclosures {
   public:
    Disclosure open(std::uint64_t index, const FieldPath& path) override;
    void keep(std::uint64_t index, const Secrets& secrets);

   private:
    std::map<std::pair<std::uint64_t, FieldPath>, Bytes> values_;
  };

  struct Attempt {
    std::vector<RowResult> results;
    std::optional<Admitted> admitted;
    std::vector<Secrets> secrets;
  };

  Attempt attemptOf(const std::vector<TableRow>& rows);
  std::vector<RowResult> runTogether(const std::vector<TableRow>& rows);
  std::string filledIn(const std::string& text) const;
  Json lineOf(const TableRow& row) const;
  Json valueOf(const FieldInfo& field, const std::string& value) const;
  StatementId idOf(const TableRow& row);

  const Catalogue& catalogue_;
  MemoryFacts facts_;
  Memory memory_;
  std::vector<Submitted> submitted_;
  std::map<std::string, StatementId> named_;
  std::uint64_t attempts_ = 0;
  std::function<void(const std::vector<TableRow>&)> before_;
};

}  // namespace minutebook
