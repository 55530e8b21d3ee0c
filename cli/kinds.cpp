// `minutebook kinds` and `minutebook refusals`: what the schema and the rules say of themselves.

#include "cli/commands.h"
#include "cli/record_flags.h"
#include "ledger/base/fault.h"
#include "ledger/rules/kind_refusals.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

/// No kind nests its fields deeper; a bound all the same.
constexpr std::size_t kNestedFieldsMax = 8;

std::string nameOf(FieldType type) {
  switch (type) {
    case FieldType::kText:
      return "text";
    case FieldType::kData:
      return "hex";
    case FieldType::kEnum:
      return "choice";
    case FieldType::kNumber:
      return "number";
    case FieldType::kVoid:
      return "nothing";
    case FieldType::kStruct:
      return "object";
    case FieldType::kWhen:
      return "date";
    case FieldType::kMoney:
      return "money";
    case FieldType::kCount:
      return "count";
    case FieldType::kFigure:
      return "figure";
    case FieldType::kWords:
      return "words";
    case FieldType::kDocument:
      return "document";
    case FieldType::kWho:
      return "who";
    case FieldType::kRef:
      return "reference";
    case FieldType::kVersion:
      return "version";
    case FieldType::kSealed:
      return "sealed";
    case FieldType::kRecord:
      return "record";
  }
  return "";
}

template <typename Text>
Json names(const std::vector<Text>& texts) {
  Json list = Json::list();
  for (const Text& text : texts) list.add(Json::text(std::string(text)));
  return list;
}

std::string enumName(schema::Audience audience) {
  static constexpr const char* kNames[] = {"",     "public", "members", "coordinators",
                                           "self", "auditor"};
  return kNames[static_cast<int>(audience)];
}

std::string enumName(schema::Right right) {
  static constexpr const char* kNames[] = {"",       "steward", "coordinator", "recorder",
                                           "member", "auditor", "clerk"};
  return kNames[static_cast<int>(right)];
}

/// How deep a field stands, and who sees what is around it.
struct Around {
  std::size_t depth = 0;
  schema::Audience audience = schema::Audience::PUBLIC;
};

Json fieldsJson(const StructInfo& info, const Around& around);

Json fieldJson(const FieldInfo& field, Around around) {
  Json json = Json::object({{"name", Json::text(field.name)},
                            {"flag", Json::text("--" + flagName(field.name))},
                            {"type", Json::text(nameOf(field.type))},
                            {"help", Json::text(field.help)}});
  auto say = [&](const char* name, const std::string& value) {
    if (!value.empty()) json.set(name, Json::text(value));
  };
  if (field.type == FieldType::kSealed) say("sealedType", nameOf(field.sealedType));
  if (field.list) json.set("list", Json::boolean(true));
  if (field.required) json.set("required", Json::boolean(true));
  if (field.inUnion) json.set("oneOf", Json::boolean(true));
  if (field.joins) json.set("joinsThread", Json::boolean(true));
  if (field.id != schema::Register::NOT_RECORDED) {
    say("registers", std::string(registerName(field.id)));
  }
  if (field.refersTo != schema::Register::NOT_RECORDED) {
    say("refersTo", std::string(registerName(field.refersTo)));
  }
  if (!field.refersToOneOf.empty()) {
    Json registers = Json::list();
    for (auto where : field.refersToOneOf) {
      registers.add(Json::text(std::string(registerName(where))));
    }
    json.set("refersToOneOf", registers);
  }
  say("unit", field.unit);
  say("source", field.source);
  say("sealedAbout", field.sealedAbout);
  if (field.audience != schema::Audience::NOT_RECORDED) around.audience = field.audience;
  say("audience", enumName(around.audience));
  if (!field.choices.empty()) json.set("choices", names(field.choices));
  bool nested = field.type == FieldType::kStruct ||
                (field.type == FieldType::kSealed && field.sealedType == FieldType::kStruct);
  if (nested && field.structure && around.depth < kNestedFieldsMax) {
    ++around.depth;
    json.set("fields", fieldsJson(*field.structure, around));
  }
  return json;
}

Json fieldsJson(const StructInfo& info, const Around& around) {
  Json list = Json::list();
  for (const FieldInfo& field : info.fields) list.add(fieldJson(field, around));
  return list;
}

/// What stands around every record; the record itself is what the kinds are about.
Json envelopeJson(const StructInfo& envelope) {
  Json list = Json::list();
  for (const FieldInfo& field : envelope.fields) {
    if (field.type != FieldType::kRecord) list.add(fieldJson(field, {}));
  }
  return list;
}

