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

TEST_F(PrivateDoor, ALabelIsMovedToTheWordsBesideIt) {
  const std::string line = R"({"kind": "inputReceived", "id": "I-1", "text": "x",
                              "themes": ["buses", "asha@example.org", "trains", "07700 900123"]})";
  EXPECT_EQ(recordLine(line), kRefused);
  EXPECT_THAT(said_, HasSubstr("Add --keep-private to move it to \"text\", sealed"));
  EXPECT_EQ(recordLine(line, {"--keep-private"}), kDone) << said_;
  EXPECT_EQ(run({"show", "I-1", "--as", "public", "--json", "--ledger", path("book")}), kDone);
  EXPECT_THAT(said_, HasSubstr("buses"));
  EXPECT_THAT(said_, HasSubstr("trains"));
  EXPECT_THAT(said_, Not(HasSubstr("asha")));
  EXPECT_THAT(shown("I-1"), HasSubstr("x\\n07700 900123\\nasha@example.org"));
}

TEST_F(PrivateDoor, ALabelStaysWhereTheWordsBesideItAreForEverybody) {
  EXPECT_EQ(recordLine(R"({"kind": "inputReceived", "id": "I-1", "text": {"public": "x"},
                           "themes": ["asha@example.org"]})",
                       {"--keep-private"}),
            kRefused);
  EXPECT_THAT(said_, HasSubstr("Move it to a sealed field"));
}

TEST_F(PrivateDoor, ASurnameByItselfAndInitialsInAnIdArePointedOut) {
  for (const char* id : {"P-AK", "ak2", "P-AKhan", "KhanA", "khan", "A-K"}) {
    EXPECT_EQ(
        recordLine(std::string(R"({"kind": "participantJoined", "name": "Asha Khan", "id": ")") +
                   id + "\"}"),
        kRefused)
        << id;
    EXPECT_THAT(said_, HasSubstr("field id")) << id;
  }
  EXPECT_EQ(recordLine(R"({"kind": "participantJoined", "name": "Lena Example", "id": "LE-1"})"),
            kDone)
      << said_;
  EXPECT_EQ(recordLine(R"({"kind": "participantJoined", "name": "Asha Khan", "id": "P-12"})"),
            kDone)
      << said_;
  EXPECT_EQ(recordLine(R"({"kind": "inputReceived", "id": "I-1", "text": {"public":
                           "As Khan said, no khan will do."}})"),
            kRefused);
  EXPECT_THAT(said_, HasSubstr("the surname of somebody who takes part (characters 4 to 7)"));
  EXPECT_THAT(said_, Not(HasSubstr("characters 18")));
}

TEST_F(PrivateDoor, ResultsOfAFewArePointedOutAndLeftOutInOneStep) {
  ASSERT_EQ(recordLine(R"({"kind": "surveyOpened", "id": "S", "questions": [{"id": "Q1"},
                           {"id": "Q2", "demographic": "yes"}]})"),
            kDone);
  const std::string line = R"({"kind": "surveyClosed", "survey": "S", "answered": 30, "results": [
      {"question": "S@Q1", "answered": 30, "distribution": [{"option": "a", "howMany": 1}]},
      {"question": "S@Q1", "answered": 9},
      {"question": "S@Q2", "distribution": [{"option": "North", "howMany": 26},
                                            {"option": "South", "howMany": 4}]}]})";
  EXPECT_EQ(recordLine(line), kRefused);
  EXPECT_THAT(said_, HasSubstr("door.looks-private, field results[1]"));
  EXPECT_THAT(said_, HasSubstr("\"results[1]\" tells what 9 people answered"));
  EXPECT_THAT(said_, HasSubstr("\"results[2]\" tells what 4 people answered"));
  EXPECT_THAT(said_, Not(HasSubstr("results[0]")));
  EXPECT_THAT(said_, HasSubstr("Add --keep-private to leave it out"));
  EXPECT_EQ(recordLine(line, {"--keep-private"}), kDone) << said_;
  EXPECT_EQ(run({"sql", "SELECT count(*) FROM survey_closed__results", "--ledger", path("book")}),
            kDone);
  EXPECT_THAT(said_, HasSubstr("\n1\n"));
}

TEST_F(PrivateDoor, WhatIsTooFewGoesByWhatTheLedgerHasSet) {
  ASSERT_EQ(import(R"({"kind": "standardAdopted", "id": "BASE", "version": "1"}
{"kind": "clauseAdopted", "standard": "BASE@1", "id": "BASE-PV-01"}
{"kind": "standardChanged", "standard": "BASE@1", "clause": "BASE-PV-01", )"
                   R"("change": {"parameter": {"name": "k", "value": "8"}}}
{"kind": "surveyOpened", "id": "S", "questions": [{"id": "Q1"}]}
)"),
            kDone)
      << said_;
  auto closed = [](int answered) {
    return R"({"kind": "surveyClosed", "survey": "S", )"
           R"("results": [{"question": "S@Q1", "answered": )" +
           std::to_string(answered) + "}]}";
  };
  EXPECT_EQ(recordLine(closed(7)), kRefused);
  EXPECT_EQ(recordLine(closed(8)), kDone) << said_;
}

