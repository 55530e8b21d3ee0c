// audit/verify/vkey_lines.h
//
// The verifier keys of a text, one a line. Private to audit/verify.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minutebook {

/// The lines of a text that ends in LF or not; an empty line stays one.
inline std::vector<std::string> vkeyLines(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  std::vector<std::string> lines;
  for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n')) {
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  lines.emplace_back(text);
  return lines;
}

}  // namespace minutebook