Json kindJson(const KindInfo& kind) {
  Json rights = Json::list();
  for (schema::Right right : kind.recordedBy) rights.add(Json::text(enumName(right)));
  Json json = Json::object({{"name", Json::text(kind.name)},
                            {"number", Json::number(kind.number)},
                            {"family", Json::text(kind.family)},
                            {"label", Json::text(kind.label)},
                            {"help", Json::text(kind.help)},
                            {"everyday", Json::boolean(kind.everyday)},
                            {"recordedBy", rights}});
  if (!kind.belongsTo.empty()) json.set("belongsTo", Json::text(kind.belongsTo));
  json.set("example", Json::text(kind.example));
  json.set("refusals", names(refusalsOfKind(kind)));
  json.set("fields", fieldsJson(*kind.structure, {}));
  return json;
}

void listKinds(Call& call) {
  std::vector<std::vector<std::string>> rows;
  call.console.line("A coordinator's week:");
  for (const KindInfo& kind : call.catalogue.kinds()) {
    if (kind.everyday) rows.push_back({"  " + kind.name, kind.help});
  }
  std::size_t everyday = rows.size();
  std::string family;
  for (const KindInfo& kind : call.catalogue.kinds()) {
    if (kind.everyday) continue;
    if (kind.family != family) rows.push_back({"", ""});
    family = kind.family;
    rows.push_back({"  " + kind.name, kind.help});
  }
  std::vector<std::string> lines = table(rows);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == everyday) call.console.line("\nEverything else, by family:");
    if (rows[i][0].empty()) {
      if (i != everyday) call.console.line();
    } else {
      call.console.line(lines[i]);
    }
  }
  call.console.note("minutebook kinds KIND shows its fields.");
}

Fault noSuchRefusal(const std::string& code) {
  std::vector<std::string> known;
  for (const ListedRefusal& refusal : refusalList()) known.emplace_back(refusal.code);
  std::string near = nearestName(code, known);
  return {FaultKind::kMissing, "there is no refusal called \"" + code + "\"",
          near.empty() ? "minutebook refusals lists them all." : "Did you mean " + near + "?"};
}

}  // namespace

ExitStatus runKinds(Call& call) {
  const std::vector<std::string>& words = call.arguments.words;
  if (words.empty() && !call.console.isJson() && !call.arguments.everything) {
    listKinds(call);
    return kDone;
  }
  Json kinds = Json::list();
  for (const KindInfo& kind : call.catalogue.kinds()) {
    bool wanted = words.empty() || words[0] == kind.name || words[0] == flagName(kind.name);
    if (!wanted) continue;
    if (call.console.isJson()) {
      kinds.add(kindJson(kind));
    } else {
      call.console.raw(kind.name + ": " + recordHelp({&kind, nullptr, kind.name}, call.catalogue) +
                       "\n");
    }
    if (!words.empty() && !call.console.isJson()) return kDone;
  }
  if (!words.empty() && kinds.items().empty()) {
    std::vector<std::string> known;
    for (const KindInfo& kind : call.catalogue.kinds()) known.push_back(kind.name);
    std::string near = nearestName(words[0], known);
    throw Fault(FaultKind::kMissing, "there is no kind of record called \"" + words[0] + "\"",
                near.empty() ? "minutebook kinds lists them all." : "Did you mean " + near + "?");
  }
  if (call.console.isJson()) {
    Json document = Json::object({{"kinds", kinds}});
    document.set("envelope", envelopeJson(call.catalogue.envelope()));
    document.set("refusalsOfAnyRecord", names(refusalsOfAnyRecord()));
    call.console.document("minutebook/kinds/1", document);
  }
  return kDone;
}

ExitStatus runRefusals(Call& call) {
  static constexpr const char* kClasses[] = {"form", "rule", "door"};
  const std::vector<std::string>& words = call.arguments.words;
  Json list = Json::list();
  bool found = words.empty();
  for (const ListedRefusal& refusal : refusalList()) {
    std::string code(refusal.code), when(refusal.when), remedy(refusal.remedy);
    if (!words.empty() && words[0] != code) continue;
    found = true;
    if (call.console.isJson()) {
      list.add(Json::object({{"code", Json::text(code)},
                             {"class", Json::text(kClasses[static_cast<int>(refusal.kind)])},
                             {"reason", Json::text(when)},
                             {"remedy", Json::text(remedy)}}));
    } else {
      call.console.line(code + "\n  " + when + "\n  " + remedy);
    }
  }
  if (!found) throw noSuchRefusal(words[0]);
  if (call.console.isJson()) {
    call.console.document("minutebook/refusals/1", Json::object({{"refusals", list}}));
  } else if (words.empty()) {
    call.console.note("When several apply, the one that stands first here is told.");
  }
  return kDone;
}

}  // namespace minutebook
