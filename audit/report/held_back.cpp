#include "audit/report/held_back.h"

#include <algorithm>

namespace minutebook {

bool ShownTo::maySee(std::string_view people) const {
  if (!only) return true;
  if (only->empty()) return false;
  // Ids hold neither a comma nor a space.
  std::string all = " " + std::string(people) + " ";
  std::replace_if(
      all.begin(), all.end(), [](char c) { return c == ',' || c == ';'; }, ' ');
  return all.find(" " + *only + " ") != all.npos;
}

bool ShownTo::maySeeAnyOf(std::string_view people, std::string_view others) const {
  return maySee(people) || maySee(others);
}

std::string heldBackWords(std::size_t howMany, std::string_view row) {
  std::string what = std::string(row) + (howMany == 1 ? " is" : "s are");
  if (row == "person" && howMany != 1) what = "people are";
  return std::to_string(howMany) + " " + what +
         " counted here and not shown: a list of people goes to coordinators, to auditors and to "
         "each person on it.";
}

}  // namespace minutebook
