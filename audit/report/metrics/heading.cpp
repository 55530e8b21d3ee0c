#include "audit/report/metrics/heading.h"

#include <string>

#include "ledger/base/fault.h"
#include "ledger/view/named_sql.h"

namespace minutebook {

namespace {

/// The rest of a heading's line behind `mark`; false if it begins with something else.
bool takeMark(const std::string& line, std::string_view mark, std::string& rest) {
  if (!line.starts_with(mark)) return false;
  rest = line.substr(mark.size());
  return true;
}

void readPartner(const std::string& text, MetricHelp& help) {
  std::size_t end = text.find("; ");
  if (end == text.npos) throw Fault(FaultKind::kBug, "metric " + help.id + ": partner and why");
  help.partner = text.substr(0, end);
  help.partnerWhy = text.substr(end + 2);
}

void readLine(const std::string& line, MetricHelp& help) {
  std::string rest;
  if (help.title.empty()) {
    help.title = line;
  } else if (takeMark(line, "Says: ", help.says) || takeMark(line, "Nothing: ", help.nothing) ||
             takeMark(line, "Number: ", help.number) ||
             takeMark(line, "Stands for all: ", help.standsForAll)) {
  } else if (takeMark(line, "Partner: ", rest)) {
    readPartner(rest, help);
  } else if (takeMark(line, "Waiting: ", help.number)) {
    help.isWaiting = true;
  } else if (takeMark(line, "Interval: ", rest)) {
    help.hasInterval = true;
  } else if (takeMark(line, "Opens: ", rest)) {
    help.linksTheRest = true;
  } else if (takeMark(line, "For: ", rest)) {
    help.forCoordinators = true;
  } else {
    help.tells += (help.tells.empty() ? "" : " ") + line;
  }
}

}  // namespace

MetricHelp metricHeading(std::string_view id, std::string_view file) {
  MetricHelp help;
  help.id = id;
  for (const std::string& line : headingOf(file)) readLine(line, help);
  return help;
}

}  // namespace minutebook
