#include "audit/report/due_dates.h"

#include "ledger/view/named_sql.h"
#include "report_files.h"

namespace minutebook {

namespace {

constexpr int kHopsMax = 5;  // A date may hang on a record whose own date hangs on another.
constexpr std::int64_t kMinutesInDay = 24 * 60;

std::string sql(std::string_view name) {
  return namedSql(report_files::due_work_sql, name);
}

}  // namespace

DaySpan DueDates::days(const std::string& date, int hops) {
  Outcome<Moment> moment = parseMoment(date);
  if (!moment) return {};
  if (auto* civil = std::get_if<CivilTime>(&moment.value())) return daysOf(*civil);
  if (auto* span = std::get_if<DateSpan>(&moment.value())) {
    DaySpan found;
    if (span->from) found.first = daysOf(*span->from).first;
    if (span->until) found.last = daysOf(*span->until).last;
    return found;
  }
  auto* distance = std::get_if<RecordDistance>(&moment.value());
  return distance && hops < kHopsMax ? fromRecord(*distance, hops) : DaySpan{};
}

DaySpan DueDates::fromRecord(const RecordDistance& distance, int hops) {
  DaySpan anchor = ofRecord(distance.anchor, hops + 1);
  bool before = distance.side == DistanceSide::kBefore;
  if (distance.unit == DistanceUnit::kNotSaid) {
    return before ? DaySpan{std::nullopt, anchor.last} : DaySpan{anchor.first, std::nullopt};
  }
  auto amount = static_cast<std::int64_t>(distance.amount);
  // Less than a day is the same day: a coordinator counts in days.
  if (distance.unit == DistanceUnit::kMinutes) amount /= kMinutesInDay;
  for (std::optional<DayNumber>* end : {&anchor.first, &anchor.last}) {
    if (*end) **end += before ? -amount : amount;
  }
  return anchor;
}

DaySpan DueDates::ofRecord(const std::string& ref, int hops) {
  if (auto found = known_.find(ref); found != known_.end()) return found->second;
  std::size_t colon = ref.find(':');
  if (colon == ref.npos || hops >= kHopsMax) return {};
  std::string where = ref.substr(0, colon), id = ref.substr(colon + 1);
  std::string date;
  if (where == "meeting") {
    auto row = query_.first(sql("anchor_meeting"), {{":id", id}});
    if (row && row->isNull("held") && !row->isNull("moved_to")) {
      return known_[ref] = ofRecord("meeting:" + row->text("moved_to"), hops + 1);
    }
    if (row) date = row->isNull("held") ? row->text("planned") : row->text("held");
  } else {
    auto row = where == "entry"
                   ? query_.first(sql("anchor_entry"), {{":id", id}})
                   : query_.first(sql("anchor_record"), {{":register", where}, {":id", id}});
    if (row) date = row->text("held");
  }
  return known_[ref] = date.empty() ? DaySpan{} : days(date, hops);
}

}  // namespace minutebook
