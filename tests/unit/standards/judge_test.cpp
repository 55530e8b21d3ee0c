// How cases become verdicts: which rules decide a day, what an exception does, and what SQL of a
// clause may not do.

#include "audit/standards/judge.h"

#include <gtest/gtest.h>

#include <thread>

#include "ledger/base/fault.h"
#include "tests/support/temp_directory.h"
#include "tests/unit/view/small_ledger.h"

namespace minutebook {
namespace {

constexpr DayNumber kRecorded = SmallLedger::kRecordedAt / 86400;

/// A clause decided by SQL of its own, which gives one case with these columns.
StandingClause clauseSaying(const std::string& verdict, const std::string& day,
                            const std::string& entries = "1") {
  StandingClause clause;
  clause.code = "A";
  clause.decided = PackPart::Decided::kByOwnSql;
  clause.sql = "SELECT '" + verdict + "' AS verdict, NULL AS about, NULL AS person, 'INI' AS " +
               "initiative, " + day + " AS day, 'n is ' || :n AS says, '" + entries +
               "' AS entries, 'meetingHeld' AS missing";
  ClauseRules rules;
  rules.standard = "OURS@1";
  rules.clause = "OURS-A";
  rules.parameters = {{"n", "14", "days"}};
  clause.rules.push_back(rules);
  return clause;
}

class Judging : public testing::Test {
 protected:
  Judging() {
    ledger_.append(R"({"kind": "initiativeOpened", "id": "INI", "title": "Ward"})");
    ledger_.append(
        R"({"kind": "participantJoined", "id": "P-2", "expertise": ["livedExperience"]})");
    ledger_.append(
        R"({"kind": "meetingHeld", "id": "M-1", "title": "First", "provenance": "inferred"})");
  }

  ClauseVerdict judged(const StandingClause& clause, const std::string& initiative = "") {
    ReadModel model =
        ReadModel::inMemoryUpTo(ledger_.log(), ledger_.log().size(), ledger_.catalogue());
    JudgeSettings settings;
    settings.today = kRecorded + 400;
    settings.initiative = initiative;
    return Judge(model, {}, settings).judge(clause);
  }

  std::vector<StandingStandard> adopted() {
    ReadModel model =
        ReadModel::inMemoryUpTo(ledger_.log(), ledger_.log().size(), ledger_.catalogue());
    Query query = model.query();
    return adoptedStandards(query);
  }

  void adopt(const std::string& version, const std::string& from, const std::string& clauses) {
    ledger_.append(R"({"kind": "standardAdopted", "id": "OURS", "version": ")" + version +
                   R"(", "title": "Ours", "standardKind": "clauses", "from": ")" + from + "\"}");
    for (char code : clauses) {
      ledger_.append(R"({"kind": "clauseAdopted", "id": "OURS.)" + version + "-" + code +
                     R"(", "standard": "OURS@)" + version + R"(", "part": "clause", "code": ")" +
                     code + R"(", "text": "T", "obligation": "must", "check": {"byAPerson": null},
                     "parameters": [{"name": "n", "value": ")" +
                     version + "\"}]}");
    }
  }

