#include "cli/door/private_fields.h"

#include <algorithm>

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

/// Walks a line along the schema.
class Walk {
 public:
  Walk(const Catalogue& catalogue, const KnownNames& names, std::vector<PrivateField>& found)
      : catalogue_(catalogue), names_(names), found_(found) {}

  void members(const Json& object, const StructInfo& info) {
    if (object.kind() != Json::Kind::kObject) return;
    const StructInfo* outer = inside_;
    inside_ = &info;
    for (const Json::Member& member : object.members()) {
      const FieldInfo* field = info.find(member.first);
      if (field) step(member.first, [&] { value(member.second, *field); });
    }
    inside_ = outer;
  }

  /// The statement's own fields, which stand beside the record's.
  void beside(const Json& object, const StructInfo& envelope, const StructInfo& own) {
    inside_ = &own;
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
          newId(said);
        } else if (!isIdOrReference(field)) {
          text(said, false);
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

  void newId(const Json& said) {
    if (said.kind() == Json::Kind::kText) add(privateSpotsOfId(said.text(), names_), false, false);
  }

  void text(const Json& said, bool canSeal) {
    if (said.kind() != Json::Kind::kText) return;
    std::vector<PrivateSpot> spots = privateSpots(said.text(), names_);
    const bool oneWord = said.text().find_first_of(" \t\r\n") == std::string::npos;
    if (spots.empty() && oneWord) spots = privateSpotsOfId(said.text(), names_);
    add(std::move(spots), canSeal, !canSeal);
  }

  void add(std::vector<PrivateSpot> spots, bool canSeal, bool canMove) {
    if (spots.empty()) return;
    PrivateField field;
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
  std::vector<PrivateField>& found_;
  std::vector<std::string> place_;
  const StructInfo* inside_ = nullptr;
};

/// `node` with what stands at place[depth...] sealed: {"public": "..."} becomes "...".
Json sealedAt(const Json& node, const std::vector<std::string>& place, std::size_t depth) {
  if (depth + 1 == place.size()) return *node.find(kPublic);
  if (node.kind() == Json::Kind::kList) {
    Json list = Json::list();
    for (std::size_t i = 0; i < node.items().size(); ++i) {
      bool here = std::to_string(i) == place[depth];
      list.add(here ? sealedAt(node.items()[i], place, depth + 1) : node.items()[i]);
    }
    return list;
  }
  Json object = node;
  object.set(place[depth], sealedAt(*node.find(place[depth]), place, depth + 1));
  return object;
}

}  // namespace

std::vector<PrivateField> privateFields(const Json& line, const KindInfo& kind,
                                        const Catalogue& catalogue, const KnownNames& names) {
  std::vector<PrivateField> found;
  Walk walk(catalogue, names, found);
  walk.members(line, *kind.structure);
  walk.beside(line, catalogue.envelope(), *kind.structure);
  return found;
}

void addNamesGiven(const Json& line, const KindInfo& kind, KnownNames& names) {
  const FieldInfo* field = kind.structure->find("name");
  const Json* said = line.find("name");
  if (!field || field->type != FieldType::kSealed || !said) return;
  if (said->kind() == Json::Kind::kText) names.add(said->text());
}

Json keptPrivate(const Json& line, const std::vector<PrivateField>& fields) {
  Json kept = line;
  for (const PrivateField& field : fields) {
    if (field.canSeal) kept = sealedAt(kept, field.place, 0);
  }
  return kept;
}

std::string describeSpots(const std::vector<PrivateSpot>& spots) {
  std::string said = "looks as if it holds ";
  for (std::size_t i = 0; i < spots.size(); ++i) {
    if (i > 0) said += i + 1 == spots.size() ? " and " : ", ";
    said += std::string(inWords(spots[i].what)) + " (characters " + std::to_string(spots[i].first) +
            " to " + std::to_string(spots[i].last) + ")";
  }
  return said;
}

}  // namespace minutebook
