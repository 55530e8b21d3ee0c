#include "cli/door/private_text.h"

#include <algorithm>
#include <optional>

#include "cli/door/private_numbers.h"
#include "ledger/base/bytes.h"
#include "ledger/crypto/hmac.h"

namespace minutebook {

namespace {

constexpr std::size_t kNameWordsMax = 4;

using Stretches = std::vector<Stretch>;

bool isWordByte(char c) {
  return isLetter(c) || c == '\'' || c == '-' || (static_cast<unsigned char>(c) & 0x80) != 0;
}
bool isCapital(char c) {
  return (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0;
}

std::string lowered(std::string_view text) {
  std::string low(text);
  for (char& c : low) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return low;
}

/// A word of letters, and where it stands.
struct Word {
  std::size_t from = 0;
  std::size_t to = 0;
  bool follows = false;  // Only a space, or a dot and a space, stands before it and another word.
};

std::vector<Word> wordsOf(std::string_view text) {
  std::vector<Word> words;
  std::size_t end = 0;  // Of the word before, with its 's.
  for (std::size_t at = 0; at < text.size();) {
    if (!isWordByte(text[at])) {
      ++at;
      continue;
    }
    Word word{at, at, false};
    while (word.to < text.size() && isWordByte(text[word.to])) ++word.to;
    std::string_view between = text.substr(end, at - end);
    word.follows = !words.empty() && (between == " " || between == ". ");
    at = end = word.to;
    // A possessive is no part of the name before it.
    if (word.to - word.from > 2 && text.substr(word.to - 2, 2) == "'s") word.to -= 2;
    words.push_back(word);
  }
  return words;
}

std::string_view in(std::string_view text, const Word& word) {
  return text.substr(word.from, word.to - word.from);
}

/// "Example" and "O'Example", not "BBC", "A" or "example".
bool looksLikeAName(std::string_view word) {
  static constexpr std::string_view kNot[] = {
      "mayor",     "chair",     "president", "secretary", "minister", "speaker", "monday",
      "tuesday",   "wednesday", "thursday",  "friday",    "saturday", "sunday",  "january",
      "february",  "march",     "april",     "may",       "june",     "july",    "august",
      "september", "october",   "november",  "december"};
  if (word.size() < 2 || !isCapital(word[0])) return false;
  bool small = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  bool beyond = (static_cast<unsigned char>(word[0]) & 0x80) != 0;
  return (small || beyond) &&
         std::find(std::begin(kNot), std::end(kNot), lowered(word)) == std::end(kNot);
}

bool isTitle(std::string_view word) {
  for (std::string_view title : {"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Doctor", "Prof",
                                 "Professor", "Cllr", "Councillor", "Rev", "Sir", "Dame"}) {
    if (word == title) return true;
  }
  return false;
}

/// The end of a name that begins with word `at`: at most three words that look like one.
std::size_t endOfName(std::string_view text, const std::vector<Word>& words, std::size_t at) {
  std::size_t last = at;
  while (last + 1 < words.size() && last - at < 2 && words[last + 1].follows &&
         text[words[last].to] == ' ' && looksLikeAName(in(text, words[last + 1]))) {
    ++last;
  }
  return words[last].to;
}

void findTitles(std::string_view text, const std::vector<Word>& words, Stretches& found) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!isTitle(in(text, words[i])) || !words[i + 1].follows) continue;
    if (!looksLikeAName(in(text, words[i + 1]))) continue;
    found.push_back({LooksLike::kName, words[i].from, endOfName(text, words, i + 1)});
  }
}

