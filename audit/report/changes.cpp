#include "audit/report/changes.h"

#include <string_view>

#include "audit/report/column_words.h"
#include "audit/report/report.h"

namespace minutebook {

namespace {

std::string valueWords(const Row& change, std::string_view column, std::string_view nothing) {
  if (change.isNull(column)) return std::string(nothing);
  return "\"" + inManner(change.text("manner"), change.text(column)) + "\"";
}

}  // namespace

std::string changeWords(const Row& change) {
  return change.text("field") + ": " + valueWords(change, "became", "emptied") + " (it was " +
         valueWords(change, "was", kNotRecordedText) + ")";
}

}  // namespace minutebook
