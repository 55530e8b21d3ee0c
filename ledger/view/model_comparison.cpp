#include "ledger/view/model_comparison.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "ledger/tlog/log_reader.h"
#include "ledger/view/named_sql.h"
#include "ledger/view/sqlite.h"
#include "view_files.h"

namespace minutebook {

namespace {

/// Entries that are named of a table with differences.
constexpr std::size_t kEntriesMax = 5;

using Cells = std::vector<Value>;

std::string compareSql(const char* name) {
  return namedSql(view_sql::compare_sql, name);
}

void hashText(Sha256& hasher, char mark, std::string_view text) {
  Bytes head(1, static_cast<std::uint8_t>(mark));
  appendU64(head, text.size());
  hasher.update(head);
  hasher.update(asBytes(text));
}

void hashCell(Sha256& hasher, const Value& cell) {
  if (auto* text = std::get_if<std::string>(&cell)) return hashText(hasher, 't', *text);
  auto* number = std::get_if<std::int64_t>(&cell);
  Bytes bytes(1, static_cast<std::uint8_t>(number ? 'n' : '-'));
  if (number) appendU64(bytes, static_cast<std::uint64_t>(*number));
  hasher.update(bytes);
}

/// The text index keeps the entry under a name of its own.
bool isEntry(const std::string& table, const std::string& column) {
  return column == "entry" || (column == "id" && table.starts_with("entry_text_"));
}

/// The rows of one table of one model, in the order of all their columns; each is taken into the
/// model's digest as it goes by.
class SortedRows {
 public:
  SortedRows(Database& database, const std::string& table, const std::string& sql, Sha256& hasher)
      : rows_(database.prepare(sql)), hasher_(hasher) {
    hashText(hasher_, 'T', table);
    for (int i = 0; i < rows_.columns(); ++i) {
      if (isEntry(table, rows_.columnName(i))) entryColumn_ = static_cast<std::size_t>(i);
    }
    next();
  }

  const std::optional<Cells>& row() const { return row_; }
  void next() {
    row_ = rows_.step() ? std::optional<Cells>(rows_.row()) : std::nullopt;
    if (!row_) return;
    hasher_.update(asBytes(std::string_view("R")));
    for (const Value& cell : *row_) hashCell(hasher_, cell);
  }
  std::optional<std::int64_t> entry() const {
    if (!entryColumn_ || !row_) return std::nullopt;
    auto* entry = std::get_if<std::int64_t>(&(*row_)[*entryColumn_]);
    return entry ? std::optional(*entry) : std::nullopt;
  }

 private:
  Prepared rows_;
  Sha256& hasher_;
  std::optional<std::size_t> entryColumn_;
  std::optional<Cells> row_;
};

void nameEntry(TableDifference& difference, const SortedRows& rows) {
  std::vector<std::int64_t>& entries = difference.entries;
  const std::optional<std::int64_t> entry = rows.entry();
  if (!entry || entries.size() == kEntriesMax) return;
  if (std::find(entries.begin(), entries.end(), *entry) == entries.end()) entries.push_back(*entry);
}

/// Every column, so that nothing depends on where a row lies.
std::string orderedSql(Database& database, const std::string& table) {
  std::string quoted = "\"";
  for (char letter : table) quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  quoted = "main." + quoted + "\"";
  const int columns = database.prepare("SELECT * FROM " + quoted).columns();
  std::string order;
  for (int i = 1; i <= columns; ++i) order += (i > 1 ? "," : "") + std::to_string(i);
  return "SELECT * FROM " + quoted + " ORDER BY " + order;
}

/// Table to how it was declared.
using Tables = std::map<std::string, std::string>;

Tables tablesOf(Database& database) {
  Tables tables;
  Prepared read = database.prepare(compareSql("tables"));
  while (read.step()) {
    tables.emplace(std::get<std::string>(read.value(0)), std::get<std::string>(read.value(1)));
  }
  return tables;
}

/// Two models, gone through table by table.
class Comparer {
 public:
  Comparer(Database& held, Database& given) : held_(held), given_(given) {}

  ModelComparison compare() {
    merge("sqlite_schema", compareSql("schema"), compareSql("schema"));
    const Tables heldTables = tablesOf(held_);
    const Tables givenTables = tablesOf(given_);
    const bool isSearchable = comparison_.differences.empty();
    for (const auto& [table, declared] : givenTables) {
      const auto found = heldTables.find(table);
      if (found == heldTables.end() || found->second != declared) continue;  // Told already.
      merge(table, orderedSql(held_, table), orderedSql(given_, table));
    }
    if (isSearchable) compareSearch();
    comparison_.heldDigest = toHex(heldHash_.finish().view());
    comparison_.givenDigest = toHex(givenHash_.finish().view());
    return std::move(comparison_);
  }

 private:
  void compareSearch() {
    for (Database* database : {&held_, &given_}) database->execute(compareSql("open_searched"));
    merge("entry_text", compareSql("searched"), compareSql("searched"));
  }

  void merge(const std::string& table, const std::string& heldSql, const std::string& givenSql) {
    SortedRows held(held_, table, heldSql, heldHash_);
    SortedRows given(given_, table, givenSql, givenHash_);
    TableDifference difference{table, 0, 0, {}};
    while (held.row() || given.row()) {
      if (held.row() == given.row()) {
        held.next();
        given.next();
      } else if (!given.row() || (held.row() && *held.row() < *given.row())) {
        ++difference.notGiven;
        nameEntry(difference, held);
        held.next();
      } else {
        ++difference.missing;
        nameEntry(difference, given);
        given.next();
      }
    }
    if (difference.notGiven + difference.missing > 0) {
      comparison_.differences.push_back(std::move(difference));
    }
  }

  Database& held_;
  Database& given_;
  Sha256 heldHash_;
  Sha256 givenHash_;
  ModelComparison comparison_;
};

}  // namespace

ModelComparison compareModels(Database& held, Database& given, std::uint64_t size) {
  ModelComparison comparison = Comparer(held, given).compare();
  comparison.size = size;
  return comparison;
}

}  // namespace minutebook
