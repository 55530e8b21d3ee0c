// Works, versions and sign-off rounds. Who may sign is fixed when a round opens; an answer after
// the close is kept as late and the tally stands.

#include <algorithm>
#include <set>

#include "ledger/rules/family.h"
#include "ledger/rules/refusal_list.h"
#include "ledger/rules/round_tally.h"

namespace minutebook {

namespace {

using schema::Record;
using schema::SignOffAnswer;

/// The hash of a version's document as text: the first that any record of it gave; or empty.
std::string documentOf(const Facts& facts, const std::string& version) {
  auto made = findRecord(facts, schema::Register::WORK_VERSION, version);
  if (made && made->record.isVersionMade()) {
    auto document = made->record.getVersionMade().getDocument();
    if (document.isSha256()) return toHex(viewOf(document.getSha256()));
  }
  return facts.find(fact::relation("document", version, "")).value_or("");
}

std::string hashIn(schema::Document::Reader document) {
  return document.isSha256() ? toHex(viewOf(document.getSha256())) : "";
}

std::string madeVersion(schema::VersionMade::Reader made) {
  return textOf(made.getWork()) + "@" + textOf(made.getVersion());
}

/// What people sign is one document: whoever names the version later means the same one.
std::optional<Refusal> checkVersion(const Asked& asked) {
  auto made = asked.record.getVersionMade();
  std::string version = madeVersion(made);
  std::string document = documentOf(asked.facts, version);
  if (document.empty() || hashIn(made.getDocument()) == document) return std::nullopt;
  return refuse("work.version-other-document", "document",
                version + " is the document sha256:" + document + ", and not this one.");
}

void changeVersion(const Asked& asked, std::vector<FactChange>& changes) {
  auto made = asked.record.getVersionMade();
  std::string version = madeVersion(made);
  std::string document = hashIn(made.getDocument());
  if (document.empty() || !documentOf(asked.facts, version).empty()) return;
  changes.push_back({fact::relation("document", version, ""), std::move(document)});
}

std::optional<Refusal> checkOpened(const Asked& asked) {
  std::set<std::string> seen;
  auto seats = asked.record.getSignOffOpened().getEligible();
  for (unsigned i = 0; i < seats.size(); ++i) {
    std::string participant = textOf(seats[i].getParticipant());
    if (seen.insert(participant).second) continue;
    return refuse("signoff.seat-twice", "eligible[" + std::to_string(i) + "]",
                  participant + " is listed twice.");
  }
  return std::nullopt;
}

std::string seatKey(std::string_view round, std::string_view participant) {
  return fact::relation("seat", round, participant);
}

void changeOpened(const Asked& asked, std::vector<FactChange>& changes) {
  auto opened = asked.record.getSignOffOpened();
  std::string round = textOf(opened.getId());
  RoundTally tally;
  for (auto seat : opened.getEligible()) {
    ExpertiseSet as = expertiseSet(seat.getExpertise());
    tally.addAsked(as);
    changes.push_back(
        {seatKey(round, viewOf(seat.getParticipant())), std::string(1, static_cast<char>(as))});
  }
  changes.push_back({RoundTally::factKey(round), tally.value()});
}

std::optional<schema::SignOffOpened::Reader> openedRound(const std::optional<Earlier>& round) {
  if (!round || !round->record.isSignOffOpened()) return std::nullopt;
  return round->record.getSignOffOpened();
}

std::optional<Refusal> checkSigner(const Asked& asked, schema::SignOffGiven::Reader given) {
  if (!given.hasParticipant() && !given.hasGroup() && !given.hasAsTold()) {
    return refuse("signoff.nobody", "participant", "It names no person and no group.");
  }
  if (given.hasParticipant() && (given.hasGroup() || given.hasGroupStatement())) {
    return refuse("signoff.told-and-signed", "group",
                  "It is signed by " + textOf(given.getParticipant()) + " and told of a group.");
  }
  if (!given.hasRound() && !given.hasVersion()) {
    return refuse("signoff.no-work", "version", "It names neither a round nor a version.");
  }
  if (!given.hasRound() || !given.hasParticipant()) return std::nullopt;
  auto tally = RoundTally::find(asked.facts, viewOf(given.getRound()));
  bool asks = tally.all().asked > 0;
  if (!asks ||
      asked.facts.find(seatKey(viewOf(given.getRound()), viewOf(given.getParticipant())))) {
    return std::nullopt;
  }
  return refuse("signoff.not-eligible", "participant",
                textOf(given.getParticipant()) + " was not among those asked in " +
                    textOf(given.getRound()) + ".");
}

/// The entry that closed the round, for as long as it says so.
std::optional<Earlier> closingOf(const Facts& facts, std::string_view round) {
  auto closing = findSetter(facts, fact::state(schema::Register::ROUND, round));
  if (!closing || !closing->record.isSignOffClosed()) return std::nullopt;
  if (viewOf(closing->record.getSignOffClosed().getRound()) != round) return std::nullopt;
  return closing;
}

std::optional<Refusal> checkGiven(const Asked& asked) {
  auto given = asked.record.getSignOffGiven();
  if (auto refusal = checkSigner(asked, given)) return refusal;
  auto earlier = findRecord(asked.facts, schema::Register::ROUND, viewOf(given.getRound()));
  auto round = openedRound(earlier);
  std::string version = nameOf(given.getVersion());
  std::string ofRound = round ? nameOf(round->getVersion()) : "";
  if (!version.empty() && !ofRound.empty() && version != ofRound) {
    return refuse(
        "signoff.other-version", "version",
        textOf(given.getRound()) + " is about " + ofRound + ", and this signs " + version + ".");
  }
  if (version.empty()) version = ofRound;
  if (!given.getDocument().isSha256()) return std::nullopt;
  std::string document = documentOf(asked.facts, version);
  if (document.empty() || hashIn(given.getDocument()) == document) return std::nullopt;
  return refuse("signoff.wrong-document", "document",
                version + " is the document sha256:" + document + ", and this signs another.");
}

void changeGiven(const Asked& asked, std::vector<FactChange>& changes) {
  auto given = asked.record.getSignOffGiven();
  bool counts = given.hasRound() && given.hasParticipant() &&
                given.getAnswer() != SignOffAnswer::NOT_RECORDED;
  std::string_view round = viewOf(given.getRound());
  if (!counts || closingOf(asked.facts, round)) return;
  std::string_view participant = viewOf(given.getParticipant());
  ExpertiseSet as = expertiseBit(given.getAs());
  if (given.getAs() == schema::Expertise::NOT_RECORDED) {
    auto seat = asked.facts.find(seatKey(round, participant));
    as = seat && !seat->empty() ? static_cast<ExpertiseSet>(seat->front()) : ExpertiseSet{0};
  }
  RoundTally tally = RoundTally::find(asked.facts, round);
  std::string key = fact::relation("answer", round, participant);
  if (auto before = asked.facts.find(key); before && before->size() == 2) {
    tally.takeBack(static_cast<SignOffAnswer>((*before)[0]),
                   static_cast<ExpertiseSet>((*before)[1]));
  }
  tally.addAnswer(given.getAnswer(), as);
  changes.push_back(
      {std::move(key), {static_cast<char>(given.getAnswer()), static_cast<char>(as)}});
  changes.push_back({RoundTally::factKey(round), tally.value()});
}

std::optional<Refusal> differs(const std::string& field, schema::Count::Reader stated,
                               std::uint64_t counted) {
  if (!stated.isExactly() || stated.getExactly() == counted) return std::nullopt;
  return refuse("signoff.does-not-follow", field,
                "\"" + field + "\" says " + std::to_string(stated.getExactly()) +
                    "; the answers on record give " + std::to_string(counted) + ".");
}

/// Those who left may be told apart from those who gave no reply, or among them.
std::optional<Refusal> checkSilent(const std::string& field, schema::Count::Reader noReply,
                                   schema::Count::Reader left, const RoundTally::Counts& counts) {
  if (counts.asked == 0 || !noReply.isExactly()) return std::nullopt;
  std::uint64_t silent = counts.asked - std::min(counts.asked, counts.replies());
  std::uint64_t gone = left.isExactly() ? left.getExactly() : 0;
  if (noReply.getExactly() < silent && noReply.getExactly() + gone >= silent) return std::nullopt;
  return differs(field, noReply, silent);
}

std::optional<Refusal> checkTally(schema::SignOffClosed::Reader closed, const RoundTally& tally) {
  auto groups = closed.getTally();
  for (unsigned i = 0; i < groups.size(); ++i) {
    auto stated = groups[i];
    const RoundTally::Counts& counts = tally.of(stated.getExpertise());
    std::string at = "tally[" + std::to_string(i) + "].";
    if (tally.all().asked > 0) {
      if (auto refusal = differs(at + "asked", stated.getAsked(), counts.asked)) return refusal;
    }
    const std::pair<std::string, std::pair<schema::Count::Reader, SignOffAnswer>> answers[] = {
        {"assent", {stated.getAssent(), SignOffAnswer::ASSENT}},
        {"withReservations",
         {stated.getWithReservations(), SignOffAnswer::ASSENT_WITH_RESERVATIONS}},
        {"onCondition", {stated.getOnCondition(), SignOffAnswer::ASSENT_IF}},
        {"dissent", {stated.getDissent(), SignOffAnswer::DISSENT}},
        {"abstain", {stated.getAbstain(), SignOffAnswer::ABSTAIN}}};
    for (const auto& [name, answer] : answers) {
      if (auto refusal = differs(at + name, answer.first, counts.of(answer.second))) return refusal;
    }
    auto refusal = checkSilent(at + "noReply", stated.getNoReply(), stated.getLeft(), counts);
    if (refusal) return refusal;
  }
  return checkSilent("noReply", closed.getNoReply(), closed.getLeft(), tally.all());
}

/// What the thresholds make of the answers.
struct RoundOutcome {
  schema::SignOffResult result = schema::SignOffResult::NOT_RECORDED;
  ExpertiseSet without = 0;
};

std::string resultName(schema::SignOffResult result) {
  switch (result) {
    case schema::SignOffResult::APPROVED:
      return "approved";
    case schema::SignOffResult::APPROVED_WITHOUT_GROUP:
      return "approved without one of the groups";
    case schema::SignOffResult::NOT_APPROVED:
      return "not approved";
    default:
      return "not recorded";
  }
}

/// NOT_RECORDED where the round has no thresholds: then nothing follows.
RoundOutcome outcomeOf(schema::SignOffOpened::Reader round, const RoundTally& tally) {
  bool overall = round.hasOverallShare() && round.getOverallShare().isDecimal();
  if (!overall && !round.hasShares()) return {};
  const RoundTally::Counts& all = tally.all();
  bool kept = !overall || reachesShare(all.approvals(), all.replies(), round.getOverallShare());
  if (!kept || all.replies() == 0) return {schema::SignOffResult::NOT_APPROVED, 0};
  RoundOutcome outcome{schema::SignOffResult::APPROVED, 0};
  for (auto share : round.getShares()) {
    const RoundTally::Counts& counts = tally.of(share.getExpertise());
    bool judged = share.getShare().isDecimal() && counts.replies() > 0;
    if (!judged || reachesShare(counts.approvals(), counts.replies(), share.getShare())) continue;
    outcome.result = schema::SignOffResult::APPROVED_WITHOUT_GROUP;
    outcome.without =
        static_cast<ExpertiseSet>(outcome.without | expertiseBit(share.getExpertise()));
  }
  return outcome;
}

std::optional<Refusal> checkClosed(const Asked& asked) {
  auto closed = asked.record.getSignOffClosed();
  std::string_view id = viewOf(closed.getRound());
  auto earlier = findRecord(asked.facts, schema::Register::ROUND, id);
  auto round = openedRound(earlier);
  if (!round) return std::nullopt;
  RoundTally tally = RoundTally::find(asked.facts, id);
  if (auto refusal = checkTally(closed, tally)) return refusal;
  RoundOutcome outcome = outcomeOf(*round, tally);
  bool judged = outcome.result != schema::SignOffResult::NOT_RECORDED &&
                closed.getResult() != schema::SignOffResult::NOT_RECORDED;
  if (!judged) return std::nullopt;
  if (closed.getResult() != outcome.result) {
    return refuse("signoff.does-not-follow", "result",
                  "\"result\" says " + resultName(closed.getResult()) + "; " +
                      std::to_string(tally.all().approvals()) + " of " +
                      std::to_string(tally.all().replies()) + " replies agree, which gives " +
                      resultName(outcome.result) + ".");
  }
  bool groupsSaid = closed.hasWithoutAgreementOf();
  if (!groupsSaid || expertiseSet(closed.getWithoutAgreementOf()) == outcome.without) {
    return std::nullopt;
  }
  return refuse("signoff.does-not-follow", "withoutAgreementOf",
                "The groups named are not those whose answers stayed below their share.");
}

std::optional<Refusal> checkStillOpen(const Asked& asked) {
  std::string_view id = viewOf(asked.record.getSignOffClosed().getRound());
  auto closing = closingOf(asked.facts, id);
  if (!closing) return std::nullopt;
  return refuse("signoff.already-closed", "round",
                std::string(id) + " was closed at entry " + std::to_string(closing->index) + ".");
}

void changeClosed(const Asked& asked, std::vector<FactChange>& changes) {
  std::string_view id = viewOf(asked.record.getSignOffClosed().getRound());
  changes.push_back(
      {fact::state(schema::Register::ROUND, id), fact::State{asked.index(), "closed"}.value()});
}

std::optional<Refusal> checkPublished(const Asked& asked) {
  auto published = asked.record.getWorkPublished();
  if (!published.hasWork() || !published.hasVersion()) return std::nullopt;
  auto of = published.getVersion().getWork();
  if (viewOf(of) == viewOf(published.getWork())) return std::nullopt;
  return refuse(
      "work.not-its-version", "version",
      nameOf(published.getVersion()) + " is not a version of " + textOf(published.getWork()) + ".");
}

}  // namespace

std::vector<KindRules> signoffRules() {
  return {{Record::VERSION_MADE, checkVersion, nullptr, changeVersion},
          {Record::SIGN_OFF_OPENED, checkOpened, nullptr, changeOpened},
          {Record::SIGN_OFF_GIVEN, checkGiven, nullptr, changeGiven},
          {Record::SIGN_OFF_CLOSED, checkClosed, checkStillOpen, changeClosed},
          {Record::WORK_PUBLISHED, checkPublished}};
}

}  // namespace minutebook
