// ledger/event/text_checks.h
//
// What counts as text in a record. Private to ledger/event.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook {

inline constexpr std::size_t kSealedBytesMax = std::size_t{1} << 20;

/// Why `text` may not be kept, as the end of a sentence ("is not UTF-8"), or nothing. Text is UTF-8
/// without control characters other than line feed and tab.
std::optional<std::string> textProblem(std::string_view text);

/// "A-1, A-2" is two pieces; spaces around them do not count.
std::vector<std::string> splitAtCommas(std::string_view text);

}  // namespace minutebook
