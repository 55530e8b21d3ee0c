#include "ledger/base/csv.h"

#include <array>
#include <cstdio>

#include "ledger/base/utf8.h"

namespace minutebook {

namespace {

constexpr int kEnd = -1;
constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";

/// Code points of the bytes 80 to 9F; 0 where there is none.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void appendUtf8(std::string& to, char32_t point) {
  if (point < 0x80) {
    to += static_cast<char>(point);
  } else if (point < 0x800) {
    to += static_cast<char>(0xC0 | (point >> 6));
    to += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    to += static_cast<char>(0xE0 | (point >> 12));
    to += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
    to += static_cast<char>(0x80 | (point & 0x3F));
  }
}

Refusal tooLong(std::string reason) {
  return {"csv.too-long", "", std::move(reason),
          "Look for a quotation mark that is never closed; else shorten the row."};
}

Refusal wrongEncoding(std::string reason, std::string remedy) {
  return {"csv.encoding", "", std::move(reason), std::move(remedy)};
}

std::string hexOf(char byte) {
  char text[3];
  std::snprintf(text, sizeof text, "%02X", static_cast<unsigned>(static_cast<unsigned char>(byte)));
  return text;
}

/// The first byte at which `text` stops being UTF-8.
char brokenByte(std::string_view text) {
  while (takeCharacter(text)) {
  }
  return text[0];
}

}  // namespace

bool fromWindows1252(std::string& text) {
  std::string out;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool special = byte >= 0x80 && byte < 0xA0;
    const char32_t point = special ? kWindows1252[byte - 0x80u] : byte;
    if (special && point == 0) return false;
    appendUtf8(out, point);
  }
  text = std::move(out);
  return true;
}

CsvReader::CsvReader(std::istream& from, CsvDialect dialect) : from_(from), dialect_(dialect) {}

int CsvReader::peek() {
  if (unread_.empty()) {
    from_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    unread_ = {buffer_.data(), static_cast<std::size_t>(from_.gcount())};
    if (unread_.empty()) return kEnd;
  }
  return static_cast<unsigned char>(unread_[0]);
}

int CsvReader::take() {
  const int byte = peek();
  if (byte != kEnd) unread_.remove_prefix(1);
  return byte;
}

void CsvReader::skipMark() {
  peek();
  if (dialect_.encoding == CsvEncoding::kUtf8 && unread_.starts_with(kUtf8Mark)) {
    unread_.remove_prefix(kUtf8Mark.size());
  }
}

Outcome<bool> CsvReader::next(CsvRow& row) {
  if (place_.row == 0) skipMark();
  row.cells.clear();
  if (peek() == kEnd) return false;
  ++place_.row;
  place_.column = 1;
  row.place = {place_.row, place_.line, 0};
  bytes_ = 0;
  while (true) {
    Outcome<bool> whole = step(take(), row);
    if (!whole) return whole.refusal();
    if (whole.value()) return true;
  }
}

Outcome<bool> CsvReader::step(int byte, CsvRow& row) {
  if (within_ == Within::kQuoted) return stepQuoted(byte);
  if (byte == kEnd || byte == '\n') return endRow(byte, row);
  if (byte == '\r') {
    if (peek() == '\n') return false;  // The line feed ends the row.
    return Refusal{"csv.bare-return", "",
                   "A carriage return stands here without a line feed, outside quotation marks.",
                   "Save the sheet as CSV again, with line ends of Windows or Unix."};
  }
  if (byte == static_cast<unsigned char>(dialect_.separator)) {
    if (auto kept = endCell(row); !kept) return kept;
    ++place_.column;
    if (place_.column > kCsvCellsMax) {
      return tooLong("The row has more than " + std::to_string(kCsvCellsMax) + " cells.");
    }
    return false;
  }
  if (within_ == Within::kAfterQuote) {
    return Refusal{"csv.stray-quote", "", "Text follows the closing quotation mark of this cell.",
                   "Put the whole cell in quotation marks and write each one inside it twice."};
  }
  if (byte == '"') {
    if (within_ == Within::kBare) {
      return Refusal{"csv.stray-quote", "",
                     "A quotation mark stands inside a cell that does not begin with one.",
                     "Put the whole cell in quotation marks and write each one inside it twice."};
    }
    within_ = Within::kQuoted;
    quote_ = place_;
    return false;
  }
  within_ = Within::kBare;
  return keep(byte);
}

Outcome<bool> CsvReader::stepQuoted(int byte) {
  if (byte == kEnd) {
    place_ = quote_;
    return Refusal{"csv.open-quote", "",
                   "The quotation mark that begins this cell is never closed.",
                   "Close the quotation mark, or take it away."};
  }
  if (byte == '"') {
    if (peek() != '"') {
      within_ = Within::kAfterQuote;
      return false;
    }
    take();
  }
  if (byte == '\n') ++place_.line;
  auto kept = keep(byte);
  if (!kept) place_ = quote_;
  return kept;
}

Outcome<bool> CsvReader::keep(int byte) {
  if (byte == 0) {
    return wrongEncoding("The file holds the character U+0000, as text in UTF-16 does.",
                         "Save the sheet as CSV in UTF-8.");
  }
  if (++bytes_ > kCsvRowBytesMax) {
    return tooLong(
        "The row has more than " + std::to_string(kCsvRowBytesMax) + " bytes" +
        (within_ == Within::kQuoted ? "; is the quotation mark here ever closed?" : "."));
  }
  cell_ += static_cast<char>(byte);
  return false;
}

Outcome<bool> CsvReader::endRow(int byte, CsvRow& row) {
  if (auto kept = endCell(row); !kept) return kept;
  if (byte == '\n') ++place_.line;
  return true;
}

Outcome<bool> CsvReader::endCell(CsvRow& row) {
  within_ = Within::kStart;
  if (dialect_.encoding == CsvEncoding::kUtf8) {
    if (!isUtf8(cell_)) {
      return wrongEncoding(
          "The byte " + hexOf(brokenByte(cell_)) + " in this cell is not UTF-8.",
          "Save the sheet as CSV in UTF-8; if it came from an older Windows program, declare "
          "encoding = \"windows-1252\" in the mapping.");
    }
  } else if (place_.row == 1 && place_.column == 1 && cell_.starts_with(kUtf8Mark)) {
    return wrongEncoding("The file begins with the mark of UTF-8, not of Windows-1252.",
                         "Declare encoding = \"utf-8\" in the mapping.");
  } else if (!fromWindows1252(cell_)) {
    return wrongEncoding("This cell holds a byte that means nothing in Windows-1252.",
                         "Find out how the sheet was saved; encoding = \"utf-8\" is usual.");
  }
  row.cells.push_back(std::move(cell_));
  cell_.clear();
  return false;
}

}  // namespace minutebook
