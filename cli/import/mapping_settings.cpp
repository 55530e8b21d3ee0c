#include "cli/import/mapping_settings.h"

#include <algorithm>

#include "ledger/rules/refusal_list.h"

namespace minutebook {

void MappingTroubles::add(std::uint64_t line, Refusal refusal) {
  if (!first_ || line < first_->line) first_ = MappingRefused{std::move(refusal), line};
}

std::uint64_t lineOf(const toml::node& node) {
  return std::max<std::uint64_t>(node.source().begin.line, 1);
}

std::string didYouMean(const std::string& near) {
  return near.empty() ? "" : " Did you mean " + near + "?";
}

bool isAroundRecords(std::string_view name) {
  for (std::string_view known :
       {"occurredAt", "onBehalfOf", "provenance", "sources", "initiative", "stage", "causedBy"}) {
    if (name == known) return true;
  }
  return false;
}

void allowOnly(const toml::table& table, std::initializer_list<const char*> known,
               MappingTroubles& troubles) {
  std::vector<std::string> names(known.begin(), known.end());
  for (auto&& [key, node] : table) {
    std::string name(key.str());
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    troubles.add(lineOf(node), refuse("mapping.unknown-setting", name,
                                      "There is no setting called \"" + name + "\" here." +
                                          didYouMean(nearestName(name, names))));
  }
}

namespace {

void wrongType(const toml::node& node, const std::string& name, const std::string& wanted,
               MappingTroubles& troubles) {
  troubles.add(lineOf(node),
               refuse("mapping.malformed", name, name + " has to be " + wanted + "."));
}

}  // namespace

std::string textIn(const toml::node& node, const std::string& name, MappingTroubles& troubles) {
  if (const auto* text = node.as_string()) return text->get();
  wrongType(node, name, "a text in quotation marks", troubles);
  return "";
}

std::vector<std::string> textsIn(const toml::node& node, const std::string& name,
                                 MappingTroubles& troubles) {
  if (node.is_string()) return {textIn(node, name, troubles)};
  std::vector<std::string> texts;
  const toml::array* list = node.as_array();
  if (!list || list->empty()) {
    wrongType(node, name, "a list of texts: [\"one\", \"two\"]", troubles);
    return texts;
  }
  for (const toml::node& item : *list) texts.push_back(textIn(item, name, troubles));
  return texts;
}

bool truthIn(const toml::node& node, const std::string& name, MappingTroubles& troubles) {
  if (const auto* truth = node.as_boolean()) return truth->get();
  wrongType(node, name, "true or false, without quotation marks", troubles);
  return false;
}

const toml::table* tableIn(const toml::node& node, const std::string& name,
                           MappingTroubles& troubles) {
  const toml::table* table = node.as_table();
  if (!table) wrongType(node, name, "a table of settings", troubles);
  return table;
}

std::size_t MappedValues::column(const std::string& name, std::uint64_t line) {
  auto found = std::find(mapping_.columns.begin(), mapping_.columns.end(), name);
  if (found != mapping_.columns.end()) {
    return static_cast<std::size_t>(found - mapping_.columns.begin());
  }
  if (!mapping_.columns.empty()) {  // Else that is the trouble, and told already.
    troubles_.add(line, refuse("mapping.unknown-name", "",
                               "\"" + name + "\" is not among the columns." +
                                   didYouMean(nearestName(name, mapping_.columns))));
  }
  return 0;
}

TextPiece MappedValues::cell(const std::string& inside, std::uint64_t line) {
  auto known = std::find(mapping_.columns.begin(), mapping_.columns.end(), inside);
  std::size_t colon = inside.rfind(':');
  if (known != mapping_.columns.end() || colon == inside.npos) {
    return {"", column(inside, line), std::nullopt};
  }
  TextPiece piece{"", column(inside.substr(0, colon), line), std::nullopt};
  std::string name = inside.substr(colon + 1);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < mapping_.tables.size(); ++i) {
    names.push_back(mapping_.tables[i].name);
    if (names.back() == name) piece.table = i;
  }
  if (!piece.table) {
    troubles_.add(line, refuse("mapping.unknown-name", "",
                               "There is no table [words." + name + "]." +
                                   didYouMean(nearestName(name, names))));
  }
  return piece;
}

std::vector<TextPiece> MappedValues::pieces(const std::string& text, std::uint64_t line) {
  std::vector<TextPiece> pieces;
  std::string words;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    bool doubled = (c == '{' || c == '}') && i + 1 < text.size() && text[i + 1] == c;
    if (doubled || (c != '{' && c != '}')) {
      words += c;
      if (doubled) ++i;
      continue;
    }
    std::size_t end = c == '{' ? text.find('}', i) : text.npos;
    if (end == text.npos) {
      troubles_.add(line, refuse("mapping.malformed", "",
                                 std::string("\"") + c + "\" in \"" + text +
                                     "\" has no partner; a bracket that is meant is written "
                                     "twice."));
      break;
    }
    if (!words.empty()) pieces.push_back({std::move(words), std::nullopt, std::nullopt});
    words.clear();
    pieces.push_back(cell(text.substr(i + 1, end - i - 1), line));
    i = end;
  }
  if (!words.empty()) pieces.push_back({std::move(words), std::nullopt, std::nullopt});
  return pieces;
}

