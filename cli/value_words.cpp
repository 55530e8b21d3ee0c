#include "cli/value_words.h"

#include <algorithm>
#include <charconv>

#include "cli/seal_words.h"
#include "ledger/base/bytes.h"
#include "ledger/event/catalogue.h"

namespace minutebook {

namespace {

/// The member called "name", or the item of it that "name[2]" says; null if there is none.
const Json* stepInto(const Json& value, std::string_view step) {
  std::size_t bracket = std::min(step.find('['), step.size());
  const Json* found = value.find(step.substr(0, bracket));
  if (!found || bracket == step.size()) return found;
  std::size_t index = 0;
  const char* begin = step.data() + bracket + 1;
  auto [end, error] = std::from_chars(begin, step.data() + step.size(), index);
  bool there = error == std::errc() && index < found->items().size();
  return there ? &found->items()[index] : nullptr;
}

/// How many digits of a fingerprint people are shown: enough to compare with the file's own.
constexpr std::size_t kFingerprintDigitsShown = 16;

/// A text as it is; a document by the first digits of its hash.
std::string readable(const std::string& text) {
  std::optional<Bytes> bytes = fromHex(text);
  bool document = bytes && bytes->size() == Hash{}.bytes.size();
  if (!document) return text;
  return "a document with the fingerprint " + text.substr(0, kFingerprintDigitsShown) + "...";
}

}  // namespace

const Json* valueAt(const Json& line, std::string_view field) {
  const Json* at = &line;
  while (at && !field.empty()) {
    std::size_t dot = std::min(field.find('.'), field.size());
    at = stepInto(*at, field.substr(0, dot));
    field.remove_prefix(std::min(dot + 1, field.size()));
  }
  return at;
}

std::string stateWords(const Json& value) {
  const Json* state = value.find("state");
  const Json* by = value.find("erasedBy");
  Disclosure disclosure;
  if (state && state->text() == "missing") disclosure.state = SealState::kMissing;
  if (state && state->text() == "erased") disclosure.state = SealState::kErased;
  if (state && state->text() == "olderThanErasure") disclosure.state = SealState::kErasedElsewhere;
  if (by) disclosure.erasedBy = parseDecimal(by->text());
  return sealWords(disclosure);
}

std::string wordsOf(const Json& value) {
  if (value.find("commitment")) return "(" + stateWords(value) + ")";
  if (value.kind() == Json::Kind::kObject) {
    std::string text;
    for (const Json::Member& member : value.members()) {
      std::string one = wordsOf(member.second);
      if (value.members().size() > 1) one = everydayWords(member.first) + " " + one;
      text += (text.empty() ? "" : ", ") + one;
    }
    return text;
  }
  if (value.kind() == Json::Kind::kList) {
    std::string text;
    for (const Json& item : value.items()) text += (text.empty() ? "" : ", ") + wordsOf(item);
    return text;
  }
  return value.isNull() ? "yes" : readable(value.text());
}

void tellValue(Console& console, const std::string& name, const Json& value, std::size_t depth) {
  std::string indent(depth * 2, ' ');
  std::string label = name.empty() ? "-" : everydayWords(name) + ":";
  if (const Json* commitment = value.find("commitment")) {
    const Json* readers = value.find("for");
    console.line(indent + label + " (" + stateWords(value) +
                 (readers ? "; for " + readers->text() : "") + "; commitment " +
                 commitment->text().substr(0, 16) + "...)");
  } else if (const Json* open = value.find("public"); open && value.members().size() == 1) {
    console.line(indent + label + " " + open->text());
  } else if (value.kind() == Json::Kind::kObject) {
    console.line(indent + label);
    for (const Json::Member& member : value.members()) {
      tellValue(console, member.first, member.second, depth + 1);
    }
  } else if (value.kind() == Json::Kind::kList) {
    console.line(indent + label);
    for (const Json& item : value.items()) tellValue(console, "", item, depth + 1);
  } else {
    console.line(indent + label + " " + (value.isNull() ? "yes" : value.text()));
  }
}

}  // namespace minutebook
