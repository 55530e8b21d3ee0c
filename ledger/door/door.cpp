#include "ledger/door/door.h"

#include <capnp/serialize.h>

#include "ledger/base/fault.h"
#include "ledger/door/sheet.h"
#include "ledger/rules/asked.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

struct Door::Visit {
  const Admitted& admitted;
  std::span<const Secrets> secrets;  // Of every statement of the submission.
  const FactsWith& facts;            // With everything that the submission makes true.
  std::size_t place = 0;

  const Statement& statement() const { return admitted.submission().statements[place]; }
  schema::Record::Reader record() const {
    schema::Record::Reader record = statement().record();
    return record.isEntryCorrected() ? record.getEntryCorrected().getCorrected() : record;
  }
  /// The plain value of one of the record's sealed fields, also inside a correction; or null.
  const PlainSecret* find(std::string_view field) const {
    std::string path = statement().record().isEntryCorrected() ? "corrected." : "";
    path += field;
    for (const PlainSecret& secret : secrets[place]) {
      if (secret.field == path) return &secret;
    }
    return nullptr;
  }
  KnownAuthor author() const {
    auto author = authorOf(statement(), facts);
    return author ? author.value() : KnownAuthor{};
  }
  std::string_view onBehalfOf() const {
    return viewOf(statement().reader().getOnBehalfOf().getParticipant());
  }
};

namespace {

constexpr std::uint32_t kMinutesOfADay = 24 * 60;

/// A sealed struct from its canonical words. The words are copied, because Cap'n Proto reads
/// aligned memory only.
template <typename T>
class OpenedStruct {
 public:
  explicit OpenedStruct(ByteView value)
      : words_(kj::heapArray<capnp::word>(value.size() / sizeof(capnp::word))), segment_(words_) {
    std::memcpy(words_.begin(), value.data(), words_.size() * sizeof(capnp::word));
    message_ = std::make_unique<capnp::SegmentArrayMessageReader>(kj::arrayPtr(&segment_, 1));
  }
  OpenedStruct(const OpenedStruct&) = delete;
  OpenedStruct& operator=(const OpenedStruct&) = delete;

  typename T::Reader reader() { return message_->getRoot<T>(); }

 private:
  kj::Array<capnp::word> words_;
  kj::ArrayPtr<const capnp::word> segment_;
  std::unique_ptr<capnp::SegmentArrayMessageReader> message_;
};

/// A day or something within it; a month, a span or an unknown date can hold more than a day's
/// time.
bool isWithinADay(schema::When::Reader when) {
  if (!when.isAt()) return false;
  switch (when.getAt().getPrecision()) {
    case schema::Precision::DAY:
    case schema::Precision::MINUTE:
    case schema::Precision::SECOND:
      return true;
    default:
      return false;
  }
}

std::optional<Refusal> checkTime(schema::Statement::Reader statement, const PlainSecret* secret) {
  if (!secret || !isWithinADay(statement.getOccurredAt())) return std::nullopt;
  OpenedStruct<schema::SealedMinutes> opened(secret->value);
  std::uint32_t minutes = opened.reader().getMinutes();
  if (minutes <= kMinutesOfADay) return std::nullopt;
  return refuse("time.over-a-day", "minutes", "More minutes are given than one day has.");
}

std::optional<Refusal> checkSupport(const PlainSecret* secret) {
  if (!secret) return std::nullopt;
  OpenedStruct<schema::SealedSupportKind> opened(secret->value);
  switch (opened.reader().getSupportKind()) {
    case schema::SupportKind::SAFEGUARDING_REFERRAL:
    case schema::SupportKind::RISK_REVIEW:
    case schema::SupportKind::COUNSELLOR:
      return refuse(
          "support.named-in-clear", "to.onePerson",
          "The person would stand in the clear beside a kind of support that is private.");
    default:
      return std::nullopt;
  }
}

std::optional<Refusal> checkAnswers(const Facts& facts, std::string_view survey,
                                    const PlainSecret* answers) {
  auto found = findRecord(facts, schema::Register::SURVEY, survey);
  if (!answers || !found || !found->record.isSurveyOpened()) return std::nullopt;
  OpenedStruct<schema::SurveyAnswers> opened(answers->value);
  return checkSheet(found->record.getSurveyOpened(), opened.reader());
}

std::optional<Refusal> checkConcern(const KnownAuthor& author, std::string_view onBehalfOf,
                                    const PlainSecret* by) {
  if (!by || !author.onlyMember()) return std::nullopt;
  std::string_view raisedBy = asText(by->value);
  if (raisedBy == author.participant || raisedBy == onBehalfOf) return std::nullopt;
  return refuse("concern.not-yours", "by",
                author.participant + " raises it in the name of somebody else.");
}

}  // namespace

Door::Door(const Catalogue& catalogue, const Facts& facts, Disclosures& disclosures,
           KnownChecks knownChecks)
    : catalogue_(catalogue),
      facts_(facts),
      disclosures_(disclosures),
      knownChecks_(std::move(knownChecks)) {}

std::optional<StoppedAtDoor> Door::check(const Admitted& admitted,
                                         std::span<const Secrets> secrets) const {
  const std::vector<Statement>& statements = admitted.submission().statements;
  if (secrets.size() != statements.size()) {
    throw Fault(FaultKind::kBug, "the door was given secrets of other statements");
  }
  FactsWith facts(facts_);
  for (const FactChange& change : admitted.changes()) facts.apply(change);
  for (const Statement& statement : statements) facts.append(statement);
  Visit visit{admitted, secrets, facts};
  for (; visit.place < statements.size(); ++visit.place) {
    if (auto refusal = checkOne(visit)) return StoppedAtDoor{visit.place, std::move(*refusal)};
  }
  return std::nullopt;
}

