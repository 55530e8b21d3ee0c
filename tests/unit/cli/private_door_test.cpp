// tests/unit/cli/private_door_test.cpp
//
// What is pointed out before it is recorded, and what a person at a terminal can do then.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "cli/commands.h"
#include "tests/support/fixed_random.h"
#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

using testing::HasSubstr;
using testing::Not;

class PrivateDoor : public ::testing::Test {
 protected:
  PrivateDoor() {
    run({"init", path("book"), "--origin", "example.org/door", "--guard", path("guard"), "--title",
         "T", "--keeper", "K", "--no-passphrase", "--quiet"});
    recordLine(R"({"kind": "participantJoined", "id": "P-7", "name": "Rosa Maria Sample"})");
  }

  int run(std::vector<std::string> words, const std::string& input = "") {
    std::istringstream in(input);
    std::ostringstream out, err;
    Surroundings surroundings{[] { return std::int64_t{1'709'370'000}; },
                              random_,
                              in,
                              out,
                              err,
                              [](const std::string&) { return std::nullopt; },
                              [](const std::string&) { return std::nullopt; },
                              [this](const std::string& question) {
                                asked_ = question;
                                return answer_;
                              }};
    const int status = runMinutebook(words, surroundings);
    said_ = out.str() + err.str();
    return status;
  }
  std::string path(const char* name) const { return (temp_.path() / name).string(); }
  int recordLine(const std::string& line, std::vector<std::string> more = {}) {
    const std::size_t from = line.find("kind\": \"") + 8;
    std::vector<std::string> words = {"record", line.substr(from, line.find('"', from) - from), "-",
                                      "--ledger", path("book")};
    words.insert(words.end(), more.begin(), more.end());
    return run(words, line);
  }
  std::string shown(const std::string& id) {
    run({"show", id, "--ledger", path("book"), "--json"});
    return said_;
  }
  int import(const std::string& lines, std::vector<std::string> more = {}) {
    std::ofstream(path("lines.jsonl")) << lines;
    std::vector<std::string> words = {"import", path("lines.jsonl"), "--ledger", path("book")};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }

  const std::string input_ = R"({"kind": "inputReceived", "id": "I-1",
                                 "text": {"public": "Ring Rosa Sample, 07700 900123."}})";
  TempDirectory temp_;
  FixedRandom random_;
  std::optional<std::string> answer_;
  std::string asked_, said_;
};

TEST_F(PrivateDoor, NothingIsRecordedUntilSomebodyHasSaidWhatIsWanted) {
  EXPECT_EQ(recordLine(input_), kRefused);
  EXPECT_THAT(said_, HasSubstr("door.looks-private, field text"));
  EXPECT_THAT(said_, HasSubstr("the name of somebody who takes part (characters 6 to 16)"));
  EXPECT_THAT(said_, HasSubstr("a telephone number (characters 19 to 30)"));
  EXPECT_THAT(said_, Not(HasSubstr("Rosa")));
  EXPECT_THAT(said_, Not(HasSubstr("07700")));
  EXPECT_NE(run({"show", "I-1", "--ledger", path("book")}), kDone);
}

TEST_F(PrivateDoor, AtATerminalPeopleAreAsked) {
  answer_ = "s";
  EXPECT_EQ(recordLine(input_), kRefused);
  EXPECT_THAT(asked_, HasSubstr("a telephone number (characters 19 to 30)"));
  EXPECT_THAT(asked_, Not(HasSubstr("07700")));
  answer_ = "i";
  EXPECT_EQ(recordLine(input_), kDone);
  EXPECT_THAT(shown("I-1"), HasSubstr("\"public\": \"Ring Rosa Sample"));
}

TEST_F(PrivateDoor, AtATerminalOneLetterSealsIt) {
  answer_ = "k";
  EXPECT_EQ(recordLine(input_), kDone);
  EXPECT_THAT(shown("I-1"), Not(HasSubstr("\"public\": \"Ring")));
}

TEST_F(PrivateDoor, NobodyIsAskedWhoMayNotBeOrHasSaidAlready) {
  answer_ = "i";
  EXPECT_EQ(recordLine(input_, {"--no-input"}), kRefused);
  EXPECT_EQ(recordLine(input_, {"--json"}), kRefused);
  EXPECT_EQ(asked_, "");
  EXPECT_EQ(recordLine(input_, {"--keep-private"}), kDone);
  EXPECT_EQ(asked_, "");
  EXPECT_THAT(shown("I-1"), Not(HasSubstr("\"public\": \"Ring")));
}

TEST_F(PrivateDoor, OnPurposeItIsRecordedAsItIs) {
  EXPECT_EQ(recordLine(input_, {"--public-on-purpose"}), kDone);
  EXPECT_THAT(shown("I-1"), HasSubstr("\"public\": \"Ring Rosa Sample"));
}

