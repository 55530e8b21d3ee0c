// Whose data key a sealed value is kept under: decision note 0007.

#include "ledger/event/field_writer.h"
#include "ledger/event/sealed_about.h"

namespace minutebook {

namespace {

std::string textIn(const FieldWriter::Struct& from, const std::string& name) {
  KJ_IF_MAYBE (field, from.getSchema().findFieldByName(name)) {
    if (!field->getType().isText() || !from.asReader().has(*field)) return "";
    auto text = from.asReader().get(*field).as<capnp::Text>();
    return {text.begin(), text.size()};
  }
  return "";
}

/// A lone participant's or group's key; several people share none of their own.
std::string subjectOfWho(schema::Who::Reader who) {
  auto participants = who.getParticipants();
  auto groups = who.getGroups();
  if (participants.size() == 1) return "participant/" + std::string(participants[0].cStr());
  if (participants.size() == 0 && groups.size() == 1)
    return "group/" + std::string(groups[0].cStr());
  return "";
}

}  // namespace

std::string FieldWriter::subjectFromField(const std::string& about, const Place& place,
                                          Struct container, bool& found) const {
  found = false;
  KJ_IF_MAYBE (field, container.getSchema().findFieldByName(about)) {
    if (!container.asReader().has(*field)) return "";
    found = true;
    if (field->getType().isText()) return "participant/" + textIn(container, about);
    if (!field->getType().isStruct()) return "";
    auto value = container.asReader().get(*field).as<capnp::DynamicStruct>();
    if (value.getSchema() == capnp::Schema::from<schema::Who>()) {
      return subjectOfWho(value.as<schema::Who>());
    }
    // The person's id is itself sealed: it is among the secrets, in the clear for the last time.
    for (std::size_t i = 0; i < parts_.secrets.size(); ++i) {
      const std::vector<PathStep>& steps = parts_.secrets[i].path.steps;
      bool sibling = places_[i].containerSteps == place.containerSteps;
      if (sibling && steps.back().ordinal == field->getProto().getOrdinal().getExplicit()) {
        return "participant/" + std::string(asText(parts_.secrets[i].value));
      }
    }
  }
  return "";
}

std::string FieldWriter::subjectBy(const std::string& about, const Place& place,
                                   const Speaker& speaker) const {
  if (about == "author") {
    return speaker.authorParticipant.empty() ? "" : "participant/" + speaker.authorParticipant;
  }
  if (about == "ledger") return "ledger/";
  if (about == "initiative") return "";
  if (about == "accounts") {
    return std::string("accounts/") +
           parts_.message.getRoot<schema::Statement>().getInitiative().cStr();
  }
  if (about == "group" || about == "survey") {
    std::string id = textIn(place.container, about);
    if (id.empty()) id = textIn(place.root, about);
    return id.empty() ? "" : about + "/" + id;
  }
  bool found = false;
  std::string subject = subjectFromField(about, place, place.container, found);
  return found ? subject : subjectFromField(about, place, place.root, found);
}

void FieldWriter::resolveSubjects(const Speaker& speaker) {
  const std::string initiative(parts_.message.getRoot<schema::Statement>().getInitiative().cStr());
  const std::string shared = initiative.empty() ? "ledger/" : "initiative/" + initiative;
  for (std::size_t i = 0; i < parts_.secrets.size(); ++i) {
    std::string subject;
    for (const std::string& about : aboutInOrder(places_[i].about)) {
      if (subject.empty()) subject = subjectBy(about, places_[i], speaker);
    }
    parts_.secrets[i].subject = subject.empty() ? shared : subject;
  }
}

}  // namespace minutebook
