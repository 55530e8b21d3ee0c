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

/// Those by whom a record says the thing was done: its `by`, or the deciders of a decision.
std::vector<std::string> doersOf(const Catalogue& catalogue, Record::Reader record) {
  if (record.isDecisionMade()) {
    std::vector<std::string> names;
    for (auto party : record.getDecisionMade().getDeciders()) {
      for (std::string& name : namedIn(party.getWho())) names.push_back(std::move(name));
    }
    return names;
  }
  const KindInfo* kind = catalogue.kind(static_cast<std::uint16_t>(record.which()));
  const FieldInfo* by = kind ? kind->structure->find("by") : nullptr;
  if (!by || by->type != FieldType::kWho) return {};
  capnp::DynamicStruct::Reader any = record;
  return namedIn(any.get(kind->field).as<capnp::DynamicStruct>().get(by->field).as<schema::Who>());
}

/// Who made the entry: those by whom it says the thing was done, whoever recorded it or had it
/// recorded, and whoever put it right last.
std::vector<std::string> makersOf(const Asked& asked, const Earlier& entry) {
  std::vector<std::string> makers = doersOf(asked.catalogue, entry.record);
  makers.push_back("participant:" + makerOf(asked.facts, entry.index));
  makers.push_back("participant:" + makerOf(asked.facts, entry.statement));
  return makers;
}

/// The person whom a record is about, where it says so in the clear: a finding's, or one who left.
/// A dispute is about whom the disputed entry is about.
std::string subjectOf(const Asked& asked, Record::Reader record) {
  if (record.isEntryDisputed()) {
    auto disputed = findNamed(asked.facts, record.getEntryDisputed().getDisputed());
    if (!disputed || disputed->record.isEntryDisputed()) return "";
    return subjectOf(asked, disputed->record);
  }
  if (record.isFindingRaised()) return textOf(record.getFindingRaised().getParticipant());
  if (record.isParticipantLeft()) return textOf(record.getParticipantLeft().getParticipant());
  return "";
}

/// Whether somebody asks for a decision with the record, so that they cannot give it themselves.
bool asksForDecision(Record::Which kind) {
  return kind == Record::ENTRY_DISPUTED || kind == Record::RESPONSE_JUDGED ||
         kind == Record::FINDING_RAISED;
}

/// What a deciding answer to one record breaks. The codes stand in the order of the list.
std::optional<Refusal> checkAnswered(const Asked& asked, const std::string& to, Earlier answered,
                                     const std::vector<std::string>& deciders) {
  bool asks = asksForDecision(answered.record.which());
  auto asker = asks ? firstInBoth(deciders, makersOf(asked, answered)) : std::nullopt;
  std::string subject = subjectOf(asked, answered.record);
  auto about = subject.empty() ? std::nullopt : firstInBoth(deciders, {"participant:" + subject});
  for (const Earlier& entry : questioned(asked, std::move(answered))) {
    auto maker = firstInBoth(deciders, makersOf(asked, entry));
    if (!maker) continue;
    return refuse("answer.by-its-author", "by",
                  *maker + " made entry " + std::to_string(entry.index) + ", which " + to +
                      " puts in question.");
  }
  if (asker) {
    return refuse("answer.own-contest", "by", *asker + " made " + to + ", and would decide on it.");
  }
  if (!about) return std::nullopt;
  return refuse("answer.about-oneself", "by",
                to + " is about " + *about + ", who would decide on it.");
}

std::optional<Refusal> checkAnswer(const Asked& asked) {
  auto answer = asked.record.getAnswerGiven();
  if (answer.getStanding() != schema::AnswerStanding::DECIDING_ANSWER) return std::nullopt;
  std::vector<std::string> deciders = actorsOf(asked, answer.getBy());
  std::optional<Refusal> first;
  for (auto to : answer.getTo()) {
    auto answered = findNamed(asked.facts, to);
    if (!answered) continue;
    auto refusal = checkAnswered(asked, nameOf(to), std::move(*answered), deciders);
    if (!refusal) continue;
    if (!first || refusalRank(refusal->code) < refusalRank(first->code)) first = refusal;
  }
  return first;
}

}  // namespace

std::vector<KindRules> answerRules() {
  return {{Record::ANSWER_GIVEN, checkAnswer}};
}

}  // namespace minutebook
