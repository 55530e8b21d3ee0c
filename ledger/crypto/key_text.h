// ledger/crypto/key_text.h
//
// The small text form that key files share: a head line, then "name value" lines in a fixed order.

#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minutebook {

/// `head LF` and `name SP value LF` for each pair. Names and values hold no LF.
std::string encodeKeyText(
    std::string_view head,
    std::initializer_list<std::pair<std::string_view, std::string_view>> fields);

/// The values, in order; nothing unless the text is exactly what encodeKeyText() writes for these
/// names.
std::optional<std::vector<std::string>> parseKeyText(std::string_view text, std::string_view head,
                                                     std::initializer_list<std::string_view> names);

}  // namespace minutebook
