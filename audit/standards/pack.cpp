#include "audit/standards/pack.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

#include "audit/standards/check_file.h"
#include "audit/standards/toml.h"
#include "ledger/base/embedded_file.h"
#include "ledger/base/fault.h"
#include "ledger/crypto/sha256.h"
#include "pack_files.h"

namespace minutebook {

namespace {

/// The one called `id`, as "BASE" or "BASE@1"; the newest comes last in the list.
const Pack* findPack(const std::vector<Pack>& packs, std::string_view id) {
  auto found = std::find_if(packs.rbegin(), packs.rend(),
                            [&](const Pack& pack) { return pack.id == id || pack.label() == id; });
  return found == packs.rend() ? nullptr : &*found;
}

class PackReader {
 public:
  PackReader(std::string_view text, const std::vector<Pack>& known) : text_(text), known_(known) {}

  /// The pack, or the first thing that is wrong with it.
  Outcome<Pack> read() {
    toml::table root;
    try {
      root = toml::parse(text_);
    } catch (const toml::parse_error& wrong) {
      refuse(wrong.source().begin.line, std::string(wrong.description()));
      return refusal();
    }
    readAll(root);
    if (!trouble_.empty()) return refusal();
    return std::move(pack_);
  }

 private:
  void readAll(const toml::table& root) {
    allow(root, {"id", "version", "title", "about", "comes_from", "based_on", "data", "item",
                 "clause", "table"});
    pack_.id = needed(root, "id");
    pack_.version = needed(root, "version");
    pack_.title = needed(root, "title");
    pack_.about = text(root, "about");
    pack_.comesFrom = text(root, "comes_from");
    pack_.basedOn = text(root, "based_on");
    pack_.data = text(root, "data");
    if (!pack_.basedOn.empty()) {
      base_ = findPack(known_, pack_.basedOn);
      if (!base_) refuse(1, "this program has no pack " + pack_.basedOn + " to choose from");
    }
    readItems(root);
    readClauses(root);
    readTables(root);
    if (pack_.parts.empty()) refuse(1, "it has no clause and no table");
    if (root.contains("clause") && root.contains("table")) {
      refuse(1, "clauses and tables of reference data go into packs of their own");
    }
    if (trouble_.empty()) cutText();
  }

  /// The first trouble is told; what is read after it comes to nothing.
  void refuse(std::uint64_t line, const std::string& what) {
    if (!trouble_.empty()) return;
    trouble_ = "Line " + std::to_string(std::max<std::uint64_t>(line, 1)) + ": " + what + ".";
  }

  Refusal refusal() const {
    return {"pack.malformed", "", trouble_,
            "Put the pack right as docs/formats/pack.md shows, or ask whoever wrote it for it "
            "again."};
  }

  void allow(const toml::table& table, std::initializer_list<std::string_view> known) {
    for (auto&& [key, node] : table) {
      if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
      refuse(node.source().begin.line, "there is no setting \"" + std::string(key.str()) + "\"");
    }
  }

  std::string text(const toml::table& table, std::string_view name) {
    const toml::node* node = table.get(name);
    if (!node) return "";
    if (const auto* value = node->as_string()) return value->get();
    refuse(node->source().begin.line, std::string(name) + " has to be a text in quotation marks");
    return "";
  }

  std::string needed(const toml::table& table, std::string_view name) {
    std::string found = text(table, name);
    if (found.empty()) refuse(table.source().begin.line, std::string(name) + " is missing");
    return found;
  }

  std::vector<std::string> texts(const toml::table& table, std::string_view name) {
    std::vector<std::string> found;
    const toml::node* node = table.get(name);
    if (!node) return found;
    const toml::array* list = node->as_array();
    if (!list) {
      refuse(node->source().begin.line, std::string(name) + " has to be a list of texts");
      return found;
    }
    for (const toml::node& one : *list) {
      if (const auto* value = one.as_string()) {
        found.push_back(value->get());
      } else {
        refuse(one.source().begin.line, std::string(name) + " holds more than texts");
      }
    }
    return found;
  }

  /// Each [[name]] of the file.
  std::vector<const toml::table*> tables(const toml::table& root, std::string_view name) {
    std::vector<const toml::table*> found;
    const toml::node* node = root.get(name);
    if (!node) return found;
    const toml::array* list = node->as_array();
    if (!list) {
      refuse(node->source().begin.line, "write [[" + std::string(name) + "]]");
      return found;
    }
    for (const toml::node& one : *list) {
      if (one.is_table()) {
        found.push_back(one.as_table());
      } else {
        refuse(one.source().begin.line, "write [[" + std::string(name) + "]]");
      }
    }
    return found;
  }

