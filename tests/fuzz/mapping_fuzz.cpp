// A mapping from anybody and, after a line of "%%", a sheet: every row of it as record lines, and
// those as statements.

#include <sstream>

#include "cli/import/row_records.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/lines.h"

namespace minutebook {
namespace {

void demandWords(const Refusal& refusal) {
  demand(!refusal.code.empty() && !refusal.reason.empty() && !refusal.remedy.empty());
}

void readRow(const ImportMapping& mapping, const SheetHeading& heading, const CsvRow& row) {
  std::size_t cell = 0;
  if (auto refusal = checkWidth(row, heading, mapping, cell)) return demandWords(*refusal);
  RowReading reading(mapping, heading, row);
  for (const MappedRecord& record : mapping.records) {
    if (auto key = reading.key(&record); !key) demandWords(key.refusal());
    auto line = reading.line(record);
    if (!line) {
      demandWords(line.refusal());
      demand(reading.trouble().mappingLine > 0 && reading.trouble().cell <= heading.width);
    } else if (line.value()) {
      demand(line.value()->find("kind")->text() == record.kind->name);
      if (auto statement = sealedLine(*line.value()); !statement) demandWords(statement.refusal());
    }
  }
}

void readSheet(const ImportMapping& mapping, const std::string& sheet) {
  std::istringstream stream(sheet);
  CsvReader reader(stream, mapping.dialect);
  CsvRow row;
  if (auto first = reader.next(row); !first || !first.value()) return;
  std::size_t cell = 0;
  auto heading = readHeading(row, mapping, cell);
  if (!heading) return demandWords(heading.refusal());
  while (true) {
    auto more = reader.next(row);
    if (!more || !more.value()) return;
    readRow(mapping, heading.value(), row);
  }
}

}  // namespace
}  // namespace minutebook

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace minutebook;
  const std::string text(asText({data, size}));
  const std::string mark = "\n%%\n";
  const std::size_t end = text.find(mark);
  auto read = parseImportMapping(text.substr(0, end), "mapping.toml", theCatalogue());
  if (const auto* refused = std::get_if<MappingRefused>(&read)) {
    demandWords(refused->refusal);
    demand(refused->line > 0);
  } else if (end != text.npos) {
    readSheet(std::get<ImportMapping>(read), text.substr(end + mark.size()));
  }
  return 0;
}