TEST_F(PrivateDoor, BothAnswersKeepWhatCanBeAndRecordTheRest) {
  EXPECT_EQ(recordLine(R"({"kind": "inputReceived", "id": "I-1", "from": "outside: Mrs Example",
                           "text": {"public": "Ring 07700 900123"}})",
                       {"--keep-private", "--public-on-purpose"}),
            kDone);
  EXPECT_THAT(shown("I-1"), HasSubstr("Mrs Example"));
  EXPECT_THAT(shown("I-1"), Not(HasSubstr("\"public\": \"Ring")));
}

TEST_F(PrivateDoor, AnImportLooksForTheNamesItBringsItself) {
  EXPECT_EQ(import(R"({"kind": "participantJoined", "id": "P-8", "name": "Mo Example"}
{"kind": "inputReceived", "id": "I-8", "text": {"public": "as mo example said"}}
)"),
            kRefused);
  EXPECT_THAT(said_, HasSubstr("line 2: \"text\" looks as if it holds the name of somebody"));
}

TEST_F(PrivateDoor, AnImportIsLookedThroughBeforeAnythingOfItIsRecorded) {
  std::string lines = R"({"kind": "inputReceived", "id": "I-1", "text": {"public": "ok"}}
)";
  for (int i = 2; i < 1500; ++i) {
    lines += R"({"kind": "inputReceived", "id": "I-)" + std::to_string(i) +
             R"(", "text": {"public": "ok"}}
)";
  }
  lines += R"({"kind": "inputReceived", "id": "I-1500", "text": {"public": "Ring 07700 900123"}}
)";
  EXPECT_EQ(import(lines), kRefused);
  EXPECT_THAT(said_, HasSubstr("line 1500: \"text\" looks as if it holds a telephone number"));
  EXPECT_THAT(said_, HasSubstr("door.looks-private"));
  EXPECT_THAT(said_, HasSubstr("looks private in 1 place."));
  EXPECT_THAT(said_, HasSubstr("Add --keep-private to keep private what can be"));
  EXPECT_THAT(said_, HasSubstr("Nothing was recorded."));
  EXPECT_THAT(said_, Not(HasSubstr("07700")));
  EXPECT_NE(run({"show", "I-1", "--ledger", path("book")}), kDone);
}

TEST_F(PrivateDoor, ARehearsalListsTheLinesAndGoesOn) {
  const std::string lines = R"({"kind": "inputReceived", "id": "I-1", "text": {"public": "ok"}}
{"kind": "inputReceived", "id": "I-2", "text": {"public": "Ring 07700 900123"}}
{"kind": "inputReceived", "id": "I-3", "text": "Ring 07700 900123"}
)";
  EXPECT_EQ(import(lines, {"--dry-run"}), kDone);
  EXPECT_THAT(said_, HasSubstr("line 2: \"text\" looks as if it holds a telephone number"));
  EXPECT_THAT(said_, Not(HasSubstr("line 3: ")));
  EXPECT_THAT(said_, HasSubstr("the import itself will stop there"));
}

TEST_F(PrivateDoor, AnImportSealsOrRecordsAsItIsIfThatIsAskedFor) {
  const std::string lines = R"({"kind": "inputReceived", "id": "I-1", "text": {"public": "ok"}}
{"kind": "inputReceived", "id": "I-2", "text": {"public": "Ring 07700 900123"}}
)";
  EXPECT_EQ(import(lines, {"--keep-private"}), kDone);
  EXPECT_THAT(shown("I-1"), HasSubstr("\"public\": \"ok"));
  EXPECT_THAT(shown("I-2"), Not(HasSubstr("\"public\": \"Ring")));
  const std::string other =
      R"({"kind": "inputReceived", "id": "I-3", "text": {"public": "07700 900123"}}
)";
  EXPECT_EQ(import(other, {"--public-on-purpose"}), kDone);
  EXPECT_THAT(shown("I-3"), HasSubstr("\"public\": \"07700"));
}

TEST_F(PrivateDoor, AnImportStopsAtWhatCannotBeSealed) {
  const std::string lines =
      R"({"kind": "inputReceived", "id": "I-1", "from": "outside: Mrs Example", )"
      R"("text": {"public": "Mrs Example"}}
)";
  EXPECT_EQ(import(lines, {"--keep-private"}), kRefused);
  EXPECT_THAT(said_, HasSubstr("These cannot be kept private: mend the file"));
  EXPECT_THAT(said_, HasSubstr("\"from\" looks as if"));
  EXPECT_THAT(said_, Not(HasSubstr("\"text\" looks as if")));
  EXPECT_EQ(import(lines, {"--keep-private", "--public-on-purpose"}), kDone);
  EXPECT_THAT(shown("I-1"), Not(HasSubstr("\"public\": \"Mrs")));
}

TEST_F(PrivateDoor, AtATerminalAnImportAsks) {
  const std::string lines =
      R"({"kind": "inputReceived", "id": "I-2", "text": {"public": "07700 900123"}}
)";
  answer_ = "s";
  EXPECT_EQ(import(lines), kRefused);
  answer_ = "k";
  EXPECT_EQ(import(lines), kDone);
  EXPECT_THAT(asked_, HasSubstr("in 1 place"));
  EXPECT_THAT(shown("I-2"), Not(HasSubstr("\"public\": \"07700")));
}

}  // namespace
}  // namespace minutebook
