#include "cli/door/private_fields.h"

#include <algorithm>
#include <optional>
#include <span>

namespace minutebook {

namespace {

constexpr std::string_view kPublic = "public";

bool isIdOrReference(const FieldInfo& field) {
  return field.id != schema::Register::NOT_RECORDED ||
         field.refersTo != schema::Register::NOT_RECORDED;
}

/// Fields of a struct that hold sealed text a person writes.
std::vector<std::string> sealedTextsOf(const StructInfo& info) {
  std::vector<std::string> names;
  for (const FieldInfo& field : info.fields) {
    bool sealed = field.type == FieldType::kWords ||
                  (field.type == FieldType::kSealed && field.sealedType == FieldType::kText &&
                   !isIdOrReference(field));
    if (sealed && !field.sealedAbout.empty()) names.push_back(field.name);
  }
  return names;
}

/// The words beside a label that it can be moved to and be sealed there: the struct's only ones, as
/// long as they are not said to everybody.
std::string wordsBeside(const Json& object, const StructInfo& info) {
  std::string name;
  for (const FieldInfo& field : info.fields) {
    if (field.type != FieldType::kWords || field.list || field.sealedAbout.empty()) continue;
    if (!name.empty()) return "";
    name = field.name;
  }
  const Json* said = name.empty() ? nullptr : object.find(name);
  return !said || said->kind() == Json::Kind::kText ? name : "";
}

/// The sealed name that a line gives somebody; null if it gives none.
const Json* nameGiven(const Json& line, const KindInfo& kind) {
  const FieldInfo* field = kind.structure->find("name");
  const Json* said = line.find("name");
  bool isGiven =
      field && field->type == FieldType::kSealed && said && said->kind() == Json::Kind::kText;
  return isGiven ? said : nullptr;
}

/// Walks a line along the schema.
class Walk {
 public:
  Walk(const Catalogue& catalogue, const KnownNames& names, std::string_view theirName,
       std::vector<PrivateField>& found)
      : catalogue_(catalogue), names_(names), theirName_(theirName), found_(found) {}

  /// Whether a text or id was met in which a known name would be noticed.
  bool metAnyName() const { return metAnyName_; }

  void members(const Json& object, const StructInfo& info) {
    if (object.kind() != Json::Kind::kObject) return;
    const StructInfo* outer = inside_;
    const Json* around = object_;
    inside_ = &info;
    object_ = &object;
    for (const Json::Member& member : object.members()) {
      const FieldInfo* field = info.find(member.first);
      if (field) step(member.first, [&] { value(member.second, *field); });
    }
    inside_ = outer;
    object_ = around;
  }

  /// The statement's own fields, which stand beside the record's.
  void beside(const Json& object, const StructInfo& envelope, const StructInfo& own) {
    inside_ = &own;
    object_ = &object;
    for (const Json::Member& member : object.members()) {
      const FieldInfo* field = own.find(member.first) ? nullptr : envelope.find(member.first);
      if (field) step(member.first, [&] { value(member.second, *field); });
    }
  }

 private:
  template <typename Do>
  void step(std::string name, Do&& inThere) {
    place_.push_back(std::move(name));
    inThere();
    place_.pop_back();
  }

  void value(const Json& said, const FieldInfo& field) {
    if (said.kind() == Json::Kind::kList) {
      for (std::size_t i = 0; i < said.items().size(); ++i) {
        step(std::to_string(i), [&] { item(said.items()[i], field); });
      }
      return;
    }
    item(said, field);
  }

  void item(const Json& said, const FieldInfo& field) {
    switch (field.type) {
      case FieldType::kText:
        // What is referred to was looked at when it was given its id.
        if (field.id != schema::Register::NOT_RECORDED) {
          newId(said, field.id);
        } else if (!isIdOrReference(field)) {
          text(said, false, field.list);
        }
        return;
      case FieldType::kWords:
        if (const Json* open = said.find(kPublic)) {
          step(std::string(kPublic), [&] { text(*open, true); });
        }
        return;
      case FieldType::kWho:
        if (said.kind() == Json::Kind::kText) return text(said, false);
        break;
      case FieldType::kRecord:
        if (const Json* name = said.find("kind")) {
          if (const KindInfo* kind = catalogue_.kind(name->text())) members(said, *kind->structure);
        }
        return;
      case FieldType::kStruct:
        if (said.kind() == Json::Kind::kText && field.structure && field.list) {
          return item(said, field.structure->fields.front());
        }
        break;
      case FieldType::kSealed:
        return;
      default:
        break;
    }
    if (field.structure) members(said, *field.structure);
  }

  void newId(const Json& said, schema::Register where) {
    if (said.kind() != Json::Kind::kText) return;
    metAnyName_ = metAnyName_ || mayHoldAName(said.text());
    const bool isTheirs = where == schema::Register::PARTICIPANT;
    add(privateSpotsOfId(said.text(), names_, isTheirs ? theirName_ : ""), false, false, false);
  }

  void text(const Json& said, bool canSeal, bool isLabel = false) {
    if (said.kind() != Json::Kind::kText) return;
    metAnyName_ = metAnyName_ || mayHoldAName(said.text());
    std::vector<PrivateSpot> spots = privateSpots(said.text(), names_);
    const bool oneWord = said.text().find_first_of(" \t\r\n") == std::string::npos;
    if (spots.empty() && oneWord) spots = privateSpotsOfId(said.text(), names_);
    add(std::move(spots), canSeal, !canSeal, isLabel);
  }

