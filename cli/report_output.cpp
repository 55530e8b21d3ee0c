#include "cli/report_output.h"

#include <filesystem>

#include "audit/report/forms.h"
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

void writeWhole(const fs::path& file, const std::string& text, Readers readers) {
  fs::path path = fs::absolute(file);
  Directory folder = Directory::open(path.parent_path(), readers);
  folder.writeDurably(path.filename().string(), asBytes(text));
}

}  // namespace

const std::string& onlyId(const Call& call, const std::string& example) {
  if (call.arguments.words.size() == 1) return call.arguments.words[0];
  throw Fault(FaultKind::kUsage, call.arguments.command + " needs one id",
              "For example: minutebook " + call.arguments.command + " " + example);
}

Scope scopeOf(const Call& call, const Reading& reading) {
  Scope scope;
  if (!call.arguments.initiative) return scope;
  scope.initiative = reading.find("initiative:" + *call.arguments.initiative).id;
  return scope;
}

std::unique_ptr<WithheldWords> withheldFrom(Call& call, const Reading& reading) {
  schema::Audience audience = reading.viewer.audience;
  bool seesAll =
      audience == schema::Audience::COORDINATORS || audience == schema::Audience::AUDITOR;
  if (seesAll) return nullptr;
  // A page of an earlier day is shown now: what was agreed to then and withdrawn since is not.
  Query query = call.arguments.asOf ? reading.whole(call).query() : reading.model.query();
  DayNumber today = *daysOf(reading.dayNow(call)).first;
  return std::make_unique<WithheldWords>(query, today, reading.viewer.participant);
}

ExitStatus giveReport(Call& call, const Reading& reading, Report report, Readers readers) {
  if (auto withheld = withheldFrom(call, reading)) withheld->takeOutOf(report);
  const std::optional<std::string>& file = call.arguments.output;
  if (!file || *file == "-") {
    std::string text = call.console.isJson() ? jsonForm(report) : textForm(report);
    call.console.raw(text);
    if (!text.ends_with('\n')) call.console.raw("\n");
    return kDone;
  }
  std::string text = inFormatOf(*file, report);
  call.console.beginResult();
  writeWhole(*file, text, readers);
  if (call.console.isJson()) {
    call.console.document("minutebook/report/1", Json::object({{"file", Json::text(*file)}}));
  } else {
    call.console.line("Wrote " + *file + ", from " + std::to_string(report.from.size) +
                      " entries.");
  }
  return kDone;
}

}  // namespace minutebook
