// cli/import/csv_import.h
//
// `minutebook import FILE.csv --map MAPPING.toml`. The file is read twice: once to see that all of
// it can be understood, once to record it batch by batch.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/import/desk.h"
#include "cli/import/mapping.h"
#include "cli/import/said_before.h"
#include "cli/import/sheet.h"

namespace minutebook {

/// Imports sheets under one mapping. Memory: a batch, sixteen bytes for each row's key, and what is
/// recorded once for each different value. Its arguments must outlive it.
class CsvImport {
 public:
  CsvImport(ImportDesk& desk, const std::string& origin, const ImportMapping& mapping);

  /// Checks one file, and has the desk's first look see what it would make, where that is needed.
  ExitStatus lookThrough(const std::string& file);
  /// Records one file that was looked through. Throws kMissing, kIo; and kIo if the file changes
  /// while it is read.
  ExitStatus run(const std::string& file);

 private:
  /// Why a row cannot be taken, and where it stands.
  struct Refused {
    Refusal refusal;
    std::string place;
  };
  /// Where a draft comes from.
  struct DraftPlace {
    CsvPlace row;
    const MappedRecord* mapped = nullptr;
  };
  /// Rows that go into one submission.
  struct Batch {
    std::vector<PreparedDraft> drafts;
    std::vector<DraftPlace> places;
    std::uint64_t firstRow = 0;
    std::uint64_t lastRow = 0;
    std::uint64_t corrected = 0;
    std::uint64_t already = 0;
    std::uint64_t erased = 0;
    std::size_t bytes = 0;
  };
  /// A record of the row that an earlier import made by another [[record]] of the mapping.
  struct MadeOtherwise {
    const MappedRecord* by = nullptr;
    std::string key;
    SaidBefore before;
  };
  /// What a record made once for each value said in this file, and in which row.
  struct SaidOnce {
    Json line;
    std::uint64_t row = 0;
  };

  enum class Looks { kYes, kNo };

  /// The first reading: shape, keys, words and dates. Sets document_.
  std::optional<Refused> check(const std::string& file, Looks looks);
  std::optional<Refused> checkRow(const std::string& file, const Sheet& sheet, const CsvRow& row,
                                  Looks looks);
  ExitStatus refuseWhatIsWrong(const std::optional<Refused>& refused);
  /// Has the first look see one record of a row; one that is made once, once.
  void lookAt(RowReading& reading, const LinePlace& place, Json line);
  std::optional<Refused> findKeyTwice(const std::string& file);
  /// The second.
  ExitStatus record(const std::string& file);
  std::optional<Refused> addRow(const Sheet& sheet, const CsvRow& row, Batch& batch);
  Outcome<bool> addRecord(RowReading& reading, const CsvRow& row, const MappedRecord& mapped,
                          Batch& batch);
  /// A record that was imported before: a correction, or nothing where it says the same.
  Outcome<bool> addAgain(const EarlierImports::Key& which, const SaidBefore& before, Json line,
                         const CsvRow& row, const MappedRecord& mapped, Batch& batch);
  /// Whether this file has said so before, of a record that is made once; or otherwise, which is
  /// csv.key-twice.
  Outcome<bool> saidInThisFile(const StatementId& id, const Json& line, const CsvRow& row,
                               const MappedRecord& mapped, const std::string& key);
  /// Whether the line's own id was given out before, by another sheet or by hand.
  bool isKnown(const Json& line, const KindInfo& kind) const;
  /// The one that has the line's id, made by conditions that held for the row then and do not now.
  /// id.in-use if a correction cannot say so.
  Outcome<std::optional<MadeOtherwise>> findOtherwise(RowReading& reading,
                                                      const MappedRecord& mapped, const Json& line);
  Outcome<bool> addDraft(const StatementId& id, const Json& line, Batch& batch);
  std::optional<Refused> finish(const Sheet& sheet, const std::string& file, Batch& batch);
  bool isFull(const Batch& batch) const;

  void addOrigins(Json& line, const KindInfo& kind, std::uint64_t row) const;
  Json correctionOf(const SaidBefore& before, const Json& line,
                    const std::vector<std::string>& changed, std::uint64_t row) const;

  ImportDesk& desk_;
  const ImportMapping& mapping_;
  EarlierImports earlier_;
  std::string document_;                                       // SHA-256 of the file at hand, hex.
  std::vector<std::pair<std::uint64_t, std::uint64_t>> keys_;  // Short hash, row.
  std::map<StatementId, SaidOnce> once_;
  std::set<std::pair<std::size_t, std::string>> seenOnce_;  // By the first look.
  bool titleSeen_ = false;
  std::string file_;     // The one at hand,
  std::string checked_;  // and the one that was checked last.
};

}  // namespace minutebook
