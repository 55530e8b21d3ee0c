#include "cli/door/words.h"

#include <algorithm>
#include <iterator>

#include "cli/door/private_numbers.h"

namespace minutebook {

namespace {

bool isBeyondAscii(char c) {
  return (static_cast<unsigned char>(c) & 0x80) != 0;
}

/// Bytes of the sign that begins `text` if it is a space or quotation mark beyond ASCII, else 0. A
/// curly apostrophe is none: it can stand within a word.
std::size_t signBytes(std::string_view text) {
  if (text.starts_with("\xc2\xa0")) return 2;
  if (text.size() < 3 || !text.starts_with("\xe2\x80")) return 0;
  const auto last = static_cast<unsigned char>(text[2]);
  const bool within = last == 0x90 || last == 0x91 || last == 0x99;
  return within ? 0 : 3;
}

bool isWordAt(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (isLetter(c) || c == '\'' || c == '-') return true;
  return isBeyondAscii(c) && signBytes(text.substr(at)) == 0;
}

bool takeEnd(std::string_view text, Word& word, std::string_view end) {
  if (word.in(text).size() <= end.size() || !word.in(text).ends_with(end)) return false;
  word.to -= end.size();
  return true;
}

/// Quotation marks and dashes around a word, and its 's, are no part of it.
void trim(std::string_view text, Word& word) {
  while (word.from < word.to && (text[word.from] == '\'' || text[word.from] == '-')) ++word.from;
  while (takeEnd(text, word, "'") || takeEnd(text, word, "-") ||
         takeEnd(text, word, "\xe2\x80\x99")) {
  }
  if (!takeEnd(text, word, "'s")) takeEnd(text, word, "\xe2\x80\x99s");
}

Between betweenIn(std::string_view between) {
  Between sort = Between::kSpace;
  if (between.starts_with(".") || between.starts_with(",")) {
    sort = between[0] == '.' ? Between::kDotSpace : Between::kComma;
    between.remove_prefix(1);
  }
  if (between.empty()) return sort == Between::kComma ? sort : Between::kOther;
  int lines = 0;
  while (!between.empty()) {
    const bool wide = between.starts_with("\xc2\xa0");
    const char c = between[0];
    if (!wide && c != ' ' && c != '\t' && c != '\r' && c != '\n') return Between::kOther;
    if (c == '\n' && ++lines > 1) return Between::kOther;
    between.remove_prefix(wide ? 2 : 1);
  }
  return sort;
}

}  // namespace

std::vector<Word> wordsOf(std::string_view text) {
  std::vector<Word> words;
  std::size_t end = 0;  // Of the word before, with its 's.
  bool possessive = false;
  for (std::size_t at = 0; at < text.size();) {
    if (!isWordAt(text, at)) {
      at += std::max<std::size_t>(1, signBytes(text.substr(at)));
      continue;
    }
    Word word{at, at, Between::kOther};
    while (word.to < text.size() && isWordAt(text, word.to)) ++word.to;
    at = word.to;
    trim(text, word);
    if (word.from >= word.to) continue;
    if (!words.empty()) word.before = betweenIn(text.substr(end, word.from - end));
    if (possessive && word.before == Between::kSpace) word.before = Between::kPossessive;
    // What a possessive cuts off does not part two words; a quotation mark does.
    possessive = text.substr(word.to, at - word.to).ends_with("s");
    end = possessive ? at : word.to;
    words.push_back(word);
  }
  return words;
}

std::vector<Word> piecesOf(std::string_view id) {
  std::vector<Word> pieces;
  for (std::size_t at = 0; at < id.size();) {
    if (!isLetter(id[at]) && !isBeyondAscii(id[at])) {
      ++at;
      continue;
    }
    Word piece{at, at + 1, Between::kOther};
    auto isSmall = [&](std::size_t i) { return id[i] >= 'a' && id[i] <= 'z'; };
    auto isLarge = [&](std::size_t i) { return id[i] >= 'A' && id[i] <= 'Z'; };
    while (piece.to < id.size() && (isLetter(id[piece.to]) || isBeyondAscii(id[piece.to])) &&
           !(isLarge(piece.to) && isSmall(piece.to - 1))) {
      ++piece.to;
    }
    at = piece.to;
    pieces.push_back(piece);
  }
  return pieces;
}

bool isCapital(std::string_view word) {
  return !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') || isBeyondAscii(word[0]));
}

std::string lowered(std::string_view text) {
  std::string low(text);
  for (std::size_t i = 0; i < low.size(); ++i) {
    if (low[i] >= 'A' && low[i] <= 'Z') low[i] = static_cast<char>(low[i] - 'A' + 'a');
    const auto byte = static_cast<unsigned char>(low[i]);
    const bool latin = i > 0 && static_cast<unsigned char>(low[i - 1]) == 0xc3;
    if (latin && byte >= 0x80 && byte <= 0x9e && byte != 0x97) {
      low[i] = static_cast<char>(byte + 0x20);
    }
  }
  return low;
}

bool isOrdinary(std::string_view word) {
  static constexpr std::string_view kOrdinary[] = {
      "art",    "ash",   "august", "banks",  "bell",   "bill",   "bishop", "black",  "brown",
      "bush",   "cash",  "chance", "church", "cook",   "cross",  "dawn",   "day",    "dean",
      "faith",  "field", "fields", "frank",  "friend", "gale",   "good",   "grace",  "grant",
      "gray",   "green", "grey",   "guy",    "hall",   "heath",  "hill",   "home",   "hope",
      "house",  "jack",  "joy",    "june",   "king",   "lane",   "law",    "little", "long",
      "mark",   "may",   "miles",  "more",   "new",    "park",   "pat",    "penny",  "pool",
      "poor",   "power", "price",  "rich",   "rob",    "rose",   "sky",    "small",  "street",
      "strong", "sue",   "summer", "sunny",  "walker", "waters", "white",  "will",   "wood",
      "woods",  "young"};
  return std::find(std::begin(kOrdinary), std::end(kOrdinary), lowered(word)) !=
         std::end(kOrdinary);
}

bool isPlaceOrTrade(std::string_view word) {
  static constexpr std::string_view kOften[] = {
      "baker",   "barber",  "bird",     "bolton",  "booth",      "bradford",  "bridge",  "bridges",
      "bristol", "burns",   "burton",   "butcher", "carlisle",   "carpenter", "castle",  "chapel",
      "chester", "cliff",   "close",    "court",   "crane",      "croft",     "croydon", "derby",
      "durham",  "east",    "england",  "example", "english",    "farmer",    "fisher",  "ford",
      "forest",  "french",  "gardener", "gates",   "glass",      "groves",    "hand",    "hastings",
      "head",    "holiday", "hunt",     "ireland", "kent",       "leeds",     "lincoln", "london",
      "luton",   "major",   "marsh",    "mason",   "mills",      "monday",    "moon",    "moor",
      "moss",    "noble",   "north",    "oldham",  "page",       "parish",    "porter",  "potter",
      "preston", "reader",  "rivers",   "sample",  "sands",      "savage",    "sharp",   "shepherd",
      "short",   "silver",  "singer",   "snow",    "south",      "spring",    "square",  "stone",
      "stones",  "sutton",  "swift",    "temple",  "town",       "trust",     "vital",   "wales",
      "wall",    "ward",    "warden",   "warwick", "washington", "weaver",    "wells",   "west",
      "windsor", "winter",  "wolf",     "worth",   "york"};
  return std::find(std::begin(kOften), std::end(kOften), lowered(word)) != std::end(kOften);
}

}  // namespace minutebook
