// `minutebook trail`, `you-said` and `report`: what the record says, as a page.

#include <fstream>

#include "audit/report/forms.h"
#include "audit/report/gather.h"
#include "audit/report/trail.h"
#include "audit/report/transparency.h"
#include "audit/report/you_said.h"
#include "cli/commands.h"
#include "cli/disclosing.h"
#include "cli/find_record.h"
#include "cli/model.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;

Scope scopeOf(const Arguments& arguments) {
  Scope scope;
  scope.initiative = arguments.initiative;
  return scope;
}

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

ExitStatus runTrail(Call& call) {
  if (call.arguments.words.size() != 1) {
    throw Fault(FaultKind::kUsage, "trail needs one id", "For example: minutebook trail D-7");
  }
  Reading reading(call);
  FoundRecord found =
      findOneRecord(call.arguments.words[0], reading.store->size(),
                    [&](std::string_view key) { return reading.store->findFact(key); });
  Query query = reading.model.query();
  std::optional<Report> trail = trailOf(query, registerName(found.where), found.id);
  if (!trail) {
    throw Fault(FaultKind::kMissing, "there is no trail of " + call.arguments.words[0],
                "Ask for a record by its id; minutebook show shows a lone entry.");
  }
  print(call, *trail);
  return kDone;
}

ExitStatus runYouSaid(Call& call) {
  Reading reading(call);
  Query query = reading.model.query();
  print(call, youSaidWeDid(query, scopeOf(call.arguments)));
  return kDone;
}

ExitStatus runReport(Call& call) {
  const std::vector<std::string>& words = call.arguments.words;
  if (words.size() != 1 || words[0] != "transparency") {
    throw Fault(FaultKind::kUsage,
                words.empty() ? "report needs the report's name"
                              : "there is no report called \"" + words[0] + "\"",
                "For example: minutebook report transparency -o report.html");
  }
  Reading reading(call);
  Disclosing disclosing(reading.place, *reading.store, call.catalogue, call.arguments,
                        call.surroundings);
  Query query = reading.model.query();
  TransparencyOptions options;
  options.scope = scopeOf(call.arguments);
  options.open = sheetOpener(disclosing);
  Report report = transparencyReport(query, options);
  if (!call.arguments.output || *call.arguments.output == "-") {
    print(call, report);
    return kDone;
  }
  writeReport(*call.arguments.output, inFormatOf(*call.arguments.output, report));
  if (call.console.isJson()) {
    call.console.document("minutebook/report/1",
                          Json::object({{"file", Json::text(*call.arguments.output)}}));
  } else {
    call.console.line("Wrote " + *call.arguments.output + ", from " +
                      std::to_string(reading.model.size()) + " entries.");
  }
  return kDone;
}

}  // namespace minutebook
