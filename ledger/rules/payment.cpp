// Rates, time, claims and payments. Pay above a claim is recorded, and shown by the checks.

#include "ledger/rules/family.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

using schema::Record;
using schema::Register;

std::optional<Refusal> checkRate(const Asked& asked) {
  auto rate = asked.record.getRateSet();
  if (rate.getNobodyIsPaid() != schema::YesNo::YES || !rate.hasAmount()) return std::nullopt;
  return refuse("rate.paid-or-not", "nobodyIsPaid",
                textOf(rate.getId()) + " has an amount, and says that nobody is paid.");
}

std::optional<Refusal> checkTime(const Asked& asked) {
  auto participant = asked.record.getTimeLogged().getParticipant();
  if (!asked.author.onlyMember() || asked.actor() == viewOf(participant)) return std::nullopt;
  return refuse("time.not-yours", "participant",
                asked.author.participant + " may log only time of their own, not that of " +
                    textOf(participant) + ".");
}

/// Whose a claim or a piece of time is, and its currency; empty where it is not on record.
struct Owed {
  std::string participant;
  std::string currency;
};

Owed owedBy(const Facts& facts, Register where, std::string_view id) {
  auto earlier = findRecord(facts, where, id);
  if (!earlier) return {};
  if (earlier->record.isClaimMade()) {
    auto claim = earlier->record.getClaimMade();
    return {textOf(claim.getParticipant()), textOf(claim.getCurrency())};
  }
  if (earlier->record.isTimeLogged()) {
    return {textOf(earlier->record.getTimeLogged().getParticipant()), ""};
  }
  return {};
}

std::optional<Refusal> checkClaim(const Asked& asked) {
  auto claim = asked.record.getClaimMade();
  if (!claim.getWhat().isTimes()) return std::nullopt;
  auto times = claim.getWhat().getTimes();
  for (unsigned i = 0; i < times.size(); ++i) {
    Owed time = owedBy(asked.facts, Register::TIME, viewOf(times[i]));
    if (time.participant.empty() || time.participant == viewOf(claim.getParticipant())) continue;
    return refuse("claim.others-time", "what.times[" + std::to_string(i) + "]",
                  textOf(times[i]) + " was logged for " + time.participant + ", not for " +
                      textOf(claim.getParticipant()) + ".");
  }
  return std::nullopt;
}

std::optional<Refusal> checkClaimAnswer(const Asked& asked) {
  auto answer = asked.record.getClaimAnswered();
  std::string id = textOf(answer.getClaim());
  Owed claim = owedBy(asked.facts, Register::CLAIM, id);
  bool decides = !claim.participant.empty() &&
                 firstInBoth(actorsOf(asked, answer.getBy()), {"participant:" + claim.participant});
  if (decides) {
    return refuse("claim.answered-by-claimant", "by",
                  claim.participant + " made " + id + " and cannot decide on it.");
  }
  if (answer.hasParticipant() && viewOf(answer.getParticipant()) != claim.participant) {
    return refuse("claim.other-claimant", "participant",
                  id + " was made by " + claim.participant + ", not by " +
                      textOf(answer.getParticipant()) + ".");
  }
  bool other = answer.hasCurrency() && !claim.currency.empty() &&
               viewOf(answer.getCurrency()) != claim.currency;
  if (!other) return std::nullopt;
  return refuse("claim.other-currency", "currency",
                id + " is in " + claim.currency + ", and the answer in " +
                    textOf(answer.getCurrency()) + ".");
}

std::optional<Refusal> checkCurrency(schema::PaymentMade::Reader payment,
                                     const std::string& currency, const std::string& what,
                                     const std::string& at) {
  if (currency.empty() || !payment.hasCurrency()) return std::nullopt;
  if (viewOf(payment.getCurrency()) == currency) return std::nullopt;
  return refuse(
      "payment.other-currency", at,
      what + " is in " + currency + ", and the payment in " + textOf(payment.getCurrency()) + ".");
}

std::optional<Refusal> checkPayment(const Asked& asked) {
  auto payment = asked.record.getPaymentMade();
  if (payment.hasParticipant() && payment.hasGroup()) {
    return refuse("payment.to-two", "group",
                  "It names " + textOf(payment.getParticipant()) + " and " +
                      textOf(payment.getGroup()) + ".");
  }
  auto covers = payment.getCovers();
  for (unsigned i = 0; i < covers.size(); ++i) {
    std::string at = "covers[" + std::to_string(i) + "]";
    auto of = covers[i].getOf().getRecord();
    Owed owed = owedBy(asked.facts, of.getRegister(), viewOf(of.getId()));
    auto refusal = checkCurrency(payment, owed.currency, textOf(of.getId()), at + ".of");
    if (!refusal) {
      refusal =
          checkCurrency(payment, textOf(covers[i].getCurrency()), "The share", at + ".currency");
    }
    if (refusal) return refusal;
  }
  for (unsigned i = 0; i < covers.size(); ++i) {
    auto of = covers[i].getOf().getRecord();
    Owed owed = owedBy(asked.facts, of.getRegister(), viewOf(of.getId()));
    bool others = payment.hasParticipant() && !owed.participant.empty() &&
                  owed.participant != viewOf(payment.getParticipant());
    if (!others) continue;
    return refuse("payment.others-claim", "covers[" + std::to_string(i) + "].of",
                  textOf(of.getId()) + " belongs to " + owed.participant + ", not to " +
                      textOf(payment.getParticipant()) + ".");
  }
  return std::nullopt;
}

std::optional<Refusal> checkConfirmed(const Asked& asked) {
  auto confirmed = asked.record.getPaymentConfirmed();
  auto earlier = findRecord(asked.facts, Register::PAYMENT, viewOf(confirmed.getPayment()));
  if (!earlier || !earlier->record.isPaymentMade()) return std::nullopt;
  auto payee = earlier->record.getPaymentMade().getParticipant();
  if (payee.size() == 0 || viewOf(payee) == viewOf(confirmed.getParticipant())) return std::nullopt;
  return refuse("payment.not-the-payee", "participant",
                textOf(confirmed.getPayment()) + " went to " + textOf(payee) + ", not to " +
                    textOf(confirmed.getParticipant()) + ".");
}

}  // namespace

std::vector<KindRules> paymentRules() {
  return {{Record::RATE_SET, checkRate},        {Record::TIME_LOGGED, checkTime},
          {Record::CLAIM_MADE, checkClaim},     {Record::CLAIM_ANSWERED, checkClaimAnswer},
          {Record::PAYMENT_MADE, checkPayment}, {Record::PAYMENT_CONFIRMED, checkConfirmed}};
}

}  // namespace minutebook
