// audit/report/column_words.h
//
// A statement's columns are named as people read them, and say how their values are put into words:
// "Said by:who". So the wording of a page stands beside what it asks for. docs/formats/lists.md.

#pragma once

#include <string>
#include <string_view>

namespace minutebook {

/// A column's name in its two parts.
struct ColumnName {
  std::string_view title;
  std::string_view manner;  ///< What follows the last colon; empty: as it stands.
};

/// The parts are views of `column`.
ColumnName columnName(std::string_view column);

/// A value in the manner of its column: "word" (a choice of the schema, or several), "who",
/// "record" (a reference, or several), "when" (a date), "time" (Unix seconds), "state" (ids, each
/// with a choice in brackets); in any other, as it stands. "person" makes a list one of people.
std::string inManner(std::string_view manner, const std::string& value);

}  // namespace minutebook
