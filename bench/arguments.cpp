#include "bench/arguments.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>

namespace minutebook::bench {

namespace {

constexpr std::uint64_t kNumberMax = 100'000'000;

std::optional<std::uint64_t> numberOf(const std::string& text) {
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stopped != end || number == 0 || number > kNumberMax) {
    return std::nullopt;
  }
  return number;
}

/// Options without a value; false if it is none of them.
bool takeFlag(const std::string& word, BenchArguments& to) {
  if (word == "--json") {
    to.json = true;
    return true;
  }
  bool* const parts[] = {&to.durable,  &to.import, &to.sealing,
                         &to.receipts, &to.verify, &to.verdicts};
  constexpr std::string_view kOnly[] = {"--durable-only",  "--import-only", "--sealing-only",
                                        "--receipts-only", "--verify-only", "--verdicts-only"};
  const auto* only = std::find(std::begin(kOnly), std::end(kOnly), word);
  if (only == std::end(kOnly)) return false;
  for (std::size_t i = 0; i < std::size(parts); ++i) *parts[i] &= kOnly[i] == *only;
  return true;
}

bool takeNumber(const std::string& word, std::uint64_t value, BenchArguments& to) {
  if (word == "--records") {
    to.records = value;
  } else if (word == "--pairs") {
    to.pairs = value;
  } else if (word == "--rounds") {
    to.rounds = value;
  } else if (word == "--injected-sync-delay") {
    to.syncDelay = std::chrono::microseconds(value);
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::optional<BenchArguments> parseBenchArguments(const std::vector<std::string>& words) {
  BenchArguments arguments;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (takeFlag(words[i], arguments)) continue;
    if (i + 1 == words.size()) return std::nullopt;
    const std::string& value = words[i + 1];
    if (words[i] == "--directory") {
      arguments.directory = value;
    } else if (words[i] == "--ledger") {
      arguments.kept = value;
    } else {
      const std::optional<std::uint64_t> number = numberOf(value);
      if (!number || !takeNumber(words[i], *number, arguments)) return std::nullopt;
    }
    ++i;
  }
  return arguments;
}

std::string benchUsage() {
  return "minutebook_bench [--durable-only | --import-only | --sealing-only | --receipts-only |\n"
         "                  --verify-only | --verdicts-only] [--json]\n"
         "                 [--records N] [--pairs N] [--rounds N]\n"
         "                 [--injected-sync-delay MICROSECONDS] [--directory DIR] [--ledger DIR]\n"
         "bench/README.md says what it measures.\n";
}

}  // namespace minutebook::bench
