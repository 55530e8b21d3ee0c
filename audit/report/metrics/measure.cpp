#include "audit/report/metrics/measure.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "audit/report/metrics/heading.h"
#include "audit/report/plain_words.h"
#include "audit/standards/check_file.h"
#include "ledger/base/embedded_file.h"
#include "metric_files.h"
#include "report_files.h"

namespace minutebook {

namespace {

constexpr EmbeddedFile kMetrics[] = {
#include "metric_files.inc"
};

/// Reports name them in this order; a file that is not in it comes last.
constexpr std::string_view kOrder[] = {
    "loop",          "response-time",  "verified-fair", "outside-loop", "reasons",
    "uptake",        "decision-share", "pivotality",    "dissent",      "earliness",
    "agenda-origin", "action-spread",  "load",          "level-gap",    "promises",
    "notice",        "fair-pay",       "wage-floor",    "credit",       "experience",
    "evidence",      "lateness",       "exceptions"};

std::size_t placeOf(std::string_view name) {
  auto found = std::find(std::begin(kOrder), std::end(kOrder), name);
  return static_cast<std::size_t>(found - std::begin(kOrder));
}

/// One row of a metric's file.
struct Case {
  std::string part;
  std::string state;  ///< in, out or unknown.
  std::string provenance;
  std::int64_t weight = 1;
  std::optional<std::int64_t> number;
  Entries entries;
  std::optional<Quarter> quarter;
};

/// Adds cases up to a figure.
class Sum {
 public:
  explicit Sum(const MetricHelp& help) : help_(help) {}

  void add(const Case& one) {
    all_ += one.weight;
    if (one.state == "in") in_ += one.weight;
    if (one.state == "unknown") unknown_ += one.weight;
    for (std::int64_t i = 0; i < one.weight; ++i) figure_.provenance.add(one.provenance);
    if (!help_.linksTheRest || one.state == "out") {
      figure_.entries.insert(figure_.entries.end(), one.entries.begin(), one.entries.end());
    }
    if (!one.number) return;
    numbers_.push_back(*one.number);
    if (one.state != "unknown") waits_.push_back({*one.number, one.state == "in"});
  }

  MetricPart part(std::string name) const {
    MetricPart part;
    part.name = std::move(name);
    part.figure = figure();
    if (help_.hasInterval) part.interval = wilsonInterval(in_, all_ - unknown_);
    if (help_.isWaiting && !waits_.empty()) part.waiting = waitingTimes(waits_);
    if (!help_.isWaiting && !help_.number.empty()) part.spread = spreadOf(numbers_);
    return part;
  }

  Figure figure() const {
    if (all_ == 0) return unrecorded();
    Figure figure = figure_;
    figure.value = std::to_string(in_) + " of " + std::to_string(all_);
    figure.numerator = in_;
    figure.denominator = all_;
    figure.unknowns = unknown_;
    figure.entries = inOrder(std::move(figure.entries));
    return figure;
  }

