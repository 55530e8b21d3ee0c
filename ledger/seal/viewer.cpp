#include "ledger/seal/viewer.h"

#include "ledger/base/ids.h"
#include "ledger/event/sealed_about.h"

namespace minutebook {

namespace {

using schema::Audience;

constexpr std::string_view kAuditor = "auditor:";
constexpr std::string_view kPerson = "participant/";
constexpr std::string_view kAccounts = "accounts/";

/// How much an audience sees; what is for one rank is for every higher one.
int rankOf(Audience audience) {
  switch (audience) {
    case Audience::PUBLIC:
      return 0;
    case Audience::MEMBERS:
      return 1;
    case Audience::COORDINATORS:
      return 2;
    case Audience::AUDITOR:
      return 3;
    default:
      return 4;  // Self, and what an older program does not know: nobody else.
  }
}

/// Who may read it besides, by whose key it is kept under.
std::string personInWords(std::string_view about) {
  for (const std::string& one : aboutInOrder(about)) {
    if (one == "accounts") return "whoever the record is about";
    if (one == "survey") return "whoever the sheet names";
    const bool isNobodys = one == "initiative" || one == "ledger" || one == "group";
    if (!isNobodys) return "the person it is about";
  }
  return "";
}

bool isTheirOwn(const Viewer& viewer, const SealedFor& value) {
  if (viewer.participant.empty()) return false;
  std::string_view subject = value.subject;
  if (subject.starts_with(kPerson)) return subject.substr(kPerson.size()) == viewer.participant;
  return subject.starts_with(kAccounts) && value.recordOf == viewer.participant;
}

}  // namespace

bool mayOpen(const Viewer& viewer, const SealedFor& value) {
  if (value.audience == Audience::PUBLIC) return true;
  if (viewer.audience == Audience::SELF) return isTheirOwn(viewer, value);
  if (viewer.audience == Audience::NOT_RECORDED) return false;
  return rankOf(value.audience) <= rankOf(viewer.audience) && value.audience != Audience::SELF &&
         value.audience != Audience::NOT_RECORDED;
}

std::string recordOf(const Mentions& mentions) {
  for (const Mention& mention : mentions.records) {
    if (mention.where != schema::Register::PARTICIPANT) continue;
    // A correction holds the record as it should have been.
    if (mention.field == "participant" || mention.field == "corrected.participant") {
      return mention.id;
    }
  }
  return {};
}

const SealedField* sheetPersonOf(const Mentions& mentions, const SealedField& field) {
  if (field.about != "survey") return nullptr;
  for (const SealedField& beside : mentions.sealed) {
    bool isPerson = beside.field == "person" || beside.field == "corrected.person";
    if (isPerson && beside.about == "person") return &beside;
  }
  return nullptr;
}

std::optional<Viewer> parseViewer(std::string_view text) {
  if (text == "public") return Viewer{Audience::PUBLIC, ""};
  if (text == "members") return Viewer{Audience::MEMBERS, ""};
  if (text == "coordinators") return Viewer{Audience::COORDINATORS, ""};
  bool isAuditor = text.starts_with(kAuditor);
  std::string_view person = isAuditor ? text.substr(kAuditor.size()) : text;
  if (person == "auditor" || person == "self" || !isRecordId(person)) return std::nullopt;
  return Viewer{isAuditor ? Audience::AUDITOR : Audience::SELF, std::string(person)};
}

std::string formatAudience(Audience audience) {
  switch (audience) {
    case Audience::MEMBERS:
      return "members";
    case Audience::COORDINATORS:
      return "coordinators";
    case Audience::AUDITOR:
      return "auditor";
    case Audience::SELF:
      return "self";
    default:
      return "public";
  }
}

std::string formatViewer(const Viewer& viewer) {
  if (viewer.audience == Audience::AUDITOR) return std::string(kAuditor) + viewer.participant;
  if (viewer.audience == Audience::SELF) return viewer.participant;
  return formatAudience(viewer.audience);
}

std::string readersInWords(const FieldInfo& field) {
  const std::string person = personInWords(field.sealedAbout);
  switch (field.audience) {
    case Audience::PUBLIC:
      return "everybody";
    case Audience::MEMBERS:
    case Audience::COORDINATORS:
      return formatAudience(field.audience) + (person.empty() ? "" : " and " + person);
    case Audience::AUDITOR:
      return "auditors" + (person.empty() ? "" : " and " + person);
    default:
      return person.empty() ? "nobody" : person + " only";
  }
}

std::string viewerInWords(const Viewer& viewer) {
  if (viewer.audience == Audience::AUDITOR) return "an auditor, " + viewer.participant;
  std::string written = formatViewer(viewer);
  return written == "public" ? "the public" : written;
}

}  // namespace minutebook
