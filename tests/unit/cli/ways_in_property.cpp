// One way into a record: however it is written, as JSON, as flags or as the row of a sheet, it
// makes the same bytes.

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "cli/import/mapping.h"
#include "cli/import/row_records.h"
#include "cli/record_flags.h"
#include "tests/support/lines.h"
#include "tests/support/random_record.h"

namespace minutebook {
namespace {

/// A way of writing a record down, and what the program reads in it.
struct WayIn {
  const char* name;
  Outcome<Json> (*read)(const KindInfo& kind, const Json& line);
};

Outcome<Json> throughJson(const KindInfo&, const Json& line) {
  return parseJson(writeJson(line));
}

std::string flagText(const Json& value) {
  bool whole = value.kind() == Json::Kind::kObject || value.kind() == Json::Kind::kList ||
               value.kind() == Json::Kind::kNull;
  return whole ? writeJson(value) : value.text();
}

/// A list of texts by saying the flag again, an object in its parts, anything else whole.
void addFlags(const std::string& flag, const Json& value, std::vector<std::string>& flags) {
  bool parts = value.kind() == Json::Kind::kObject && !value.members().empty();
  for (const Json::Member& member : parts ? value.members() : std::vector<Json::Member>{}) {
    parts = parts && member.second.kind() != Json::Kind::kNull;
  }
  bool again = value.kind() == Json::Kind::kList;
  for (const Json& item : again ? value.items() : std::vector<Json>{}) {
    again = again && item.kind() == Json::Kind::kText;
  }
  if (parts && *rc::gen::arbitrary<bool>()) {
    for (const Json::Member& member : value.members()) {
      addFlags(flag + "." + flagName(member.first), member.second, flags);
    }
  } else if (again && *rc::gen::arbitrary<bool>()) {
    for (const Json& item : value.items()) {
      flags.push_back(flag);
      flags.push_back(item.text());
    }
  } else {
    flags.push_back(flag);
    flags.push_back(flagText(value));
  }
}

Outcome<Json> throughFlags(const KindInfo& kind, const Json& line) {
  std::vector<std::string> flags;
  for (const Json::Member& member : line.members()) {
    if (member.first == "kind") continue;
    addFlags("--" + flagName(member.first), member.second, flags);
  }
  return lineFromFlags({&kind, nullptr, kind.name}, theCatalogue(), flags);
}

/// A sheet of one row, and the setting of its mapping that makes a value of it.
class OneRow {
 public:
  /// TOML for `value`, whose texts become cells.
  std::string setting(const Json& value) {
    if (value.kind() == Json::Kind::kList) {
      std::string items;
      for (const Json& item : value.items()) items += (items.empty() ? "" : ", ") + setting(item);
      return "[" + items + "]";
    }
    if (value.isNull()) return cell("yes");
    if (value.kind() != Json::Kind::kObject) return cell(value.text());
    std::string members;
    for (const auto& [name, member] : value.members()) {
      members += (members.empty() ? "" : ", ") + name + " = " + setting(member);
    }
    return "{ " + members + " }";
  }

  std::string columns() const {
    std::string names = "\"key\"";
    for (std::size_t i = 0; i < cells_.size(); ++i) names += ", \"c" + std::to_string(i) + "\"";
    return names;
  }

  /// Heading and row, every cell in quotation marks.
  std::string sheet() const {
    std::string heading = "key", row = "1";
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      heading += ",c" + std::to_string(i);
      row += ",\"";
      for (char c : cells_[i]) row += c == '"' ? "\"\"" : std::string(1, c);
      row += '"';
    }
    return heading + "\r\n" + row + "\r\n";
  }

 private:
  std::string cell(const std::string& text) {
    cells_.push_back(text);
    return "\"{c" + std::to_string(cells_.size() - 1) + "}\"";
  }

