#include "audit/standards/verdict.h"

namespace minutebook {

namespace {

struct Words {
  Verdict verdict;
  std::string_view name;
  std::string_view word;
  int weight;  // What many cases come to is the heaviest of them.
};

constexpr std::array<Words, 7> kWords = {{
    {Verdict::kPass, "pass", "PASS", 3},
    {Verdict::kNotDue, "notDue", "NOT-DUE", 2},
    {Verdict::kNotApplicable, "notApplicable", "NOT-APPLICABLE", 1},
    {Verdict::kWaived, "waived", "WAIVED", 4},
    {Verdict::kUnknown, "unknown", "UNKNOWN", 5},
    {Verdict::kWeak, "weak", "WEAK", 6},
    {Verdict::kFail, "fail", "FAIL", 7},
}};

const Words& wordsOf(Verdict verdict) {
  return kWords[static_cast<std::size_t>(verdict)];
}

}  // namespace

std::string_view nameOf(Verdict verdict) {
  return wordsOf(verdict).name;
}

std::string_view wordOf(Verdict verdict) {
  return wordsOf(verdict).word;
}

std::optional<Verdict> verdictNamed(std::string_view name) {
  for (const Words& words : kWords) {
    if (words.name == name) return words.verdict;
  }
  return std::nullopt;
}

bool outweighs(Verdict one, Verdict other) {
  return wordsOf(one).weight > wordsOf(other).weight;
}

}  // namespace minutebook
