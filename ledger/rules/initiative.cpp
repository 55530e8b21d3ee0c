// Agreements, requests for involvement, budgets, pauses and promises.

#include "ledger/crypto/sha256.h"
#include "ledger/rules/family.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

using schema::Record;

/// What was adopted: its words, its sections and its document. Two adoptions of one version are the
/// same if these are.
std::string contentsOf(schema::AgreementAdopted::Reader adopted) {
  std::string contents = "text\n" + textOf(adopted.getText());
  auto document = adopted.getDocument();
  if (document.isSha256()) contents += "\ndocument\n" + toHex(viewOf(document.getSha256()));
  for (auto section : adopted.getSections()) {
    contents += "\nsection\n" + textOf(section.getTitle()) + "\n" + textOf(section.getText());
  }
  return contents;
}

std::optional<Refusal> checkAdopted(const Asked& asked) {
  auto adopted = asked.record.getAgreementAdopted();
  std::string version = textOf(adopted.getId()) + "@" + textOf(adopted.getVersion());
  auto before = findRecord(asked.facts, schema::Register::AGREEMENT_VERSION, version);
  if (!before || !before->record.isAgreementAdopted()) return std::nullopt;
  if (contentsOf(before->record.getAgreementAdopted()) == contentsOf(adopted)) return std::nullopt;
  return refuse(
      "agreement.same-version-other-text", "version",
      version + " was adopted with another text at entry " + std::to_string(before->index) + ".");
}

std::optional<Refusal> checkSigned(const Asked& asked) {
  auto given = asked.record.getAgreementSigned();
  if (given.hasAgreement() == given.hasStandard()) {
    return refuse("agreement.nothing-signed", "agreement",
                  given.hasAgreement() ? "It names an agreement and a standard."
                                       : "It names neither an agreement nor a standard.");
  }
  if (given.hasParticipant() || given.hasOrganisation() || given.hasGroup()) return std::nullopt;
  return refuse("agreement.nobody-signed", "participant",
                "It names no person, organisation or group.");
}

std::optional<Refusal> checkInvolvement(const Asked& asked) {
  auto answer = asked.record.getInvolvementAnswered();
  std::string_view id = viewOf(answer.getRequest());
  auto request = findRecord(asked.facts, schema::Register::REQUEST, id);
  if (!request || !request->record.isInvolvementRequested()) return std::nullopt;
  auto requested = request->record.getInvolvementRequested();
  auto both = firstInBoth(actorsOf(asked, answer.getBy()), namedIn(requested.getBy()));
  if (both) {
    return refuse("involvement.answered-by-asker", "by",
                  *both + " asked for " + std::string(id) + " and cannot answer it.");
  }
  bool forAStory = requested.getAsksForAStory() == schema::YesNo::YES;
  if (!forAStory || !answer.hasSharedOutTo()) return std::nullopt;
  return refuse(
      "involvement.story-in-clear", "sharedOutTo",
      std::string(id) + " asks for a personal story, and everyone would read who tells " + "it.");
}

/// The currency of a budget's first sum; empty where it names none.
std::string currencyOf(schema::BudgetSet::Reader budget) {
  if (budget.hasTotal()) return textOf(budget.getTotal().getCurrency());
  for (auto line : budget.getLines()) {
    if (line.getAmount().isSet()) return textOf(line.getAmount().getSet().getCurrency());
  }
  return "";
}

std::optional<Refusal> checkBudget(const Asked& asked) {
  auto budget = asked.record.getBudgetSet();
  std::string currency = currencyOf(budget);
  auto lines = budget.getLines();
  for (unsigned i = 0; i < lines.size(); ++i) {
    if (!lines[i].getAmount().isSet()) continue;
    auto other = lines[i].getAmount().getSet().getCurrency();
    if (viewOf(other) == currency) continue;
    return refuse("budget.two-currencies", "lines[" + std::to_string(i) + "].amount",
                  "The budget holds " + currency + " and " + textOf(other) + ".");
  }
  return std::nullopt;
}

std::optional<Refusal> checkCost(const Asked& asked) {
  auto cost = asked.record.getCostRecorded();
  if (!cost.hasBudget()) return std::nullopt;
  auto budget = findNamed(asked.facts, cost.getBudget());
  if (!budget) return std::nullopt;
  if (!budget->record.isBudgetSet()) {
    return refuse("reference.other-kind", "budget",
                  nameOf(cost.getBudget()) + " sets no budget; it is " +
                      kindName(asked.catalogue, budget->record) + ".");
  }
  std::string currency = currencyOf(budget->record.getBudgetSet());
  bool other =
      cost.hasAmount() && !currency.empty() && viewOf(cost.getAmount().getCurrency()) != currency;
  if (!other) return std::nullopt;
  return refuse("budget.two-currencies", "amount",
                "The budget is in " + currency + ", and the cost in " +
                    textOf(cost.getAmount().getCurrency()) + ".");
}

/// A pause is known by what pauses and, for somebody's own part in it, by whose part.
template <typename Pause>
std::string pauseKey(Pause pause) {
  return fact::relation("pause", nameOf(pause.getOf()), viewOf(pause.getParticipant()));
}