  SmallLedger ledger_;
};

/// Everything that was said, to compare.
std::string told(const std::vector<ClauseVerdict>& verdicts) {
  std::string text;
  for (const ClauseVerdict& verdict : verdicts) {
    text += verdict.clause.code + " " + std::string(nameOf(verdict.verdict)) + " " + verdict.says +
            " " + verdict.missing + "\n";
    for (const ClauseCase& one : verdict.cases) {
      text += std::string(nameOf(one.verdict)) + "|" + one.about + "|" + one.person + "|" +
              one.initiative + "|" + std::to_string(one.day.value_or(-1)) + "|" + one.says + "|" +
              one.missing;
      for (std::int64_t entry : one.entries) text += "|" + std::to_string(entry);
      text += "\n";
    }
  }
  return text;
}

TEST_F(Judging, SaysTheSameOnTwoThreadsAsOnOne) {
  ledger_.append(R"({"kind": "meetingScheduled", "id": "M-2", "start": "2023-11-20",
      "initiative": "INI"})");
  ledger_.append(R"({"kind": "messageSent", "id": "MSG-1", "about": ["meeting:M-2"],
      "to": "participant:P-2", "occurredAt": "2023-11-10"})");
  ledger_.append(
      R"({"kind": "inputReceived", "id": "I-1", "participant": "P-2", "text": "Damp."})");
  TempDirectory directory;
  ReadModel inFile(directory.path() / "view.sqlite", ledger_.catalogue());
  inFile.catchUp(ledger_.log());
  ReadModel inMemory =
      ReadModel::inMemoryUpTo(ledger_.log(), ledger_.log().size(), ledger_.catalogue());
  StandingStandard standard = asIfAdopted(*ownPack("BASE"));
  StandingClause opening = clauseSaying("fail", "1");
  opening.sql =
      "SELECT 'fail' AS verdict, reveal(2, 'text') AS says, NULL AS about, NULL AS person, "
      "NULL AS initiative, 1 AS day, '1' AS entries, NULL AS missing";
  standard.clauses.push_back(opening);
  const std::thread::id here = std::this_thread::get_id();
  int opened = 0;
  int workedOut = 0;
  JudgeSettings settings;
  settings.today = kRecorded + 400;
  settings.reveal = [&](std::int64_t, std::string_view) -> std::optional<std::string> {
    EXPECT_EQ(std::this_thread::get_id(), here);
    ++opened;
    return "livingWage";
  };
  settings.workedOut = [&]() -> std::vector<Parameter> {
    EXPECT_EQ(std::this_thread::get_id(), here);
    ++workedOut;
    return {{":claims", "[]"}, {":cells", "[]"}};
  };
  Judge onTwo(inFile, {standard}, settings);
  const std::string both = told(onTwo.judge(standard));
  EXPECT_EQ(both, told(Judge(inMemory, {standard}, settings).judge(standard)));
  EXPECT_EQ(both, told(onTwo.judge(standard)));
  EXPECT_NE(both.find("livingWage"), both.npos);
  EXPECT_GT(opened, 2);
  EXPECT_EQ(workedOut, 2);
}

TEST_F(Judging, GoesByTheRulesOfTheDay) {
  StandingClause clause = clauseSaying("pass", "100");
  ClauseRules later = clause.rules[0];
  clause.rules[0].until = later.from = 100;
  later.parameters[0].value = "7";
  clause.rules.push_back(later);
  ClauseVerdict verdict = judged(clause);
  ASSERT_EQ(verdict.cases.size(), 1U);
  EXPECT_EQ(verdict.cases[0].says, "n is 7");
  clause.sql = clauseSaying("pass", "99").sql;
  EXPECT_EQ(judged(clause).cases[0].says, "n is 14");
  // What nobody can date is judged by the rules that hold now.
  clause.sql = clauseSaying("pass", "NULL").sql;
  EXPECT_EQ(judged(clause).cases[0].says, "n is 7");
}

TEST_F(Judging, PassesNothingOnWhatAReaderWorkedOut) {
  ClauseVerdict verdict = judged(clauseSaying("pass", "1", "1,3"));
  EXPECT_EQ(verdict.verdict, Verdict::kUnknown);
  EXPECT_NE(verdict.cases[0].says.find("entry 3, which a later reader worked out"),
            std::string::npos);
  // A failure stands whatever it rests on.
  EXPECT_EQ(judged(clauseSaying("fail", "1", "3")).verdict, Verdict::kFail);
}

TEST_F(Judging, LeavesOtherInitiativesOut) {
  EXPECT_EQ(judged(clauseSaying("fail", "1"), "INI").cases.size(), 1U);
  EXPECT_EQ(judged(clauseSaying("fail", "1"), "OTHER").cases.size(), 0U);
}

