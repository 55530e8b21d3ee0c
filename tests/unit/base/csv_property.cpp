// tests/unit/base/csv_property.cpp
//
// Laws of the CSV reader, for tables nobody chose.

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "ledger/base/csv.h"

namespace minutebook {
namespace {

using Table = std::vector<std::vector<std::string>>;

/// A table of one width, of characters that CSV cares about and a few that it does not.
Table arbitraryTable() {
  const auto width = *rc::gen::inRange<std::size_t>(1, 6);
  const auto cell =
      rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                       "\"", ",", ";", "\r", "\n", "a", " ", "é", "€", "😀", "=")),
                   [](const std::vector<std::string>& characters) {
                     std::string text;
                     for (const std::string& one : characters) text += one;
                     return text;
                   });
  return *rc::gen::container<Table>(rc::gen::container<std::vector<std::string>>(width, cell));
}

/// As RFC 4180 writes it: quotation marks where they are needed and, if `often`, elsewhere too.
std::string written(const Table& table, char separator, const std::string& lineEnd, bool often) {
  std::string text;
  for (const auto& row : table) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += separator;
      if (!often && row[i].find_first_of(std::string("\"\r\n") + separator) == std::string::npos) {
        text += row[i];
        continue;
      }
      text += '"';
      for (const char c : row[i]) text += c == '"' ? "\"\"" : std::string(1, c);
      text += '"';
    }
    text += lineEnd;
  }
  return text;
}

RC_GTEST_PROP(CsvTable, WrittenByTheStandardReadsBackEqual, ()) {
  const Table table = arbitraryTable();
  const char separator = *rc::gen::element(',', ';', '\t', '|');
  const std::string lineEnd = *rc::gen::element<std::string>("\n", "\r\n");
  std::istringstream stream(written(table, separator, lineEnd, *rc::gen::arbitrary<bool>()));
  CsvReader reader(stream, {separator, CsvEncoding::kUtf8});
  CsvRow row;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Outcome<bool> more = reader.next(row);
    RC_ASSERT(more && more.value());
    RC_ASSERT(row.place.row == i + 1);
    RC_ASSERT(row.cells == table[i]);
  }
  const Outcome<bool> more = reader.next(row);
  RC_ASSERT(more && !more.value());
}

RC_GTEST_PROP(CsvTable, OfAnyBytesIsReadOrRefusedWithinItsLines, ()) {
  const auto bytes = *rc::gen::arbitrary<std::string>();
  std::istringstream stream(bytes);
  CsvReader reader(stream, {});
  CsvRow row;
  const auto lines = static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1;
  Outcome<bool> more = true;
  while (more && more.value()) {
    more = reader.next(row);
    RC_ASSERT(reader.place().line <= lines);
    if (!more) RC_ASSERT(reader.place().row > 0 && reader.place().column > 0);
  }
}

RC_GTEST_PROP(Windows1252, GivesOneCharacterAByteOrNothing, ()) {
  const auto byte = static_cast<char>(*rc::gen::inRange<int>(0, 256));
  std::string text(3, byte);
  const bool known = fromWindows1252(text);
  const std::string_view unknown = "\x81\x8d\x8f\x90\x9d";
  RC_ASSERT(known == (unknown.find(byte) == unknown.npos));
  if (!known) return;
  const auto starts =
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; });
  RC_ASSERT(starts == 3);
}

}  // namespace
}  // namespace minutebook
