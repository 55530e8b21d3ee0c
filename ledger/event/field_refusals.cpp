#include "ledger/event/field_refusals.h"

#include "ledger/base/ids.h"
#include "ledger/event/text_checks.h"

namespace minutebook {

std::string pathOf(const std::string& at, const std::string& name) {
  return at.empty() ? name : at + "." + name;
}

Refusal wrongType(const std::string& at, const Json& value, const std::string& wanted) {
  static constexpr const char* kNames[] = {"nothing", "true or false", "a number",
                                           "a text",  "a list",        "an object"};
  return {"record.wrong-type", at,
          "\"" + at + "\" holds " + kNames[static_cast<int>(value.kind())] + " where " + wanted +
              " is expected.",
          "minutebook kinds shows how each field is written."};
}

namespace {

/// The choice whose meaning uses the word that was said, or the one of the nearest name.
std::string choiceMeant(const std::string& said, const std::vector<std::string>& choices,
                        const std::vector<std::string>& helps) {
  for (std::size_t i = 0; i < helps.size(); ++i) {
    if (helps[i].starts_with(everydayWords(said) + ":")) return choices[i];
  }
  return nearestName(said, choices);
}

}  // namespace

Refusal unknownChoice(const std::string& at, const std::string& said,
                      const std::vector<std::string>& choices,
                      const std::vector<std::string>& helps) {
  std::string list;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    std::string words = everydayWords(choices[i]);
    if (i < helps.size() && !helps[i].empty()) words = helps[i];
    list += (list.empty() ? "" : ", ") + choices[i];
    if (words != choices[i]) list += " (" + words + ")";
  }
  std::string near = choiceMeant(said, choices, helps);
  return {"record.unknown-choice", at, "\"" + said + "\" is not one of the choices here.",
          (near.empty() ? "" : "Did you mean " + near + "? ") + ("The choices are: " + list + ".")};
}

Refusal at(Refusal refusal, const std::string& where) {
  if (refusal.field.empty()) refusal.field = where;
  return refusal;
}

bool isPlain(const Json& value) {
  return value.kind() == Json::Kind::kText || value.kind() == Json::Kind::kNumber ||
         value.kind() == Json::Kind::kBool;
}

std::optional<Refusal> setText(capnp::DynamicStruct::Builder to, capnp::StructSchema::Field field,
                               const std::string& text, const std::string& where) {
  if (to.asReader().has(field)) {
    std::string earlier = to.asReader().get(field).as<capnp::Text>().cStr();
    if (earlier != text) {
      return Refusal{"record.two-members", where,
                     "\"" + where + "\" is said twice, as " + earlier + " and as " + text + ".",
                     "Keep the one that is right."};
    }
  }
  to.set(field, capnp::Text::Reader(text.data(), text.size()));
  return std::nullopt;
}

Outcome<std::vector<std::string>> whoPieces(const Json& value, const std::string& where) {
  std::vector<std::string> pieces;
  if (value.kind() == Json::Kind::kList) {
    for (const Json& item : value.items()) {
      if (item.kind() != Json::Kind::kText) return wrongType(where, item, "a text");
      pieces.push_back(item.text());
    }
    return pieces;
  }
  if (value.kind() != Json::Kind::kText)
    return wrongType(where, value, "a text or a list of texts");
  bool described = value.text().find("outside:") != std::string::npos ||
                   value.text().find("words:") != std::string::npos;
  if (!described) return splitAtCommas(value.text());
  pieces.push_back(value.text());
  return pieces;
}

bool mayBeId(const FieldInfo& field) {
  return field.id != schema::Register::NOT_RECORDED ||
         field.refersTo != schema::Register::NOT_RECORDED;
}

std::optional<Refusal> idProblem(const FieldInfo& field, std::string_view text,
                                 const std::string& where) {
  if (!mayBeId(field) || isRecordId(text)) return std::nullopt;
  return Refusal{"statement.bad-id", where,
                 "\"" + std::string(text) + "\" cannot be a record's id.",
                 "Use up to 32 letters, digits, dots, dashes and underscores, beginning with a "
                 "letter or digit: D-7."};
}

}  // namespace minutebook
