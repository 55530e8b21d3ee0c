#include "cli/entry_numbers.h"

#include <string_view>
#include <utility>

#include "ledger/base/bytes.h"

namespace minutebook {

namespace {

constexpr std::string_view kEntry = "entry:";

class Speller {
 public:
  Speller(const Catalogue& catalogue, const EntryLookup& lookup)
      : catalogue_(catalogue), lookup_(lookup) {}

  void members(Json& object, const StructInfo& structure) {
    const std::vector<Json::Member> before = object.members();
    for (const auto& [name, value] : before) {
      const FieldInfo* field = structure.find(name);
      if (field) object.set(name, spelledOut(value, *field));
    }
  }

  std::optional<Refusal> takeRefusal() { return std::move(refusal_); }

 private:
  Json spelledOut(const Json& value, const FieldInfo& field) {
    if (value.kind() == Json::Kind::kList) {
      Json list = Json::list();
      for (const Json& item : value.items()) list.add(spelledOut(item, field));
      return list;
    }
    if (field.type == FieldType::kRecord) return record(value);
    if (field.type == FieldType::kStruct && field.structure && !field.structure->fields.empty()) {
      // A lone value stands for the first field.
      if (value.kind() != Json::Kind::kObject) {
        return spelledOut(value, field.structure->fields.front());
      }
      Json object = value;
      members(object, *field.structure);
      return object;
    }
    bool said = value.kind() == Json::Kind::kText || value.kind() == Json::Kind::kNumber;
    if (field.type != FieldType::kRef || !said) return value;
    return Json::text(reference(value.text(), field));
  }

  /// The record in a correction, by its own kind.
  Json record(const Json& value) {
    const Json* name = value.find("kind");
    const KindInfo* kind = name ? catalogue_.kind(name->text()) : nullptr;
    if (!kind) return value;
    Json object = value;
    members(object, *kind->structure);
    return object;
  }

  std::string reference(const std::string& text, const FieldInfo& field) {
    if (text.starts_with(kEntry)) {
      std::optional<std::uint64_t> number =
          parseDecimal(std::string_view(text).substr(kEntry.size()));
      return number ? inFull(*number).value_or(text) : text;
    }
    bool onlyEntries = field.refersToOneOf == std::vector{schema::Register::ENTRY};
    if (!onlyEntries || text.empty()) return text;
    std::vector<FoundRecord> found = lookup_.find(text);
    if (found.size() == 1) return inFull(found.front().entry).value_or(text);
    refuse(text, field.name, found);
    return text;
  }

  std::optional<std::string> inFull(std::uint64_t number) {
    std::optional<std::string> id = lookup_.statementId(number);
    return id ? std::optional(std::string(kEntry) + *id) : std::nullopt;
  }

  void refuse(const std::string& text, const std::string& field,
              const std::vector<FoundRecord>& found) {
    if (refusal_) return;
    if (found.empty()) {
      refusal_ = Refusal{"reference.unknown", field, "No entry made \"" + text + "\".",
                         "Write the entry's number, which every page shows: entry:27."};
      return;
    }
    std::string all;
    for (const FoundRecord& one : found) {
      all += (all.empty() ? "" : " or ") + std::string(kEntry) + std::to_string(one.entry) + " (" +
             std::string(registerName(one.where)) + " " + one.id + ")";
    }
    refusal_ = Refusal{"reference.form", field, "\"" + text + "\" was made by several entries.",
                       "Write which one: " + all + "."};
  }

  const Catalogue& catalogue_;
  const EntryLookup& lookup_;
  std::optional<Refusal> refusal_;
};

}  // namespace

std::optional<Refusal> spellOutEntries(Json& object, const StructInfo& structure,
                                       const Catalogue& catalogue, const EntryLookup& lookup) {
  Speller speller(catalogue, lookup);
  speller.members(object, structure);
  return speller.takeRefusal();
}

}  // namespace minutebook
