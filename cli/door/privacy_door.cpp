#include "cli/door/privacy_door.h"

#include <algorithm>

#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

bool anyCanBeKept(const std::vector<PrivateField>& fields) {
  return std::any_of(fields.begin(), fields.end(),
                     [](const PrivateField& field) { return field.canBeKept(); });
}

template <typename Has>
bool all(const std::vector<PrivateField>& fields, Has has) {
  return std::all_of(fields.begin(), fields.end(), has);
}

/// Where a text that cannot itself be sealed could go.
std::string elsewhere(const std::vector<PrivateField>& fields) {
  std::vector<std::string> names;
  for (const PrivateField& field : fields) {
    if (field.canBeKept()) continue;
    for (const std::string& name : field.sealedFields) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  std::string said;
  for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 3); ++i) {
    said += (i == 0 ? "" : ", ") + names[i];
  }
  return said;
}

/// What --keep-private does with these, all of which can be kept.
std::string keeping(const std::vector<PrivateField>& fields) {
  if (all(fields, [](const PrivateField& field) { return field.canSeal; })) return "to seal it";
  if (all(fields, [](const PrivateField& field) { return field.canLeaveOut; })) {
    return "to leave it out, as reports work results out of the sheets";
  }
  const std::string& to = fields.front().movesTo;
  if (all(fields, [&](const PrivateField& field) { return field.movesTo == to; })) {
    return "to move it to \"" + to + "\", sealed";
  }
  return "to seal it, or leave it out where reports work it out themselves";
}

std::string remedyFor(const std::vector<PrivateField>& fields) {
  std::string sealed = elsewhere(fields);
  std::string move = sealed.empty() ? "say it without what points at somebody"
                                    : "move it to a sealed field (" + sealed + ")";
  std::string asItIs = "or add --public-on-purpose to record it as it is.";
  if (all(fields, [](const PrivateField& field) { return field.canBeKept(); })) {
    return "Add --keep-private " + keeping(fields) + ", " + asItIs;
  }
  if (anyCanBeKept(fields)) {
    return "Add --keep-private to seal what can be sealed; for the rest, " + move + ", " + asItIs;
  }
  move[0] = static_cast<char>(move[0] - 'a' + 'A');
  return move + ", " + asItIs;
}

/// What the flags have said, or somebody at the terminal says.
PrivacyChoice choiceFor(Call& call, const std::vector<PrivateField>& fields) {
  if (call.arguments.keepPrivate) return PrivacyChoice::kKeep;
  auto answer = askAboutPrivacy(call, privacyWarnings(fields), anyCanBeKept(fields));
  return answer.value_or(PrivacyChoice::kStop);
}

}  // namespace

std::optional<PrivacyChoice> askAboutPrivacy(Call& call, const std::vector<std::string>& told,
                                             bool canBeKept) {
  if (call.arguments.noInput || call.console.isJson() || !call.surroundings.ask) {
    return std::nullopt;
  }
  std::string question = "Everybody will read this, for ever:\n";
  for (const std::string& one : told) question += "  " + one + "\n";
  question += canBeKept ? "Record it (k)ept private, as it (i)s, or (s)top? [s] "
                        : "Record it as it (i)s, or (s)top? [s] ";
  auto answer = call.surroundings.ask(question);
  if (!answer) return std::nullopt;
  if (*answer == "k") return PrivacyChoice::kKeep;
  return *answer == "i" ? PrivacyChoice::kAsItIs : PrivacyChoice::kStop;
}

std::vector<std::string> privacyWarnings(const std::vector<PrivateField>& fields) {
  std::vector<std::string> warnings;
  for (const PrivateField& field : fields) {
    warnings.push_back("\"" + field.field + "\" " + describe(field) + ".");
  }
  return warnings;
}

Refusal looksPrivate(const std::vector<PrivateField>& fields) {
  std::string reason = "Everybody will read it, for ever:";
  for (const std::string& warning : privacyWarnings(fields)) reason += " " + warning;
  Refusal refusal = refuse("door.looks-private", fields.front().field, reason);
  refusal.remedy = remedyFor(fields);
  return refusal;
}

Outcome<Json> atThePrivacyDoor(Call& call, Json line, const KindInfo& kind, PrivacyLook& look) {
  if (call.arguments.publicOnPurpose && !call.arguments.keepPrivate) return line;
  std::vector<PrivateField> fields = look.at(line, kind);
  if (fields.empty()) return line;
  const PrivacyChoice choice = choiceFor(call, fields);
  if (choice == PrivacyChoice::kAsItIs) return line;
  if (choice == PrivacyChoice::kStop) return looksPrivate(fields);
  line = keptPrivate(line, fields);
  std::erase_if(fields, [](const PrivateField& field) { return field.canBeKept(); });
  if (fields.empty() || call.arguments.publicOnPurpose) return line;
  return looksPrivate(fields);
}

}  // namespace minutebook