  void readItems(const toml::table& root) {
    for (const toml::table* item : tables(root, "item")) {
      allow(*item, {"code", "text"});
      pack_.items.push_back({needed(*item, "code"), needed(*item, "text")});
    }
  }

  void readClauses(const toml::table& root) {
    for (const toml::table* clause : tables(root, "clause"))
      pack_.parts.push_back(clauseOf(*clause));
  }

  PackPart clauseOf(const toml::table& table) {
    allow(table, {"uses", "code", "text", "obligation", "comes_from", "check", "sql", "by_a_person",
                  "parameters", "may_be_waived", "matches"});
    PackPart part = chosen(table);
    take(part.code, table, "code");
    take(part.text, table, "text");
    take(part.obligation, table, "obligation");
    take(part.comesFrom, table, "comes_from");
    std::uint64_t line = table.source().begin.line;
    if (part.code.empty()) refuse(line, "a clause needs its code");
    if (part.text.empty()) refuse(line, part.code + " needs its text");
    if (part.obligation != "must" && part.obligation != "should" && part.obligation != "may") {
      refuse(line, "obligation of " + part.code + " has to be must, should or may");
    }
    part.mayBeWaived = yesOrNo(table, "may_be_waived", part.mayBeWaived);
    if (table.contains("matches")) part.matches = texts(table, "matches");
    for (const std::string& item : part.matches) checkItem(item, line);
    decide(part, table);
    readParameters(part, table);
    if (pack_.part(part.code)) refuse(line, "there is a second " + part.code);
    return part;
  }

  /// The part of the pack below that this one uses, or an empty one.
  PackPart chosen(const toml::table& table) {
    std::string uses = text(table, "uses");
    if (uses.empty()) return {};
    std::uint64_t line = table.source().begin.line;
    if (!base_) {
      refuse(line, "uses says what is taken from based_on, which is missing");
      return {};
    }
    const PackPart* below = base_->part(uses);
    if (!below) {
      refuse(line, base_->label() + " has no " + uses);
      return {};
    }
    PackPart part = *below;
    part.matches.clear();
    return part;
  }

  void take(std::string& into, const toml::table& table, std::string_view name) {
    std::string said = text(table, name);
    if (!said.empty()) into = std::move(said);
  }

  bool yesOrNo(const toml::table& table, std::string_view name, bool otherwise) {
    const toml::node* node = table.get(name);
    if (!node) return otherwise;
    if (const auto* value = node->as_boolean()) return value->get();
    refuse(node->source().begin.line, std::string(name) + " has to be true or false");
    return otherwise;
  }

  void checkItem(const std::string& item, std::uint64_t line) {
    for (const PackItem& known : pack_.items) {
      if (known.code == item) return;
    }
    refuse(line, "matches names " + item + ", and no [[item]] is called so");
  }

  void decide(PackPart& part, const toml::table& table) {
    std::uint64_t line = table.source().begin.line;
    std::string check = text(table, "check"), sql = text(table, "sql");
    bool byAPerson = yesOrNo(table, "by_a_person", false);
    int ways = !check.empty() + !sql.empty() + byAPerson;
    if (ways > 1) refuse(line, part.code + " is to be decided in more than one way");
    if (ways == 0) {
      // As the pack below has it.
      if (part.check.empty()) refuse(line, part.code + " needs check, sql or by_a_person");
      return;
    }
    part.check = check;
    part.sql = sql;
    part.decided = byAPerson      ? PackPart::Decided::kByAPerson
                   : !sql.empty() ? PackPart::Decided::kByOwnSql
                                  : PackPart::Decided::kByCheck;
    if (!check.empty() && !checkNamed(check)) refuse(line, "this program has no check " + check);
  }

  void readParameters(PackPart& part, const toml::table& table) {
    const CheckFile* check = checkNamed(part.check);
    if (check && part.parameters.empty()) {
      for (const CheckParameter& one : check->parameters) {
        part.parameters.push_back({one.name, one.value, one.unit});
      }
    }
    const toml::node* node = table.get("parameters");
    if (!node) return;
    const toml::table* given = node->as_table();
    if (!given) return refuse(node->source().begin.line, "parameters has to be { n = \"14\" }");
    for (auto&& [key, value] : *given) {
      const auto* said = value.as_string();
      std::uint64_t line = value.source().begin.line;
      if (!said) return refuse(line, std::string(key.str()) + " has to be a text in quotes");
      setParameter(part, std::string(key.str()), said->get(), check != nullptr, line);
    }
  }