template <typename Pause>
std::optional<Refusal> checkWhatPauses(Pause pause, std::string_view publicReason) {
  if (!pause.hasOf() && !pause.hasParticipant()) {
    return refuse("pause.of-nothing", "of", "It names neither a thing nor a person.");
  }
  if (!pause.hasParticipant() || publicReason.empty()) return std::nullopt;
  return refuse(
      "pause.own-reason-public", std::string(publicReason),
      "The reason of " + textOf(pause.getParticipant()) + " would be there for everyone.");
}

std::optional<Refusal> checkPauseStarted(const Asked& asked) {
  auto pause = asked.record.getPauseStarted();
  bool said = pause.getReason() != schema::PauseReason::NOT_RECORDED;
  return checkWhatPauses(pause, said ? "reason" : pause.hasWhy() ? "why" : "");
}

/// The state's text is the number of pauses that are running: one thing can pause for two reasons.
void changePauseStarted(const Asked& asked, std::vector<FactChange>& changes) {
  std::string key = pauseKey(asked.record.getPauseStarted());
  auto state = findState(asked.facts, key);
  std::uint64_t running = (state ? fact::indexOf(state->text) : 0) + 1;
  changes.push_back({std::move(key), fact::State{asked.index(), fact::index(running)}.value()});
}

std::optional<Refusal> checkPauseEnded(const Asked& asked) {
  auto pause = asked.record.getPauseEnded();
  return checkWhatPauses(pause, pause.hasWhy() ? "why" : "");
}

std::optional<Refusal> checkPauseRuns(const Asked& asked) {
  auto pause = asked.record.getPauseEnded();
  auto state = findState(asked.facts, pauseKey(pause));
  std::string what = pause.hasOf() ? nameOf(pause.getOf()) : textOf(pause.getParticipant());
  if (!state) {
    return refuse("pause.not-running", "of", "Nothing on record says that " + what + " paused.");
  }
  if (fact::indexOf(state->text) > 0) return std::nullopt;
  return refuse("pause.already-ended", "of",
                "The pause of " + what + " ended at entry " + std::to_string(state->entry) + ".");
}

void changePauseEnded(const Asked& asked, std::vector<FactChange>& changes) {
  std::string key = pauseKey(asked.record.getPauseEnded());
  std::uint64_t running = fact::indexOf(findState(asked.facts, key).value().text) - 1;
  changes.push_back({std::move(key), fact::State{asked.index(), fact::index(running)}.value()});
}

/// The word for a state that ends a promise; empty for one that leaves it open. A promise kept in
/// part, renegotiated or whose condition was met goes on.
std::string_view endOfPromise(schema::PromiseState state) {
  switch (state) {
    case schema::PromiseState::KEPT:
      return "kept";
    case schema::PromiseState::BROKEN:
      return "broken";
    case schema::PromiseState::WITHDRAWN:
      return "withdrawn";
    case schema::PromiseState::LAPSED:
      return "lapsed";
    case schema::PromiseState::CARRIED_OVER:
      return "carried over";
    case schema::PromiseState::CONDITION_NOT_MET:
      return "condition not met";
    default:
      return "";
  }
}

std::optional<Refusal> checkCarriedOn(const Asked& asked) {
  auto updated = asked.record.getPromiseUpdated();
  if (!updated.hasCarriedAs()) return std::nullopt;
  if (viewOf(updated.getCarriedAs()) != viewOf(updated.getPromise())) return std::nullopt;
  return refuse("reference.itself", "carriedAs",
                textOf(updated.getPromise()) + " cannot go on as itself.");
}

std::optional<Refusal> checkPromise(const Asked& asked) {
  std::string_view id = viewOf(asked.record.getPromiseUpdated().getPromise());
  auto end = findSetter(asked.facts, fact::state(schema::Register::PROMISE, id));
  if (!end || !end->record.isPromiseUpdated()) return std::nullopt;
  auto updated = end->record.getPromiseUpdated();
  std::string_view how = endOfPromise(updated.getState());
  if (how.empty() || viewOf(updated.getPromise()) != id) return std::nullopt;
  return refuse("promise.already-ended", "promise",
                std::string(id) + " ended at entry " + std::to_string(end->index) + ": " +
                    std::string(how) + ".");
}

void changePromise(const Asked& asked, std::vector<FactChange>& changes) {
  auto updated = asked.record.getPromiseUpdated();
  std::string_view end = endOfPromise(updated.getState());
  if (end.empty()) return;
  changes.push_back({fact::state(schema::Register::PROMISE, viewOf(updated.getPromise())),
                     fact::State{asked.index(), std::string(end)}.value()});
}

}  // namespace

std::vector<KindRules> initiativeRules() {
  return {{Record::AGREEMENT_ADOPTED, nullptr, checkAdopted},
          {Record::AGREEMENT_SIGNED, checkSigned},
          {Record::INVOLVEMENT_ANSWERED, checkInvolvement},
          {Record::BUDGET_SET, checkBudget},
          {Record::COST_RECORDED, checkCost},
          {Record::PAUSE_STARTED, checkPauseStarted, nullptr, changePauseStarted},
          {Record::PAUSE_ENDED, checkPauseEnded, checkPauseRuns, changePauseEnded},
          {Record::PROMISE_UPDATED, checkCarriedOn, checkPromise, changePromise}};
}

}  // namespace minutebook
