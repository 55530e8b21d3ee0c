// Surveys, inputs, responses and what the givers say of them.

#include <map>
#include <set>

#include "ledger/rules/family.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

using schema::Record;

/// An input as it was received, and who gave it.
struct Giver {
  bool known = false;  ///< A participant or groups are named; nobody outside is checked.
  std::string participant;
  std::vector<std::string> people;
  std::vector<std::string> groups;
};

Giver giverOf(const Facts& facts, std::string_view input) {
  Giver giver;
  auto received = findRecord(facts, schema::Register::INPUT, input);
  if (!received || !received->record.isInputReceived()) return giver;
  auto record = received->record.getInputReceived();
  giver.participant = textOf(record.getParticipant());
  for (auto id : record.getFrom().getParticipants()) giver.people.push_back(textOf(id));
  for (auto id : record.getFrom().getGroups()) giver.groups.push_back(textOf(id));
  bool others = record.getFrom().hasOutside() || record.getFrom().hasInTheirWords() ||
                record.getFrom().hasOrganisations();
  bool named = !giver.people.empty() || !giver.groups.empty();
  giver.known = !giver.participant.empty() || (named && !others);
  return giver;
}

/// Whether the participant may be the giver, as far as the record tells.
bool mayBeGiver(const Facts& facts, const Giver& giver, std::string_view participant) {
  if (!giver.known) return true;
  if (!giver.participant.empty()) return giver.participant == participant;
  for (const std::string& one : giver.people) {
    if (one == participant) return true;
  }
  for (const std::string& group : giver.groups) {
    auto member = facts.find(fact::relation("member", group, participant));
    bool anyKnown = facts.find(fact::relation("members", group, "")).has_value();
    if (!anyKnown || (member && *member == "yes")) return true;
  }
  return false;
}

/// A participant who acts, and the field in which they stand.
struct Named {
  std::string participant;
  std::string field;
};

/// Those who revise an input or judge a response, in `participant` and in `by`.
template <typename Act>
std::vector<Named> peopleOf(Act act) {
  std::vector<Named> people;
  if (act.hasParticipant()) people.push_back({textOf(act.getParticipant()), "participant"});
  for (auto id : act.getBy().getParticipants()) people.push_back({textOf(id), "by"});
  return people;
}

std::optional<Refusal> checkSheet(const Asked& asked) {
  auto answered = asked.record.getSurveyAnswered();
  if (!answered.hasPerson()) return std::nullopt;
  auto survey = findRecord(asked.facts, schema::Register::SURVEY, viewOf(answered.getSurvey()));
  if (!survey || !survey->record.isSurveyOpened()) return std::nullopt;
  auto opened = survey->record.getSurveyOpened();
  bool told = opened.getJoinedPerPerson() == schema::YesNo::YES &&
              opened.getToldJoined() == schema::YesNo::YES;
  if (told) return std::nullopt;
  return refuse("survey.joining-not-told", "person",
                textOf(answered.getSurvey()) +
                    " does not say that people were told their answers are joined.");
}

std::optional<Refusal> checkClosed(const Asked& asked) {
  auto closed = asked.record.getSurveyClosed();
  auto results = closed.getResults();
  for (unsigned i = 0; i < results.size(); ++i) {
    auto of = results[i].getQuestion().getSurvey();
    if (viewOf(of) == viewOf(closed.getSurvey())) continue;
    return refuse("survey.other-survey", "results[" + std::to_string(i) + "].question",
                  "The result is of " + textOf(of) + ", and the record closes " +
                      textOf(closed.getSurvey()) + ".");
  }
  return std::nullopt;
}

std::optional<Refusal> checkInputSurvey(schema::InputReceived::Reader input) {
  std::string survey = textOf(input.getSurvey());
  for (auto other :
       {textOf(input.getSurveyRow().getSurvey()), textOf(input.getSurveyQuestion().getSurvey())}) {
    if (survey.empty()) survey = other;
    if (other.empty() || other == survey) continue;
    return refuse("survey.other-survey", "survey",
                  "The input names " + survey + " and " + other + ".");
  }
  return std::nullopt;
}

template <typename Input>
std::optional<Refusal> checkTexts(Input input) {
  if (!input.hasPrivateText() || !input.hasText() || input.getText().isNotRecorded()) {
    return std::nullopt;
  }
  return refuse("input.two-texts", "privateText", "It has both text and privateText.");
}

/// Whoever wants nobody else to hear something cannot have it where everybody reads it.
template <typename Said>
std::optional<Refusal> checkNobodyElse(schema::InputReceived::Reader input, Said said) {
  bool isForEveryone = said.hasText() && said.getText().isPublic();
  if (input.getSharedWith() != schema::InputShared::NOBODY_ELSE || !isForEveryone) {
    return std::nullopt;
  }
  return refuse("input.nobody-else-in-clear", "text",
                textOf(input.getId()) + " is to be heard by nobody else, and its text is public.");
}

