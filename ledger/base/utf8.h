// ledger/base/utf8.h
//
// What is UTF-8, and its characters one by one.

#pragma once

#include <optional>
#include <string_view>

namespace minutebook {

/// Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF. Source: RFC 3629.
bool isUtf8(std::string_view text);

/// Takes the next character off a text that is not empty; nothing, and the text left as it was, if
/// it does not begin with one. Source: RFC 3629.
std::optional<char32_t> takeCharacter(std::string_view& text);

/// Whether valid UTF-8 holds a character of Unicode's White_Space property.
bool hasUnicodeSpace(std::string_view text);

}  // namespace minutebook
