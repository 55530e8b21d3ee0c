#include "ledger/bundle/text_lines.h"

#include <algorithm>

namespace minutebook {

namespace {

/// The name of a JSON member or the first word of a line; empty if the line has neither.
std::string nameIn(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  const bool isJson = line.starts_with('"');
  const std::size_t end = line.find(isJson ? "\": " : " ");
  if (end == line.npos) return "";
  return std::string(line.substr(isJson ? 1 : 0, end - (isJson ? 1 : 0)));
}

/// Of letters and hyphens alone, and short: nothing that could be private or spoil a terminal.
bool isPlainName(std::string_view name) {
  constexpr std::size_t kNameMax = 20;
  return !name.empty() && name.size() <= kNameMax &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
         });
}

}  // namespace

std::string otherSpelling(std::string_view text, std::string_view asWritten) {
  for (std::size_t number = 1;; ++number) {
    const auto line = takeUpTo(text, '\n');
    const auto written = takeUpTo(asWritten, '\n');
    if (line && line == written) continue;
    if (!line && !written) return "What follows its last line does not belong there.";
    std::string name = nameIn(line.value_or(""));
    if (!isPlainName(name)) name = nameIn(written.value_or(""));
    return "Line " + std::to_string(number) + (isPlainName(name) ? ", \"" + name + "\"," : "") +
           " is not in the form that it is written in.";
  }
}

}  // namespace minutebook
