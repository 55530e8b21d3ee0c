#include "cli/record_flags.h"

#include <algorithm>
#include <iterator>

#include "ledger/seal/viewer.h"

namespace minutebook {

std::string flagName(std::string_view field) {
  std::string name;
  for (char c : field) {
    if (c >= 'A' && c <= 'Z') {
      name.push_back('-');
      c = static_cast<char>(c - 'A' + 'a');
    }
    name.push_back(c);
  }
  return name;
}

namespace {

std::string fieldName(std::string_view flag) {
  std::string name;
  for (std::size_t i = 0; i < flag.size(); ++i) {
    bool dash = flag[i] == '-' && i + 1 < flag.size();
    char c = dash ? flag[++i] : flag[i];
    name.push_back(dash && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  }
  return name;
}

bool isEnvelopeFlag(std::string_view name) {
  return name != "origin" && name != "id" && name != "author" && name != "record";
}

/// A field of the sort of message that was said, or null.
const FieldInfo* messageField(const SpokenKind& spoken, std::string_view name) {
  return spoken.message && spoken.message->structure ? spoken.message->structure->find(name)
                                                     : nullptr;
}

/// The field that a flag's first part names, among the kind's own and the statement's.
const FieldInfo* topField(const KindInfo& kind, const Catalogue& catalogue, std::string_view name) {
  if (const FieldInfo* own = kind.structure->find(name)) return own;
  return isEnvelopeFlag(name) ? catalogue.envelope().find(name) : nullptr;
}

std::vector<std::string> knownFlags(const SpokenKind& spoken, const Catalogue& catalogue) {
  std::vector<std::string> names;
  const KindInfo& kind = *spoken.kind;
  if (spoken.message && spoken.message->structure) {
    for (const FieldInfo& field : spoken.message->structure->fields) {
      names.push_back(flagName(field.name));
    }
  }
  for (const FieldInfo& field : kind.structure->fields) names.push_back(flagName(field.name));
  for (const FieldInfo& field : catalogue.envelope().fields) {
    if (isEnvelopeFlag(field.name)) names.push_back(flagName(field.name));
  }
  return names;
}

Refusal unknownFlag(const std::string& flag, const SpokenKind& spoken, const Catalogue& catalogue) {
  const KindInfo& kind = *spoken.kind;
  std::string near = nearestName(flag, knownFlags(spoken, catalogue));
  return {"record.unknown-field", "--" + flag,
          "A record of " + kind.label + " has no field --" + flag + ".",
          near.empty() ? "minutebook record " + spoken.word + " --help lists its fields."
                       : "Did you mean --" + near + "?"};
}

Outcome<Json> valueOf(const std::string& text) {
  if (text.starts_with("{") || text.starts_with("[")) return parseJson(text);
  return Json::text(text);
}

/// Puts `value` at the dotted path below `object`; said again, a value becomes a list.
std::optional<Refusal> place(Json& object, const std::vector<std::string>& path, std::size_t depth,
                             Json value, const std::string& flag) {
  const std::string& name = path[depth];
  const Json* there = object.find(name);
  if (depth + 1 < path.size()) {
    Json child = there ? *there : Json::object();
    if (child.kind() != Json::Kind::kObject) {
      return Refusal{"record.two-members", "--" + flag,
                     "\"" + name + "\" is given as a whole and in parts.", "Keep one of the two."};
    }
    if (auto refusal = place(child, path, depth + 1, std::move(value), flag)) return refusal;
    object.set(name, std::move(child));
    return std::nullopt;
  }
  if (!there) {
    object.set(name, std::move(value));
  } else if (there->kind() == Json::Kind::kList) {
    Json list = *there;
    list.add(std::move(value));
    object.set(name, std::move(list));
  } else {
    object.set(name, Json::list({*there, std::move(value)}));
  }
  return std::nullopt;
}

std::vector<std::string> pathOf(const std::string& flag) {
  std::vector<std::string> path;
  std::size_t from = 0;
  while (true) {
    std::size_t dot = flag.find('.', from);
    path.push_back(fieldName(flag.substr(from, dot == flag.npos ? dot : dot - from)));
    if (dot == flag.npos) return path;
    from = dot + 1;
  }
}

/// The choice that is all that a sealed object holds, or null: it is said without the object.
const FieldInfo* loneChoice(const FieldInfo& field) {
  if (field.type != FieldType::kSealed || field.sealedType != FieldType::kStruct) return nullptr;
  if (!field.structure || field.structure->fields.size() != 1) return nullptr;
  const FieldInfo& lone = field.structure->fields.front();
  return lone.type == FieldType::kEnum && !lone.list ? &lone : nullptr;
}

/// How a value of this field is written, in a word.
std::string formOf(const FieldInfo& field) {
  switch (field.type) {
    case FieldType::kWhen:
      return "DATE";
    case FieldType::kMoney:
      return "AMOUNT";
    case FieldType::kCount:
    case FieldType::kNumber:
    case FieldType::kFigure:
      return "NUMBER";
    case FieldType::kWho:
      return "WHO";
    case FieldType::kRef:
      return "REGISTER:ID";
    case FieldType::kVersion:
      return "ID@VERSION";
    case FieldType::kDocument:
      return "sha256:...";
    case FieldType::kSealed:
      if (field.sealedType == FieldType::kData) return "sha256:...";
      if (field.sealedType == FieldType::kStruct) return loneChoice(field) ? "CHOICE" : "JSON";
      break;
    case FieldType::kData:
      return "HEX";
    case FieldType::kEnum:
      return "CHOICE";
    case FieldType::kStruct:
      return field.list && !field.structure->hasUnion
                 ? formOf(field.structure->fields.front()) + " or JSON"
                 : "JSON";
    case FieldType::kRecord:
      return "JSON";
    case FieldType::kVoid:
      return "";
    default:
      break;
  }
  return field.id != schema::Register::NOT_RECORDED ||
                 field.refersTo != schema::Register::NOT_RECORDED
             ? "ID"
             : "TEXT";
}

std::string memberHelp(const FieldInfo& field);

/// " allAgreed consent": with what each means, where a name does not say it.
std::string choicesHelp(const FieldInfo& field) {
  std::string text;
  for (std::size_t i = 0; i < field.choices.size(); ++i) {
    text += " " + field.choices[i];
    if (!field.choiceHelps[i].empty()) text += " (" + field.choiceHelps[i] + ")";
  }
  return text;
}

bool isHashOfAFile(const FieldInfo& field) {
  return field.type == FieldType::kDocument ||
         (field.type == FieldType::kSealed && field.sealedType == FieldType::kData);
}

/// `above` is the flag of the struct that holds the field, with its dot.
std::string flagHelp(const FieldInfo& field, const std::string& above = "--") {
  std::string flag = above + flagName(field.name);
  bool parts = field.type == FieldType::kStruct && !field.list && !field.inUnion;
  if (parts && field.structure && !field.structure->hasUnion) {
    std::string text;
    for (const FieldInfo& part : field.structure->fields) text += flagHelp(part, flag + ".");
    return text;
  }
  std::string text = "  " + flag + " " + formOf(field);
  if (field.list || field.type == FieldType::kWho) text += " ...";
  text += "\n        " + (field.help.empty() ? field.label : field.help);
  text += memberHelp(field);
  if (isHashOfAFile(field)) {
    bool isSaid = field.help.find("SHA-256") != std::string::npos;
    text += isSaid ? " sha256sum FILE prints it; the file stays with you."
                   : " Give its SHA-256, which sha256sum FILE prints; the file stays with you.";
  }
  if (!field.choices.empty()) {
    text += " One of:" + choicesHelp(field) + ".";
  }
  if (const FieldInfo* lone = loneChoice(field)) text += " One of:" + choicesHelp(*lone) + ".";
  if (!field.unit.empty()) text += " In " + field.unit + ".";
  if (!field.sealedAbout.empty()) {
    text += " Kept sealed, for " + readersInWords(field);
    text += field.type == FieldType::kWords
                ? "; --" + flagName(field.name) + ".public says it to everyone."
                : ".";
  }
  if (field.required && field.id != schema::Register::NOT_RECORDED && field.name == "id") {
    text += " Given one if left out.";
  } else if (field.required) {
    text += above == "--" ? " Needed." : " Needed with the others.";
  }
  return text + "\n";
}

/// What an object in curly brackets holds, where one has to be written.
std::string memberHelp(const FieldInfo& field) {
  if (field.type != FieldType::kStruct || !field.structure) return "";
  std::string members;
  for (const FieldInfo& member : field.structure->fields) {
    members += (members.empty() ? "" : ", ") + member.name;
  }
  return members.empty() ? ""
                         : (field.structure->hasUnion ? " One of: " : " Holds: ") + members + ".";
}

std::string everydayWordsOf(const Catalogue& catalogue) {
  std::string words;
  for (const std::string& word : messageWords(catalogue)) words += " " + word;
  return "\nShorter, by what it is: minutebook record WORD, which is one of:" + words + ".\n";
}

bool mayBeSeveral(const FieldInfo* field) {
  return field && (field->list || field->type == FieldType::kWho);
}

/// The flag that was taken last.
struct TakenFlag {
  std::string flag;      ///< With its dashes; empty before the first.
  bool several = false;  ///< It may be said again.
};

/// A word after a flag belongs to its value, which may be private: it is not repeated.
Refusal strayWord(const std::string& word, const TakenFlag& last) {
  if (!last.flag.empty()) {
    std::string again =
        last.several ? " To give several values, say " + last.flag + " before each of them." : "";
    return {
        "record.unknown-field", last.flag,
        "After " + last.flag + " stands more than one word, and only one was taken as its value.",
        "Put straight quotes (\", not the curly ones of word processors) around a value that "
        "has spaces." +
            again};
  }
  return {"record.unknown-field", word,
          "\"" + word + "\" stands alone, without a field's name before it.",
          "Write --FIELD VALUE, with quotes around a value that has spaces."};
}

}  // namespace

Outcome<Json> lineFromFlags(const SpokenKind& spoken, const Catalogue& catalogue,
                            const std::vector<std::string>& flags) {
  const KindInfo& kind = *spoken.kind;
  Json line = Json::object({{"kind", Json::text(kind.name)}});
  TakenFlag last;
  for (std::size_t i = 0; i < flags.size(); ++i) {
    if (!flags[i].starts_with("--")) return strayWord(flags[i], last);
    std::size_t equals = flags[i].find('=');
    std::string flag = flags[i].substr(2, equals == std::string::npos ? equals : equals - 2);
    std::vector<std::string> path = pathOf(flag);
    const FieldInfo* top = topField(kind, catalogue, path[0]);
    const FieldInfo* ofMessage = top ? nullptr : messageField(spoken, path[0]);
    bool several = path.size() == 1 && mayBeSeveral(top ? top : ofMessage);
    bool isKnown = top || path[0] == "statementId";
    if (!isKnown && ofMessage) {
      path.insert(path.begin(), {"what", spoken.message->name});
    } else if (!isKnown) {
      return unknownFlag(flag, spoken, catalogue);
    }
    if (equals == std::string::npos && i + 1 == flags.size()) {
      return Refusal{"record.missing-value", "--" + flag, "--" + flag + " has no value.",
                     "Write the value after it, or leave the flag out."};
    }
    std::string text = equals == std::string::npos ? flags[++i] : flags[i].substr(equals + 1);
    last = {"--" + flag, several};
    Outcome<Json> value = valueOf(text);
    if (!value) return value.refusal();
    if (auto refusal = place(line, path, 0, std::move(value).value(), flag)) return *refusal;
  }
  sayWhichMessage(line, spoken);
  return line;
}

void sayWhichMessage(Json& line, const SpokenKind& spoken) {
  if (!spoken.message || line.find("what")) return;
  line.set("what", Json::text(spoken.message->name));
}

std::string recordHelp(const SpokenKind& spoken, const Catalogue& catalogue) {
  const KindInfo& kind = *spoken.kind;
  std::string text = (spoken.message ? spoken.message->help + " A sort of message.\n\n" : "") +
                     kind.help + "\n\n  minutebook record " + kind.name + " - <<'LINE'\n  " +
                     kind.example +
                     "\nLINE\n\nFields (say one with ... again for each further value):\n";
  if (spoken.message && spoken.message->structure) {
    for (const FieldInfo& field : spoken.message->structure->fields) text += flagHelp(field);
  }
  for (const FieldInfo& field : kind.structure->fields) text += flagHelp(field);
  if (spoken.kind->name == "messageSent") text += everydayWordsOf(catalogue);
  text += "\nAbout every record:\n";
  for (const FieldInfo& field : catalogue.envelope().fields) {
    if (isEnvelopeFlag(field.name)) text += flagHelp(field);
  }
  return text;
}

}  // namespace minutebook
