#include "audit/report/due_items.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "audit/report/due_dates.h"
#include "audit/report/pauses.h"
#include "audit/report/plain_words.h"
#include "ledger/base/fault.h"
#include "ledger/view/named_sql.h"
#include "report_files.h"

namespace minutebook {

namespace {

/// How a sort of line is told.
struct SortWords {
  std::string_view sort;
  std::string_view group;
  std::string_view lead;  ///< What is owed, before the words of the record.
};

constexpr std::array<SortWords, 30> kSorts = {{
    {"answer", "answers", "An answer to what was said"},
    {"request", "answers", "An answer to a request"},
    {"delivery", "news of answers", "News of the answer: nobody has recorded sending it"},
    {"failed", "news of answers", "The message once more: it did not arrive"},
    {"verdict", "replies to contests", "A reply: the answer was judged not fair"},
    {"dispute", "replies to contests", "A reply: the entry is disputed"},
    {"dissent", "replies to contests", "A reply to dissent"},
    {"promise", "promises", "Promised"},
    {"ifPromise", "promises", "Promised on a condition"},
    {"standing", "standing promises", "Promised for good"},
    {"action", "actions", "To be done"},
    {"claim", "payments", "An answer to a claim"},
    {"approved", "payments", "Payment of a claim that was approved"},
    {"time", "payments", "Pay for time"},
    {"amiss", "payments", "A payment put right"},
    {"rate", "payments",
     "Pay: no time and no payment is recorded, so what is owed cannot be worked out and is not "
     "zero"},
    {"signOff", "sign-offs and reminders", "Sign-off"},
    {"closeRound", "sign-offs and reminders", "The end of a sign-off round"},
    {"papers", "papers", "Papers for the meeting"},
    {"putOff", "updates", "News of what was put off"},
    {"news", "updates", "News promised in a message"},
    {"cameOf", "updates", "What came of a request"},
    {"review", "reviews", "The next review"},
    {"tried", "reviews", "A look at what is being tried"},
    {"consent", "consent, erasure and waivers", "An answer on consent"},
    {"erasure", "consent, erasure and waivers", "Details to be destroyed"},
    {"waiver", "consent, erasure and waivers", "An answer to a waiver"},
    {"support", "support", "Support that was offered to everyone"},
    {"credit", "credits", "A choice how to be named, before the work is published"},
    {"stillOwed", "what was owed at the end", "Still owed when it ended"},
}};

const SortWords& wordsFor(std::string_view sort) {
  auto found = std::find_if(kSorts.begin(), kSorts.end(),
                            [&](const SortWords& words) { return words.sort == sort; });
  if (found == kSorts.end()) {
    throw Fault(FaultKind::kBug, "no words for what is due: " + std::string(sort));
  }
  return *found;
}

/// Who, where several are told one to a line.
std::string peopleOf(const std::string& who) {
  if (who == "sealed") return "somebody whose name stays private";
  std::string text;
  for (std::size_t from = 0; from <= who.size();) {
    std::size_t end = std::min(who.find('\n', from), who.size());
    if (!text.empty()) text += "; ";
    text += plainWho(who.substr(from, end - from));
    from = end + 1;
  }
  return text;
}

/// A single word of the schema in plain words; anything longer as it is.
std::string readable(const std::string& text) {
  return text.find_first_of(" .@-0123456789") == text.npos ? plainWords(text) : text;
}

std::string whatOf(const Row& row) {
  std::string text(wordsFor(row.text("sort")).lead);
  if (!row.isNull("what")) text += ": " + readable(row.text("what"));
  if (!row.isNull("note")) {
    bool full = text.ends_with('.') || text.ends_with('?') || text.ends_with('!');
    bool condition = row.text("sort") == "ifPromise" || row.text("sort") == "promise";
    std::string note = condition ? "On the condition: " + row.text("note") : row.text("note");
    text += full ? " " + sentence(note) : " (" + note + ")";
  }
  return sentence(text);
}

std::string recordOf(const Row& row) {
  if (row.isNull("register") || row.isNull("id")) return "entry " + row.text("entry");
  return plainWords(row.text("register")) + " " + row.text("id");
}

std::string days(std::int64_t number) {
  return counted(number, "day", "days");
}

/// How late, and with that where it stands.
void settle(DueItem& item, DayNumber today) {
  const DaySpan& span = item.days;
  item.state = DueState::kCannotTell;
  item.late = "cannot tell";
  if (item.sort == "standing" || item.due.empty()) {
    item.state = item.sort == "standing" ? DueState::kStanding : DueState::kNoDate;
    item.late = item.sort == "standing" ? "holds for good" : "cannot tell";
  } else if (item.sort == "ifPromise") {
    item.late = "cannot tell: whether the condition has come about is not recorded";
  } else if (span.last && today > *span.last) {
    item.state = DueState::kLate;
    item.late = (span.isOneDay() ? "" : "at least ") + days(today - *span.last) + " late";
  } else if (span.isOneDay() && *span.last == today) {
    item.state = DueState::kComing;
    item.late = "today";
  } else if (span.first && today < *span.first) {
    item.state = DueState::kComing;
    item.late = "in " + days(*span.first - today) + (span.isOneDay() ? "" : " or more");
  }
}

/// Something that nobody may put off by a pause of the work.
bool cannotWait(const std::string& sort) {
  return wordsFor(sort).group == "payments" || sort == "erasure" || sort == "standing";
}

DueItem itemOf(const Row& row, DueDates& dates, const Pauses& pauses, DayNumber today) {
  DueItem item;
  item.sort = row.text("sort");
  item.what = whatOf(row);
  bool fromBase = !row.isNull("base") && !row.isNull("within_days");
  item.to = item.sort == "action" ? "" : peopleOf(row.text("to"));
  item.by = peopleOf(row.text("by"));
  item.record = recordOf(row);
  item.entries = entriesOf(row, "other");
  item.due = row.text("due");
  item.days = item.due.empty() ? DaySpan{} : dates.days(item.due);
  if (fromBase) {
    std::int64_t within = row.count("within_days");
    item.due = days(within) + " after " + row.text("base");
    item.days = dates.days(row.text("base"));
    if (item.days.first) *item.days.first += within;
    if (item.days.last) *item.days.last += within;
  }
  settle(item, today);
  if (cannotWait(item.sort)) return item;
  std::string pause = pauses.holding(
      {row.text("pauses"), row.text("stage"), row.text("initiative"), row.text("by")});
  if (!pause.empty()) {
    item.state = DueState::kWaiting;
    item.late = "waiting, not late: " + pause;
  }
  return item;
}

/// Sorts by the first of the last days it may mean; then by the order of the log.
bool sooner(const DueItem& a, const DueItem& b) {
  auto key = [](const DueItem& item) {
    bool undated = item.due.empty();
    DayNumber day =
        item.days.last.value_or(item.days.first.value_or(std::numeric_limits<DayNumber>::max()));
    return std::tuple(item.sort == "standing", undated, day, item.entries.front());
  };
  return key(a) < key(b);
}

}  // namespace

std::string_view dueGroupOf(std::string_view sort) {
  return wordsFor(sort).group;
}

std::vector<DueItem> dueItems(Query& query, const Scope& scope, DayNumber today) {
  DueDates dates(query);
  Pauses pauses(query);
  std::vector<DueItem> items;
  auto take = [&](std::string_view file, std::string_view statement) {
    for (const Row& row : query.all(namedSql(file, statement)).rows) {
      if (scope.initiative &&
          !pauses.isWithin(row.text("initiative"), row.text("stage"), *scope.initiative)) {
        continue;
      }
      items.push_back(itemOf(row, dates, pauses, today));
    }
  };
  for (const char* name : {"answers", "deliveries", "failed", "contests", "updates"}) {
    take(report_files::due_answers_sql, name);
  }
  for (const char* name : {"promises", "standing", "actions", "pay", "sign_off", "papers",
                           "reviews", "rights", "credits"}) {
    take(report_files::due_work_sql, name);
  }
  std::stable_sort(items.begin(), items.end(), sooner);
  return items;
}

}  // namespace minutebook
