#include "cli/import/mapping.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "audit/standards/toml.h"
#include "cli/import/mapping_settings.h"
#include "cli/import/sheet_dates.h"
#include "ledger/base/fault.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

constexpr std::size_t kMappingBytesMax = std::size_t{1} << 20;

/// Reads one mapping. Everything is looked at; what is told is the first trouble in the file.
class MappingReader {
 public:
  MappingReader(const std::string& path, const Catalogue& catalogue)
      : catalogue_(catalogue), values_(mapping_, troubles_) {
    mapping_.path = path;
  }

  std::variant<ImportMapping, MappingRefused> read(const toml::table& file) {
    allowOnly(file,
              {"source", "encoding", "separator", "columns", "key", "dates", "words", "record"},
              troubles_);
    readSource(file);
    readDialect(file);
    readColumns(file);
    readDates(file);
    readWords(file);
    readRecords(file);
    if (troubles_.first()) return *troubles_.first();
    return std::move(mapping_);
  }

 private:
  /// A text that has to be there.
  std::string neededText(const toml::table& from, const char* name, const std::string& example) {
    const toml::node* node = from.get(name);
    if (!node) {
      troubles_.add(lineOf(from), refuse("mapping.missing-setting", "",
                                         std::string("The mapping does not say ") + name +
                                             ". For example: " + name + " = " + example));
      return "";
    }
    std::string text = textIn(*node, name, troubles_);
    if (text.empty() && node->is_string()) {
      troubles_.add(lineOf(*node),
                    refuse("mapping.malformed", "", std::string(name) + " is empty."));
    }
    return text;
  }

  void readSource(const toml::table& file) {
    mapping_.source = neededText(file, "source", "\"Suggestion box 2024\"");
    if (mapping_.source.find('\0') != std::string::npos) {
      troubles_.add(lineOf(*file.get("source")),
                    refuse("mapping.malformed", "", "source holds the character U+0000."));
    }
  }

  void readDialect(const toml::table& file) {
    if (const toml::node* node = file.get("encoding")) {
      std::string text = textIn(*node, "encoding", troubles_);
      if (text == "windows-1252") {
        mapping_.dialect.encoding = CsvEncoding::kWindows1252;
      } else if (text != "utf-8") {
        troubles_.add(lineOf(*node),
                      refuse("mapping.malformed", "",
                             "encoding is \"utf-8\" or \"windows-1252\", not \"" + text + "\"."));
      }
    }
    const toml::node* node = file.get("separator");
    if (!node) return;
    std::string text = textIn(*node, "separator", troubles_);
    if (text == "tab") text = "\t";
    if (text == "," || text == ";" || text == "\t" || text == "|") {
      mapping_.dialect.separator = text[0];
    } else {
      troubles_.add(lineOf(*node),
                    refuse("mapping.malformed", "",
                           "separator is \",\", \";\", \"|\" or \"tab\", not \"" + text + "\"."));
    }
  }

  void readColumns(const toml::table& file) {
    const toml::node* node = file.get("columns");
    if (!node) {
      troubles_.add(1, refuse("mapping.missing-setting", "",
                              "The mapping does not say columns. For example: columns = "
                              "[\"number\", \"date\", \"suggestion\"]"));
      return;
    }
    mapping_.columns = textsIn(*node, "columns", troubles_);
    std::set<std::string> seen;
    for (const std::string& column : mapping_.columns) {
      if (seen.insert(column).second) continue;
      troubles_.add(lineOf(*node),
                    refuse("csv.column-twice", "", "columns names \"" + column + "\" twice."));
    }
    std::string key = neededText(file, "key", "\"number\"");
    if (!key.empty()) mapping_.key = values_.column(key, lineOf(*file.get("key")));
  }

  void readDates(const toml::table& file) {
    const toml::node* node = file.get("dates");
    if (!node) return;
    const toml::table* dates = tableIn(*node, "dates", troubles_);
    if (!dates) return;
    for (auto&& [name, value] : *dates) {
      std::size_t column = values_.column(std::string(name.str()), lineOf(value));
      std::optional<DateForm> form = dateFormOf(textIn(value, std::string(name.str()), troubles_));
      if (form) {
        mapping_.dates[column] = *form;
      } else {
        troubles_.add(lineOf(value),
                      refuse("mapping.malformed", "",
                             "A date is written \"day/month/year\", \"month/day/year\" or "
                             "\"year-month-day\", with / - or . between."));
      }
    }
  }

  void readWords(const toml::table& file) {
    const toml::node* node = file.get("words");
    if (!node) return;
    const toml::table* tables = tableIn(*node, "words", troubles_);
    if (!tables) return;
    for (auto&& [name, value] : *tables) {
      const toml::table* words = tableIn(value, "words." + std::string(name.str()), troubles_);
      if (!words) continue;
      WordTable table{std::string(name.str()), {}};
      for (auto&& [from, to] : *words) {
        table.words[std::string(from.str())] = textIn(to, std::string(from.str()), troubles_);
      }
      mapping_.tables.push_back(std::move(table));
    }
  }

