#include "cli/door/known_names.h"

#include <algorithm>
#include <iterator>

#include "ledger/base/bytes.h"

namespace minutebook {

namespace {

constexpr std::size_t kNameWordsMax = 4;
constexpr std::size_t kBits = 1 << 18;
/// An id with less letters in a row is no name written as one word.
constexpr std::size_t kRunTogetherMin = 5;
/// A shorter surname is too often something else.
constexpr std::size_t kSurnameMin = 4;
constexpr std::size_t kInitialsMax = 4;
constexpr std::string_view kSurname = "surname ";
constexpr std::string_view kIdForm = "id ";

/// The words as a name is said, with `between` between them.
std::string joined(std::string_view text, const std::vector<Word>& named,
                   std::string_view between) {
  std::string said;
  for (const Word& word : named) {
    if (!said.empty()) said += between;
    said += word.in(text);
  }
  return said;
}

/// The first letter of a word, in small.
std::string initialOf(std::string_view word) {
  std::size_t end = 1;
  while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xc0) == 0x80) ++end;
  return lowered(word.substr(0, end));
}

SecretBytes keyFrom(RandomSource& random) {
  constexpr std::size_t kKeyBytes = 32;
  SecretBytes key(kKeyBytes);
  random.fill(key.span());
  return key;
}

bool isGroupPrefix(std::string_view letters) {
  static constexpr std::string_view kGroups[] = {"le", "pr", "te"};
  return std::find(std::begin(kGroups), std::end(kGroups), letters) != std::end(kGroups);
}

}  // namespace

KnownNames::KnownNames(RandomSource& random)
    : key_(keyFrom(random)), hasher_(key_.view()), begins_(kBits), alone_(kBits) {}

std::uint64_t KnownNames::hashOf(std::string_view words) const {
  std::string low = lowered(words);
  const std::uint64_t hash = readU64(hasher_.of(asBytes(low)).view());
  wipeText(low);
  return hash;
}

std::size_t KnownNames::bitOf(std::string_view word) const {
  constexpr std::uint64_t kFactor = 0x9e3779b97f4a7c15;
  std::uint64_t mixed = readU64(key_.view());
  std::string low = lowered(word);
  for (char c : low) {
    mixed = (mixed ^ static_cast<unsigned char>(c)) * kFactor;
    mixed ^= mixed >> 29;
  }
  wipeText(low);
  return mixed % kBits;
}

void KnownNames::keep(std::string_view name) {
  hashes_.insert(hashOf(name));
  begins_[bitOf(name.substr(0, name.find(' ')))] = true;
}

void KnownNames::add(std::string_view name) {
  const std::vector<Word> words = wordsOf(name);
  if (words.size() < 2) return;
  for (const std::vector<Word>& named : {words, {words.front(), words.back()}}) {
    for (std::string_view between : {" ", ""}) {
      std::string said = joined(name, named, between);
      keep(said);
      wipeText(said);
    }
  }
  std::string first = lowered(words.front().in(name));
  std::string last = lowered(words.back().in(name));
  if (last.size() >= kSurnameMin && !isOrdinary(last) && !isPlaceOrTrade(last)) {
    keepAlone(kSurname, last);
  }
  keepAlone(kIdForm, initialOf(first) + last);
  keepAlone(kIdForm, last + initialOf(first));
  keepAlone(kIdForm, first + initialOf(last));
  wipeText(first);
  wipeText(last);
}

void KnownNames::keepAlone(std::string_view tag, std::string word) {
  if (word.size() >= kSurnameMin) {
    std::string tagged = std::string(tag) + word;
    hashes_.insert(hashOf(tagged));
    alone_[bitOf(word)] = true;
    wipeText(tagged);
  }
  wipeText(word);
}

bool KnownNames::containsAlone(std::string_view tag, std::string_view word) const {
  if (word.size() < kSurnameMin || !alone_[bitOf(word)]) return false;
  std::string tagged = std::string(tag) + std::string(word);
  const bool known = contains(tagged);
  wipeText(tagged);
  return known;
}

bool KnownNames::contains(std::string_view words) const {
  return hashes_.contains(hashOf(words));
}

