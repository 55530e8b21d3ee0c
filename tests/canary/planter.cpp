#include "tests/canary/planter.h"

#include <cstdio>

#include "ledger/base/fault.h"
#include "ledger/crypto/sha256.h"
#include "ledger/event/compose.h"

namespace minutebook {

Planter::Planter(const Catalogue& catalogue, std::string author)
    : catalogue_(catalogue), author_(std::move(author)) {}

Json Planter::word() {
  char text[32];
  std::snprintf(text, sizeof text, "canary%05zuquill", canaries_.size());
  canaries_.push_back({text, "", "", "", "", schema::Audience::NOT_RECORDED});
  return Json::text(text);
}

Json Planter::bytes() {
  std::string hex = toHex(sha256(asBytes("canary " + std::to_string(canaries_.size()))).view());
  canaries_.push_back({hex, "", "", "", "", schema::Audience::NOT_RECORDED});
  return Json::text(hex);
}

Json Planter::inWords(const Json& value) {
  if (value.kind() == Json::Kind::kText) return word();
  if (!value.find("sealed")) return value;
  Json planted = value;
  planted.set("sealed", word());
  return planted;
}

Json Planter::inOne(const Json& value, const FieldInfo& field, bool sealed) {
  // An id inside a sealed value must go on naming somebody.
  bool names = field.refersTo != schema::Register::NOT_RECORDED || !field.refersToOneOf.empty() ||
               field.id != schema::Register::NOT_RECORDED;
  if (field.type == FieldType::kSealed) {
    if (names) return value;
    if (field.sealedType == FieldType::kText) return word();
    if (field.sealedType == FieldType::kData) return bytes();
    bool object = value.kind() == Json::Kind::kObject && field.structure;
    return object ? inStruct(value, *field.structure, true) : value;
  }
  if (field.type == FieldType::kWords) return inWords(value);
  if (sealed && field.type == FieldType::kText && !names) return word();
  if (field.type == FieldType::kRecord) {
    const KindInfo* kind = catalogue_.kind(value.find("kind")->text());
    return kind ? inStruct(value, *kind->structure, sealed) : value;
  }
  bool object = value.kind() == Json::Kind::kObject && field.structure;
  return object ? inStruct(value, *field.structure, sealed) : value;
}

Json Planter::inField(const Json& value, const FieldInfo& field, bool sealed) {
  if (!field.list || value.kind() != Json::Kind::kList) return inOne(value, field, sealed);
  Json items = Json::list();
  for (const Json& item : value.items()) items.add(inOne(item, field, sealed));
  return items;
}

Json Planter::inAnswer(const Json& value) {
  // What is chosen has to be on offer; in their own words people can say anything.
  const Json* said = value.find("answer");
  bool isChosen = said && (said->find("choice") || said->find("chosen") || said->find("ranked"));
  if (!isChosen && (!said || !said->find("words"))) return value;
  Json planted = value;
  planted.set("answer", Json::object({{"words", word()}}));
  return planted;
}

Json Planter::inStruct(const Json& object, const StructInfo& info, bool sealed) {
  if (info.name.ends_with("SurveyAnswer")) return inAnswer(object);
  Json planted = Json::object();
  for (const Json::Member& member : object.members()) {
    const FieldInfo* field = info.find(member.first);
    if (!field) field = catalogue_.envelope().find(member.first);
    planted.set(member.first, field ? inField(member.second, *field, sealed) : member.second);
  }
  return planted;
}

void Planter::addPrivateDetails(Json& line, const KindInfo& kind) {
  if (kind.name != "participantJoined") return;
  for (const char* field : {"name", "contact", "inOwnWords"}) {
    if (!line.find(field)) line.set(field, word());
  }
}

void Planter::noteWhose(const Json& line) {
  Speaker speaker{"example.org/canaries", Bytes(32, 1), author_};
  Outcome<Draft> draft = Composer(catalogue_, speaker).compose(line);
  if (!draft) {
    throw Fault(FaultKind::kBug,
                draft.refusal().code + " at " + draft.refusal().field + " in " + writeJson(line));
  }
  const Json* whose = line.find("participant");
  for (; noted_ < canaries_.size(); ++noted_) {
    Canary& canary = canaries_[noted_];
    std::optional<Bytes> raw = fromHex(canary.word);
    std::string_view needle = raw ? asText(*raw) : std::string_view(canary.word);
    for (const PlainSecret& secret : draft.value().secrets()) {
      if (asText(secret.value).find(needle) == std::string_view::npos) continue;
      canary.kind = line.find("kind")->text();
      canary.field = secret.field;
      canary.subject = secret.subject;
      canary.audience = secret.audience;
      if (whose && whose->kind() == Json::Kind::kText) canary.recordOf = whose->text();
    }
    if (canary.subject.empty()) {
      throw Fault(FaultKind::kBug, canary.word + " is in no sealed field of " + writeJson(line));
    }
  }
}

std::string Planter::plant(std::string_view text, PrivateDetails details) {
  Outcome<Json> line = parseJson(text);
  if (!line) throw Fault(FaultKind::kBug, line.refusal().reason);
  const KindInfo* kind = catalogue_.kind(line.value().find("kind")->text());
  if (!kind) throw Fault(FaultKind::kBug, "no kind: " + std::string(text));
  Json planted = inStruct(line.value(), *kind->structure, false);
  if (details == PrivateDetails::kAdd) addPrivateDetails(planted, *kind);
  noteWhose(planted);
  return writeJson(planted);
}

}  // namespace minutebook
