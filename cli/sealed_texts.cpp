#include "cli/sealed_texts.h"

#include "cli/value_words.h"

namespace minutebook {

namespace {

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
    return value->kind() == Json::Kind::kText ? value->text() : wordsOf(*value);
  };
}

}  // namespace minutebook