MappedValue MappedValues::read(const toml::node& node, const std::string& name) {
  MappedValue value;
  value.line = lineOf(node);
  if (const auto* text = node.as_string()) {
    value.pieces = pieces(text->get(), value.line);
  } else if (const auto* number = node.as_integer()) {
    value.kind = MappedValue::Kind::kPlain;
    value.plain = Json::number(number->get());
  } else if (const auto* truth = node.as_boolean()) {
    value.kind = MappedValue::Kind::kPlain;
    value.plain = Json::boolean(truth->get());
  } else if (const toml::array* list = node.as_array()) {
    value.kind = MappedValue::Kind::kList;
    for (const toml::node& item : *list) value.items.push_back(read(item, name));
  } else if (const toml::table* table = node.as_table()) {
    return readTable(*table, name);
  } else {
    wrongType(node, name, "a text in quotation marks (dates and sums too)", troubles_);
  }
  return value;
}

MappedValue MappedValues::readTable(const toml::table& table, const std::string& name) {
  MappedValue value;
  value.line = lineOf(table);
  if (const toml::node* options = table.get("choose")) {
    allowOnly(table, {"choose"}, troubles_);
    return readChoice(*options, name);
  }
  if (const toml::node* whole = table.get("split")) {
    allowOnly(table, {"split", "at"}, troubles_);
    value.kind = MappedValue::Kind::kSplit;
    value.pieces = pieces(textIn(*whole, name + ".split", troubles_), lineOf(*whole));
    value.separator = table.get("at") ? textIn(*table.get("at"), name + ".at", troubles_) : "";
    if (value.separator.empty()) {
      troubles_.add(value.line, refuse("mapping.missing-setting", "",
                                       "It is not said at what " + name +
                                           " is to be taken apart. For example: { split = "
                                           "\"{themes}\", at = \";\" }"));
    }
    return value;
  }
  value.kind = MappedValue::Kind::kObject;
  for (auto&& [key, node] : table) {
    std::string member(key.str());
    value.items.push_back(read(node, name + "." + member));
    value.names.push_back(std::move(member));
    value.line = std::min(value.line, value.items.back().line);
  }
  return value;
}

MappedValue MappedValues::readChoice(const toml::node& options, const std::string& name) {
  MappedValue value;
  value.kind = MappedValue::Kind::kChoose;
  value.line = lineOf(options);
  const toml::array* list = options.as_array();
  if (!list) wrongType(options, name + ".choose", "a list of tables", troubles_);
  if (!list) return value;
  for (const toml::node& option : *list) {
    const toml::table* table = tableIn(option, name + ".choose", troubles_);
    if (!table) continue;
    allowOnly(*table, {"when", "value"}, troubles_);
    const toml::node* given = table->get("value");
    if (!given) {
      troubles_.add(lineOf(*table), refuse("mapping.missing-setting", "",
                                           "This choice for " + name +
                                               " has no value. For example: { when = { filled = "
                                               "\"author\" }, value = \"{author}\" }"));
      continue;
    }
    MappedValue item = read(*given, name);
    if (const toml::node* when = table->get("when")) item.when = conditions(*when);
    value.items.push_back(std::move(item));
  }
  return value;
}

std::vector<CellCondition> MappedValues::conditions(const toml::node& node) {
  std::vector<CellCondition> all;
  const toml::table* table = tableIn(node, "when", troubles_);
  if (!table) return all;
  allowOnly(*table, {"filled", "empty", "is", "is-not"}, troubles_);
  for (const char* name : {"filled", "empty"}) {
    const toml::node* columns = table->get(name);
    if (!columns) continue;
    for (const std::string& one : textsIn(*columns, name, troubles_)) {
      all.push_back({column(one, lineOf(*columns)), {""}, name == std::string("empty")});
    }
  }
  for (const char* name : {"is", "is-not"}) {
    const toml::node* given = table->get(name);
    const toml::table* cells = given ? tableIn(*given, name, troubles_) : nullptr;
    if (!cells) continue;
    for (auto&& [key, words] : *cells) {
      all.push_back({column(std::string(key.str()), lineOf(words)),
                     textsIn(words, std::string(key.str()), troubles_), name == std::string("is")});
    }
  }
  return all;
}

}  // namespace minutebook
