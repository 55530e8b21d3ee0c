// ledger/bundle/text_lines.h
//
// Taking the texts of a bundle apart. Private to ledger/bundle.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/outcome.h"

namespace minutebook {

/// The refusal of a part of a bundle that is not as it is written.
inline Refusal bundleMalformed(std::string reason) {
  return {"bundle.malformed", "", std::move(reason),
          "Ask whoever made the bundle for it again, and copy it without unpacking or opening it."};
}

/// Where a text is not in its one spelling: "Line 12, "signature", is not in the form that it is
/// written in." Of the content it shows a member's name only, for the rest may be private.
std::string otherSpelling(std::string_view text, std::string_view asWritten);

/// Takes all up to the next `end` off `text`, and `end` with it; nothing if there is none.
inline std::optional<std::string_view> takeUpTo(std::string_view& text, char end) {
  const std::size_t at = text.find(end);
  if (at == text.npos) return std::nullopt;
  const std::string_view taken = text.substr(0, at);
  text.remove_prefix(at + 1);
  return taken;
}

}  // namespace minutebook
