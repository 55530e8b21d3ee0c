#include "cli/door/private_numbers.h"

#include <array>
#include <optional>
#include <string>

namespace minutebook {

namespace {

/// How far before a number the words stand that say what it is.
constexpr std::size_t kNearBytes = 30;

bool isWord(char c) {
  return isDigit(c) || isLetter(c);
}

/// Digits with single separators between them.
struct DigitRun {
  std::size_t from = 0;
  std::size_t to = 0;
  std::string digits;
  std::string separators;  // In their order; "(" and ")" do not count.
  bool plus = false;
  bool alone = false;  // No letter, digit or sign of a longer thing stands around it.
};

bool isSeparator(char c) {
  return c == ' ' || c == '-' || c == '(' || c == ')' || c == '.';
}

DigitRun runAt(std::string_view text, std::size_t at) {
  DigitRun run;
  run.from = at > 0 && text[at - 1] == '(' ? at - 1 : at;
  if (run.from > 0 && text[run.from - 1] == '+') --run.from;
  run.plus = text[run.from] == '+';
  run.to = at;
  for (std::size_t i = at; i < text.size(); ++i) {
    if (isDigit(text[i])) {
      run.digits.push_back(text[i]);
      run.to = i + 1;
      continue;
    }
    // One separator, or "0) " with its space.
    bool bracketed = i + 1 < text.size() && (text[i] == ')' || text[i] == ' ') &&
                     (text[i + 1] == ' ' || text[i + 1] == '(');
    std::size_t next = i + (bracketed ? 2 : 1);
    if (!isSeparator(text[i]) || next >= text.size() || !isDigit(text[next])) break;
    run.separators.push_back(text[i]);
    i = next - 1;
  }
  char before = run.from > 0 ? text[run.from - 1] : ' ';
  char after = run.to < text.size() ? text[run.to] : ' ';
  bool joined = (after == '-' || after == '/' || after == ':' || after == '@' || after == '%') &&
                run.to + 1 < text.size() && isWord(text[run.to + 1]);
  bool decimal = run.to > at + 2 && text[at + 1] == '.';
  run.alone = !decimal && !isWord(before) && before != '-' && before != '/' && before != ':' &&
              before != '.' && before != '#' && before != '@' && !isWord(after) && !joined;
  return run;
}

bool hasLuhnSum(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int digit = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 == 0;
}

bool isCard(const DigitRun& run) {
  std::size_t size = run.digits.size();
  return !run.plus && size >= 14 && size <= 19 && run.digits[0] >= '3' && run.digits[0] <= '6' &&
         run.separators.find('.') == run.separators.npos && hasLuhnSum(run.digits);
}

/// British numbers by their own rules, others by a plus sign. 03 and 08 are services, not people.
bool isPhone(const DigitRun& run) {
  std::string_view digits = run.digits;
  if (run.plus || digits.starts_with("00")) {
    if (!run.plus) digits.remove_prefix(2);
    return digits.size() >= 9 && digits.size() <= 15;
  }
  if (digits[0] != '0' || digits.size() < 10 || digits.size() > 11) return false;
  return digits[1] == '1' || digits[1] == '2' || digits[1] == '5' || digits[1] == '7';
}

bool isSortCode(std::string_view text) {
  return text.size() == 8 && (text[2] == '-' || text[2] == ' ') && text[5] == text[2];
}

/// Whether one of the words stands shortly before, capitals or not.
template <std::size_t N>
bool standsBefore(std::string_view text, std::size_t at,
                  const std::array<std::string_view, N>& words) {
  std::size_t from = at > kNearBytes ? at - kNearBytes : 0;
  std::string near(text.substr(from, at - from));
  for (char& c : near) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (std::string_view word : words) {
    if (near.find(word) != near.npos) return true;
  }
  return false;
}

bool isAccount(std::string_view text, const DigitRun& run) {
  static constexpr std::array<std::string_view, 5> kAccount = {"account n", "acct", "a/c",
                                                               "account:", "sort code"};
  static constexpr std::array<std::string_view, 2> kSort = {"sort code", "sort-code"};
  if (run.plus) return false;
  std::string_view written = text.substr(run.from, run.to - run.from);
  std::size_t size = run.digits.size();
  if (size == 8 && run.separators.empty()) return standsBefore(text, run.from, kAccount);
  if (size == 6 && isSortCode(written)) return standsBefore(text, run.from, kSort);
  // "20-00-00 12345678"
  return size == 14 && written.size() == 17 && isSortCode(written.substr(0, 8)) &&
         written[8] == ' ';
}

bool isPersonNumber(std::string_view text, const DigitRun& run) {
  static constexpr std::array<std::string_view, 14> kWords = {
      "national insurance", "ni number",          "ni no",    "benefit number", "benefit ref",
      "claim number",       "claim ref",          "claimant", "nhs number",     "nhs no",
      "passport n",         "universal credit n", "pip ref",  "driving licence"};
  return run.digits.size() >= 6 && run.separators.find('.') == run.separators.npos &&
         standsBefore(text, run.from, kWords);
}

std::optional<LooksLike> looksLike(std::string_view text, const DigitRun& run) {
  if (!run.alone || run.digits.size() < 6) return std::nullopt;
  if (isAccount(text, run)) return LooksLike::kBankAccount;
  if (isPersonNumber(text, run)) return LooksLike::kPersonNumber;
  if (isCard(run)) return LooksLike::kCard;
  if (isPhone(run)) return LooksLike::kPhone;
  return std::nullopt;
}

void findDigits(std::string_view text, std::vector<Stretch>& found) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!isDigit(text[at])) continue;
    DigitRun run = runAt(text, at);
    if (auto what = looksLike(text, run)) found.push_back({*what, run.from, run.to});
    at = run.to;
  }
}

