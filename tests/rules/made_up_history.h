// tests/rules/made_up_history.h
//
// Makes up what could happen next to the people of cast.table: rows that have to be admitted, and
// rows that have to be refused with a given code. It keeps its own small account of what is so,
// apart from the rules that are tried with it.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/rules/table.h"

namespace minutebook {

/// One history in the making. Choices are rapidcheck's, so a failing one shrinks.
class MadeUpHistory {
 public:
  /// The next row; its verdict is "admitted".
  TableRow next();
  /// A row that breaks one rule where the history stands; its verdict is the code. Nothing if the
  /// kind of break that was drawn has nothing to break yet.
  std::optional<TableRow> temptation();

 private:
  struct Input {
    std::string id, giver, entry;
  };
  struct Response {
    std::string id, input;
  };
  struct Matter {
    std::string id;
    std::vector<std::string> options;
  };
  struct Round {
    std::string id;
    std::vector<std::string> seats;
    bool closed = false;
  };
  struct Promise {
    std::string id;
    bool ended = false;
  };
  struct Claim {
    std::string id, claimant, currency;
    bool paid = false;
  };
  struct Payment {
    std::string id, payee;
  };
  struct Dispute {
    std::string entry, by, author;
  };
  struct Erasure {
    std::string entry, person;
    bool done = false;
  };

  TableRow row(std::string who, std::string what, std::string verdict = "admitted");
  std::string fresh(const std::string& prefix);

  TableRow join();
  TableRow grantOrRevoke();
  TableRow hold();
  TableRow receive();
  TableRow revise();
  TableRow respond();
  TableRow judge();
  TableRow raise();
  TableRow propose();
  TableRow decide();
  TableRow takePosition();
  TableRow openRound();
  TableRow sign();
  TableRow close();
  TableRow promise();
  TableRow update();
  TableRow act();
  TableRow pause();
  TableRow claim();
  TableRow answerClaim();
  TableRow pay();
  TableRow confirm();
  TableRow correct();
  TableRow dispute();
  TableRow answerDispute();
  TableRow consent();
  TableRow erase();

  std::optional<TableRow> brokenState();
  std::optional<TableRow> brokenOwnership();
  std::optional<TableRow> brokenReference();
  std::optional<TableRow> brokenAuthority();

  int minute_ = 9 * 60;
  int count_ = 100;  // The cast has the small numbers.
  bool zoeIsMember_ = false;
  int pauses_ = 0;
  bool everPaused_ = false;
  bool hasVersion_ = false;
  std::vector<Input> inputs_;
  std::vector<Response> responses_;
  std::vector<Matter> matters_;
  std::vector<Round> rounds_;
  std::vector<Promise> promises_;
  std::vector<std::string> actions_;
  std::vector<Claim> claims_;
  std::vector<Payment> payments_;
  std::vector<Dispute> disputes_;
  std::vector<Erasure> erasures_;
};

}  // namespace minutebook
