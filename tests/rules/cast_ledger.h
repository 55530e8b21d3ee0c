// tests/rules/cast_ledger.h
//
// A ledger with the people of cast.table, and submissions by its coordinator Cora, for tests in
// C++.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/rules/table_run.h"

namespace minutebook {

/// 2027-01-01T00:00:00Z: later than every row of every table.
inline constexpr std::int64_t kAfterTables = 1798761600;

/// Not copied: the ledger reads from the catalogue.
class CastLedger {
 public:
  CastLedger() : ledger_(catalogue_) { ledger_.run(parseTable(readTableFile("cast.table"))); }

  const Catalogue& catalogue() const { return catalogue_; }
  const MemoryFacts& facts() const { return ledger_.facts(); }

  /// A draft of a record line. Throws kBug if the line is refused.
  Draft draft(std::string_view line) const {
    Speaker speaker{"minutebook.example/tables", toBytes(keyNamed("cora").publicKey().view()),
                    "cora"};
    auto composed = Composer(catalogue_, speaker).compose(parseJson(line).value());
    if (!composed) throw Fault(FaultKind::kBug, composed.refusal().reason);
    return std::move(composed.value());
  }

  /// Its statement, with an id made from `number`; secrets are committed to by their own hash.
  static Statement finished(Draft draft, std::uint64_t number) {
    Bytes seed = toBytes(asBytes("cast ledger"));
    appendU64(seed, number);
    draft.setStatementId(StatementId::fromMac(sha256(seed)));
    for (std::size_t i = 0; i < draft.secrets().size(); ++i) {
      draft.setCommitment(i, sha256(draft.secrets()[i].value));
    }
    return std::move(draft.finish().value());
  }

  /// An input said at meeting M-1.
  Statement input(const std::string& id, std::uint64_t number,
                  const std::string& text = "A") const {
    return finished(draft(R"({"kind": "inputReceived", "meeting": "M-1", "id": ")" + id +
                          R"(", "text": {"public": ")" + text + "\"}}"),
                    number);
  }

  /// Signed by Cora.
  static Submission submission(std::vector<Statement> statements) {
    Sha256 hasher;
    std::vector<Hash> leaves;
    for (const Statement& one : statements) leaves.push_back(leafHash(hasher, one.bytes()));
    Bytes message =
        submissionMessage("minutebook.example/tables", leaves.size(), rootOf(hasher, leaves));
    return {std::move(statements), toBytes(keyNamed("cora").sign(message).view())};
  }

 private:
  Catalogue catalogue_;
  TableRun ledger_;
};

}  // namespace minutebook