std::optional<Refusal> checkInput(const Asked& asked) {
  auto input = asked.record.getInputReceived();
  if (auto refusal = checkInputSurvey(input)) return refusal;
  if (input.hasParticipant() && namesParticipant(input.getFrom(), viewOf(input.getParticipant()))) {
    return refuse("input.two-givers", "from",
                  textOf(input.getParticipant()) + " stands in participant and in from.");
  }
  if (auto refusal = checkTexts(input)) return refusal;
  return checkNobodyElse(input, input);
}

std::optional<Refusal> checkRevised(const Asked& asked) {
  auto revised = asked.record.getInputRevised();
  if (auto refusal = checkTexts(revised)) return refusal;
  auto received = findRecord(asked.facts, schema::Register::INPUT, viewOf(revised.getInput()));
  if (received && received->record.isInputReceived()) {
    auto refusal = checkNobodyElse(received->record.getInputReceived(), revised);
    if (refusal) return refusal;
  }
  Giver giver = giverOf(asked.facts, viewOf(revised.getInput()));
  for (const Named& named : peopleOf(revised)) {
    if (mayBeGiver(asked.facts, giver, named.participant)) continue;
    return refuse("input.not-the-giver", named.field,
                  textOf(revised.getInput()) + " was not given by " + named.participant + ".");
  }
  return std::nullopt;
}

/// The inputs that an input was drawn into, one line each.
std::vector<std::string> drawnInto(const Facts& facts, std::string_view input) {
  std::vector<std::string> into;
  std::string all = facts.find(fact::relation("into", input, "")).value_or("");
  for (std::size_t from = 0; from < all.size();) {
    std::size_t end = all.find('\n', from);
    into.push_back(all.substr(from, end - from));
    from = end + 1;
  }
  return into;
}

std::optional<Refusal> checkRegrouped(const Asked& asked) {
  auto regrouped = asked.record.getInputsRegrouped();
  std::set<std::string> sources;
  for (auto id : regrouped.getInputs()) sources.insert(textOf(id));
  std::vector<std::string> toVisit;
  std::set<std::string> seen;
  for (auto id : regrouped.getInto()) toVisit.push_back(textOf(id));
  while (!toVisit.empty()) {
    std::string id = std::move(toVisit.back());
    toVisit.pop_back();
    if (!seen.insert(id).second) continue;
    if (sources.contains(id)) {
      return refuse("input.cycle", "into", id + " would come to stand for itself.");
    }
    for (std::string& next : drawnInto(asked.facts, id)) toVisit.push_back(std::move(next));
  }
  return std::nullopt;
}

void changeRegrouped(const Asked& asked, std::vector<FactChange>& changes) {
  auto regrouped = asked.record.getInputsRegrouped();
  std::set<std::string> done;
  for (auto id : regrouped.getInputs()) {
    if (!done.insert(textOf(id)).second) continue;
    std::string key = fact::relation("into", viewOf(id), "");
    std::string all = asked.facts.find(key).value_or("");
    for (auto target : regrouped.getInto()) all += textOf(target) + "\n";
    changes.push_back({std::move(key), std::move(all)});
  }
}

std::optional<Refusal> checkResponse(const Asked& asked) {
  auto response = asked.record.getResponseGiven();
  if (response.hasInputs() || response.hasConcerns()) return std::nullopt;
  return refuse("response.answers-nothing", "inputs", "It names neither inputs nor concerns.");
}

std::optional<Refusal> checkJudged(const Asked& asked) {
  auto judged = asked.record.getResponseJudged();
  auto response = findRecord(asked.facts, schema::Register::RESPONSE, viewOf(judged.getResponse()));
  if (!response || !response->record.isResponseGiven()) return std::nullopt;
  auto given = response->record.getResponseGiven();
  // Who raised a concern is sealed, so here it cannot be told.
  if (given.hasConcerns()) return std::nullopt;
  for (const Named& named : peopleOf(judged)) {
    bool gaveOne = false;
    for (auto input : given.getInputs()) {
      Giver giver = giverOf(asked.facts, viewOf(input));
      gaveOne = gaveOne || mayBeGiver(asked.facts, giver, named.participant);
    }
    if (gaveOne) continue;
    return refuse("response.not-the-contributor", named.field,
                  named.participant + " gave none of the inputs that " +
                      textOf(judged.getResponse()) + " answers.");
  }
  return std::nullopt;
}

}  // namespace

std::vector<KindRules> feedbackRules() {
  return {{Record::SURVEY_ANSWERED, checkSheet},
          {Record::SURVEY_CLOSED, checkClosed},
          {Record::INPUT_RECEIVED, checkInput},
          {Record::INPUT_REVISED, checkRevised},
          {Record::INPUTS_REGROUPED, checkRegrouped, nullptr, changeRegrouped},
          {Record::RESPONSE_GIVEN, checkResponse},
          {Record::RESPONSE_JUDGED, checkJudged}};
}

}  // namespace minutebook