bool KnownNames::isName(std::string_view text, const std::vector<Word>& named) const {
  auto capital = [&](const Word& word) { return isCapital(word.in(text)); };
  auto ordinary = [&](const Word& word) { return isOrdinary(word.in(text)); };
  if (!std::all_of(named.begin(), named.end(), capital) &&
      std::all_of(named.begin(), named.end(), ordinary)) {
    return false;
  }
  std::string said = joined(text, named, " ");
  const bool known = contains(said);
  wipeText(said);
  return known;
}

std::vector<NameStretch> KnownNames::in(std::string_view text,
                                        const std::vector<Word>& words) const {
  std::vector<NameStretch> found;
  if (empty()) return found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i].in(text);
    if (isCapital(word) && containsAlone(kSurname, word)) {
      found.push_back({words[i].from, words[i].to, true});
    }
    if (!mayBegin(word)) continue;
    std::vector<Word> named = {words[i]};
    for (std::size_t n = 1; n <= kNameWordsMax; ++n) {
      // "Sample, Rosa Maria": the surname of one word or two stands before the comma.
      for (std::size_t before = 1; before <= 2 && words[i].before == Between::kComma; ++before) {
        if (before > i || (before == 2 && words[i - 1].before != Between::kSpace)) break;
        std::vector<Word> turned = named;
        turned.insert(turned.end(), words.begin() + static_cast<std::ptrdiff_t>(i - before),
                      words.begin() + static_cast<std::ptrdiff_t>(i));
        if (isName(text, turned)) found.push_back({words[i - before].from, named.back().to, false});
      }
      if (n == kNameWordsMax || i + n >= words.size()) break;
      if (words[i + n].before != Between::kSpace) break;
      named.push_back(words[i + n]);
      if (isName(text, named)) found.push_back({words[i].from, named.back().to, false});
    }
  }
  return found;
}

/// "AshaK" and "A-Khan": a name and the initial of the other.
bool KnownNames::isFormOfTwo(std::string_view id, const Word& first, const Word& second) const {
  if (first.to - first.from != 1 && second.to - second.from != 1) return false;
  std::string run = joined(id, {first, second}, "");
  const bool known = run.size() >= kRunTogetherMin && containsAlone(kIdForm, run);
  wipeText(run);
  return known;
}

bool KnownNames::inId(std::string_view id) const {
  if (empty()) return false;
  const std::vector<Word> pieces = piecesOf(id);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::string_view one = pieces[i].in(id);
    if (i > 0 && isFormOfTwo(id, pieces[i - 1], pieces[i])) return true;
    if (containsAlone(kSurname, one)) return true;
    if (one.size() >= kRunTogetherMin && containsAlone(kIdForm, one)) return true;
    if (!mayBegin(one)) continue;
    if (one.size() >= kRunTogetherMin && contains(one)) return true;
    std::vector<Word> named = {pieces[i]};
    for (std::size_t n = 1; n < kNameWordsMax && i + n < pieces.size(); ++n) {
      named.push_back(pieces[i + n]);
      std::string said = joined(id, named, " ");
      const bool known = contains(said);
      wipeText(said);
      if (known) return true;
    }
  }
  return false;
}

bool holdsInitials(std::string_view id, std::string_view name) {
  const std::vector<Word> words = wordsOf(name);
  if (words.size() < 2) return false;
  std::string all;
  for (const Word& word : words) all += initialOf(word.in(name));
  const std::string outer = initialOf(words.front().in(name)) + initialOf(words.back().in(name));
  auto areTheirs = [&](std::string_view letters) { return letters == all || letters == outer; };
  const std::vector<Word> pieces = piecesOf(id);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    std::string letters = lowered(pieces[i].in(id));
    const bool onlyBeforeANumber = i == 0 && pieces.size() == 1 && pieces[0].to < id.size();
    if (onlyBeforeANumber && isGroupPrefix(letters)) continue;
    if (letters.size() > 1 && letters.size() <= kInitialsMax && areTheirs(letters)) return true;
    // "P-A-K": one letter each.
    for (std::size_t n = i + 1; letters.size() < kInitialsMax && n < pieces.size(); ++n) {
      if (pieces[n - 1].to - pieces[n - 1].from != 1 || pieces[n].to - pieces[n].from != 1) break;
      letters += lowered(pieces[n].in(id));
      if (areTheirs(letters)) return true;
    }
  }
  return false;
}

}  // namespace minutebook
