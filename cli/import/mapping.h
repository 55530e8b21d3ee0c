// cli/import/mapping.h
//
// How the rows of one spreadsheet become records: what the file is like, and for each row the
// records to make, as somebody who is not a programmer wrote it down in TOML. What can be written
// there: docs/formats/import-mapping.md.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "ledger/base/csv.h"
#include "ledger/base/outcome.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/json.h"

namespace minutebook {

/// A table of words: what a cell says, and what a record says for it.
struct WordTable {
  std::string name;
  std::map<std::string, std::string> words;
};

/// In which order a cell writes a date, and with what between.
struct DateForm {
  std::string spelling;  ///< As declared: "day/month/year".
  std::string order;     ///< "dmy", "mdy" or "ymd".
  char between = '-';
};

/// A piece of a text: words of its own or, where `column` is given, the cell of that column, by way
/// of a table if there is one. Both are places in the mapping's lists.
struct TextPiece {
  std::string words;
  std::optional<std::size_t> column;
  std::optional<std::size_t> table;
};

/// Whether a cell says one of these words; an empty word stands for an empty cell.
struct CellCondition {
  std::size_t column = 0;
  std::vector<std::string> words;
  bool wanted = true;  ///< False: it must say none of them.
};

/// What a field is given: JSON with cells in it.
struct MappedValue {
  enum class Kind {
    kText,    ///< `pieces`
    kPlain,   ///< `plain`: a number, true or false
    kList,    ///< `items`
    kObject,  ///< `items`, each under one of `names`
    kSplit,   ///< `pieces`, taken apart at `separator`
    kChoose,  ///< The first of `items` whose `when` holds
  };
  Kind kind = Kind::kText;
  std::uint64_t line = 0;  ///< Of the mapping.
  std::vector<TextPiece> pieces;
  Json plain;
  std::string separator;
  std::vector<MappedValue> items;
  std::vector<std::string> names;
  std::vector<CellCondition> when;  ///< Of an item of kChoose.
};

/// One record that a row may make.
struct MappedRecord {
  std::string name;  ///< Its own in this mapping; enters the statement's id.
  const KindInfo* kind = nullptr;
  std::uint64_t line = 0;           ///< Of the mapping.
  std::optional<std::size_t> once;  ///< Made once for each different cell of this column.
  bool unlessKnown = false;         ///< Not made where its id is on record already.
  std::vector<CellCondition> when;
  std::vector<std::pair<std::string, MappedValue>> fields;
};

/// A mapping that was understood.
struct ImportMapping {
  std::string path;    ///< For messages.
  std::string source;  ///< What the sheet is called; enters the ids, so it stays the same.
  CsvDialect dialect;
  std::vector<std::string> columns;
  std::size_t key = 0;  ///< The column that tells one row from another.
  std::map<std::size_t, DateForm> dates;
  std::vector<WordTable> tables;
  std::vector<MappedRecord> records;
};

/// What is wrong with a mapping, and in which line of it.
struct MappingRefused {
  Refusal refusal;
  std::uint64_t line = 0;
};

/// Reads the mapping at `path`; its kinds are those of `catalogue`, which must outlive it. Codes:
/// mapping.malformed, mapping.unknown-setting, mapping.missing-setting, mapping.unknown-name,
/// record.unknown-kind, record.unknown-field. Throws kMissing if there is no such file.
std::variant<ImportMapping, MappingRefused> readImportMapping(const std::string& path,
                                                              const Catalogue& catalogue);

/// The same from its text; `path` is for messages.
std::variant<ImportMapping, MappingRefused> parseImportMapping(const std::string& text,
                                                               const std::string& path,
                                                               const Catalogue& catalogue);

}  // namespace minutebook
