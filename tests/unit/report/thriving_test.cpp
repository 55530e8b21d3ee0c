#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "audit/report/due.h"
#include "audit/report/due_items.h"
#include "audit/report/forms.h"
#include "audit/report/inputs.h"
#include "audit/report/metrics/pages.h"
#include "audit/report/minutes.h"
#include "audit/report/my_record.h"
#include "audit/report/power_sharing.h"
#include "audit/report/trail.h"
#include "audit/report/transparency.h"
#include "audit/report/who_decided.h"
#include "audit/report/you_said.h"
#include "ledger/base/csv.h"
#include "tests/unit/report/example_answers.h"
#include "tests/unit/report/example_ledger.h"

namespace minutebook {
namespace {

struct Expected {
  std::string question;
  std::string answer;
  std::vector<std::string> records;  ///< register:id, or kind@file:line.
};

std::vector<Expected> expectedAnswers() {
  std::ifstream in(std::string(MINUTEBOOK_SOURCE_DIR) + "/examples/thriving/answers.csv");
  CsvReader reader(in, {});
  std::vector<Expected> rows;
  CsvRow csv;
  for (bool isHeading = true; reader.next(csv).value(); isHeading = false) {
    if (isHeading || csv.cells.size() < 4) continue;
    Expected row{csv.cells[0], csv.cells[1], {}};
    std::istringstream records(csv.cells[3]);
    for (std::string record; records >> record;) row.records.push_back(record);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// The whole exercise, composed once.
class Thriving : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    lines_ = new std::vector<ExampleLine>(exampleLines("thriving"));
    entries_ = new std::vector<MadeEntry>;
    for (const ExampleLine& line : *lines_) {
      entries_->push_back(madeEntry(line.text, entries_->size()));
    }
    whole_ = new ExampleLedger(*entries_);
    model_ = new ReadModel(whole_->model());
  }
  static void TearDownTestSuite() {
    delete model_;
    delete whole_;
    delete entries_;
    delete lines_;
  }

  static std::map<std::string, std::string> answersWithout(std::size_t index) {
    ExampleLedger ledger(*entries_, index);
    ReadModel model = ledger.model();
    Query query = model.query();
    return exampleAnswers(query, sheetOpener(ledger));
  }

  /// The place of a record of answers.csv among the lines.
  static std::size_t indexOf(const std::string& record) {
    std::size_t at = record.find('@');
    std::size_t colon = record.rfind(':');
    bool byLine = at != record.npos && record.find(".jsonl:") != record.npos;
    if (byLine) {
      std::string file = record.substr(at + 1, colon - at - 1);
      for (std::size_t i = 0; i < lines_->size(); ++i) {
        const ExampleLine& line = (*lines_)[i];
        if (line.file != file || std::to_string(line.number) != record.substr(colon + 1)) continue;
        EXPECT_NE(line.text.find("\"kind\": \"" + record.substr(0, at) + "\""), line.text.npos)
            << record;
        return i;
      }
      throw Fault(FaultKind::kBug, "no line " + record);
    }
    colon = record.find(':');
    Query query = model_->query();
    auto row = query.first(
        "SELECT min(entry) AS entry FROM mention WHERE register = :r AND id = :i AND registers = 1",
        {{":r", record.substr(0, colon)}, {":i", record.substr(colon + 1)}});
    if (!row || row->isNull("entry")) throw Fault(FaultKind::kBug, "no record " + record);
    return static_cast<std::size_t>(row->count("entry"));
  }

  static TransparencyOptions options() {
    TransparencyOptions options;
    options.open = sheetOpener(*whole_);
    return options;
  }

  /// One of each page that names records one by one.
  static std::vector<Report> pages(Query& query) {
    DayNumber today = dayNumber(2024, 3, 2);
    return {dueReport(query, {{}, today, {}}), *myRecord(query, {"A-1", today, {}}),
            *myRecord(query, {"W-1", today, {}}), *meetingMinutes(query, "WS", today),
            *whoDecidedReport(query, "decision", "D-283")};
  }

  static std::vector<ExampleLine>* lines_;
  static std::vector<MadeEntry>* entries_;
  static ExampleLedger* whole_;
  static ReadModel* model_;
};

std::vector<ExampleLine>* Thriving::lines_ = nullptr;
std::vector<MadeEntry>* Thriving::entries_ = nullptr;
ExampleLedger* Thriving::whole_ = nullptr;
ReadModel* Thriving::model_ = nullptr;

TEST_F(Thriving, AnswersEveryQuestionAsThePapersDo) {
  Query query = model_->query();
  std::map<std::string, std::string> answers = exampleAnswers(query, sheetOpener(*whole_));
  std::vector<Expected> expected = expectedAnswers();
  ASSERT_EQ(expected.size(), 24u);
  for (const Expected& row : expected) EXPECT_EQ(answers[row.question], row.answer) << row.question;
  EXPECT_EQ(answers.size(), expected.size());
}

TEST_F(Thriving, AnswersOtherwiseWhenARecordIsMissing) {
  for (const Expected& row : expectedAnswers()) {
    ASSERT_FALSE(row.records.empty()) << row.question;
    // A claim that cannot be confirmed stays so with one sheet fewer, but not without the claim.
    bool unconfirmed = row.answer == "not confirmed";
    const std::string& record = unconfirmed ? row.records.front() : row.records.back();
    std::map<std::string, std::string> answers = answersWithout(indexOf(record));
    EXPECT_NE(answers[row.question], row.answer) << row.question << " without " << record;
  }
}

TEST_F(Thriving, CountsWhatWasSaidInTheTotalsLine) {
  Query query = model_->query();
  std::string text = textForm(youSaidWeDid(query, {}));
  EXPECT_NE(
      text.find("Answer stated 12, stated as unresolved 7, inferred 12, none stated 5; of 36"),
      text.npos)
      << text.substr(0, 600);
  // What nobody answered stands before what somebody did.
  EXPECT_LT(text.find("I-191: "), text.find("I-240: "));
  EXPECT_LT(text.find("CO-194: "), text.find("I-142: "));
}

TEST_F(Thriving, LeadsFromTheTreeBackToWhoWasConfusedAndOnToTheModel) {
  Query query = model_->query();
  std::optional<Report> trail = trailOf(query, "decision", "D-283");
  ASSERT_TRUE(trail);
  std::string text = textForm(*trail);
  for (const char* needed :
       {"all parties united", "Input I-240", "Input I-241", "co-production partners",
        "Version of a work MODEL@2", "Response R-283", "No dissent is on record"}) {
    EXPECT_NE(text.find(needed), text.npos) << needed << "\n" << text;
  }
  EXPECT_LT(text.find("Input I-240"), text.find("Response R-283"));
  EXPECT_FALSE(trailOf(query, "decision", "D-999"));
}

// Timeline, sections 5 to 10.
TEST_F(Thriving, OwesWhatTheTimelineLeavesOpen) {
  Query query = model_->query();
  std::map<std::string, std::set<std::string>> records;
  for (const DueItem& item : dueItems(query, {}, dayNumber(2024, 3, 2))) {
    records[item.sort].insert(item.record);
  }
  // Section 5: 5 with no answer stated and 12 whose answer is inferred are still owed one.
  EXPECT_EQ(records["answer"],
            (std::set<std::string>{"input I-185", "input I-186", "input I-187", "input I-188",
                                   "input I-189", "input I-190", "input I-191", "input I-192",
                                   "input I-193", "concern CO-194", "input I-195", "input I-196",
                                   "input I-250", "input I-268", "input I-270", "input I-271",
                                   "input I-272"}));
  // Section 8: seven commitments open (T-051, T-350, T-354, T-355, T-356, T-358, T-361); the one
  // of T-251 was met. T-051 has a condition that is not tested yet (T-352).
  EXPECT_EQ(records["promise"],
            (std::set<std::string>{"promise PR-350", "promise PR-354", "promise PR-355",
                                   "promise PR-356", "promise PR-358", "promise PR-361"}));
  EXPECT_EQ(records["ifPromise"], std::set<std::string>{"promise PR-051"});
  EXPECT_EQ(records["standing"], (std::set<std::string>{"promise PR-001", "promise PR-002"}));
  // Section 10: a rate (T-015), and no time or payment: not recorded, which is not zero.
  EXPECT_EQ(records["rate"], std::set<std::string>{"rate RATE-015"});
  EXPECT_EQ(records.count("time") + records.count("claim") + records.count("approved"), 0u);
  // T-322: no seed says that seminar contributors had a reply (T-242, T-243 are theirs). T-085,
  // T-087 and T-202 were answers in themselves and reached those who asked.
  EXPECT_TRUE(records["delivery"].contains("response R-285"));
  EXPECT_TRUE(records["delivery"].contains("response R-285-2"));
  for (const char* told : {"response R-085", "response R-087", "response R-202"}) {
    EXPECT_FALSE(records["delivery"].contains(told)) << told;
  }
  // Section 7: no round was opened, and nobody dissented on record.
  EXPECT_EQ(records.count("signOff") + records.count("dissent"), 0u);
}

// Section 8: the year was over at the end of November 2022, and no seed says on which day.
TEST_F(Thriving, CountsDaysOnlyFromTheOneDateThatIsKnown) {
  Query query = model_->query();
  std::string late;
  for (const DueItem& item : dueItems(query, {}, dayNumber(2022, 12, 10))) {
    if (item.state == DueState::kLate) late += item.record + ": " + item.late;
  }
  EXPECT_EQ(late, "promise PR-356: at least 10 days late");
}

// Timeline, sections 2, 4 and 10 (T-032, T-198, T-335 and on): what is held on LE-1.
TEST_F(Thriving, HoldsOnAPersonWhatTheTimelineSaysAndNoMore) {
  Query query = model_->query();
  std::string text = textForm(*myRecord(query, {"LE-1", dayNumber(2024, 3, 2), {}}));
  for (const char* needed :
       {"On the register as LE-1. Expertise: Lived experience.", "Member. In: Group WG.",
        "Credited in WORKING-PAPER@1. Form: Full name.", "MSG-087, guidance",
        "whether you were there is not recorded",
        // Section 12: who said an unattributed thing, and individual sign-offs, are never filled
        // in.
        "Nothing is on record under your name here",
        // Section 7: the one sign-off is told of the group, and nobody's own.
        "MODEL@1, told of group WG as one: not your own signature.",
        // Section 10: 11 GBP an hour for every lived expert; in words, so nobody is named.
        "whether it holds for you is not recorded. How much: 11.00 GBP.",
        // Section 10: no hours, no sum.
        "No time, claim or payment is recorded. That is not zero."}) {
    std::string words = needed;
    EXPECT_NE(text.find(words), text.npos) << words << "\n" << text;
  }
  // Consent and support are not described (T-049), nor are wishes for credit (T-342).
  EXPECT_NE(text.find("No answer of yours is on record."), text.npos);
  EXPECT_EQ(text.find("Your choice for"), text.npos);
}

// Section 6: one decision by all parties (T-283), and most with nobody beyond "we".
TEST_F(Thriving, TellsWhoDecidedNoBetterThanThePapersDo) {
  Query query = model_->query();
  std::string tree = textForm(*whoDecidedReport(query, "decision", "D-283"));
  EXPECT_NE(tree.find("Who decided: \"all parties united behind a tree metaphor\""), tree.npos)
      << tree;
  EXPECT_NE(tree.find("Input I-241"), tree.npos) << tree;
  std::string means = textForm(*whoDecidedReport(query, "input", "I-244"));
  EXPECT_NE(means.find("Decision D-285"), means.npos) << means;
  EXPECT_NE(means.find("Who decided: not recorded"), means.npos) << means;
}

// Section 4, the workshop: T-210 and on for the agenda; who came by name is not told.
TEST_F(Thriving, MakesMinutesOfTheWorkshop) {
  Query query = model_->query();
  std::string text = textForm(*meetingMinutes(query, "WS", dayNumber(2024, 3, 2)));
  for (const char* needed :
       {"Half-day workshop.", "What became of it: Held.", "I-246: ", "No decision of this meeting",
        "No action of this meeting", "Nobody is on record by name as having come"}) {
    EXPECT_NE(text.find(needed), text.npos) << needed << "\n" << text;
  }
}

TEST_F(Thriving, ShowsTheEvidenceBeforeAnyFigure) {
  Query query = model_->query();
  Report report = transparencyReport(query, options());
  std::vector<std::string> order;
  for (const Section& section : report.sections) order.push_back(section.id);
  EXPECT_EQ(order, (std::vector<std::string>{"coverage", "promised", "people", "decisions",
                                             "dissent", "changed", "surveys", "sign-offs",
                                             "credits", "pay", "open-promises", "shortcomings"}));
  std::string text = textForm(report);
  for (const char* needed : {"No payment is recorded", "Not recorded; the source says only \"we",
                             "Contradictions: 16", "80.125", "No dissent is on record"}) {
    EXPECT_NE(text.find(needed), text.npos) << needed;
  }
}

TEST_F(Thriving, HoldsSurveyAnswersBackWhenTooFewAnswered) {
  ExampleLedger unchanged(*entries_, indexOf("standardChanged@7-keeping.jsonl:3"));
  ReadModel model = unchanged.model();
  Query query = model.query();
  TransparencyOptions usual = options();
  usual.open = sheetOpener(unchanged);
  std::string text = textForm(transparencyReport(query, usual));
  EXPECT_EQ(text.find("Mean: 80.125"), text.npos);
  EXPECT_NE(text.find("fewer than 10 people answered"), text.npos);
}

TEST_F(Thriving, ShowsSurveyTotalsOnceTheKeeperHasSetHowFewMayAnswer) {
  Query query = model_->query();
  std::string text = textForm(transparencyReport(query, options()));
  EXPECT_NE(text.find("Mean: 80.125"), text.npos);
  EXPECT_NE(text.find("fewer than 8 people answered"), text.npos);
  EXPECT_EQ(text.find("fewer than 10 people answered"), text.npos);
}

TEST_F(Thriving, NeverShowsASealedWord) {
  Query query = model_->query();
  std::string all =
      jsonForm(transparencyReport(query, options())) + jsonForm(youSaidWeDid(query, {}));
  for (const Report& page : pages(query)) all += jsonForm(page);
  for (std::uint64_t i = 0; i < entries_->size(); ++i) {
    for (const auto& [path, value] : (*entries_)[i].secrets) {
      std::string secret(value.begin(), value.end());
      if (secret.size() <= 20) continue;
      EXPECT_EQ(all.find(secret), all.npos) << "entry " << i;
    }
  }
}

TEST_F(Thriving, UsesNoneOfTheWordsThatReportsNeverUse) {
  Query query = model_->query();
  std::string all = textForm(transparencyReport(query, options())) +
                    textForm(youSaidWeDid(query, {})) +
                    textForm(*trailOf(query, "decision", "D-283"));
  for (const Report& page : pages(query)) all += textForm(page);
  MetricPageOptions metrics{options(), dayNumber(2024, 3, 2), MetricReader::kCoordinators};
  all += textForm(powerSharingReport(query, metrics)) + textForm(metricsReport(query, metrics));
  for (const char* word :
       {"hard.to.reach", "compliant", "compliance", "\\bcomplete\\b", "seldom.heard",
        "\\bAI\\b[^-]", "\\bPPI\\b", "\\bEDI\\b", "\\bBAME\\b", "stakeholder"}) {
    std::smatch match;
    EXPECT_FALSE(std::regex_search(all, match, std::regex(word, std::regex::icase)))
        << word << ": " << match.prefix().str().substr(std::max<long>(0, match.position(0) - 80));
  }
}

// HTML, section 4.4.9: no two <dt> of one list have the same name.
TEST_F(Thriving, NamesNoFactOfAnEntryTwiceInHtml) {
  Query query = model_->query();
  std::istringstream html(htmlForm(transparencyReport(query, options())));
  std::regex name("<dt>([^<]+)</dt>");
  std::set<std::string> names;
  std::size_t lists = 0;
  for (std::string line; std::getline(html, line);) {
    if (line.starts_with("<dl")) {
      names.clear();
      ++lists;
    }
    std::smatch match;
    if (!std::regex_search(line, match, name)) continue;
    EXPECT_TRUE(names.insert(match[1]).second) << line;
  }
  EXPECT_GT(lists, 100u);
}

TEST_F(Thriving, LinksEveryNumberOfThePagesToAnEntry) {
  Query query = model_->query();
  for (const Report& page : pages(query)) {
    std::string html = htmlForm(page);
    std::set<std::string> ids;
    std::regex id("id=\"([^\"]+)\"");
    for (std::sregex_iterator it(html.begin(), html.end(), id), end; it != end; ++it) {
      EXPECT_TRUE(ids.insert((*it)[1]).second) << page.title << " twice: " << (*it)[1];
    }
    std::size_t links = 0;
    std::regex link("href=\"#([^\"]+)\"");
    for (std::sregex_iterator it(html.begin(), html.end(), link), end; it != end; ++it, ++links) {
      EXPECT_TRUE(ids.count((*it)[1])) << page.title << ": " << (*it)[1];
    }
    EXPECT_GT(links, 5u) << page.title;
  }
}

TEST_F(Thriving, LinksEveryNumberInHtmlToAnEntry) {
  Query query = model_->query();
  std::string html = htmlForm(transparencyReport(query, options()));
  std::regex link("href=\"#([^\"]+)\"");
  std::size_t links = 0;
  std::set<std::string> ids;
  std::regex id("id=\"([^\"]+)\"");
  for (std::sregex_iterator it(html.begin(), html.end(), id), end; it != end; ++it) {
    EXPECT_TRUE(ids.insert((*it)[1]).second) << "twice: " << (*it)[1];
  }
  for (std::sregex_iterator it(html.begin(), html.end(), link), end; it != end; ++it) {
    ++links;
    EXPECT_TRUE(ids.count((*it)[1])) << (*it)[1];
  }
  EXPECT_GT(links, 300u);
}

}  // namespace
}  // namespace minutebook
