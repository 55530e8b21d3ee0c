#include "tests/coverage/filled_fields.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "ledger/base/fault.h"
#include "ledger/event/json.h"
#include "tests/support/lines.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;

/// The struct that stands in a field as an object of its own, or null. A sealed sum is written as
/// one text, in the currency that another field names.
const StructInfo* objectIn(const FieldInfo& field) {
  bool object = field.type == FieldType::kStruct ||
                (field.type == FieldType::kSealed && field.sealedType == FieldType::kStruct);
  return object && field.currencyIn.empty() ? field.structure : nullptr;
}

/// The kind's own fields by name, those of structs inside it by struct.
std::string nameWithin(const std::string& kind, const StructInfo& info, const FieldInfo& field) {
  return kind + "/" + info.name + "." + field.name;
}

class Filled {
 public:
  explicit Filled(std::string kind) : kind_(std::move(kind)) {}

  void read(const Json& object, const StructInfo& info, const std::string& prefix) {
    for (const FieldInfo& field : info.fields) {
      const Json* value = object.find(field.name);
      if (!value) continue;
      std::string path = prefix + "." + field.name;
      names_.insert(path);
      names_.insert(nameWithin(kind_, info, field));
      if (value->kind() == Json::Kind::kList) {
        for (const Json& item : value->items()) readOne(item, field, path);
      } else {
        readOne(*value, field, path);
      }
    }
  }

  std::set<std::string> take() { return std::move(names_); }

 private:
  void readOne(const Json& value, const FieldInfo& field, const std::string& path) {
    if (!field.choices.empty()) names_.insert(path + "=" + value.text());
    const StructInfo* inside = objectIn(field);
    if (inside && value.kind() == Json::Kind::kObject) read(value, *inside, path);
  }

  std::string kind_;
  std::set<std::string> names_;
};

void addFields(const std::string& kind, const StructInfo& info, std::set<std::string>& names) {
  for (const FieldInfo& field : info.fields) {
    bool nothing = field.inUnion && field.name == "notRecorded";
    if (nothing || !names.insert(nameWithin(kind, info, field)).second) continue;
    if (const StructInfo* inside = objectIn(field)) addFields(kind, *inside, names);
  }
}

}  // namespace

bool isFieldOfSchema(std::string_view path, const Catalogue& catalogue) {
  std::string_view choice;
  if (std::size_t at = path.find('='); at != path.npos) {
    choice = path.substr(at + 1);
    path = path.substr(0, at);
  }
  std::size_t dot = path.find('.');
  if (dot == path.npos) return false;
  const KindInfo* kind = catalogue.kind(path.substr(0, dot));
  const StructInfo* info = kind ? kind->structure : nullptr;
  if (path.substr(0, dot) == "statement") info = &catalogue.envelope();
  const FieldInfo* field = nullptr;
  while (dot != path.npos) {
    if (!info) return false;
    std::size_t next = path.find('.', dot + 1);
    field = info->find(path.substr(dot + 1, next == path.npos ? next : next - dot - 1));
    if (!field) return false;
    info = objectIn(*field);
    dot = next;
  }
  if (choice.empty()) return true;
  return std::find(field->choices.begin(), field->choices.end(), choice) != field->choices.end();
}

std::set<std::string> fieldsOfKind(const KindInfo& kind) {
  std::set<std::string> names;
  addFields(kind.name, *kind.structure, names);
  return names;
}

std::set<std::string> filledFields(std::string_view line) {
  Outcome<SealedLine> made = sealedLine(line);
  if (!made) {
    throw Fault(FaultKind::kBug, made.refusal().code + " at " + made.refusal().field + ": " +
                                     made.refusal().reason + " in " + std::string(line));
  }
  const Catalogue& catalogue = theCatalogue();
  Json readBack = describe(made.value().statement, catalogue, made.value().reveal());
  const KindInfo* kind = catalogue.kind(readBack.find("kind")->text());
  Filled filled(kind->name);
  filled.read(readBack, *kind->structure, kind->name);
  filled.read(readBack, catalogue.envelope(), "statement");
  return filled.take();
}

std::set<std::string> filledByFile(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw Fault(FaultKind::kMissing, "there is no file " + path);
  std::set<std::string> names;
  for (std::string line; std::getline(in, line);) names.merge(filledFields(line));
  return names;
}

std::map<std::string, std::set<std::string>> filledByLedger() {
  fs::path folder = fs::path(MINUTEBOOK_SOURCE_DIR) / "tests" / "coverage";
  std::map<std::string, std::set<std::string>> filled;
  for (const auto& file : fs::directory_iterator(folder / "ledger")) {
    std::string name = file.path().filename().string();
    filled[name.substr(0, name.find('-'))] = filledByFile(file.path().string());
  }
  filled["itself"] = filledByFile((folder / "not-by-import.jsonl").string());
  return filled;
}

}  // namespace minutebook
