#include <algorithm>

#include "cli/arguments.h"
#include "ledger/base/bytes.h"

namespace minutebook {

void addVkey(std::optional<std::string>& to, std::string given) {
  while (given.ends_with('\n')) given.pop_back();
  to = to ? *to + "\n" + given : std::move(given);
}

std::optional<std::int64_t> millisecondsIn(const std::string& text) {
  constexpr std::uint64_t kSecondsMax = 3600;
  const std::size_t point = std::min(text.find('.'), text.size());
  const auto seconds = parseDecimal(std::string_view(text).substr(0, point), kSecondsMax);
  std::string rest = point < text.size() ? text.substr(point + 1) : "0";
  const bool digits =
      !rest.empty() && rest.size() <= 3 &&
      std::all_of(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; });
  rest.resize(3, '0');
  const std::int64_t all =
      seconds && digits ? static_cast<std::int64_t>(*seconds) * 1000 + std::stoi(rest) : 0;
  if (all == 0) return std::nullopt;
  return all;
}

}  // namespace minutebook
