// ledger/view/applier.h
//
// Writes entries into the tables of a read model, one after the other.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/event/statement.h"
#include "ledger/event/submission.h"
#include "ledger/tlog/log_reader.h"
#include "ledger/view/corrected_values.h"
#include "ledger/view/record_rows.h"
#include "ledger/view/sqlite.h"
#include "ledger/view/table_plan.h"

namespace minutebook {

/// Applies entries in order. What follows from looking other entries up (corrections, disputes)
/// waits until settle(), so that a rebuild can make its indexes first. Both must outlive this.
class Applier {
 public:
  /// Learns the keys that the model knows already; its tables must exist.
  Applier(Database& database, const ModelPlan& plan);

  /// One entry as it stands in the log. An entry that cannot be read has a row that says so.
  void apply(std::uint64_t index, ByteView bytes);
  /// Applies the corrections and disputes among the entries since the last call, read again from
  /// `log`: keeping them all would take memory without bound.
  void settle(const LogReader& log);

 private:
  using Cells = std::vector<Value>;

  void applyStatement(Cells& entryRow, const Statement& statement);
  Cells envelopeOf(std::int64_t entry, std::int64_t recordedAt, const Statement& statement) const;
  void learnKeys(std::int64_t entry, const Statement& statement);
  void learnKey(const std::string& key, Value participant, Value purpose, std::int64_t entry);
  void writeMentions(std::int64_t entry, const Statement& statement, Cells& entryRow);
  void writeRows(RecordRows& rows);
  void writeText(std::int64_t entry, const RecordRows& rows);
  void insert(const TablePlan& table, const Cells& cells);

  void settleOne(std::int64_t entry, const Statement& statement);
  void correct(std::int64_t entry, const Statement& statement);
  void replaceRows(std::int64_t entry, std::int64_t of, const KindPlan& plan, RecordRows& rows);
  void noteChanges(std::int64_t entry, std::int64_t of, const TablePlan& table,
                   const std::vector<ValueChange>& changes);
  std::vector<Cells> rowsIn(const TablePlan& table, std::int64_t entry);
  Value entryNamed(schema::Ref::Reader ref);
  /// A statement of ddl/apply.sql.
  Prepared& named(const char* name);
  Prepared& cached(const std::string& sql);

  Database& database_;
  const ModelPlan& plan_;
  std::unordered_map<std::string_view, Prepared> named_;  // By literals, which live for ever.
  std::unordered_map<std::string, Prepared> statements_;
  std::unordered_map<const TablePlan*, Prepared> inserts_;
  std::unordered_map<std::string, Value> keys_;  // Public key, hex, to participant.
  std::vector<std::uint64_t> waiting_;           // Indexes of corrections and disputes.
};

}  // namespace minutebook
