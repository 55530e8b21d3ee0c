// ledger/base/csv.h
//
// Strict CSV (RFC 4180), row by row from a stream. What cannot mean one thing only is refused with
// its place: a wrong guess in a spreadsheet moves every later cell by one.

#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/outcome.h"

namespace minutebook {

/// How the bytes of a cell are read.
enum class CsvEncoding { kUtf8, kWindows1252 };

/// What the writer of the file has to be asked, for the bytes do not say it.
struct CsvDialect {
  char separator = ',';
  CsvEncoding encoding = CsvEncoding::kUtf8;
};

/// No row of records is longer, in bytes or in cells. Bounds the memory of an unclosed quote.
inline constexpr std::size_t kCsvRowBytesMax = std::size_t{1} << 20;
inline constexpr std::size_t kCsvCellsMax = 1024;

/// Where something stands, all from 1. A spreadsheet shows rows; an editor shows lines, of which a
/// row with line breaks in its cells has several.
struct CsvPlace {
  std::uint64_t row = 0;
  std::uint64_t line = 0;
  std::size_t column = 0;  ///< 0: the row as a whole.

  bool operator==(const CsvPlace&) const = default;
};

/// One row: its cells in UTF-8, as they stand between separators or quotation marks.
struct CsvRow {
  CsvPlace place;  ///< Where it begins.
  std::vector<std::string> cells;
};

/// Reads one stream. Memory: one row and a buffer. A mark of UTF-8 at the beginning is skipped, and
/// lines end with CR LF or LF; everything else is as RFC 4180 has it.
class CsvReader {
 public:
  /// `from` must outlive this.
  CsvReader(std::istream& from, CsvDialect dialect);

  /// Reads the next row into `row`; false at the end of the file. After a refusal there is nothing
  /// more to read. Codes: csv.encoding, csv.stray-quote, csv.open-quote, csv.bare-return,
  /// csv.too-long.
  Outcome<bool> next(CsvRow& row);

  /// Where the reader stands: after a refusal, where the trouble is.
  const CsvPlace& place() const { return place_; }

 private:
  /// Where in a cell the reader is.
  enum class Within { kStart, kBare, kQuoted, kAfterQuote };

  int peek();
  int take();
  void skipMark();
  /// Takes one byte of the row. True when the row is whole.
  Outcome<bool> step(int byte, CsvRow& row);
  Outcome<bool> stepQuoted(int byte);
  Outcome<bool> endRow(int byte, CsvRow& row);
  Outcome<bool> endCell(CsvRow& row);
  Outcome<bool> keep(int byte);

  std::istream& from_;
  CsvDialect dialect_;
  std::vector<char> buffer_ = std::vector<char>(std::size_t{1} << 16);
  std::string_view unread_;  // Of the buffer.
  CsvPlace place_{0, 1, 0};
  CsvPlace quote_;  // Where the open quotation mark stands.
  Within within_ = Within::kStart;
  std::string cell_;
  std::size_t bytes_ = 0;  // Of this row so far.
};

/// Windows-1252 to UTF-8; false if a byte means nothing there (81, 8D, 8F, 90, 9D). Source: WHATWG
/// Encoding Standard, index windows-1252, less the five it maps to control characters.
bool fromWindows1252(std::string& text);

}  // namespace minutebook
