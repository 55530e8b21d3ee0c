#include "cli/door/private_text.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "cli/door/private_numbers.h"

namespace minutebook {

namespace {

using Stretches = std::vector<Stretch>;

bool follows(const Word& word) {
  return word.before == Between::kSpace || word.before == Between::kDotSpace ||
         word.before == Between::kPossessive;
}

template <std::size_t kSize>
bool isOneOf(const std::string_view (&list)[kSize], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

/// "Example" and "O'Example", not "BBC", "A" or "example".
bool looksLikeAName(std::string_view word) {
  static constexpr std::string_view kNot[] = {
      "mayor",     "chair",     "president", "secretary", "minister", "speaker", "monday",
      "tuesday",   "wednesday", "thursday",  "friday",    "saturday", "sunday",  "january",
      "february",  "march",     "april",     "may",       "june",     "july",    "august",
      "september", "october",   "november",  "december"};
  if (word.size() < 2 || !isCapital(word)) return false;
  bool small = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  bool beyond = (static_cast<unsigned char>(word[0]) & 0x80) != 0;
  return (small || beyond) && !isOneOf(kNot, lowered(word));
}

/// "mrs" is a title however it is written, and what follows it a name, unless it is one of these.
bool isPlainTitle(std::string_view word) {
  static constexpr std::string_view kPlain[] = {"mr", "mrs", "mx"};
  return isOneOf(kPlain, lowered(word));
}
bool isNoNameAfterATitle(std::string_view word) {
  static constexpr std::string_view kNot[] = {
      "a",  "and", "are", "as",   "at",  "but",  "by",    "for",       "from",   "has",
      "he", "in",  "is",  "it",   "of",  "on",   "or",    "said",      "she",    "that",
      "to", "the", "was", "were", "who", "with", "chair", "president", "speaker"};
  return word.size() < 2 || isOneOf(kNot, lowered(word));
}

/// A title before a word that looks like a name.
bool isTitle(std::string_view word) {
  static constexpr std::string_view kTitles[] = {
      "mr",   "mrs",       "ms",   "miss",       "mx",  "dr",  "doctor",
      "prof", "professor", "cllr", "councillor", "rev", "sir", "dame"};
  return isOneOf(kTitles, lowered(word));
}

/// "i miss Sure Start": not the title.
bool isMissed(std::string_view text, const std::vector<Word>& words, std::size_t at) {
  static constexpr std::string_view kBefore[] = {
      "i",      "we",     "you",   "they", "to",     "will",   "would", "not",   "don't",
      "didn't", "won't",  "could", "can",  "may",    "might",  "must",  "still", "also",
      "really", "never",  "all",   "many", "people", "others", "who",   "often", "do",
      "did",    "should", "i'd",   "we'd", "i'll",   "we'll"};
  if (words[at].in(text) != "miss") return false;
  return at > 0 && words[at].before == Between::kSpace &&
         isOneOf(kBefore, lowered(words[at - 1].in(text)));
}

/// The end of a name that begins with word `at`: at most three words that look like one.
std::size_t endOfName(std::string_view text, const std::vector<Word>& words, std::size_t at) {
  std::size_t last = at;
  while (last + 1 < words.size() && last - at < 2 && words[last + 1].before == Between::kSpace &&
         looksLikeAName(words[last + 1].in(text))) {
    ++last;
  }
  return words[last].to;
}

void findTitles(std::string_view text, const std::vector<Word>& words, Stretches& found) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string_view title = words[i].in(text);
    const std::string_view name = words[i + 1].in(text);
    if (!isTitle(title) || !follows(words[i + 1]) || isMissed(text, words, i)) continue;
    bool isName = looksLikeAName(name) || (isPlainTitle(title) && !isNoNameAfterATitle(name));
    if (!isName) continue;
    found.push_back({LooksLike::kName, words[i].from, endOfName(text, words, i + 1)});
  }
}

/// "my name is X", "her name's X", "I'm called X".
void findIntroductions(std::string_view text, const std::vector<Word>& words, Stretches& found) {
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (!follows(words[i]) || !looksLikeAName(words[i].in(text))) continue;
    std::string before = lowered(words[i - 1].in(text));
    std::string earlier = lowered(words[i - 2].in(text));
    bool nameIs = i >= 3 && before == "is" && earlier == "name" && follows(words[i - 1]);
    std::string whose = nameIs ? lowered(words[i - 3].in(text)) : earlier;
    bool isWhose = whose == "my" || whose == "his" || whose == "her" || whose == "their" ||
                   whose == "real" || whose == "full";
    // wordsOf() has cut the 's of "name's" off.
    bool introduced = ((nameIs || before == "name") && isWhose) ||
                      (before == "called" && (earlier == "i'm" || earlier == "am"));
    if (!introduced) continue;
    found.push_back({LooksLike::kName, words[i].from, endOfName(text, words, i)});
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
    case LooksLike::kKnownSurname:
      return "the surname of somebody who takes part";
    case LooksLike::kInitials:
      return "the initials of the person it is for";
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

std::vector<PrivateSpot> privateSpots(std::string_view text, const KnownNames& names) {
  Stretches found;
  findPrivateNumbers(text, found);
  const std::vector<Word> words = wordsOf(text);
  for (const NameStretch& name : names.in(text, words)) {
    const LooksLike what = name.surname ? LooksLike::kKnownSurname : LooksLike::kKnownName;
    found.push_back({what, name.from, name.to});
  }
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

std::vector<PrivateSpot> privateSpotsOfId(std::string_view id, const KnownNames& names,
                                          std::string_view theirName) {
  const bool isName = names.inId(id);
  if (!isName && !holdsInitials(id, theirName)) return {};
  return {
      {isName ? LooksLike::kKnownName : LooksLike::kInitials, 1, characterAt(id, id.size() - 1)}};
}

bool mayHoldAName(std::string_view text) {
  // "P-7" and "MSG-12" do not, and they stand in almost every record.
  constexpr std::size_t kShortest = 4;
  const std::vector<Word> pieces = piecesOf(text);
  std::size_t several = 0;
  for (const Word& piece : pieces) {
    if (piece.to - piece.from >= kShortest) return true;
    several += piece.to - piece.from > 1 ? 1 : 0;
  }
  return several > 1;
}

}  // namespace minutebook
