#include "cli/kind_words.h"

#include "cli/record_flags.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

constexpr std::string_view kMessage = "messageSent";
constexpr std::string_view kWhat = "what";
/// People say that they send an update; the record calls it progress.
constexpr std::string_view kUpdateWord = "update";
constexpr std::string_view kUpdate = "progress";

/// The kinds of which `word` is the first word or words: responseGiven of "response".
std::vector<std::string> kindsBeginningWith(const std::string& word, const Catalogue& catalogue) {
  std::vector<std::string> kinds;
  for (const KindInfo& kind : catalogue.kinds()) {
    if (flagName(kind.name).starts_with(word + "-")) kinds.push_back(kind.name);
  }
  return kinds;
}

/// The sort of message that `word` calls, or null. A free text is no word for anything.
const FieldInfo* messageCalled(const std::string& word, const Catalogue& catalogue) {
  const FieldInfo* what = catalogue.kind(kMessage)->structure->find(kWhat);
  std::string name = word == kUpdateWord ? std::string(kUpdate) : word;
  for (const FieldInfo& member : what->structure->fields) {
    if (member.type == FieldType::kText || member.name == "notRecorded") continue;
    if (name == member.name || name == flagName(member.name)) return &member;
  }
  return nullptr;
}

}  // namespace

std::vector<std::string> messageWords(const Catalogue& catalogue) {
  std::vector<std::string> words = {std::string(kUpdateWord)};
  const FieldInfo* what = catalogue.kind(kMessage)->structure->find(kWhat);
  for (const FieldInfo& member : what->structure->fields) {
    std::string word = flagName(member.name);
    bool isMeant = messageCalled(word, catalogue) == &member;
    if (isMeant && kindsBeginningWith(word, catalogue).empty()) words.push_back(word);
  }
  return words;
}

SpokenKind kindSpoken(const std::string& word, const Catalogue& catalogue) {
  for (const KindInfo& kind : catalogue.kinds()) {
    if (word == kind.name || word == flagName(kind.name)) return {&kind, nullptr, word};
  }
  std::vector<std::string> begun = kindsBeginningWith(word, catalogue);
  const FieldInfo* message = messageCalled(word, catalogue);
  if (message && begun.empty()) return {catalogue.kind(kMessage), message, word};
  if (!begun.empty()) {
    std::string list;
    for (const std::string& kind : begun) list += (list.empty() ? "" : ", ") + kind;
    if (message) list += ", " + std::string(kMessage) + " --what." + flagName(message->name);
    throw Fault(FaultKind::kUsage, "\"" + word + "\" can mean: " + list,
                "Write the one you mean; minutebook kinds says what each is for.");
  }
  std::vector<std::string> names = messageWords(catalogue);
  for (const KindInfo& kind : catalogue.kinds()) names.push_back(kind.name);
  std::string near = nearestName(word, names);
  throw Fault(FaultKind::kUsage, "there is no kind of record called \"" + word + "\"",
              near.empty() ? "minutebook kinds lists what can be recorded."
                           : "Did you mean " + near + "? minutebook kinds lists them all.");
}

}  // namespace minutebook