bool isLocalPart(char c) {
  return isWord(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-' || c == '\'';
}

void findEmails(std::string_view text, std::vector<Stretch>& found) {
  for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
    std::size_t from = at;
    while (from > 0 && isLocalPart(text[from - 1])) --from;
    std::size_t to = at + 1;
    while (to < text.size() && (isWord(text[to]) || text[to] == '.' || text[to] == '-')) ++to;
    while (to > at + 1 && !isWord(text[to - 1])) --to;
    std::string_view domain = text.substr(at + 1, to - at - 1);
    std::size_t dot = domain.rfind('.');
    bool named = dot != domain.npos && dot > 0 && domain.size() - dot > 2;
    for (std::size_t i = named ? dot + 1 : domain.size(); i < domain.size(); ++i) {
      named = named && isLetter(domain[i]);
    }
    if (from < at && named) found.push_back({LooksLike::kEmail, from, to});
  }
}

/// The remainder that ISO 13616 asks for is 1.
bool hasIbanSum(std::string_view iban) {
  std::string turned(iban.substr(4));
  turned += iban.substr(0, 4);
  unsigned rest = 0;
  for (char c : turned) {
    unsigned value =
        isDigit(c) ? static_cast<unsigned>(c - '0') : static_cast<unsigned>(c - 'A') + 10;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest == 1;
}

void findIbans(std::string_view text, std::vector<Stretch>& found) {
  auto isUpper = [&](std::size_t i) { return text[i] >= 'A' && text[i] <= 'Z'; };
  for (std::size_t at = 0; at + 14 < text.size(); ++at) {
    bool starts = isUpper(at) && isUpper(at + 1) && isDigit(text[at + 2]) && isDigit(text[at + 3]);
    if (!starts || (at > 0 && isWord(text[at - 1]))) continue;
    std::string iban;
    for (std::size_t i = at; i < text.size() && iban.size() < 34; ++i) {
      if (text[i] == ' ' && i + 1 < text.size() && (isUpper(i + 1) || isDigit(text[i + 1])))
        continue;
      if (!isDigit(text[i]) && !isUpper(i)) break;
      iban.push_back(text[i]);
      bool ends = i + 1 == text.size() || !isWord(text[i + 1]);
      if (!ends || iban.size() < 15 || !hasIbanSum(iban)) continue;
      found.push_back({LooksLike::kBankAccount, at, i + 1});
      break;
    }
  }
}

/// Two letters, six digits, A to D: QQ 12 34 56 C. Source: HMRC, National Insurance Manual 39110.
void findNationalInsurance(std::string_view text, std::vector<Stretch>& found) {
  static constexpr std::string_view kNeverFirst = "DFIQUV";
  static constexpr std::string_view kNeverSecond = "DFIOQUV";
  auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
  for (std::size_t at = 0; at + 8 < text.size(); ++at) {
    if (!isLetter(text[at]) || !isLetter(text[at + 1]) || (at > 0 && isWord(text[at - 1])))
      continue;
    if (kNeverFirst.find(upper(text[at])) != kNeverFirst.npos ||
        kNeverSecond.find(upper(text[at + 1])) != kNeverSecond.npos) {
      continue;
    }
    std::size_t digits = 0;
    std::size_t i = at + 2;
    while (i < text.size() && digits < 6) {
      if (isDigit(text[i])) {
        ++digits;
      } else if (text[i] != ' ' || digits % 2 != 0) {
        break;
      }
      ++i;
    }
    if (i < text.size() && text[i] == ' ') ++i;
    if (digits != 6 || i >= text.size() || upper(text[i]) < 'A' || upper(text[i]) > 'D') continue;
    if (i + 1 < text.size() && isWord(text[i + 1])) continue;
    found.push_back({LooksLike::kPersonNumber, at, i + 1});
  }
}

}  // namespace

void findPrivateNumbers(std::string_view text, std::vector<Stretch>& found) {
  findDigits(text, found);
  findEmails(text, found);
  findIbans(text, found);
  findNationalInsurance(text, found);
}

}  // namespace minutebook