  void add(std::vector<PrivateSpot> spots, bool canSeal, bool canMove, bool isLabel) {
    if (spots.empty()) return;
    PrivateField field;
    if (isLabel && inside_) field.movesTo = wordsBeside(*object_, *inside_);
    field.place = place_;
    for (const std::string& name : place_) {
      bool number = name[0] >= '0' && name[0] <= '9';
      bool last = canSeal && &name == &place_.back();
      if (last) continue;  // "text" is said, not "text.public".
      field.field += number ? "[" + name + "]" : (field.field.empty() ? "" : ".") + name;
    }
    field.spots = std::move(spots);
    field.canSeal = canSeal;
    if (canMove && inside_) field.sealedFields = sealedTextsOf(*inside_);
    found_.push_back(std::move(field));
  }

  const Catalogue& catalogue_;
  const KnownNames& names_;
  std::string_view theirName_;
  std::vector<PrivateField>& found_;
  std::vector<std::string> place_;
  const StructInfo* inside_ = nullptr;
  const Json* object_ = nullptr;  // Whose members `inside_` describes.
  bool metAnyName_ = false;
};

using Change = std::optional<Json> (*)(const Json& said);

/// {"public": "..."} becomes "...".
std::optional<Json> sealed(const Json& said) {
  return *said.find(kPublic);
}

std::optional<Json> nothing(const Json&) {
  return std::nullopt;
}

/// `node` with what stands at place[depth...] changed, or taken out where nothing comes of it; a
/// list of which nothing is left goes with it.
std::optional<Json> changedAt(const Json& node, const std::vector<std::string>& place,
                              std::size_t depth, Change change) {
  if (depth == place.size()) return change(node);
  const bool isList = node.kind() == Json::Kind::kList;
  Json made = isList ? Json::list() : Json::object();
  const std::size_t size = isList ? node.items().size() : node.members().size();
  for (std::size_t i = 0; i < size; ++i) {
    const std::string name = isList ? std::to_string(i) : node.members()[i].first;
    std::optional<Json> value = isList ? node.items()[i] : node.members()[i].second;
    if (name == place[depth]) value = changedAt(*value, place, depth + 1, change);
    if (value && isList) made.add(std::move(*value));
    if (value && !isList) made.set(name, std::move(*value));
  }
  if (isList && made.items().empty()) return std::nullopt;
  return made;
}

const Json& at(const Json& node, std::span<const std::string> place) {
  const Json* found = &node;
  for (const std::string& name : place) {
    const bool isList = found->kind() == Json::Kind::kList;
    found = isList ? &found->items()[std::stoul(name)] : found->find(name);
  }
  return *found;
}

/// `node` with `words` put below what the field called `name`, beside place, says already.
Json withWords(const Json& node, std::span<const std::string> beside, const std::string& name,
               const std::string& words) {
  if (beside.empty()) {
    Json object = node;
    const Json* said = node.find(name);
    object.set(name, Json::text(said ? said->text() + "\n" + words : words));
    return object;
  }
  if (node.kind() == Json::Kind::kList) {
    Json list = Json::list();
    for (std::size_t i = 0; i < node.items().size(); ++i) {
      const bool here = std::to_string(i) == beside[0];
      list.add(here ? withWords(node.items()[i], beside.subspan(1), name, words) : node.items()[i]);
    }
    return list;
  }
  Json object = node;
  object.set(beside[0], withWords(*node.find(beside[0]), beside.subspan(1), name, words));
  return object;
}

Json kept(const Json& line, const PrivateField& field) {
  if (field.canSeal) {
    std::vector<std::string> place = field.place;
    place.pop_back();  // "public"
    return *changedAt(line, place, 0, sealed);
  }
  Json without = *changedAt(line, field.place, 0, nothing);
  if (field.movesTo.empty()) return without;
  std::span<const std::string> beside(field.place);
  const std::string words = at(line, beside).text();
  // Beside the list that it stands in, or beside itself where it stands alone.
  const char last = field.place.back()[0];
  beside = beside.first(beside.size() - (last >= '0' && last <= '9' ? 2 : 1));
  return withWords(without, beside, field.movesTo, words);
}

}  // namespace

std::vector<PrivateField> privateFields(const Json& line, const KindInfo& kind,
                                        const Catalogue& catalogue, const KnownNames& names) {
  std::vector<PrivateField> found;
  const Json* name = nameGiven(line, kind);
  Walk walk(catalogue, names, name ? std::string_view(name->text()) : "", found);
  walk.members(line, *kind.structure);
  walk.beside(line, catalogue.envelope(), *kind.structure);
  return found;
}

bool couldHoldAName(const Json& line, const KindInfo& kind, const Catalogue& catalogue,
                    const KnownNames& names) {
  std::vector<PrivateField> found;
  Walk walk(catalogue, names, "", found);
  walk.members(line, *kind.structure);
  walk.beside(line, catalogue.envelope(), *kind.structure);
  return walk.metAnyName();
}

void addNamesGiven(const Json& line, const KindInfo& kind, KnownNames& names) {
  if (const Json* name = nameGiven(line, kind)) names.add(name->text());
}

Json keptPrivate(const Json& line, const std::vector<PrivateField>& fields) {
  Json made = line;
  // From the last to the first, so that no place in a list moves before it is come to.
  for (auto field = fields.rbegin(); field != fields.rend(); ++field) {
    if (field->canBeKept()) made = kept(made, *field);
  }
  return made;
}

std::string describe(const PrivateField& field) {
  if (!field.tells.empty()) return field.tells;
  const std::vector<PrivateSpot>& spots = field.spots;
  std::string said = "looks as if it holds ";
  for (std::size_t i = 0; i < spots.size(); ++i) {
    if (i > 0) said += i + 1 == spots.size() ? " and " : ", ";
    said += std::string(inWords(spots[i].what)) + " (characters " + std::to_string(spots[i].first) +
            " to " + std::to_string(spots[i].last) + ")";
  }
  return said;
}

}  // namespace minutebook