 private:
  const MetricHelp& help_;
  Figure figure_;
  std::int64_t in_ = 0;
  std::int64_t all_ = 0;
  std::int64_t unknown_ = 0;
  std::vector<std::int64_t> numbers_;
  std::vector<Wait> waits_;
};

Entries entriesListed(const Row& row) {
  Entries entries;
  if (auto entry = row.number("entry")) entries.push_back(*entry);
  std::string also = row.text("also");
  for (std::size_t begin = 0; begin < also.size();) {
    std::size_t end = std::min(also.find(',', begin), also.size());
    if (end > begin) entries.push_back(std::stoll(also.substr(begin, end - begin)));
    begin = end + 1;
  }
  return entries;
}

/// The cases of a metric, each once however many parts it is in, and those of each part.
struct Cases {
  std::vector<Case> all;
  std::vector<std::pair<std::string, std::vector<Case>>> parts;
};

std::map<std::int64_t, Quarter> quartersOf(Query& query, const Rows& rows) {
  std::set<std::int64_t> entries;
  for (const Row& row : rows.rows) entries.insert(row.count("entry"));
  std::map<std::int64_t, Quarter> quarters;
  for (const Row& row : askOf(query, report_files::metrics_sql, "dates", entries).rows) {
    if (auto quarter = quarterOf(row.text("date"))) quarters[row.count("entry")] = *quarter;
  }
  return quarters;
}

std::vector<Case>& partNamed(Cases& cases, const std::string& name) {
  for (auto& [known, list] : cases.parts) {
    if (known == name) return list;
  }
  return cases.parts.emplace_back(name, std::vector<Case>()).second;
}

Cases casesOf(Query& query, const Rows& rows, const MetricHelp& help) {
  bool isWeighted =
      std::find(rows.columns.begin(), rows.columns.end(), "weight") != rows.columns.end();
  std::map<std::int64_t, Quarter> quarters = quartersOf(query, rows);
  Cases cases;
  std::set<std::string> seen;
  for (const Row& row : rows.rows) {
    Case one;
    one.part = row.text("part");
    one.state = row.text("state");
    one.provenance = row.text("provenance");
    if (isWeighted) one.weight = row.count("weight");
    one.number = row.number("number");
    one.entries = entriesListed(row);
    if (auto found = quarters.find(row.count("entry")); found != quarters.end()) {
      one.quarter = found->second;
    }
    std::string key = row.text("entry") + "|" + row.text("also") + "|" + one.state;
    bool isOfWhole = help.standsForAll.empty() || help.standsForAll == one.part;
    if (isOfWhole && seen.insert(key).second) cases.all.push_back(one);
    if (!one.part.empty()) partNamed(cases, one.part).push_back(std::move(one));
  }
  return cases;
}

void replaceIn(std::string& text, std::string_view mark, const std::string& with) {
  if (std::size_t at = text.find(mark); at != text.npos) text.replace(at, mark.size(), with);
}

std::string findingOf(const MetricHelp& help, const Figure& figure) {
  if (!figure.denominator) return help.nothing;
  std::string text = help.says;
  replaceIn(text, "{in}", std::to_string(*figure.numerator));
  replaceIn(text, "{all}", std::to_string(*figure.denominator));
  if (figure.unknowns == *figure.denominator) {
    text += figure.unknowns == 1 ? " The record does not tell of this one."
                                 : " The record does not tell of any of the " +
                                       std::to_string(figure.unknowns) + ".";
  } else if (figure.unknowns > 0) {
    text += " Of " + std::to_string(figure.unknowns) + " more, the record does not tell.";
  }
  return text;
}

void addTrend(Metric& metric, const std::vector<Case>& cases) {
  std::map<Quarter, Sum> sums;
  for (const Case& one : cases) {
    if (!one.quarter) {
      metric.undated += one.weight;
    } else {
      sums.try_emplace(*one.quarter, metric.help).first->second.add(one);
    }
  }
  for (const auto& [quarter, sum] : sums) metric.trend.push_back({quarter, sum.figure()});
}

std::string waitingWords(const WaitingTimes& waiting) {
  std::string text;
  if (waiting.over > 0) {
    text = counted(waiting.over, "is over, after ", "are over, after ") +
           std::to_string(*waiting.lowest) +
           (*waiting.lowest == *waiting.highest ? "" : " to " + std::to_string(*waiting.highest)) +
           " days";
  }
  if (waiting.open > 0) {
    text += (text.empty() ? "" : "; ") + counted(waiting.open, "still waits", "still wait") +
            ", the longest for " + std::to_string(*waiting.longestOpen) + " days";
  }
  return text + (waiting.median ? "; half are over after " + std::to_string(*waiting.median) +
                                      " days, open ones counted"
                                : "; half of them: not reached, open ones counted");
}

}  // namespace

std::string besidePart(const MetricPart& part, const MetricHelp& help) {
  std::string text;
  auto add = [&](const std::string& more) { text += (text.empty() ? "" : ". ") + more; };
  if (part.interval) {
    std::int64_t known = *part.figure.denominator - part.figure.unknowns;
    add("Of the " + std::to_string(known) +
        " known, 95 % interval: " + intervalWords(*part.interval));
  }
  if (part.spread) {
    add(std::to_string(part.spread->count) + " with " + help.number + ": lowest " +
        std::to_string(part.spread->lowest) + ", middle " + halvesWords(part.spread->medianTwice) +
        ", highest " + std::to_string(part.spread->highest));
  }
  if (part.waiting) add(waitingWords(*part.waiting));
  return text;
}

std::vector<MetricHelp> allMetrics() {
  std::vector<MetricHelp> helps;
  for (const EmbeddedFile& file : kMetrics) helps.push_back(metricHeading(file.name, file.text));
  std::stable_sort(helps.begin(), helps.end(), [](const MetricHelp& a, const MetricHelp& b) {
    return placeOf(a.id) < placeOf(b.id);
  });
  return helps;
}

std::optional<Metric> measured(Query& query, std::string_view id, const MetricOptions& options) {
  const EmbeddedFile* file = fileCalled(kMetrics, id);
  if (!file) return std::nullopt;
  Metric metric;
  metric.help = metricHeading(file->name, file->text);
  Rows rows = query.all(withShared("metric " + metric.help.id, file->text),
                        {initiativeOf(options.scope), {":today", dayText(options.today)}});
  Cases cases = casesOf(query, rows, metric.help);
  Sum whole(metric.help);
  for (const Case& one : cases.all) whole.add(one);
  metric.whole = whole.part("");
  for (const auto& [name, list] : cases.parts) {
    Sum part(metric.help);
    for (const Case& one : list) part.add(one);
    metric.parts.push_back(part.part(name));
  }
  metric.finding = findingOf(metric.help, metric.whole.figure);
  addTrend(metric, cases.all);
  return metric;
}

}  // namespace minutebook