TEST_F(PrivateDoor, WhatCannotBeSealedIsRefusedWithAFieldThatCan) {
  const std::string line =
      R"({"kind": "inputReceived", "id": "I-1", "from": "outside: Mrs Example", "text": "x"})";
  EXPECT_EQ(recordLine(line, {"--keep-private"}), kRefused);
  EXPECT_THAT(said_, HasSubstr("field from"));
  EXPECT_THAT(said_, HasSubstr("Move it to a sealed field (text, privateText)"));
  EXPECT_EQ(recordLine(line, {"--public-on-purpose"}), kDone);
}

TEST_F(PrivateDoor, ListsAndCorrectionsAreLookedInto) {
  EXPECT_EQ(recordLine(R"({"kind": "inputReceived", "id": "I-1", "text": "x",
                           "themes": ["buses", "asha@example.org"]})"),
            kRefused);
  EXPECT_THAT(said_, HasSubstr("field themes[1]"));
  EXPECT_EQ(recordLine(R"({"kind": "entryCorrected", "of": "entry:2", "reason": "r", "corrected":
                          {"kind": "inputReceived", "id": "I-1",
                           "text": {"public": "Mrs Example"}}})"),
            kRefused);
  EXPECT_THAT(said_, HasSubstr("field corrected.text"));
}

TEST_F(PrivateDoor, AnIdThatHoldsTheNameJustGivenIsPointedOut) {
  const std::string line =
      R"({"kind": "participantJoined", "id": "MoExample", "name": "Mo Example"})";
  EXPECT_EQ(recordLine(line), kRefused);
  EXPECT_THAT(said_, HasSubstr("field id"));
  EXPECT_THAT(said_, HasSubstr("Say it without what points at somebody"));
  EXPECT_EQ(recordLine(R"({"kind": "inputReceived", "id": "rosa-sample-1", "text": "x"})"),
            kRefused);
  EXPECT_EQ(recordLine(line, {"--public-on-purpose"}), kDone);
  // Who is there already is referred to without being asked about again.
  EXPECT_EQ(recordLine(R"({"kind": "participantLeft", "participant": "MoExample"})"), kDone)
      << said_;
}

TEST_F(PrivateDoor, ALabelOfOneWordIsReadAsAnIdIs) {
  EXPECT_EQ(recordLine(R"({"kind": "inputReceived", "id": "I-9", "text": "x",
                           "themes": ["buses", "RosaSample"]})"),
            kRefused);
  EXPECT_THAT(said_, HasSubstr("field themes[1]"));
}

TEST_F(PrivateDoor, AnImportLooksForTheNamesItBringsItself) {
  EXPECT_EQ(import(R"({"kind": "participantJoined", "id": "P-8", "name": "Mo Example"}
{"kind": "inputReceived", "id": "I-8", "text": {"public": "as mo example said"}}
)"),
            kDone);
  EXPECT_THAT(said_, HasSubstr("line 2: \"text\" looks as if it holds the name of somebody"));
}

TEST_F(PrivateDoor, AnImportListsTheLinesAndGoesOn) {
  const std::string lines = R"({"kind": "inputReceived", "id": "I-1", "text": {"public": "ok"}}
{"kind": "inputReceived", "id": "I-2", "text": {"public": "Ring 07700 900123"}}
{"kind": "inputReceived", "id": "I-3", "text": "Ring 07700 900123"}
)";
  EXPECT_EQ(import(lines, {"--dry-run"}), kDone);
  EXPECT_THAT(said_, HasSubstr("line 2: \"text\" looks as if it holds a telephone number"));
  EXPECT_THAT(said_, Not(HasSubstr("line 3: ")));
  EXPECT_EQ(import(lines), kDone);
  EXPECT_THAT(said_, HasSubstr("3 added"));
  EXPECT_THAT(said_, HasSubstr("looks private stands in 1."));
  EXPECT_THAT(said_, Not(HasSubstr("07700")));
  EXPECT_THAT(shown("I-2"), HasSubstr("\"public\": \"Ring"));
}

TEST_F(PrivateDoor, AnImportStopsOrSealsIfThatIsAskedFor) {
  const std::string lines = R"({"kind": "inputReceived", "id": "I-1", "text": {"public": "ok"}}
{"kind": "inputReceived", "id": "I-2", "text": {"public": "Ring 07700 900123"}}
)";
  EXPECT_EQ(import(lines, {"--stop-on-private"}), kRefused);
  EXPECT_THAT(said_, HasSubstr("door.looks-private"));
  EXPECT_THAT(said_, HasSubstr("Nothing was recorded."));
  EXPECT_EQ(import(lines, {"--keep-private", "--stop-on-private"}), kDone);
  EXPECT_THAT(shown("I-2"), Not(HasSubstr("\"public\": \"Ring")));
}

}  // namespace
}  // namespace minutebook
