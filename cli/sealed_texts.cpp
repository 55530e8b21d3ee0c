#include "cli/sealed_texts.h"

#include <charconv>

#include "ledger/base/bytes.h"
#include "ledger/event/form.h"

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

const Json* valueAt(const Json& line, std::string_view field) {
  const Json* at = &line;
  while (at && !field.empty()) {
    std::size_t dot = std::min(field.find('.'), field.size());
    at = stepInto(*at, field.substr(0, dot));
    field.remove_prefix(std::min(dot + 1, field.size()));
  }
  return at;
}

/// An opened value in words; one that is not open says why.
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
  return value.isNull() ? "yes" : value.text();
}

/// The sealed field of that name as it shows for whoever reads; nothing if there is none.
std::optional<Json> valueOf(Disclosing& disclosing, std::uint64_t index, const std::string& field) {
  const SealedField* sealed = disclosing.fieldOf(index, field);
  if (!sealed) return std::nullopt;
  std::string name = sealed->field;
  FieldPath path = sealed->path;
  Json line = disclosing.lineOf(index, &path);
  const Json* value = valueAt(line, name);
  return value ? std::optional<Json>(*value) : std::nullopt;
}

}  // namespace

std::string stateWords(const Json& value) {
  const Json* state = value.find("state");
  const Json* by = value.find("erasedBy");
  Disclosure disclosure;
  if (state && state->text() == "missing") disclosure.state = SealState::kMissing;
  if (state && state->text() == "erased") disclosure.state = SealState::kErased;
  if (by) disclosure.erasedBy = parseDecimal(by->text());
  return sealWords(disclosure);
}

IsKeptFor keptFor(Disclosing& disclosing, const std::string& participant) {
  if (!disclosing.hasKeys()) return {};
  return [&disclosing, participant](std::int64_t index, const std::string& field) {
    auto place = static_cast<std::uint64_t>(index);
    const SealedField* sealed = disclosing.fieldOf(place, field);
    return sealed && disclosing.isKeptFor(place, *sealed, participant);
  };
}

OpenSealed sealedTexts(Disclosing& disclosing) {
  return [&disclosing](std::int64_t index, const std::string& field) -> std::string {
    std::optional<Json> value = valueOf(disclosing, static_cast<std::uint64_t>(index), field);
    return value ? wordsOf(*value) : "";
  };
}

RevealField revealedFields(Disclosing& disclosing, std::uint64_t size) {
  return [&disclosing, size](std::int64_t entry,
                             std::string_view field) -> std::optional<std::string> {
    if (entry < 0 || static_cast<std::uint64_t>(entry) >= size) return std::nullopt;
    std::optional<Json> value =
        valueOf(disclosing, static_cast<std::uint64_t>(entry), std::string(field));
    if (!value || value->find("commitment")) return std::nullopt;
    return wordsOf(*value);
  };
}

}  // namespace minutebook