/// "my name is X", "her name's X", "I'm called X".
void findIntroductions(std::string_view text, const std::vector<Word>& words, Stretches& found) {
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (!words[i].follows || !looksLikeAName(in(text, words[i]))) continue;
    std::string before = lowered(in(text, words[i - 1]));
    std::string earlier = lowered(in(text, words[i - 2]));
    bool nameIs = i >= 3 && before == "is" && earlier == "name" && words[i - 1].follows;
    std::string whose = nameIs ? lowered(in(text, words[i - 3])) : earlier;
    bool isWhose = whose == "my" || whose == "his" || whose == "her" || whose == "their" ||
                   whose == "real" || whose == "full";
    // wordsOf() has cut the 's of "name's" off.
    bool introduced = ((nameIs || before == "name") && isWhose) ||
                      (before == "called" && (earlier == "i'm" || earlier == "am"));
    if (!introduced) continue;
    found.push_back({LooksLike::kName, words[i].from, endOfName(text, words, i)});
  }
}

void findKnownNames(std::string_view text, const std::vector<Word>& words, const KnownNames& names,
                    Stretches& found) {
  if (names.empty()) return;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!isCapital(text[words[i].from])) continue;
    std::string said(in(text, words[i]));
    for (std::size_t n = 1; n < kNameWordsMax && i + n < words.size(); ++n) {
      if (!words[i + n].follows || text[words[i + n - 1].to] != ' ' ||
          !isCapital(text[words[i + n].from])) {
        break;
      }
      said += " " + std::string(in(text, words[i + n]));
      if (!names.contains(said)) continue;
      found.push_back({LooksLike::kKnownName, words[i].from, words[i + n].to});
    }
    wipeText(said);
  }
}

/// The character, from 1, that byte `at` belongs to.
std::size_t characterAt(std::string_view text, std::size_t at) {
  std::string_view before = text.substr(0, at);
  return static_cast<std::size_t>(
             std::count_if(before.begin(), before.end(),
                           [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; })) +
         1;
}

}  // namespace

std::string_view inWords(LooksLike what) {
  switch (what) {
    case LooksLike::kKnownName:
      return "the name of somebody who takes part";
    case LooksLike::kName:
      return "a person's name";
    case LooksLike::kEmail:
      return "an e-mail address";
    case LooksLike::kPhone:
      return "a telephone number";
    case LooksLike::kBankAccount:
      return "a bank account";
    case LooksLike::kCard:
      return "a payment card's number";
    case LooksLike::kPersonNumber:
      return "a National Insurance, benefit or other personal number";
  }
  return "something private";
}

KnownNames::KnownNames(RandomSource& random) : key_(32) {
  random.fill(key_.span());
}

std::uint64_t KnownNames::hashOf(std::string_view words) const {
  std::string low = lowered(words);
  const std::uint64_t hash = readU64(HmacSha256(key_.view()).of(asBytes(low)).view());
  wipeText(low);
  return hash;
}

void KnownNames::add(std::string_view name) {
  std::vector<Word> words = wordsOf(name);
  if (words.size() < 2) return;
  std::string whole;
  for (const Word& word : words) whole += (whole.empty() ? "" : " ") + std::string(in(name, word));
  hashes_.insert(hashOf(whole));
  std::string ends =
      std::string(in(name, words.front())) + " " + std::string(in(name, words.back()));
  hashes_.insert(hashOf(ends));
  wipeText(whole);
  wipeText(ends);
}

bool KnownNames::contains(std::string_view words) const {
  return hashes_.contains(hashOf(words));
}

std::vector<PrivateSpot> privateSpots(std::string_view text, const KnownNames& names) {
  Stretches found;
  findPrivateNumbers(text, found);
  const std::vector<Word> words = wordsOf(text);
  findKnownNames(text, words, names, found);
  findTitles(text, words, found);
  findIntroductions(text, words, found);
  std::stable_sort(found.begin(), found.end(), [](const Stretch& a, const Stretch& b) {
    return a.from != b.from ? a.from < b.from : a.to > b.to;
  });
  std::vector<PrivateSpot> spots;
  std::size_t covered = 0;
  for (const Stretch& one : found) {
    if (one.to <= covered) continue;
    covered = one.to;
    spots.push_back({one.what, characterAt(text, one.from), characterAt(text, one.to - 1)});
  }
  return spots;
}

}  // namespace minutebook
