#include "ledger/crypto/key_text.h"

#include "ledger/base/lines.h"

namespace minutebook {

std::string encodeKeyText(
    std::string_view head,
    std::initializer_list<std::pair<std::string_view, std::string_view>> fields) {
  std::string text(head);
  text += '\n';
  for (const auto& [name, value] : fields) {
    text.append(name).append(" ").append(value).append("\n");
  }
  return text;
}

std::optional<std::vector<std::string>> parseKeyText(
    std::string_view text, std::string_view head, std::initializer_list<std::string_view> names) {
  if (takeLine(text) != head) return std::nullopt;
  std::vector<std::string> values;
  for (std::string_view name : names) {
    const auto line = takeLine(text);
    if (!line || !line->starts_with(name) || line->substr(name.size(), 1) != " ") {
      return std::nullopt;
    }
    values.emplace_back(line->substr(name.size() + 1));
  }
  if (!text.empty()) return std::nullopt;
  return values;
}

}  // namespace minutebook