  std::vector<std::string> cells_;
};

Outcome<Json> throughSheet(const KindInfo& kind, const Json& line) {
  OneRow row;
  std::string settings;
  for (const auto& [name, value] : line.members()) {
    if (name != "kind") settings += name + " = " + row.setting(value) + "\n";
  }
  std::string text = "source = \"a sheet\"\ncolumns = [" + row.columns() +
                     "]\nkey = \"key\"\n[[record]]\nkind = \"" + kind.name + "\"\n" + settings;
  auto parsed = parseImportMapping(text, "mapping.toml", theCatalogue());
  if (auto* refused = std::get_if<MappingRefused>(&parsed)) return refused->refusal;
  const ImportMapping& mapping = std::get<ImportMapping>(parsed);
  std::istringstream from(row.sheet());
  CsvReader reader(from, mapping.dialect);
  CsvRow first, second;
  for (CsvRow* next : {&first, &second}) {
    Outcome<bool> there = reader.next(*next);
    if (!there) return there.refusal();
  }
  std::size_t cell = 0;
  Outcome<SheetHeading> heading = readHeading(first, mapping, cell);
  if (!heading) return heading.refusal();
  RowReading reading(mapping, heading.value(), second);
  Outcome<std::optional<Json>> made = reading.line(mapping.records.front());
  if (!made) return made.refusal();
  Json whole = *made.value();
  whole.set("kind", Json::text(kind.name));
  return whole;
}

constexpr WayIn kWaysIn[] = {
    {"JSON", throughJson}, {"flags", throughFlags}, {"a sheet", throughSheet}};

RC_GTEST_PROP(WaysIn, MakeTheSameBytesOfEveryKind, ()) {
  RandomRecord random(theCatalogue());
  for (const KindInfo& kind : theCatalogue().kinds()) {
    Json line = random.lineOf(kind);
    Outcome<SealedLine> expected = sealedLine(line);
    if (!expected) {
      RC_FAIL(kind.name + ": " + expected.refusal().code + " at " + expected.refusal().field +
              ": " + expected.refusal().reason + "\n" + writeJson(line));
    }
    auto refusal = checkForm(expected.value().statement, theCatalogue());
    if (refusal) RC_FAIL(refusal->code + " at " + refusal->field + "\n" + writeJson(line));
    for (const WayIn& way : kWaysIn) {
      Outcome<Json> read = way.read(kind, line);
      if (!read) RC_FAIL(std::string(way.name) + ": " + read.refusal().reason);
      Outcome<SealedLine> made = sealedLine(read.value());
      if (!made) RC_FAIL(std::string(way.name) + ": " + made.refusal().reason + writeJson(line));
      bool same = sameBytes(made.value().statement.bytes(), expected.value().statement.bytes()) &&
                  made.value().secrets == expected.value().secrets;
      if (same) continue;
      RC_FAIL(std::string(way.name) + "\n" + writeJson(line) + "\n" + writeJson(read.value()));
    }
  }
}

/// The line without one of its members.
Json without(const Json& line, const std::string& name) {
  Json rest = Json::object();
  for (const Json::Member& member : line.members()) {
    if (member.first != name) rest.set(member.first, member.second);
  }
  return rest;
}

RC_GTEST_PROP(WaysIn, RefuseALineWithoutWhatItsKindNeeds, ()) {
  RandomRecord random(theCatalogue());
  int left = 0;
  for (const KindInfo& kind : theCatalogue().kinds()) {
    Json line = random.lineOf(kind);
    for (const FieldInfo& field : kind.structure->fields) {
      if (!field.required) continue;
      Outcome<SealedLine> made = sealedLine(without(line, field.name));
      if (made) RC_FAIL(kind.name + " comes in without " + field.name);
      RC_ASSERT(made.refusal().code == "record.missing");
      RC_ASSERT(made.refusal().field == field.name);
      ++left;
    }
  }
  RC_ASSERT(left > 100);
}

}  // namespace
}  // namespace minutebook
