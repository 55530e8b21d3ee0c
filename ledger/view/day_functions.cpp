#include "ledger/view/day_functions.h"

#include <sqlite3.h>

#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/days.h"
#include "ledger/base/when.h"
#include "ledger/view/sqlite.h"

namespace minutebook {

namespace {

/// The days that a date may mean; both ends are left out where it names none.
DaySpan daysIn(std::string_view text) {
  Outcome<Moment> moment = parseMoment(text);
  if (!moment) return {};
  if (auto* civil = std::get_if<CivilTime>(&moment.value())) return daysOf(*civil);
  DaySpan days;
  if (auto* span = std::get_if<DateSpan>(&moment.value())) {
    if (span->from) days.first = daysOf(*span->from).first;
    if (span->until) days.last = daysOf(*span->until).last;
  }
  return days;
}

std::optional<std::string_view> textOf(sqlite3_value* value) {
  if (sqlite3_value_type(value) != SQLITE_TEXT) return std::nullopt;
  auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return std::string_view(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

void give(sqlite3_context* context, const std::optional<DayNumber>& day) {
  if (day) return sqlite3_result_int64(context, *day);
  sqlite3_result_null(context);
}

void firstDay(sqlite3_context* context, int, sqlite3_value** values) {
  auto text = textOf(values[0]);
  give(context, text ? daysIn(*text).first : std::nullopt);
}

void lastDay(sqlite3_context* context, int, sqlite3_value** values) {
  auto text = textOf(values[0]);
  give(context, text ? daysIn(*text).last : std::nullopt);
}

void dayAsText(sqlite3_context* context, int, sqlite3_value** values) {
  constexpr DayNumber kLastDay = 2932896;   // 9999-12-31
  constexpr DayNumber kFirstDay = -719162;  // 0001-01-01
  DayNumber day = sqlite3_value_int64(values[0]);
  if (sqlite3_value_type(values[0]) != SQLITE_INTEGER || day < kFirstDay || day > kLastDay) {
    return sqlite3_result_null(context);
  }
  std::string text = dayText(day);
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// A parameter of a check may come as a text: "1".
bool isOne(sqlite3_value* value) {
  auto text = textOf(value);
  return text ? *text == "1"
              : sqlite3_value_type(value) == SQLITE_INTEGER && sqlite3_value_int64(value) == 1;
}

void countAsText(sqlite3_context* context, int, sqlite3_value** values) {
  auto noun = textOf(values[isOne(values[0]) ? 1 : 2]);
  if (sqlite3_value_type(values[0]) == SQLITE_NULL || !noun) return sqlite3_result_null(context);
  auto* count = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
  std::string text = std::string(count) + " " + std::string(*noun);
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

using Function = void (*)(sqlite3_context*, int, sqlite3_value**);

void giveFunction(sqlite3* connection, const char* name, int arguments, Function function) {
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  int code = sqlite3_create_function_v2(connection, name, arguments, kFlags, nullptr, function,
                                        nullptr, nullptr, nullptr);
  check(connection, code, name);
}

}  // namespace

void giveDayFunctions(sqlite3* connection) {
  giveFunction(connection, "first_day", 1, firstDay);
  giveFunction(connection, "last_day", 1, lastDay);
  giveFunction(connection, "day_text", 1, dayAsText);
  giveFunction(connection, "count_text", 3, countAsText);
}

}  // namespace minutebook
