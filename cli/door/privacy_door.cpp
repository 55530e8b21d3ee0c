#include "cli/door/privacy_door.h"

#include <algorithm>

#include "ledger/event/mentions.h"
#include "ledger/rules/fact_keys.h"
#include "ledger/rules/refusal_list.h"
#include "ledger/store/vault.h"

namespace minutebook {

namespace {

constexpr std::string_view kPerson = "participant/";

bool anyCanBeSealed(const std::vector<PrivateField>& fields) {
  return std::any_of(fields.begin(), fields.end(),
                     [](const PrivateField& field) { return field.canSeal; });
}

bool allCanBeSealed(const std::vector<PrivateField>& fields) {
  return std::all_of(fields.begin(), fields.end(),
                     [](const PrivateField& field) { return field.canSeal; });
}

/// Where a text that cannot itself be sealed could go.
std::string elsewhere(const std::vector<PrivateField>& fields) {
  std::vector<std::string> names;
  for (const PrivateField& field : fields) {
    if (field.canSeal) continue;
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

std::string remedyFor(const std::vector<PrivateField>& fields) {
  std::string sealed = elsewhere(fields);
  std::string move = sealed.empty() ? "say it without what points at somebody"
                                    : "move it to a sealed field (" + sealed + ")";
  std::string asItIs = "or add --public-on-purpose to record it as it is.";
  if (allCanBeSealed(fields)) return "Add --keep-private to seal it, " + asItIs;
  if (anyCanBeSealed(fields)) {
    return "Add --keep-private to seal what can be sealed; for the rest, " + move + ", " + asItIs;
  }
  move[0] = static_cast<char>(move[0] - 'a' + 'A');
  return move + ", " + asItIs;
}

/// Asks a person at the terminal. Nothing: there is nobody to ask.
std::optional<std::string> ask(Call& call, const std::vector<PrivateField>& fields) {
  if (call.arguments.noInput || call.console.isJson() || !call.surroundings.ask) {
    return std::nullopt;
  }
  std::string question = "Everybody will read this, for ever:\n";
  for (const std::string& warning : privacyWarnings(fields)) question += "  " + warning + "\n";
  question += anyCanBeSealed(fields) ? "Record it (k)ept private, as it (i)s, or (s)top? [s] "
                                     : "Record it as it (i)s, or (s)top? [s] ";
  return call.surroundings.ask(question);
}

}  // namespace

KnownNames knownNames(const Writing& writing, const Catalogue& catalogue, const std::string& origin,
                      RandomSource& random) {
  KnownNames names(random);
  Vault vault(*writing.store, writing.dataKeys, origin);
  for (const std::string& subject : writing.dataKeys.subjects()) {
    if (!subject.starts_with(kPerson)) continue;
    auto entry =
        writing.recorder.findRecord(schema::Register::PARTICIPANT, subject.substr(kPerson.size()));
    if (!entry) continue;
    const Statement statement = writing.recorder.statementAt(*entry);
    for (const SealedField& field : mentionsOf(statement, catalogue).sealed) {
      if (field.field != "name") continue;
      Disclosure name = vault.open(*entry, field.path);
      if (name.state == SealState::kOpen) names.add(asText(name.value));
      wipe(name.value);
    }
  }
  return names;
}

std::vector<std::string> privacyWarnings(const std::vector<PrivateField>& fields) {
  std::vector<std::string> warnings;
  for (const PrivateField& field : fields) {
    warnings.push_back("\"" + field.field + "\" " + describeSpots(field.spots) + ".");
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

Outcome<Json> atThePrivacyDoor(Call& call, Json line, const KindInfo& kind, KnownNames& names) {
  if (call.arguments.publicOnPurpose) return line;
  addNamesGiven(line, kind, names);
  std::vector<PrivateField> fields = privateFields(line, kind, call.catalogue, names);
  if (fields.empty()) return line;
  std::optional<std::string> answer =
      call.arguments.keepPrivate ? std::optional<std::string>("k") : ask(call, fields);
  if (answer == "i") return line;
  if (answer == "k") {
    line = keptPrivate(line, fields);
    std::erase_if(fields, [](const PrivateField& field) { return field.canSeal; });
    if (fields.empty()) return line;
  }
  return looksPrivate(fields);
}

}  // namespace minutebook
