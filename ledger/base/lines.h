// ledger/base/lines.h
//
// Taking the lines of a text one by one, where every line must end.

#pragma once

#include <optional>
#include <string_view>

namespace minutebook {

/// Takes the next line, without its LF, off `text`; nothing, and the text as it was, if there is no
/// LF.
inline std::optional<std::string_view> takeLine(std::string_view& text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

}  // namespace minutebook
