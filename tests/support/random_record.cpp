#include "tests/support/random_record.h"

#include <rapidcheck.h>

namespace minutebook {

namespace {

constexpr int kDepthMax = 5;
constexpr const char* kEntry = "entry:01920000-0000-7000-8000-00000000000";

bool coin() {
  return *rc::gen::arbitrary<bool>();
}

template <typename... Texts>
std::string anyOf(Texts... texts) {
  return *rc::gen::element<std::string>(texts...);
}

std::string anyId() {
  return anyOf("P-7", "I-1", "WG", "M-3", "a.b_c-9", "X");
}

std::string anyHash() {
  return std::string(64, *rc::gen::element('0', '7', 'a', 'f'));
}

std::string anyDate() {
  return anyOf("2021", "2021-11", "2024-02-29", "2021-11-02T10:00Z", "2021-11-02T10:00:59+05:30",
               "2021-11/2022-01", "../2021", "2021-11-02/..", "14 days before meeting:M-3",
               "1 minute after meeting:M-3", "after meeting:M-2");
}

std::string anyWords() {
  return anyOf("Plain words", "with \"quotes\" and 'others'", "a comma, a semicolon; a tab\t.",
               "two\nlines", "caf\u00e9, \u201ccurly\u201d, \u00a320", "=1+1", "007", "yes", "-");
}

}  // namespace

Json RandomRecord::lineOf(const KindInfo& kind) {
  Json line = Json::object({{"kind", Json::text(kind.name)}});
  addFields(line, *kind.structure, 0);
  addEnvelope(line);
  return line;
}

void RandomRecord::addEnvelope(Json& line) {
  if (coin()) line.set("occurredAt", Json::text(anyDate()));
  if (coin()) line.set("provenance", Json::text(anyOf("witnessed", "imported", "inferred")));
  if (coin()) line.set("initiative", Json::text(anyId()));
  if (coin()) line.set("causedBy", Json::text(anyOf("input:I-7", "meeting:M-3")));
  if (coin()) {
    line.set("onBehalfOf", Json::object({{"participant", Json::text("P-7")},
                                         {"basis", Json::text("presentAndAgreed")}}));
  }
}

Json RandomRecord::objectOf(const StructInfo& info, int depth) {
  Json object = Json::object();
  addFields(object, info, depth);
  if (!object.members().empty()) return object;
  // An object that says nothing is refused.
  const FieldInfo* first = &info.fields.front();
  if (first->name == "notRecorded") first = &info.fields[1];
  object.set(first->name, valueOf(*first, depth + 1));
  return object;
}

void RandomRecord::addFields(Json& object, const StructInfo& info, int depth) {
  // Of a union at most one member is said, and "not recorded" by saying none.
  std::vector<const FieldInfo*> members;
  for (const FieldInfo& field : info.fields) {
    if (field.inUnion && field.name != "notRecorded") members.push_back(&field);
  }
  const FieldInfo* member =
      members.empty() ? nullptr : members[*rc::gen::inRange<std::size_t>(0, members.size())];
  bool sayMember = coin() && depth < kDepthMax;
  for (const FieldInfo& field : info.fields) {
    bool said = field.inUnion ? &field == member && sayMember
                              : field.required || (coin() && depth < kDepthMax);
    // A sealed sum needs the currency beside it.
    said = said || field.name == "currency";
    if (said) object.set(field.name, valueOf(field, depth + 1));
  }
}

Json RandomRecord::valueOf(const FieldInfo& field, int depth) {
  if (field.type == FieldType::kWho) return whoOf();
  if (!field.list) return oneOf(field, depth);
  Json list = Json::list({oneOf(field, depth)});
  if (coin()) list.add(oneOf(field, depth));
  return list;
}

Json RandomRecord::oneOf(const FieldInfo& field, int depth) {
  switch (field.type) {
    case FieldType::kText:
      return Json::text(textOf(field));
    case FieldType::kData:
      return Json::text(anyHash());
    case FieldType::kEnum:
      return Json::text(field.choices[*rc::gen::inRange<std::size_t>(0, field.choices.size())]);
    case FieldType::kNumber:
      return Json::number(*rc::gen::inRange(1, 1000));
    case FieldType::kVoid:
      return Json();
    case FieldType::kWhen:
      return Json::text(anyDate());
    case FieldType::kMoney:
      return Json::text(anyOf("11.00 GBP", "0.05 GBP", "500 JPY", "1.234 BHD"));
    case FieldType::kCount:
      return Json::text(anyOf("12", "0", "about 5000", "at least 3", "at most 4"));
    case FieldType::kFigure:
      return Json::text(anyOf("78.125", "-0.5", "0"));
    case FieldType::kDocument:
      return Json::text(coin() ? "sha256:" + anyHash() : "not held");
    case FieldType::kRef:
      return Json::text(refOf(field));
    case FieldType::kVersion:
      return Json::text(anyId() + "@" + anyOf("1", "2.0", "draft"));
    case FieldType::kWords:
      if (coin()) return Json::text(anyWords());
      return coin() ? Json::object({{"public", Json::text(anyWords())}})
                    : Json::object({{"preferNotToSay", Json()}});
    case FieldType::kSealed:
      return sealedOf(field, depth);
    case FieldType::kRecord:
      return Json::object({{"kind", Json::text("meetingHeld")}, {"id", Json::text(anyId())}});
    default:
      return objectOf(*field.structure, depth);
  }
}

Json RandomRecord::sealedOf(const FieldInfo& field, int depth) {
  if (!field.currencyIn.empty()) return Json::text("16.50 GBP");
  if (field.sealedType == FieldType::kText) return Json::text(textOf(field));
  if (field.sealedType == FieldType::kData) return Json::text(anyHash());
  return objectOf(*field.structure, depth);
}

std::string RandomRecord::textOf(const FieldInfo& field) {
  bool isId = field.id != schema::Register::NOT_RECORDED ||
              field.refersTo != schema::Register::NOT_RECORDED;
  if (field.name == "currency") return "GBP";
  return isId ? anyId() : anyWords();
}

std::string RandomRecord::refOf(const FieldInfo& field) {
  std::string last = std::to_string(*rc::gen::inRange(0, 10));
  if (field.refersToOneOf.empty()) return kEntry + last;
  schema::Register where =
      field.refersToOneOf[*rc::gen::inRange<std::size_t>(0, field.refersToOneOf.size())];
  if (where == schema::Register::ENTRY) return kEntry + last;
  std::string name(registerName(where));
  bool composite = name.ends_with("Version") || name == "surveyRow" || name == "surveyQuestion";
  return name + ":" + anyId() + (composite ? "@1" : "");
}

Json RandomRecord::whoOf() {
  Json list = Json::list({Json::text(
      anyOf("P-7", "group:WG", "organisation:ORG", "words: we", "outside: visitors (about 20)"))});
  if (coin()) list.add(Json::text("LE-1"));
  return list;
}

}  // namespace minutebook