  void readRecords(const toml::table& file) {
    const toml::array* records = file.get_as<toml::array>("record");
    if (!records || records->empty()) {
      troubles_.add(file.get("record") ? lineOf(*file.get("record")) : 1,
                    refuse("mapping.missing-setting", "",
                           "The mapping makes no record. Write [[record]], and below it kind = "
                           "\"inputReceived\" and the record's fields."));
      return;
    }
    for (const toml::node& node : *records) {
      if (const toml::table* record = tableIn(node, "record", troubles_)) readRecord(*record);
    }
  }

  void readRecord(const toml::table& from) {
    MappedRecord record;
    record.line = lineOf(from);
    std::string kind = neededText(from, "kind", "\"inputReceived\"");
    record.kind = kindNamed(kind, from);
    record.name =
        from.get("record-name") ? textIn(*from.get("record-name"), "record-name", troubles_) : kind;
    for (const MappedRecord& other : mapping_.records) {
      if (other.name != record.name) continue;
      troubles_.add(record.line,
                    refuse("mapping.missing-setting", "",
                           "The record of line " + std::to_string(other.line) + " is called \"" +
                               record.name + "\" too. Give each a name: record-name = \"...\""));
    }
    if (const toml::node* once = from.get("once-for")) {
      record.once = values_.column(textIn(*once, "once-for", troubles_), lineOf(*once));
    }
    if (const toml::node* unless = from.get("unless-known")) {
      record.unlessKnown = truthIn(*unless, "unless-known", troubles_);
    }
    if (const toml::node* when = from.get("when")) record.when = values_.conditions(*when);
    for (auto&& [key, node] : from) {
      std::string name(key.str());
      if (isSetting(name)) continue;
      MappedValue value = values_.read(node, name);
      if (record.kind) checkField(name, value, *record.kind);
      record.fields.emplace_back(name, std::move(value));
    }
    mapping_.records.push_back(std::move(record));
  }

  static bool isSetting(const std::string& name) {
    return name == "kind" || name == "record-name" || name == "once-for" ||
           name == "unless-known" || name == "when";
  }

  const KindInfo* kindNamed(const std::string& name, const toml::table& from) {
    if (name.empty()) return nullptr;
    const KindInfo* kind = catalogue_.kind(name);
    if (kind) return kind;
    std::vector<std::string> known;
    for (const KindInfo& one : catalogue_.kinds()) known.push_back(one.name);
    troubles_.add(lineOf(*from.get("kind")),
                  refuse("record.unknown-kind", "kind",
                         "There is no kind of record called \"" + name + "\"." +
                             didYouMean(nearestName(name, known))));
    return nullptr;
  }

  void checkField(const std::string& name, const MappedValue& value, const KindInfo& kind) {
    const FieldInfo* field = kind.structure->find(name);
    if (!field && isAroundRecords(name)) field = catalogue_.envelope().find(name);
    if (field) return checkMembers(name, value, *field);
    std::vector<std::string> known;
    for (const FieldInfo& one : kind.structure->fields) known.push_back(one.name);
    unknownField(name, value.line, kind.name, known);
  }

  /// Objects within objects, as far as the schema has fields for them.
  void checkMembers(const std::string& where, const MappedValue& value, const FieldInfo& field) {
    if (value.kind != MappedValue::Kind::kObject) {
      for (const MappedValue& item : value.items) checkMembers(where, item, field);
      return;
    }
    if (field.type != FieldType::kStruct || !field.structure) return;
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      const std::string& name = value.names[i];
      const MappedValue& member = value.items[i];
      const FieldInfo* inner = field.structure->find(name);
      if (inner) {
        checkMembers(where + "." + name, member, *inner);
        continue;
      }
      std::vector<std::string> known;
      for (const FieldInfo& one : field.structure->fields) known.push_back(one.name);
      unknownField(where + "." + name, member.line, where, known);
    }
  }

  void unknownField(const std::string& name, std::uint64_t line, const std::string& of,
                    const std::vector<std::string>& known) {
    std::string last = name.substr(name.rfind('.') + 1);
    troubles_.add(line, refuse("record.unknown-field", name,
                               "There is no field called \"" + last + "\" in " + of + "." +
                                   didYouMean(nearestName(last, known))));
  }

  const Catalogue& catalogue_;
  ImportMapping mapping_;
  MappingTroubles troubles_;
  MappedValues values_;
};

std::string contentsOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text(kMappingBytesMax + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if ((!file && !file.eof()) || text.size() > kMappingBytesMax) {
    throw Fault(FaultKind::kMissing, "there is no mapping " + path + " that can be read",
                "Check the path given with --map; a mapping has at most one megabyte.");
  }
  return text;
}

}  // namespace

std::variant<ImportMapping, MappingRefused> readImportMapping(const std::string& path,
                                                              const Catalogue& catalogue) {
  return parseImportMapping(contentsOf(path), path, catalogue);
}

std::variant<ImportMapping, MappingRefused> parseImportMapping(const std::string& text,
                                                               const std::string& path,
                                                               const Catalogue& catalogue) {
  try {
    return MappingReader(path, catalogue).read(toml::parse(text, path));
  } catch (const toml::parse_error& error) {
    return MappingRefused{refuse("mapping.malformed", "",
                                 "This is not TOML: " + std::string(error.description()) + "."),
                          error.source().begin.line};
  }
}

}  // namespace minutebook
