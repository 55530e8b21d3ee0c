#include "tests/coverage/records_page.h"

#include <algorithm>

#include "ledger/base/fault.h"
#include "ledger/rules/kind_refusals.h"
#include "ledger/seal/viewer.h"

namespace minutebook {

namespace {

constexpr const char* kColumns =
    "| field | what it is | what to write | who sees it |\n|---|---|---|---|\n";

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string quoted(const std::vector<std::string_view>& codes) {
  std::string text;
  for (std::string_view code : codes) {
    text += (text.empty() ? "`" : ", `") + std::string(code) + "`";
  }
  return text;
}

/// A bar would end the cell.
std::string cell(const std::string& text) {
  std::string escaped;
  for (char c : text) {
    if (c == '|') escaped += '\\';
    escaped += c == '\n' ? ' ' : c;
  }
  return escaped;
}

std::string wordFor(FieldType type) {
  switch (type) {
    case FieldType::kText:
      return "text";
    case FieldType::kData:
      return "bytes, in hex";
    case FieldType::kEnum:
      return "choice";
    case FieldType::kNumber:
      return "number";
    case FieldType::kVoid:
      return "no value";
    case FieldType::kStruct:
      return "group of fields";
    case FieldType::kWhen:
      return "date or time";
    case FieldType::kMoney:
      return "sum of money";
    case FieldType::kCount:
      return "how many";
    case FieldType::kFigure:
      return "exact number";
    case FieldType::kWords:
      return "words";
    case FieldType::kDocument:
      return "document";
    case FieldType::kWho:
      return "who";
    case FieldType::kRef:
      return "record";
    case FieldType::kVersion:
      return "version";
    case FieldType::kSealed:
      return "sealed";
    case FieldType::kRecord:
      return "whole record";
  }
  throw Fault(FaultKind::kBug, "a field of no known type");
}

/// "text, id of a meeting", "choice: yes, no", "list of record: input, decision".
std::string typeCell(const FieldInfo& field) {
  using schema::Register;
  bool sum = field.type == FieldType::kSealed && !field.currencyIn.empty();
  FieldType type = field.type == FieldType::kSealed ? field.sealedType : field.type;
  std::string text =
      sum ? "sum of money, in the currency of `" + field.currencyIn + "`" : wordFor(type);
  if (field.list) text = "list of: " + text;
  if (!field.choices.empty()) text += " (" + listed(field.choices) + ")";
  if (field.id != Register::NOT_RECORDED) {
    text += ", new id: " + everydayWords(registerName(field.id));
  }
  if (field.refersTo != Register::NOT_RECORDED) {
    text += ", id of: " + everydayWords(registerName(field.refersTo));
  }
  std::vector<std::string> registers;
  for (Register where : field.refersToOneOf)
    registers.push_back(everydayWords(registerName(where)));
  if (!registers.empty()) text += ", one of: " + listed(registers);
  if (!field.unit.empty()) text += "; unit: " + field.unit;
  if (!field.source.empty()) text += "; see " + field.source;
  return text;
}

/// Inside a sealed struct everything is sealed with it.
std::string audienceCell(const FieldInfo& field, const std::string& around) {
  if (!around.empty()) return around;
  if (field.sealedAbout.empty()) return "everyone";
  std::string sealed =
      "sealed, for " + readersInWords(field) + "; key of `" + field.sealedAbout + "`";
  return field.type == FieldType::kWords ? "as given: public, or " + sealed : sealed;
}

void addRows(const StructInfo& info, const std::string& prefix, const std::string& around,
             std::string& text) {
  for (const FieldInfo& field : info.fields) {
    if (field.inUnion && field.name == "notRecorded") continue;
    std::string name = prefix + field.name;
    std::string audience = audienceCell(field, around);
    std::string what = field.help;
    if (field.required) what += " **Needed.**";
    if (field.inUnion) what += " *One of these at most.*";
    text += "| `" + name + "` | " + cell(typeCell(field)) + " | " + cell(what) + " | " +
            cell(audience) + " |\n";
    bool sealedStruct = field.type == FieldType::kSealed && field.currencyIn.empty() &&
                        field.sealedType == FieldType::kStruct;
    if (field.type != FieldType::kStruct && !sealedStruct) continue;
    addRows(*field.structure, name + ".", sealedStruct ? audience : around, text);
  }
}

std::string rightWord(schema::Right right) {
  auto enumerants = capnp::Schema::from<schema::Right>().getEnumerants();
  return enumerants[static_cast<std::uint16_t>(right)].getProto().getName().cStr();
}

std::string kindSection(const KindInfo& kind) {
  std::string text = "\n## " + kind.name + "\n\n" + kind.help + "\n\n";
  std::vector<std::string> rights;
  for (schema::Right right : kind.recordedBy) rights.push_back(rightWord(right));
  text += "Recorded by: " + listed(rights) + ".";
  if (!kind.belongsTo.empty()) {
    text += " It is the act of `" + kind.belongsTo +
            "`: anybody else needs `onBehalfOf`, with a basis.";
  }
  if (kind.everyday) text += " Part of a coordinator's week.";
  text += "\n\n";
  text += kColumns;
  addRows(*kind.structure, "", "", text);
  std::vector<std::string_view> codes = refusalsOfKind(kind);
  text += "\nRefused as: ";
  text += codes.empty() ? "nothing beyond what any record can meet" : quoted(codes);
  text += ".\n\n```json\n" + kind.example + "\n```\n";
  return text;
}

std::string headingLink(const KindInfo& kind) {
  std::string anchor = kind.name;
  std::transform(anchor.begin(), anchor.end(), anchor.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return "[" + kind.name + "](records/" + kind.family + ".md#" + anchor + ")";
}

std::string capitalised(std::string word) {
  word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
  return word;
}

}  // namespace

std::vector<std::string> familiesOf(const Catalogue& catalogue) {
  std::vector<std::string> families;
  for (const KindInfo& kind : catalogue.kinds()) {
    bool known = std::find(families.begin(), families.end(), kind.family) != families.end();
    if (!known) families.push_back(kind.family);
  }
  return families;
}

std::string familyPage(const std::string& family, const Catalogue& catalogue) {
  std::string text = "# Records: " + family + "\n\n" +
                     "[All kinds, and what stands around every record](../records.md). Generated "
                     "from\n`schema/" +
                     family + ".capnp`; a test compares them.\n";
  for (const KindInfo& kind : catalogue.kinds()) {
    if (kind.family == family) text += kindSection(kind);
  }
  return text;
}

std::string recordsPage(const Catalogue& catalogue) {
  std::string text =
      "# Records\n\n"
      "Everything that can be recorded, by family. `minutebook kinds` prints the same, and\n"
      "[json.md](json.md) says how each type is written. What is sealed is kept out of the log:\n"
      "[seal.md](seal.md). Generated from the schema; a test compares them.\n";
  for (const std::string& family : familiesOf(catalogue)) {
    text += "\n## " + capitalised(family) + "\n\n";
    for (const KindInfo& kind : catalogue.kinds()) {
      if (kind.family == family) text += "- " + headingLink(kind) + ": " + kind.help + "\n";
    }
  }
  text += "\n## Around every record\n\n";
  text += kColumns;
  StructInfo envelope = catalogue.envelope();
  std::erase_if(envelope.fields,
                [](const FieldInfo& field) { return field.type == FieldType::kRecord; });
  addRows(envelope, "", "", text);
  text += "\n## Refusals that any record can meet\n\n" + quoted(refusalsOfAnyRecord()) +
          ".\n\n[refusals.md](refusals.md) says what each means and what to do then.\n";
  return text;
}

}  // namespace minutebook
