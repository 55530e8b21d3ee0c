#include "audit/report/column_words.h"

#include <algorithm>
#include <cctype>

#include "audit/report/plain_words.h"

namespace minutebook {

namespace {

/// Each piece of "a, b and c" by `tell`; what is between them stays.
template <typename Tell>
std::string eachOf(std::string_view value, Tell tell) {
  std::string text;
  while (true) {
    std::size_t end = value.size();
    std::string_view between;
    for (std::string_view one : {", ", "; ", " and "}) {
      std::size_t found = value.find(one);
      if (found >= end) continue;
      end = found;
      between = one;
    }
    text += tell(value.substr(0, end));
    if (between.empty()) return text;
    text += between;
    value.remove_prefix(end + between.size());
  }
}

/// A choice of the schema in plain words; anything else, such as a sentence, as it stands.
std::string plainChoice(std::string_view piece) {
  bool choice =
      std::all_of(piece.begin(), piece.end(), [](unsigned char c) { return std::isalpha(c); });
  bool lower = !piece.empty() && std::islower(static_cast<unsigned char>(piece.front()));
  return choice && lower ? plainWords(piece) : std::string(piece);
}

/// A reference, or the word that stands in place of one.
std::string plainRecord(std::string_view piece) {
  return piece.find(':') == piece.npos ? plainChoice(piece) : plainRef(piece);
}

/// "A-1 (goingOn)" is "A-1 (going on)".
std::string plainStates(std::string_view ids) {
  std::string text;
  while (true) {
    std::size_t open = ids.find('(');
    std::size_t close = open == ids.npos ? open : ids.find(')', open);
    if (close == ids.npos) return text + std::string(ids);
    text += std::string(ids.substr(0, open + 1));
    text += plainWords(ids.substr(open + 1, close - open - 1)) + ")";
    ids.remove_prefix(close + 1);
  }
}

}  // namespace

ColumnName columnName(std::string_view column) {
  std::size_t colon = column.rfind(':');
  if (colon == column.npos) return {column, ""};
  return {column.substr(0, colon), column.substr(colon + 1)};
}

std::string inManner(std::string_view manner, const std::string& value) {
  if (manner == "who") return plainWho(value);
  if (manner == "word") return eachOf(value, plainChoice);
  if (manner == "when") return plainWhen(value);
  if (manner == "record") return eachOf(value, plainRecord);
  if (manner == "time") return plainTime(std::stoll(value));
  if (manner == "state") return plainStates(value);
  return value;
}

}  // namespace minutebook
