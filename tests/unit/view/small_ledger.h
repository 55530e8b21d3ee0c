// tests/unit/view/small_ledger.h
//
// A ledger in memory made of record lines, without keys, rules or vault: enough to read.

#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "ledger/event/compose.h"
#include "ledger/event/submission.h"
#include "tests/support/memory_log.h"

namespace minutebook {

/// Composes lines, seals what is to be sealed with a made-up commitment, and appends the entries.
class SmallLedger {
 public:
  SmallLedger() : composer_(catalogue_, Speaker{"example.org/small", Bytes(32, 7), "P-1"}) {
    append(std::string(R"({"kind": "ledgerOpened", "title": "Small", "keeper": "A group", )") +
           R"("steward": "P-1", "stewardKey": ")" + toHex(Bytes(32, 7)) + R"(", "clerkKey": ")" +
           toHex(Bytes(32, 8)) + R"(", "logKey": ")" + toHex(Bytes(32, 9)) +
           R"(", "rulesVersion": 1})");
  }

  /// The statement's id as text. Throws std::runtime_error with the refusal if it has no form.
  std::string append(std::string_view line) {
    Outcome<Json> json = parseJson(line);
    if (!json) throw std::runtime_error(json.refusal().reason);
    Outcome<Draft> draft = composer_.compose(json.value());
    if (!draft) {
      throw std::runtime_error(draft.refusal().code + " " + draft.refusal().field + ": " +
                               draft.refusal().reason + " in " + std::string(line));
    }
    StatementId id;
    id.bytes[0] = 1;
    id.bytes[6] = 0x70;
    id.bytes[8] = 0x80;
    for (int i = 0; i < 4; ++i) {
      id.bytes[15u - static_cast<unsigned>(i)] = static_cast<std::uint8_t>(log_.size() >> (8 * i));
    }
    Draft& made = draft.value();
    if (!json.value().find("statementId")) made.setStatementId(id);
    for (std::size_t i = 0; i < made.secrets().size(); ++i) {
      Hash salted;  // Says nothing about the value, as a commitment does.
      salted.bytes.fill(static_cast<std::uint8_t>(i + 1));
      made.setCommitment(i, salted);
    }
    Outcome<Statement> statement = made.finish();
    if (!statement) throw std::runtime_error(statement.refusal().reason);
    EntryParts parts;
    parts.recordedAt = kRecordedAt + static_cast<std::int64_t>(log_.size());
    parts.count = 1;
    parts.statement = toBytes(statement.value().bytes());
    parts.signature = Bytes(64, 1);
    log_.append(encodeEntry(parts));
    return statement.value().id().text();
  }

  MemoryLog& log() { return log_; }
  const Catalogue& catalogue() const { return catalogue_; }

  static constexpr std::int64_t kRecordedAt = 1'700'000'000;

 private:
  Catalogue catalogue_;
  Composer composer_;
  MemoryLog log_;
};

}  // namespace minutebook