TEST_F(Judging, TrustsNoSqlOfAClause) {
  EXPECT_EQ(judged(clauseSaying("pass", "1", "")).verdict, Verdict::kUnknown);
  EXPECT_EQ(judged(clauseSaying("splendid", "1")).verdict, Verdict::kUnknown);
  EXPECT_EQ(judged(clauseSaying("waived", "1")).verdict, Verdict::kUnknown);
  StandingClause clause = clauseSaying("pass", "1");
  clause.sql = "SELECT 'pass' AS verdict";
  EXPECT_NE(judged(clause).says.find("no column about, person"), std::string::npos);
  clause.sql = "DELETE FROM entry";
  EXPECT_NE(judged(clause).says.find("cannot be run"), std::string::npos);
  EXPECT_EQ(judged(clause).verdict, Verdict::kUnknown);
}

TEST_F(Judging, DoesNotJudgeByACheckThatWasNotAdopted) {
  StandingClause clause = clauseSaying("pass", "1");
  clause.decided = PackPart::Decided::kByCheck;
  clause.check = "no_such_check";
  EXPECT_NE(judged(clause).says.find("has no check called no_such_check"), std::string::npos);
  clause.check = "papers_in_time";
  clause.checkHash = "sha256:00";
  ClauseVerdict verdict = judged(clause);
  EXPECT_EQ(verdict.verdict, Verdict::kUnknown);
  EXPECT_NE(verdict.says.find("is another than this program has"), std::string::npos);
}

TEST_F(Judging, ReadsVersionsAsOneClauseThroughTime) {
  adopt("1", "2020-01-01", "AB");
  adopt("2", "2021-01-01", "A");
  std::vector<StandingStandard> standards = adopted();
  ASSERT_EQ(standards.size(), 1U);
  EXPECT_EQ(standards[0].label, "OURS@2");
  ASSERT_EQ(standards[0].clauses.size(), 2U);
  const std::vector<ClauseRules>& rules = standards[0].clauses[0].rules;
  ASSERT_EQ(rules.size(), 2U);
  const DayNumber second = dayNumber(2021, 1, 1);
  EXPECT_EQ(rules[0].from, std::nullopt);  // What came before is judged by the first version.
  EXPECT_EQ(rules[0].until, second);
  EXPECT_EQ(rules[1].from, second);
  EXPECT_EQ(rules[1].parameters[0].value, "2");
  // A clause that the second version leaves out ends with the first.
  EXPECT_EQ(standards[0].clauses[1].rules.back().until, second);
}

TEST_F(Judging, LetsNoChangeReachBack) {
  adopt("1", "2020-01-01", "A");
  ledger_.append(R"({"kind": "standardChanged", "standard": "OURS@1", "clause": "OURS.1-A",
      "change": {"parameter": {"name": "n", "value": "9"}}, "from": "2020-02-01"})");
  const std::vector<ClauseRules> rules = adopted()[0].clauses[0].rules;
  ASSERT_EQ(rules.size(), 2U);
  EXPECT_EQ(rules[1].from, kRecorded);  // Not 2020: it was recorded later.
  EXPECT_EQ(rules[1].parameters[0].value, "9");
  EXPECT_TRUE(rules[0].decide(kRecorded - 1));
  EXPECT_FALSE(rules[0].decide(kRecorded));
}

TEST_F(Judging, EndsWhatIsRetired) {
  adopt("1", "2020-01-01", "AB");
  ledger_.append(R"({"kind": "standardChanged", "standard": "OURS@1", "change": {"retired": null},
      "from": "2030-01-01"})");
  const std::vector<StandingStandard> standards = adopted();
  ASSERT_EQ(standards.size(), 1U);
  for (const StandingClause& clause : standards[0].clauses) {
    ASSERT_EQ(clause.rules.size(), 1U);
    EXPECT_EQ(clause.rules[0].until, dayNumber(2030, 1, 1));
  }
}

}  // namespace
}  // namespace minutebook
