#include "ledger/event/names.h"

#include <capnp/schema.h>

#include <algorithm>
#include <cctype>

namespace minutebook {

std::string everydayWords(std::string_view camelCase) {
  std::string words;
  for (char c : camelCase) {
    if (c >= 'A' && c <= 'Z') words.push_back(' ');
    words.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
  }
  return words;
}

namespace {

/// Asked for each thread of each entry; the schema takes long to tell.
const std::vector<std::string_view>& registerNames() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (auto one : capnp::Schema::from<schema::Register>().getEnumerants()) {
      const auto name = one.getProto().getName();
      all.emplace_back(name.cStr(), name.size());
    }
    return all;
  }();
  return names;
}

}  // namespace

std::string_view registerName(schema::Register which) {
  const auto at = static_cast<std::uint16_t>(which);
  return at < registerNames().size() ? registerNames()[at] : "";
}

std::optional<schema::Register> registerNamed(std::string_view name) {
  const auto& names = registerNames();
  const auto found = std::find(names.begin() + 1, names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<schema::Register>(found - names.begin());
}

namespace {

/// Edits (insert, remove, change, swap neighbours) from one word to the other.
std::size_t editDistance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

std::string nearestName(std::string_view word, const std::vector<std::string>& known) {
  if (word.empty() || word.size() > 64) return "";
  std::string lower = everydayWords(word);
  std::string nearest;
  std::size_t best = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string& name : known) {
    std::size_t distance = editDistance(lower, everydayWords(name));
    if (distance >= best) continue;
    best = distance;
    nearest = name;
  }
  return nearest;
}

}  // namespace minutebook
