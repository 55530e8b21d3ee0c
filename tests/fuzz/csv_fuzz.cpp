// A sheet from anybody. The first byte chooses how it is said to be written.

#include <sstream>

#include "ledger/base/csv.h"
#include "ledger/base/utf8.h"
#include "tests/fuzz/fuzz_target.h"

namespace minutebook {
namespace {

/// The row in quotation marks throughout.
std::string quoted(const CsvRow& row) {
  std::string line;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    line += i > 0 ? ",\"" : "\"";
    for (const char c : row.cells[i]) line += c == '"' ? "\"\"" : std::string(1, c);
    line += '"';
  }
  return line + "\n";
}

}  // namespace
}  // namespace minutebook

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace minutebook;
  if (size == 0) return 0;
  CsvDialect dialect;
  dialect.separator = (data[0] & 1) != 0 ? ';' : ',';
  if ((data[0] & 2) != 0) dialect.encoding = CsvEncoding::kWindows1252;
  std::istringstream stream(std::string(asText({data + 1, size - 1})));
  CsvReader reader(stream, dialect);
  CsvRow row;
  std::uint64_t rows = 0;
  while (true) {
    const Outcome<bool> more = reader.next(row);
    if (!more) {
      demand(!more.refusal().code.empty() && !more.refusal().remedy.empty());
      demand(reader.place().row == rows + 1 && reader.place().column > 0);
      return 0;
    }
    if (!more.value()) return 0;
    demand(row.place.row == ++rows && !row.cells.empty());
    for (const std::string& cell : row.cells) demand(isUtf8(cell));
    std::istringstream again(quoted(row));
    CsvReader second(again, {});
    CsvRow same;
    // Windows-1252 may grow beyond the bound of a row when it becomes UTF-8.
    const Outcome<bool> read = second.next(same);
    demand(read ? same.cells == row.cells : read.refusal().code == "csv.too-long");
  }
}
