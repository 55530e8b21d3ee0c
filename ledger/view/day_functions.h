// ledger/view/day_functions.h
//
// Days in SQL. first_day(when) and last_day(when) are the days that a date of the read model may
// mean, counted from 1970-01-01; day_text(day) writes one, and count_text(n, 'day', 'days') how
// many. Checks and strangers' SQL use them; no view does, so that any tool can open the file.

#pragma once

struct sqlite3;

namespace minutebook {

/// Gives a connection first_day(text), last_day(text) and day_text(integer). Each gives NULL for
/// what has no such day: "unknown", an open end, a distance from another record. And
/// count_text(n, one, many): "1 day", "14 days"; NULL for no number.
void giveDayFunctions(sqlite3* connection);

}  // namespace minutebook
