#include "cli/finding_lines.h"

namespace minutebook {

Json findingsJson(const std::vector<Finding>& findings) {
  Json list = Json::list();
  for (const Finding& finding : findings) {
    Json one = Json::object({{"code", Json::text(std::string(finding.code()))},
                             {"what", Json::text(std::string(finding.what()))},
                             {"detail", Json::text(shown(finding.detail))},
                             {"toDo", Json::text(finding.toDo())},
                             {"times", Json::number(static_cast<std::int64_t>(finding.times))}});
    if (finding.index)
      one.set("firstBadIndex", Json::number(static_cast<std::int64_t>(*finding.index)));
    list.add(one);
  }
  return list;
}

void tellFindings(Console& console, const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    std::string where = finding.index ? "entry " + std::to_string(*finding.index) + ": " : "";
    std::string often = finding.times > 1 ? " (" + std::to_string(finding.times) + " places)" : "";
    console.line("FAILED  " + where + std::string(finding.what()) + often);
    if (!finding.detail.empty()) console.line("        " + finding.detail);
  }
  tellRemedies(console, findings);
}

void tellRemedies(Console& console, const std::vector<Finding>& findings) {
  for (const std::string& one : remediesOf(findings)) console.line("What to do: " + one);
}

}  // namespace minutebook
