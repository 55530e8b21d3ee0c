// audit/report/held_back.h
//
// A list of people goes to coordinators and to each person on it; everybody else gets the count.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace minutebook {

/// Who a page is for, as far as lists of people go: coordinators and auditors, unless it is said.
struct ShownTo {
  /// Set: only rows that are about this person; empty: none.
  std::optional<std::string> only = {};

  /// Whether a row about these is for them: ids as the read model writes them, one or several.
  bool maySee(std::string_view people) const;
  /// The same, of a row with people in two places.
  bool maySeeAnyOf(std::string_view people, std::string_view others) const;
};

/// "3 people are counted here and not shown: ..." for the row called `row`.
std::string heldBackWords(std::size_t howMany, std::string_view row);

}  // namespace minutebook
