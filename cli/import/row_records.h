// cli/import/row_records.h
//
// One row of a sheet, read by a mapping: the record lines it makes, in the form that JSON lines
// have, so that everything after this is the same for both.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/import/mapping.h"
#include "ledger/base/csv.h"
#include "ledger/base/outcome.h"
#include "ledger/event/json.h"

namespace minutebook {

/// A heading that fits a mapping: for each column of the mapping, which cell of a row it is.
struct SheetHeading {
  std::vector<std::size_t> cells;
  std::size_t width = 0;  ///< Cells in a row.
};

/// Codes: csv.column-missing, csv.column-twice. `trouble` gets the cell, where it is one.
Outcome<SheetHeading> readHeading(const CsvRow& row, const ImportMapping& mapping,
                                  std::size_t& trouble);

/// csv.row-length unless the row has as many cells as the heading. `trouble` as above.
std::optional<Refusal> checkWidth(const CsvRow& row, const SheetHeading& heading,
                                  const ImportMapping& mapping, std::size_t& trouble);

/// Where in the sheet and the mapping the trouble of a row is.
struct RowTrouble {
  std::size_t cell = 0;           ///< From 1; 0: none in particular.
  std::uint64_t mappingLine = 0;  ///< 0: none in particular.
};

/// Reads one row. Its arguments must outlive it.
class RowReading {
 public:
  RowReading(const ImportMapping& mapping, const SheetHeading& heading, const CsvRow& row)
      : mapping_(mapping), heading_(heading), row_(row) {}

  /// The cell that tells this row from others: that of the mapping's key or, for a record made once
  /// for each value, of that column. Code: csv.key-missing.
  Outcome<std::string> key(const MappedRecord* record = nullptr);

  /// The record line, or nothing where its conditions do not hold; only what the mapping says is in
  /// it. Codes: csv.unknown-word, date.form, date.no-such-day.
  Outcome<std::optional<Json>> line(const MappedRecord& record);

  /// After a refusal.
  const RowTrouble& trouble() const { return trouble_; }

 private:
  using Given = Outcome<std::optional<Json>>;

  const std::string& cell(std::size_t column) const;
  bool holds(const std::vector<CellCondition>& conditions) const;
  Given value(const MappedValue& from);
  Given list(const MappedValue& from);
  Given object(const MappedValue& from);
  Given split(const MappedValue& from);
  /// Nothing where every cell in it is empty.
  Outcome<std::optional<std::string>> text(const MappedValue& from);
  Outcome<std::string> piece(const TextPiece& from);

  const ImportMapping& mapping_;
  const SheetHeading& heading_;
  const CsvRow& row_;
  RowTrouble trouble_;
};

}  // namespace minutebook
