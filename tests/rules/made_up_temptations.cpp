// The rows of a made-up history that have to be refused.

#include "tests/rules/choices.h"
#include "tests/rules/made_up_history.h"

namespace minutebook {

namespace {

std::string otherThan(const std::string& person) {
  return person == "mel" ? "mo" : "mel";
}

}  // namespace

std::optional<TableRow> MadeUpHistory::temptation() {
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      return brokenState();
    case 1:
      return brokenOwnership();
    case 2:
      return brokenReference();
    default:
      return brokenAuthority();
  }
}

/// What has ended ends again.
std::optional<TableRow> MadeUpHistory::brokenState() {
  Promise* ended = anyThat(promises_, [](const Promise& promise) { return promise.ended; });
  Round* closed = anyThat(rounds_, [](const Round& round) { return round.closed; });
  Erasure* done = anyThat(erasures_, [](const Erasure& erasure) { return erasure.done; });
  std::vector<TableRow> rows;
  if (ended) {
    rows.push_back(row("cora", "promiseUpdated promise " + ended->id + ", state goingOn",
                       "promise.already-ended"));
  }
  if (closed) {
    rows.push_back(row("cora", "signOffClosed round " + closed->id, "signoff.already-closed"));
  }
  if (done) {
    rows.push_back(
        row("stella",
            "erasureDone participant " + done->person + ", requested entry:(" + done->entry + ")",
            "erasure.already-done"));
  }
  if (pauses_ == 0) {
    rows.push_back(row("cora", "pauseEnded of stage:S-1",
                       everPaused_ ? "pause.already-ended" : "pause.not-running"));
  }
  rows.push_back(
      zoeIsMember_
          ? row("stella", "rightGranted participant zoe, right member", "right.held-already")
          : row("stella", "rightRevoked participant zoe, right member", "right.not-held"));
  return oneOf(rows);
}

/// Somebody does what is another's to do, or decides on their own matter.
std::optional<TableRow> MadeUpHistory::brokenOwnership() {
  Input* given = anyThat(inputs_, [](const Input& input) { return !input.giver.empty(); });
  std::vector<TableRow> rows;
  if (given) {
    std::string other = otherThan(given->giver);
    rows.push_back(
        row(other,
            "inputRevised input " + given->id + ", participant " + other + ", revision withdrawn",
            "input.not-the-giver"));
    rows.push_back(row("cora",
                       "inputRevised input " + given->id + ", participant " + given->giver +
                           ", revision withdrawn",
                       "on-behalf.missing"));
    rows.push_back(row(other,
                       "entryCorrected of entry:(" + given->entry +
                           "), reason \"Mine\", corrected {\"kind\": \"inputReceived\", "
                           "\"id\": \"" +
                           given->id + "\", \"participant\": \"" + other + "\"}",
                       "right.missing"));
  }
  if (!claims_.empty()) {
    const Claim& claim = oneOf(claims_);
    rows.push_back(row("rex",
                       "claimAnswered claim " + claim.id + ", reply approved, by " + claim.claimant,
                       "claim.answered-by-claimant"));
    rows.push_back(row("rex",
                       "paymentMade " + fresh("PAY") + ", participant " + claim.claimant +
                           ", currency JPY, covers [{\"of\": \"claim:" + claim.id + "\"}]",
                       "payment.other-currency"));
  }
  if (!payments_.empty()) {
    const Payment& payment = oneOf(payments_);
    std::string other = otherThan(payment.payee);
    rows.push_back(
        row(other,
            "paymentConfirmed payment " + payment.id + ", participant " + other + ", arrival came",
            "payment.not-the-payee"));
  }
  if (!disputes_.empty()) {
    const Dispute& dispute = oneOf(disputes_);
    rows.push_back(row(
        "stella",
        "answerGiven to entry:(" + dispute.entry + "), standing decidingAnswer, by " + dispute.by,
        ""));
    // Whoever disputes their own entry made what they question.
    for (const Input& input : inputs_) {
      bool own = input.entry == dispute.author && input.giver == dispute.by;
      if (own) rows.back().verdict = "answer.by-its-author";
    }
    if (rows.back().verdict.empty()) rows.back().verdict = "answer.own-contest";
  }
  if (rows.empty()) return std::nullopt;
  return oneOf(rows);
}

/// An id said twice, a reference to nothing, a field left out.
std::optional<TableRow> MadeUpHistory::brokenReference() {
  std::vector<TableRow> rows;
  if (!inputs_.empty()) {
    const Input& input = oneOf(inputs_);
    rows.push_back(row("cora", "inputReceived " + input.id, "id.in-use"));
    rows.push_back(row("cora",
                       "entryCorrected of entry:(" + input.entry +
                           "), reason R, corrected {\"kind\": \"inputReceived\", \"id\": "
                           "\"NONE\"}",
                       input.giver.empty() ? "reference.unknown" : ""));
    if (rows.back().verdict.empty()) rows.pop_back();
  }
  rows.push_back(
      row("cora", "responseGiven " + fresh("RE") + ", inputs NONE", "reference.unknown"));
  rows.push_back(row("cora", "promiseMade " + fresh("PR"), "record.missing"));
  rows.push_back(row("cora", "meetingHeld " + fresh("M") + ", minutes \"010\"", "number.form"));
  Matter* with = anyThat(matters_, [](const Matter& matter) { return !matter.options.empty(); });
  Matter* other = anyThat(matters_, [&](const Matter& matter) { return &matter != with; });
  if (with && other) {
    rows.push_back(row("cora",
                       "decisionMade " + fresh("D") + ", matter " + other->id + ", option " +
                           with->options.front(),
                       "decision.option-of-another-matter"));
  }
  return oneOf(rows);
}

/// Whoever has no key, no right, or another's signature.
std::optional<TableRow> MadeUpHistory::brokenAuthority() {
  std::vector<TableRow> rows{
      row("audra", "meetingHeld " + fresh("M"), "right.missing"),
      row("zoe", "meetingHeld " + fresh("M"), "key.unknown"),
      row("clerk", "meetingHeld " + fresh("M"), "right.missing"),
      row("log", "meetingHeld " + fresh("M"), "key.not-for-authors"),
      row("mel", "inputReceived " + fresh("I") + ", participant mo", "right.missing"),
      row("cora", "inputReceived " + fresh("I") + ", participant mo", "on-behalf.missing"),
      row("cora", "meetingHeld " + fresh("M"), "submission.signature"),
      row("cora", "meetingHeld " + fresh("M"), "submission.other-ledger")};
  rows[6].signedBy = "rex";
  rows[7].origin = "other.example";
  return oneOf(rows);
}

}  // namespace minutebook
