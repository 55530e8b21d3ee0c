#include "cli/report_output.h"

#include <filesystem>

#include "audit/report/forms.h"
#include "ledger/base/directory.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;

/// The text of a report in the format that the file's ending says.
std::string inFormatOf(const fs::path& file, const Report& report) {
  std::string ending = file.extension().string();
  if (ending == ".html") return htmlForm(report);
  if (ending == ".md") return markdownForm(report);
  if (ending == ".json") return jsonForm(report);
  if (ending == ".txt") return textForm(report);
  throw Fault(FaultKind::kUsage, "\"" + file.string() + "\" does not say a format",
              "End the file's name with .html, .md, .json or .txt.");
}

void print(Call& call, const Report& report) {
  std::string text = call.console.isJson() ? jsonForm(report) : textForm(report);
  call.console.raw(text);
  if (!text.ends_with('\n')) call.console.raw("\n");
}

/// Writes the file whole or not at all.
void writeReport(const fs::path& file, const std::string& text) {
  fs::path path = fs::absolute(file);
  Directory folder = Directory::open(path.parent_path(), Readers::kEveryone);
  folder.writeDurably(path.filename().string(), asBytes(text));
}

}  // namespace

ExitStatus giveReport(Call& call, const Report& report, std::uint64_t entries) {
  const std::optional<std::string>& output = call.arguments.output;
  if (!output || *output == "-") {
    print(call, report);
    return kDone;
  }
  writeReport(*output, inFormatOf(*output, report));
  if (call.console.isJson()) {
    call.console.document("minutebook/report/1", Json::object({{"file", Json::text(*output)}}));
  } else {
    call.console.line("Wrote " + *output + ", from " + std::to_string(entries) + " entries.");
  }
  return kDone;
}

}  // namespace minutebook
