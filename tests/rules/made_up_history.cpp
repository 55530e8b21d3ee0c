#include "tests/rules/made_up_history.h"

#include "tests/rules/choices.h"

namespace minutebook {

TableRow MadeUpHistory::row(std::string who, std::string what, std::string verdict) {
  TableRow row;
  row.minute = minute_;
  row.who = std::move(who);
  row.what = std::move(what);
  row.verdict = std::move(verdict);
  if (row.verdict == "admitted" && coin()) ++minute_;
  return row;
}

std::string MadeUpHistory::fresh(const std::string& prefix) {
  return prefix + "-" + std::to_string(++count_);
}

TableRow MadeUpHistory::next() {
  using Step = TableRow (MadeUpHistory::*)();
  std::vector<Step> steps{
      &MadeUpHistory::join,    &MadeUpHistory::grantOrRevoke, &MadeUpHistory::hold,
      &MadeUpHistory::receive, &MadeUpHistory::raise,         &MadeUpHistory::openRound,
      &MadeUpHistory::promise, &MadeUpHistory::act,           &MadeUpHistory::pause,
      &MadeUpHistory::claim,   &MadeUpHistory::consent,       &MadeUpHistory::erase};
  auto also = [&](bool possible, std::initializer_list<Step> more) {
    if (possible) steps.insert(steps.end(), more);
  };
  also(!inputs_.empty(), {&MadeUpHistory::revise, &MadeUpHistory::respond, &MadeUpHistory::correct,
                          &MadeUpHistory::dispute});
  also(!responses_.empty(), {&MadeUpHistory::judge});
  also(!matters_.empty(),
       {&MadeUpHistory::propose, &MadeUpHistory::decide, &MadeUpHistory::takePosition});
  also(!rounds_.empty(), {&MadeUpHistory::sign, &MadeUpHistory::close});
  also(!promises_.empty(), {&MadeUpHistory::update});
  also(!claims_.empty(), {&MadeUpHistory::answerClaim, &MadeUpHistory::pay});
  also(!payments_.empty(), {&MadeUpHistory::confirm});
  also(!disputes_.empty(), {&MadeUpHistory::answerDispute});
  return (this->*oneOf(steps))();
}

TableRow MadeUpHistory::join() {
  return row("cora", "participantJoined " + fresh("P") + ", expertise " +
                         *rc::gen::element<std::string>("none", "practitioner", "livedExperience"));
}

TableRow MadeUpHistory::grantOrRevoke() {
  zoeIsMember_ = !zoeIsMember_;
  return row("stella", std::string(zoeIsMember_ ? "rightGranted" : "rightRevoked") +
                           " participant zoe, right member");
}

TableRow MadeUpHistory::hold() {
  return row("rex", "meetingHeld " + fresh("M") + ", minutes 90, partOf M-1");
}

TableRow MadeUpHistory::receive() {
  Input input{fresh("I"), coin() ? member() : "", fresh("entry")};
  std::string from = input.giver.empty() ? "from \"outside: a visitor\""
                     : coin()            ? "participant " + input.giver
                                         : "from " + input.giver;
  bool bySelf = !input.giver.empty() && coin();
  TableRow made = row(bySelf ? input.giver : "cora", "inputReceived " + input.id + ", " + from);
  if (!bySelf) made.onBehalfOf = input.giver;
  made.name = input.entry;
  inputs_.push_back(input);
  return made;
}

TableRow MadeUpHistory::revise() {
  const Input& input = oneOf(inputs_);
  std::string what = "inputRevised input " + input.id + ", revision viewChanged";
  if (input.giver.empty()) return row("cora", what + ", by \"outside: a visitor\"");
  return row(input.giver, what + ", participant " + input.giver);
}

TableRow MadeUpHistory::respond() {
  responses_.push_back({fresh("RE"), oneOf(inputs_).id});
  return row("cora", "responseGiven " + responses_.back().id + ", inputs " +
                         responses_.back().input + ", disposition " +
                         *rc::gen::element<std::string>("adopted", "declined", "outOfScope"));
}

TableRow MadeUpHistory::judge() {
  const Response& response = oneOf(responses_);
  std::string giver;
  for (const Input& input : inputs_) {
    if (input.id == response.input) giver = input.giver;
  }
  std::string judge = giver.empty() ? member() : giver;
  return row(judge, "responseJudged response " + response.id + ", participant " + judge +
                        ", verdict notFair");
}

TableRow MadeUpHistory::raise() {
  matters_.push_back({fresh("Q"), {}});
  return row("cora", "matterRaised " + matters_.back().id + ", question \"Which?\"");
}

TableRow MadeUpHistory::propose() {
  Matter& matter = oneOf(matters_);
  matter.options.push_back(fresh("O"));
  return row("cora", "optionProposed " + matter.options.back() + ", matter " + matter.id);
}

TableRow MadeUpHistory::decide() {
  Matter& matter = oneOf(matters_);
  std::string what = "decisionMade " + fresh("D") + ", matter " + matter.id;
  if (!matter.options.empty()) what += ", option " + oneOf(matter.options);
  return row("cora", what);
}

TableRow MadeUpHistory::takePosition() {
  std::string who = member();
  return row(who, "positionRecorded matter " + oneOf(matters_).id + ", participant " + who +
                      ", stance " + *rc::gen::element<std::string>("against", "inFavour"));
}

TableRow MadeUpHistory::openRound() {
  if (!hasVersion_) {
    hasVersion_ = true;
    return row("cora", "versionMade work REPORT, version 1, document hash(draft)");
  }
  Round round{fresh("R"), {"mel"}, false};
  if (coin()) round.seats.push_back("mo");
  std::string seats;
  for (const std::string& seat : round.seats) {
    seats += (seats.empty() ? "" : ", ") + ("{\"participant\": \"" + seat + "\"}");
  }
  rounds_.push_back(round);
  return row("cora", "signOffOpened " + round.id + ", version REPORT@1, eligible [" + seats + "]");
}

TableRow MadeUpHistory::sign() {
  Round& round = oneOf(rounds_);
  const std::string& who = oneOf(round.seats);
  return row(who, "signOffGiven round " + round.id + ", participant " + who + ", answer " +
                      *rc::gen::element<std::string>("assent", "dissent", "abstain"));
}

TableRow MadeUpHistory::close() {
  Round* open = anyThat(rounds_, [](const Round& round) { return !round.closed; });
  if (!open) return openRound();
  open->closed = true;
  return row("cora", "signOffClosed round " + open->id);
}

TableRow MadeUpHistory::promise() {
  promises_.push_back({fresh("PR"), false});
  return row("cora", "promiseMade " + promises_.back().id + ", what \"An answer\"");
}

TableRow MadeUpHistory::update() {
  Promise* open = anyThat(promises_, [](const Promise& promise) { return !promise.ended; });
  if (!open) return promise();
  open->ended = coin();
  std::string state = open->ended
                          ? *rc::gen::element<std::string>("kept", "broken", "lapsed", "withdrawn")
                          : *rc::gen::element<std::string>("goingOn", "partlyKept", "renegotiated");
  return row("cora", "promiseUpdated promise " + open->id + ", state " + state);
}

TableRow MadeUpHistory::act() {
  if (actions_.empty() || coin()) {
    actions_.push_back(fresh("A"));
    return row("rex", "actionOpened " + actions_.back() + ", what \"Book a room\"");
  }
  return row("rex", "actionUpdated action " + oneOf(actions_) + ", state " +
                        *rc::gen::element<std::string>("takenOn", "declined", "done", "dropped"));
}

TableRow MadeUpHistory::pause() {
  bool ends = pauses_ > 0 && coin();
  pauses_ += ends ? -1 : 1;
  everPaused_ = true;
  return row("cora", ends ? "pauseEnded of stage:S-1" : "pauseStarted of stage:S-1");
}

TableRow MadeUpHistory::claim() {
  std::string who = coin() ? member() : "cora";
  claims_.push_back({fresh("CL"), who, *rc::gen::element<std::string>("GBP", "EUR"), false});
  return row(who, "claimMade " + claims_.back().id + ", participant " + who + ", currency " +
                      claims_.back().currency);
}

TableRow MadeUpHistory::answerClaim() {
  return row("rex", "claimAnswered claim " + oneOf(claims_).id + ", reply approved");
}

TableRow MadeUpHistory::pay() {
  const Claim& claim = oneOf(claims_);
  payments_.push_back({fresh("PAY"), claim.claimant});
  return row("rex", "paymentMade " + payments_.back().id + ", participant " + claim.claimant +
                        ", currency " + claim.currency + ", covers [{\"of\": \"claim:" + claim.id +
                        "\"}]");
}

TableRow MadeUpHistory::confirm() {
  const Payment& payment = oneOf(payments_);
  return row(payment.payee, "paymentConfirmed payment " + payment.id + ", participant " +
                                payment.payee + ", arrival came");
}

TableRow MadeUpHistory::correct() {
  const Input& input = oneOf(inputs_);
  std::string participant = input.giver.empty() ? "" : ", \"participant\": \"" + input.giver + "\"";
  TableRow made = row("cora", "entryCorrected of entry:(" + input.entry +
                                  "), reason \"Mistyped\", corrected {\"kind\": \"inputReceived\", "
                                  "\"id\": \"" +
                                  input.id + "\"" + participant + "}");
  made.onBehalfOf = input.giver;
  return made;
}

TableRow MadeUpHistory::dispute() {
  const Input& input = oneOf(inputs_);
  disputes_.push_back({fresh("dispute"), member(), input.entry});
  TableRow made = row(disputes_.back().by, "entryDisputed disputed entry:(" + input.entry +
                                               "), participant " + disputes_.back().by);
  made.name = disputes_.back().entry;
  return made;
}

/// Stella made none of the inputs and disputes nothing.
TableRow MadeUpHistory::answerDispute() {
  return row("stella",
             "answerGiven to entry:(" + oneOf(disputes_).entry + "), standing decidingAnswer");
}

TableRow MadeUpHistory::consent() {
  std::string who = member();
  return row(who, "consentAnswered participant " + who + ", scopes quoted, reply " +
                      *rc::gen::element<std::string>("given", "refused", "withdrawn"));
}

TableRow MadeUpHistory::erase() {
  Erasure* open = anyThat(erasures_, [](const Erasure& erasure) { return !erasure.done; });
  if (open) {
    open->done = true;
    return row("stella", "erasureDone participant " + open->person + ", requested entry:(" +
                             open->entry + ")");
  }
  erasures_.push_back({fresh("request"), member(), false});
  TableRow made = row("cora", "erasureRequested participant " + erasures_.back().person);
  made.name = erasures_.back().entry;
  return made;
}

}  // namespace minutebook
