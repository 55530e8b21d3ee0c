#include "cli/emptied.h"

#include <optional>
#include <string_view>

#include "ledger/base/ids.h"
#include "ledger/event/compose.h"
#include "ledger/rules/fact_keys.h"

namespace minutebook {

namespace {

/// The entry that "entry:STATEMENT-ID" names.
std::optional<std::uint64_t> entryOf(const Json* reference, const Facts& facts) {
  constexpr std::string_view kEntry = "entry:";
  if (!reference || !reference->text().starts_with(kEntry)) return std::nullopt;
  auto id = StatementId::parse(reference->text().substr(kEntry.size()));
  std::optional<std::string> found = id ? facts.find(fact::statement(*id)) : std::nullopt;
  return found ? std::optional(fact::indexOf(*found)) : std::nullopt;
}

/// A correction stands for the entry that it corrects, which came before it.
std::uint64_t originalOf(std::uint64_t entry, const Catalogue& catalogue, const Facts& facts) {
  while (true) {
    Json line = describe(facts.statementAt(entry), catalogue);
    std::optional<std::uint64_t> of;
    if (line.find("corrected")) of = entryOf(line.find("of"), facts);
    if (!of) return entry;
    entry = *of;
  }
}

/// The record of an entry as it stands: as its newest correction has it.
Json recordAt(std::uint64_t entry, const Catalogue& catalogue, const Facts& facts) {
  Json line = describe(facts.statementAt(entry), catalogue);
  const Json* corrected = line.find("corrected");
  return corrected ? Json(*corrected) : line;
}

bool isSaid(const Json* value) {
  if (!value || value->isNull()) return false;
  bool plain = value->kind() == Json::Kind::kText;
  return !(plain && value->text().empty()) &&
         !(value->kind() == Json::Kind::kList && value->items().empty());
}

void compare(const Json& before, const Json& after, const StructInfo& structure,
             const std::string& above, std::vector<std::string>& emptied) {
  for (const FieldInfo& field : structure.fields) {
    const Json* was = before.find(field.name);
    const Json* now = after.find(field.name);
    if (!isSaid(was)) continue;
    if (!isSaid(now)) {
      emptied.push_back(above + field.name);
      continue;
    }
    bool parts = field.type == FieldType::kStruct && !field.list && !field.structure->hasUnion;
    bool objects = was->kind() == Json::Kind::kObject && now->kind() == Json::Kind::kObject;
    if (parts && objects) compare(*was, *now, *field.structure, above + field.name + ".", emptied);
  }
}

}  // namespace

std::vector<std::string> emptiedBy(const Json& line, const Catalogue& catalogue,
                                   const Facts& facts) {
  std::vector<std::string> emptied;
  const Json* after = line.find("corrected");
  const Json* kindName = after ? after->find("kind") : nullptr;
  const KindInfo* kind = kindName ? catalogue.kind(kindName->text()) : nullptr;
  std::optional<std::uint64_t> entry = entryOf(line.find("of"), facts);
  if (!kind || !entry) return emptied;
  entry = originalOf(*entry, catalogue, facts);
  std::optional<std::string> newest = facts.find(fact::correction(*entry));
  Json before = recordAt(newest ? fact::indexOf(*newest) : *entry, catalogue, facts);
  const Json* kindBefore = before.find("kind");
  if (!kindBefore || kindBefore->text() != kind->name) return emptied;
  compare(before, *after, *kind->structure, "", emptied);
  return emptied;
}

}  // namespace minutebook
