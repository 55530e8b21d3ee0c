#include "audit/report/due.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "audit/report/due_items.h"
#include "audit/report/made_from.h"
#include "audit/report/plain_words.h"

namespace minutebook {

namespace {

/// One section for each way in which something can stand, in the order of the page.
struct StateSection {
  DueState state;
  const char* id;
  const char* title;
};

constexpr std::array<StateSection, 6> kSections = {{
    {DueState::kLate, "late", "Late"},
    {DueState::kCannotTell, "cannot-tell", "Nobody can tell whether it is late"},
    {DueState::kComing, "coming", "Today and to come"},
    {DueState::kWaiting, "waiting", "Waiting: paused, and so not late"},
    {DueState::kNoDate, "no-date", "No date recorded"},
    {DueState::kStanding, "standing", "Standing promises that nobody has recorded using"},
}};

/// With a last day asked for: what is sure to come later, or has no date, is left out.
bool isAskedFor(const DueItem& item, const DueOptions& options) {
  if (!options.by) return true;
  if (item.due.empty() || item.state == DueState::kStanding) return false;
  return !item.days.first || *item.days.first <= *options.by;
}

bool isShown(const DueItem& item, const DueOptions& options) {
  return isAskedFor(item, options) && options.shownTo.maySeeAnyOf(item.to, item.by);
}

std::string dueWords(const DueItem& item) {
  if (item.due.empty()) return "no date recorded";
  std::string text = plainWhen(item.due);
  bool hangs = text.find(' ') != text.npos;
  if (hangs && item.days.isOneDay()) text = dayText(*item.days.last) + " (" + text + ")";
  return text;
}

Table tableOf(const std::vector<DueItem>& items, const StateSection& section,
              const DueOptions& options) {
  Table table{"Soonest first", {"What", "Due", "How late", "To whom", "By whom", "Record"}, {}};
  for (const DueItem& item : items) {
    if (item.state != section.state || !isShown(item, options)) continue;
    table.rows.push_back({Line{item.what, item.entries}, Line{dueWords(item), {}},
                          Line{item.late, {}}, Line{item.to, {}}, Line{item.by, {}},
                          Line{item.record, {}}});
  }
  return table;
}

/// How many of each group, late and in all.
Table countTable(const std::vector<DueItem>& items, const DueOptions& options) {
  struct Counts {
    std::int64_t late = 0;
    std::int64_t all = 0;
    Entries entries;  // Of the lines that are shown.
  };
  std::map<std::string_view, Counts> groups;
  for (const DueItem& item : items) {
    if (!isAskedFor(item, options)) continue;
    Counts& counts = groups[dueGroupOf(item.sort)];
    counts.late += item.state == DueState::kLate;
    ++counts.all;
    if (options.shownTo.maySeeAnyOf(item.to, item.by)) {
      counts.entries.push_back(item.entries.front());
    }
  }
  Table table{"How much is owed", {"Of what", "Late", "In all"}, {}};
  for (auto& [group, counts] : groups) {
    Figure all;
    all.numerator = counts.all;
    all.value = std::to_string(counts.all);
    table.rows.push_back(
        {Line{std::string(group), {}}, Line{std::to_string(counts.late), {}}, std::move(all)});
  }
  return table;
}

std::string todaySentence(const DueOptions& options) {
  std::string text = "Today is " + dayText(options.today) + ", where the ledger is kept.";
  if (options.by) text += " Shown is what is due, or may be, by " + dayText(*options.by) + ".";
  return text;
}

std::string leftOutSentence(const std::vector<DueItem>& items, const DueOptions& options) {
  std::int64_t undated = 0;
  for (const DueItem& item : items) undated += item.due.empty();
  if (!options.by || undated == 0) return "";
  return counted(undated, "thing that is owed has", "things that are owed have") +
         " no date recorded and cannot be placed; without --by they are listed, too.";
}

}  // namespace

Report dueReport(Query& query, const DueOptions& options) {
  Report report =
      startReport(query, options.scope, "minutebook/report-due/1", "What is owed, and to whom");
  std::vector<DueItem> items = dueItems(query, options.scope, options.today);
  Section totals{"totals", "In short", {}};
  totals.blocks.push_back(Paragraph{{todaySentence(options), {}}});
  Table counts = countTable(items, options);
  bool nothing = counts.rows.empty();
  if (nothing) {
    totals.blocks.push_back(
        Paragraph{{"Nothing on record is owed. What nobody wrote down cannot be seen here.", {}}});
  } else {
    totals.blocks.push_back(std::move(counts));
  }
  auto heldBack = std::count_if(items.begin(), items.end(), [&](const DueItem& item) {
    return isAskedFor(item, options) && !isShown(item, options);
  });
  if (heldBack > 0) {
    auto lines = static_cast<std::size_t>(heldBack);
    totals.blocks.push_back(Paragraph{{heldBackWords(lines, "line"), {}}});
  }
  std::string leftOut = leftOutSentence(items, options);
  if (!leftOut.empty()) totals.blocks.push_back(Paragraph{{leftOut, {}}});
  report.sections.push_back(std::move(totals));
  for (const StateSection& section : kSections) {
    Table table = tableOf(items, section, options);
    if (table.rows.empty()) continue;
    report.sections.push_back({section.id, section.title, {std::move(table)}});
  }
  addCards(query, report);
  return report;
}

}  // namespace minutebook
