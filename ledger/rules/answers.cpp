// Answers to concerns, disputes, verdicts and findings: nobody decides on what they made
// themselves.

#include <capnp/dynamic.h>

#include "ledger/rules/family.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

using schema::Record;

/// Entries whose making is in question when this record is answered: what a dispute disputes, the
/// response that a verdict judges, what a finding is about, else the record itself. A concern
/// questions no entry.
std::vector<Earlier> questioned(const Asked& asked, Earlier answered) {
  std::vector<Earlier> entries;
  auto add = [&](std::optional<Earlier> earlier) {
    if (earlier) entries.push_back(std::move(*earlier));
  };
  Record::Reader record = answered.record;
  switch (record.which()) {
    case Record::CONCERN_RAISED:
      break;
    case Record::ENTRY_DISPUTED:
      add(findNamed(asked.facts, record.getEntryDisputed().getDisputed()));
      break;
    case Record::RESPONSE_JUDGED:
      add(findRecord(asked.facts, schema::Register::RESPONSE,
                     viewOf(record.getResponseJudged().getResponse())));
      break;
    case Record::FINDING_RAISED:
      for (auto about : record.getFindingRaised().getAbout()) {
        add(findNamed(asked.facts, about));
      }
      break;
    default:
      entries.push_back(std::move(answered));
  }
  return entries;
}

/// The `by` of a record, or an empty Who.
schema::Who::Reader doersOf(const Catalogue& catalogue, Record::Reader record) {
  const KindInfo* kind = catalogue.kind(static_cast<std::uint16_t>(record.which()));
  const FieldInfo* by = kind ? kind->structure->find("by") : nullptr;
  if (!by || by->type != FieldType::kWho) return {};
  capnp::DynamicStruct::Reader any = record;
  return any.get(kind->field).as<capnp::DynamicStruct>().get(by->field).as<schema::Who>();
}

/// Did this participant make the entry: as its author, the person it was recorded for, or one of
/// those by whom it says the thing was done?
bool made(const Asked& asked, const Earlier& entry, std::string_view participant) {
  if (namesParticipant(doersOf(asked.catalogue, entry.record), participant)) return true;
  Statement first = asked.facts.statementAt(entry.index);
  auto reader = first.reader();
  if (reader.hasOnBehalfOf()) {
    return viewOf(reader.getOnBehalfOf().getParticipant()) == participant;
  }
  auto key = findKey(asked.facts, viewOf(reader.getAuthor()));
  return key && key->participant == participant;
}

/// Who decides: those the answer names, or whoever records it where it names nobody.
std::vector<std::string> deciders(const Asked& asked, schema::AnswerGiven::Reader answer) {
  std::vector<std::string> people;
  for (auto id : answer.getBy().getParticipants()) people.push_back(textOf(id));
  bool namesNobody = !answer.hasBy();
  if (namesNobody && !asked.actor().empty()) people.emplace_back(asked.actor());
  return people;
}

std::optional<Refusal> checkAnswer(const Asked& asked) {
  auto answer = asked.record.getAnswerGiven();
  if (answer.getStanding() != schema::AnswerStanding::DECIDING_ANSWER) return std::nullopt;
  std::vector<std::string> people = deciders(asked, answer);
  std::optional<Refusal> aboutOneself;
  for (auto to : answer.getTo()) {
    auto answered = findNamed(asked.facts, to);
    if (!answered) continue;
    if (answered->record.isFindingRaised() && !aboutOneself) {
      auto about = answered->record.getFindingRaised().getParticipant();
      for (const std::string& person : people) {
        if (person != viewOf(about)) continue;
        aboutOneself = refuse("answer.about-oneself", "by",
                              nameOf(to) + " is about " + person + ", who would decide on it.");
      }
    }
    for (const Earlier& entry : questioned(asked, std::move(*answered))) {
      for (const std::string& person : people) {
        if (!made(asked, entry, person)) continue;
        return refuse("answer.by-its-author", "by",
                      person + " made entry " + std::to_string(entry.index) + ", which " +
                          nameOf(to) + " puts in question.");
      }
    }
  }
  return aboutOneself;
}

}  // namespace

std::vector<KindRules> answerRules() {
  return {{Record::ANSWER_GIVEN, checkAnswer, nullptr}};
}

}  // namespace minutebook
