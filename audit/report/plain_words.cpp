#include "audit/report/plain_words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "ledger/base/civil.h"

namespace minutebook {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// What splitting a name into words does not give.
constexpr std::array<Pair, 14> kSpecialWords = {{
    {"coDesigned", "co-designed"},
    {"coProduced", "co-produced"},
    {"youSaidWeDid", "you said, we did"},
    {"alreadySo", "already so"},
    {"conditionNotMet", "condition not met"},
    {"livedExperience", "lived experience"},
    {"allAgreed", "all agreed"},
    {"assentIf", "assent on a condition"},
    {"entry", "entry"},
    {"workVersion", "version of a work"},
    {"agreementVersion", "version of an agreement"},
    {"standardVersion", "version of a standard"},
    {"email", "e-mail"},
    {"goOnOrStartAgain", "go on or start again"},
}};

constexpr std::array<Pair, 4> kProvenance = {{
    {"witnessed", "seen by the author"},
    {"attested", "told by somebody who was there"},
    {"imported", "from a file or paper"},
    {"inferred", "worked out by the author"},
}};

constexpr std::array<Pair, 4> kExpertise = {{
    {"livedExperience", "people with lived experience"},
    {"practitioner", "practitioners"},
    {"technicalExpert", "technical experts"},
    {"none", "people who bring no expertise of their own"},
}};

template <std::size_t N>
std::string_view lookUp(const std::array<Pair, N>& pairs, std::string_view name) {
  for (const Pair& pair : pairs) {
    if (pair.first == name) return pair.second;
  }
  return {};
}

/// One piece of a Who: "group:WG" is "group WG".
std::string plainPiece(std::string_view piece) {
  for (std::string_view prefix : {"group:", "organisation:"}) {
    if (!piece.starts_with(prefix)) continue;
    std::string text(prefix.substr(0, prefix.size() - 1));
    return text + " " + std::string(piece.substr(prefix.size()));
  }
  constexpr std::string_view kOutside = "outside: ";
  if (piece.starts_with(kOutside)) piece.remove_prefix(kOutside.size());
  return std::string(piece);
}

}  // namespace

void ProvenanceCount::add(std::string_view provenance) {
  if (provenance == "witnessed") {
    ++witnessed;
  } else if (provenance == "attested") {
    ++attested;
  } else if (provenance == "imported") {
    ++imported;
  } else if (provenance == "inferred") {
    ++inferred;
  } else {
    ++notRecorded;
  }
}

const EntryCard* Report::card(std::int64_t index) const {
  auto found = std::lower_bound(
      entries.begin(), entries.end(), index,
      [](const EntryCard& card, std::int64_t wanted) { return card.index < wanted; });
  return found == entries.end() || found->index != index ? nullptr : &*found;
}

std::string plainWords(std::string_view camelCase) {
  if (camelCase.empty()) return std::string(kNotRecordedText);
  if (std::string_view special = lookUp(kSpecialWords, camelCase); !special.empty()) {
    return std::string(special);
  }
  std::string words;
  for (char c : camelCase) {
    bool capital = c >= 'A' && c <= 'Z';
    if (capital && !words.empty()) words.push_back(' ');
    words.push_back(capital ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return words;
}

std::string plainExpertise(std::string_view expertise) {
  if (expertise.empty()) return "people whose expertise is not recorded";
  std::string_view known = lookUp(kExpertise, expertise);
  return known.empty() ? plainWords(expertise) : std::string(known);
}

std::string plainProvenance(std::string_view provenance) {
  if (provenance.empty()) return "how it is known is not recorded";
  std::string_view known = lookUp(kProvenance, provenance);
  return known.empty() ? plainWords(provenance) : std::string(known);
}

std::string provenanceSentence(const ProvenanceCount& count) {
  std::string text;
  auto add = [&](std::int64_t number, std::string_view words) {
    if (number == 0) return;
    if (!text.empty()) text += ", ";
    text += std::to_string(number) + " " + std::string(words);
  };
  add(count.witnessed, "seen by the author");
  add(count.attested, "told by somebody who was there");
  add(count.imported, "from a file or paper");
  add(count.inferred, "worked out");
  add(count.notRecorded, "with no word on how it is known");
  return text;
}

std::string plainWho(std::string_view who) {
  if (who.empty()) return std::string(kNotRecordedText);
  constexpr std::string_view kWords = "words: ";
  std::string text;
  while (!who.empty()) {
    if (!text.empty()) text += ", ";
    // The source's own words come last, and may hold commas of their own.
    if (who.starts_with(kWords)) return text + "\"" + std::string(who.substr(kWords.size())) + "\"";
    std::size_t end = who.find(", ");
    text += plainPiece(who.substr(0, end));
    who = end == who.npos ? std::string_view() : who.substr(end + 2);
  }
  return text;
}

std::string plainWhoEach(std::string_view lines) {
  std::string text;
  for (std::size_t from = 0; from <= lines.size();) {
    std::size_t end = std::min(lines.find('\n', from), lines.size());
    if (!text.empty()) text += "; ";
    text += plainWho(lines.substr(from, end - from));
    from = end + 1;
  }
  return text;
}

std::string plainRef(std::string_view ref) {
  std::size_t colon = ref.find(':');
  if (colon == ref.npos) return std::string(ref);
  std::string_view where = ref.substr(0, colon);
  if (where == "entry") {
    // A number in the log says which; the id of a statement says nothing to people.
    std::string_view number = ref.substr(colon + 1);
    bool numbered = std::all_of(number.begin(), number.end(),
                                [](unsigned char c) { return std::isdigit(c) != 0; });
    return numbered && !number.empty() ? "entry " + std::string(number) : "an entry";
  }
  return plainWords(where) + " " + std::string(ref.substr(colon + 1));
}

std::string plainWhen(std::string_view date) {
  std::size_t blank = date.rfind(' ');
  if (blank == date.npos) return std::string(date);
  return std::string(date.substr(0, blank + 1)) + plainRef(date.substr(blank + 1));
}

std::string counted(std::int64_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

std::string plainTime(std::int64_t unixSeconds) {
  CivilTime time = civilFromUnix(unixSeconds);
  time.precision = CivilPrecision::kMinute;
  std::string text = formatCivil(time);
  if (std::size_t letter = text.find('T'); letter != text.npos) text[letter] = ' ';
  if (text.ends_with('Z')) text.pop_back();
  return text + " UTC";
}

std::string sentence(std::string text) {
  if (text.empty()) return text;
  text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  std::string_view end = text;
  while (end.ends_with(')') || end.ends_with('"') || end.ends_with('\'')) end.remove_suffix(1);
  if (!end.ends_with('.') && !end.ends_with('?') && !end.ends_with('!') && !end.ends_with(':')) {
    text += '.';
  }
  return text;
}

}  // namespace minutebook
