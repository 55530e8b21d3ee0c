// Whose data key a sealed value is kept under: decision note 0007.

#include "ledger/event/field_writer.h"

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

std::string FieldWriter::subjectFromField(const Place& place, Struct container, bool& found) const {
  found = false;
  KJ_IF_MAYBE (field, container.getSchema().findFieldByName(place.about)) {
    if (!container.asReader().has(*field)) return "";
    found = true;
    if (field->getType().isText()) return "participant/" + textIn(container, place.about);
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

std::string FieldWriter::subjectOf(const Place& place, const Speaker& speaker) const {
  std::string initiative(parts_.message.getRoot<schema::Statement>().getInitiative().cStr());
  std::string shared = initiative.empty() ? "ledger/" : "initiative/" + initiative;
  if (place.about == "author") {
    return speaker.authorParticipant.empty() ? shared : "participant/" + speaker.authorParticipant;
  }
  if (place.about == "ledger") return "ledger/";
  if (place.about == "initiative") return shared;
  if (place.about == "accounts") return "accounts/" + initiative;
  if (place.about == "group" || place.about == "survey") {
    std::string id = textIn(place.container, place.about);
    if (id.empty()) id = textIn(place.root, place.about);
    return id.empty() ? shared : place.about + "/" + id;
  }
  bool found = false;
  std::string subject = subjectFromField(place, place.container, found);
  if (!found) subject = subjectFromField(place, place.root, found);
  return subject.empty() ? shared : subject;
}

void FieldWriter::resolveSubjects(const Speaker& speaker) {
  for (std::size_t i = 0; i < parts_.secrets.size(); ++i) {
    parts_.secrets[i].subject = subjectOf(places_[i], speaker);
  }
}

}  // namespace minutebook