std::optional<Refusal> Door::checkOne(const Visit& visit) const {
  if (auto refusal = checkReferences(visit)) return refusal;
  switch (visit.record().which()) {
    case schema::Record::TIME_LOGGED:
      return checkTime(visit.statement().reader(), visit.find("minutes"));
    case schema::Record::SUPPORT_OFFERED:
    case schema::Record::SUPPORT_GIVEN:
      return checkSupport(visit.find("to.onePerson.supportKind"));
    case schema::Record::CONCERN_RAISED:
      return checkConcern(visit.author(), visit.onBehalfOf(), visit.find("by"));
    case schema::Record::ANSWER_GIVEN:
      return checkAnswer(visit);
    case schema::Record::CLAUSE_ADOPTED:
      return checkClause(visit);
    case schema::Record::SURVEY_ANSWERED:
      return checkAnswers(visit.facts, viewOf(visit.record().getSurveyAnswered().getSurvey()),
                          visit.find("answers"));
    default:
      return std::nullopt;
  }
}

std::optional<Refusal> Door::checkReferences(const Visit& visit) const {
  const Mentions& mentions = visit.admitted.mentions()[visit.place];
  for (const PlainSecret& secret : visit.secrets[visit.place]) {
    for (const SealedField& sealed : mentions.sealed) {
      if (sealed.path != secret.path) continue;
      for (const Mention& named : namedIn(secret, *sealed.info)) {
        if (indexOfMention(visit.facts, named)) continue;
        return refuse("door.reference-unknown", secret.field,
                      "What stands there names no " + everydayWords(registerName(named.where)) +
                          " of this ledger; it is kept sealed, so it is not repeated.");
      }
    }
  }
  return std::nullopt;
}

std::vector<Mention> Door::namedIn(const PlainSecret& secret, const FieldInfo& field) const {
  if (field.sealedType == FieldType::kText) {
    if (field.refersTo == schema::Register::NOT_RECORDED) return {};
    Mention named;
    named.where = field.refersTo;
    named.id = asText(secret.value);
    return {named};
  }
  if (!field.structure) return {};
  return mentionsInside(secret.value, *field.structure, catalogue_);
}

std::optional<Refusal> Door::checkClause(const Visit& visit) const {
  auto check = visit.record().getClauseAdopted().getCheck();
  if (!check.isKnown()) return std::nullopt;
  std::string name = textOf(check.getKnown().getName());
  std::optional<Hash> known = knownChecks_ ? knownChecks_(name) : std::nullopt;
  if (!known) {
    return refuse("standard.unknown-check", "check.known.name",
                  "This program knows no check called " + name + ".");
  }
  auto sql = check.getKnown().getSql();
  if (!sql.isSha256() || sameBytes(viewOf(sql.getSha256()), known->view())) {
    return std::nullopt;
  }
  return refuse("standard.unknown-check", "check.known.sql",
                "This program's check " + name + " has other SQL.");
}

/// Who stands in a sealed field of a concern, as far as that can be opened; of its newest
/// correction, if it was corrected.
std::optional<std::string> Door::personIn(const Visit& visit, std::string_view concern,
                                          std::string_view field) const {
  auto found = visit.facts.find(fact::record(schema::Register::CONCERN, concern));
  const KindInfo* kind = catalogue_.kind("concernRaised");
  if (!found) return std::nullopt;
  std::uint64_t entry = fact::indexOf(*found);
  FieldPath path{kind->number, {{kind->structure->find(field)->ordinal, kNoListIndex}}};
  if (auto corrected = visit.facts.find(fact::correction(entry))) {
    entry = fact::indexOf(*corrected);
    const KindInfo* correction = catalogue_.kind("entryCorrected");
    std::uint16_t ordinal = correction->structure->find("corrected")->ordinal;
    path.steps.insert(path.steps.begin(), {{ordinal, kNoListIndex}, {path.kind, kNoListIndex}});
    path.kind = correction->number;
  }
  if (entry < facts_.size()) {
    Disclosure disclosure = disclosures_.open(entry, path);
    if (disclosure.state != SealState::kOpen) return std::nullopt;
    return std::string(asText(disclosure.value));
  }
  for (const PlainSecret& secret : visit.secrets[entry - facts_.size()]) {
    if (secret.path == path) return std::string(asText(secret.value));
  }
  return std::nullopt;
}

std::optional<Refusal> Door::checkAnswer(const Visit& visit) const {
  auto answer = visit.record().getAnswerGiven();
  if (answer.getStanding() != schema::AnswerStanding::DECIDING_ANSWER) return std::nullopt;
  std::string actor(visit.onBehalfOf());
  if (actor.empty()) actor = visit.author().participant;
  auto decides = [&](const std::optional<std::string>& person) {
    if (!person) return false;
    return answer.hasBy() ? namesParticipant(answer.getBy(), *person) : actor == *person;
  };
  for (std::string_view field : {"aboutWhom", "by"}) {
    for (auto to : answer.getTo()) {
      bool concern = to.isRecord() && to.getRecord().getRegister() == schema::Register::CONCERN;
      if (!concern || !decides(personIn(visit, viewOf(to.getRecord().getId()), field))) continue;
      if (field == "by") {
        return refuse("concern.answered-by-its-raiser", "by",
                      nameOf(to) + " was raised by somebody who would decide on it.");
      }
      return refuse("concern.answered-by-its-subject", "by",
                    nameOf(to) + " is about somebody who would decide on it.");
    }
  }
  return std::nullopt;
}

}  // namespace minutebook