  void setParameter(PackPart& part, const std::string& name, const std::string& value, bool isKnown,
                    std::uint64_t line) {
    for (PackParameter& one : part.parameters) {
      if (one.name != name) continue;
      one.value = value;
      return;
    }
    if (isKnown) refuse(line, "the check " + part.check + " has no parameter " + name);
    part.parameters.push_back({name, value, ""});
  }

  void readTables(const toml::table& root) {
    for (const toml::table* table : tables(root, "table")) {
      allow(*table, {"code", "text", "comes_from", "columns", "rows"});
      PackPart part;
      part.decided = PackPart::Decided::kTable;
      part.code = needed(*table, "code");
      part.text = text(*table, "text");
      part.comesFrom = text(*table, "comes_from");
      part.columns = texts(*table, "columns");
      readRows(part, *table);
      pack_.parts.push_back(std::move(part));
    }
    if (!pack_.data.empty() && pack_.parts.empty()) refuse(1, "reference data needs a [[table]]");
  }

  void readRows(PackPart& part, const toml::table& table) {
    const toml::node* node = table.get("rows");
    const toml::array* rows = node ? node->as_array() : nullptr;
    if (!rows) return refuse(table.source().begin.line, part.code + " needs its rows");
    for (const toml::node& one : *rows) {
      const toml::array* cells = one.as_array();
      if (!cells || cells->size() != part.columns.size()) {
        return refuse(one.source().begin.line,
                      "a row of " + part.code + " has as many texts as columns");
      }
      std::vector<std::string> row;
      for (const toml::node& cell : *cells) {
        const auto* said = cell.as_string();
        if (!said) return refuse(cell.source().begin.line, "a cell has to be a text");
        row.push_back(said->get());
      }
      part.rows.push_back(std::move(row));
    }
  }

  /// Head and parts of the file, cut before each [[clause]] or [[table]] that begins a line. A pack
  /// has clauses or tables, so their order is that of the parts.
  void cutText() {
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at != text_.npos;) {
      std::string_view rest = text_.substr(at);
      if (rest.starts_with("[[clause]]") || rest.starts_with("[[table]]")) starts.push_back(at);
      std::size_t end = text_.find('\n', at);
      at = end == text_.npos ? end : end + 1;
    }
    if (starts.size() != pack_.parts.size()) {
      return refuse(1, "each [[clause]] or [[table]] begins a line of its own, and nothing else");
    }
    pack_.head = text_.substr(0, starts.front());
    starts.push_back(text_.size());
    for (std::size_t i = 0; i < pack_.parts.size(); ++i) {
      pack_.parts[i].packText = text_.substr(starts[i], starts[i + 1] - starts[i]);
    }
  }

  std::string_view text_;
  const std::vector<Pack>& known_;
  Pack pack_;
  const Pack* base_ = nullptr;
  std::string trouble_;
};

Outcome<Pack> readPackOver(std::string_view text, const std::vector<Pack>& known) {
  return PackReader(text, known).read();
}

constexpr EmbeddedFile kPackFiles[] = {
#include "pack_files.inc"
};

/// In the order of the list: a pack may build on one before it.
std::vector<Pack> readOwnPacks() {
  std::vector<Pack> packs;
  for (const EmbeddedFile& file : kPackFiles) {
    Outcome<Pack> pack = readPackOver(file.text, packs);
    if (!pack) throw Fault(FaultKind::kBug, "a pack of the program: " + pack.refusal().reason);
    packs.push_back(std::move(pack).value());
  }
  return packs;
}

}  // namespace

const PackPart* Pack::part(std::string_view code) const {
  for (const PackPart& part : parts) {
    if (part.code == code) return &part;
  }
  return nullptr;
}

Outcome<Pack> readPack(std::string_view text) {
  return readPackOver(text, ownPacks());
}

const std::vector<Pack>& ownPacks() {
  static const std::vector<Pack> packs = readOwnPacks();
  return packs;
}

const Pack* ownPack(std::string_view id) {
  return findPack(ownPacks(), id);
}

std::string documentHash(std::string_view text) {
  return "sha256:" + toHex(sha256(asBytes(text)).view());
}

std::string parameterHash(std::vector<PackParameter> parameters) {
  std::sort(parameters.begin(), parameters.end(),
            [](const PackParameter& a, const PackParameter& b) { return a.name < b.name; });
  std::string text;
  for (const PackParameter& one : parameters) text += one.name + "=" + one.value + "\n";
  return toHex(sha256(asBytes(text)).view());
}

}  // namespace minutebook
