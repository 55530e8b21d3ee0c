// Metrics: the arithmetic by hand, and what they say of a small ledger and of the example.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "audit/report/forms.h"
#include "audit/report/metrics/measure.h"
#include "audit/report/metrics/pages.h"
#include "audit/report/power_sharing.h"
#include "tests/unit/report/example_ledger.h"

namespace minutebook {
namespace {

constexpr DayNumber kToday = 19783;  // 2024-03-01

std::string interval(std::int64_t part, std::int64_t whole) {
  std::optional<ShareInterval> found = wilsonInterval(part, whole);
  return found ? intervalWords(*found) : "nothing";
}

TEST(WilsonInterval, IsThatOfTheTables) {
  EXPECT_EQ(interval(8, 10), "49.0 to 94.3 of 100");
  EXPECT_EQ(interval(0, 10), "0.0 to 27.8 of 100");
  EXPECT_EQ(interval(10, 10), "72.2 to 100.0 of 100");
  EXPECT_EQ(interval(1, 1), "20.7 to 100.0 of 100");
  EXPECT_EQ(interval(50, 100), "40.4 to 59.6 of 100");
  EXPECT_EQ(interval(1, 10'000'000), "0.0 to 0.0 of 100");
  EXPECT_EQ(interval(0, 0), "nothing");
}

std::string median(const std::vector<Wait>& waits) {
  WaitingTimes times = waitingTimes(waits);
  return times.median ? std::to_string(*times.median) : "not reached";
}

TEST(WaitingTimes, CountOpenOnesUntilToday) {
  // All over: 5 waits, half of them after the third.
  EXPECT_EQ(median({{2, true}, {4, true}, {6, true}, {8, true}, {10, true}}), "6");
  // 4 of 5, then 3 of 4 (together 3/5), one open at 5, then 1 of 2 at 6: 3/10.
  EXPECT_EQ(median({{2, true}, {4, true}, {5, false}, {6, true}, {10, true}}), "6");
  // 4/5, two open, then 1/2 at 6: 2/5.
  EXPECT_EQ(median({{2, true}, {3, false}, {5, false}, {6, true}, {10, true}}), "6");
  // 4/5, three open: the last that is known leaves 4/5.
  EXPECT_EQ(median({{2, true}, {3, false}, {5, false}, {6, false}, {10, false}}), "not reached");
  // Exactly half at 4: no more than half still wait.
  EXPECT_EQ(median({{4, true}, {4, true}, {9, false}, {9, false}}), "4");
  // What ends on a day was open until then, together with what is open since that day.
  EXPECT_EQ(median({{4, true}, {4, false}, {4, false}}), "not reached");
  EXPECT_EQ(median({}), "not reached");
}

TEST(WaitingTimes, MultiplyWithoutLosingAnything) {
  // 400 waits, each followed by one that is open: shares of 400 different denominators. The
  // product is (399 * 397 * 395 ...) / (400 * 398 * 396 ...) of the pairs left, and falls to one
  // half when three quarters of the pairs have passed: sqrt(left / all) = 1/2.
  std::vector<Wait> waits;
  for (std::int64_t day = 0; day < 400; ++day) {
    waits.push_back({2 * day, true});
    waits.push_back({2 * day + 1, false});
  }
  WaitingTimes times = waitingTimes(waits);
  ASSERT_TRUE(times.median);
  EXPECT_NEAR(static_cast<double>(*times.median), 600.0, 4.0);
  EXPECT_EQ(times.over, 400);
  EXPECT_EQ(times.open, 400);
  EXPECT_EQ(*times.longestOpen, 799);
}

TEST(Spread, KeepsTheMiddleOfAnEvenNumber) {
  std::optional<Spread> spread = spreadOf({9, 1, 4, 2});
  ASSERT_TRUE(spread);
  EXPECT_EQ(spread->lowest, 1);
  EXPECT_EQ(spread->highest, 9);
  EXPECT_EQ(halvesWords(spread->medianTwice), "3");
  EXPECT_EQ(halvesWords(spreadOf({1, 2})->medianTwice), "1.5");
  EXPECT_EQ(halvesWords(spreadOf({-2, -1})->medianTwice), "-1.5");
  EXPECT_FALSE(spreadOf({}));
}

TEST(Quarter, IsTakenFromAMonthOrNotAtAll) {
  EXPECT_EQ(quarterOf("2024-01-01")->text(), "2024 Q1");
  EXPECT_EQ(quarterOf("2024-03-31T23:59+01:00")->text(), "2024 Q1");
  EXPECT_EQ(quarterOf("2024-04")->text(), "2024 Q2");
  EXPECT_EQ(quarterOf("2024-12")->text(), "2024 Q4");
  EXPECT_EQ(quarterOf("2025-01")->position(), quarterOf("2024-12")->position() + 1);
  for (const char* date : {"2024", "2024-13", "2024-00", "", "unknown", "2024-01-01/2024-06-30",
                           "14 days before meeting:M-3"}) {
    EXPECT_FALSE(quarterOf(date)) << date;
  }
}

TEST(Metrics, AreEachBesideAnotherThatIsThere) {
  std::vector<MetricHelp> helps = allMetrics();
  EXPECT_EQ(helps.size(), 24u);
  EXPECT_EQ(helps.front().id, "loop");
  for (const MetricHelp& help : helps) {
    EXPECT_FALSE(help.title.empty()) << help.id;
    EXPECT_FALSE(help.tells.empty()) << help.id;
    EXPECT_FALSE(help.nothing.empty()) << help.id;
    EXPECT_FALSE(help.partnerWhy.empty()) << help.id;
    EXPECT_NE(help.says.find("{in}"), help.says.npos) << help.id;
    EXPECT_NE(help.says.find("{all}"), help.says.npos) << help.id;
    EXPECT_NE(help.partner, help.id);
    EXPECT_TRUE(std::any_of(helps.begin(), helps.end(),
                            [&](const MetricHelp& other) { return other.id == help.partner; }))
        << help.id << " beside " << help.partner;
  }
}

/// "2 of 5, 1 unknown"
std::string valueOf(const Metric& metric) {
  const Figure& figure = metric.whole.figure;
  return figure.value + ", " + std::to_string(figure.unknowns) + " unknown";
}

class MetricsTest : public testing::Test {
 protected:
  void add(const std::string& members) { ledger_.add("{" + members + "}"); }
  void said(const std::string& id, const std::string& more) {
    add(R"("kind": "inputReceived", "asksForSomething": "yes", "id": ")" + id + R"(", )" + more);
  }
  Metric measure(std::string_view id) {
    ReadModel model = ledger_.model();
    Query query = model.query();
    return *measured(query, id, {{}, kToday});
  }
  std::string value(std::string_view id) { return valueOf(measure(id)); }

  ExampleLedger ledger_;
};

TEST_F(MetricsTest, SayNothingOfALedgerWithNothingInIt) {
  ReadModel model = ledger_.model();
  Query query = model.query();
  for (const MetricHelp& help : allMetrics()) {
    Metric metric = *measured(query, help.id, {{}, kToday});
    EXPECT_EQ(metric.finding, help.nothing) << help.id;
    EXPECT_EQ(metric.whole.figure.value, kNotRecordedText) << help.id;
    EXPECT_FALSE(metric.whole.figure.numerator) << help.id;
  }
  EXPECT_FALSE(measured(query, "no-such-metric", {{}, kToday}));
}

TEST_F(MetricsTest, CountWhoStillWaitsUntilToday) {
  said("I-1", R"("from": "words: we", "occurredAt": "2024-01-01")");
  said("I-2", R"("from": "words: we", "occurredAt": "2024-01-11")");
  said("I-3", R"("from": "words: we", "occurredAt": "2024-02-01")");
  said("I-4", R"("from": "words: we")");
  said("I-5", R"("from": "words: we", "occurredAt": "2023-12-01")");
  add(R"("kind": "responseGiven", "id": "RE-1", "inputs": ["I-1"], "occurredAt": "2024-01-21")");
  add(R"("kind": "responseGiven", "id": "RE-2", "inputs": ["I-2"], "occurredAt": "2024-02-20")");
  add(R"("kind": "responseGiven", "id": "RE-5", "inputs": ["I-5"], "occurredAt": "2024-01-05",
       "provenance": "inferred")");
  Metric metric = measure("response-time");
  EXPECT_EQ(metric.whole.figure.value, "2 of 5");
  EXPECT_EQ(metric.whole.figure.unknowns, 2);  // No date; only worked out.
  EXPECT_EQ(besidePart(metric.whole, metric.help),
            "2 are over, after 20 to 40 days; 1 still waits, the longest for 29 days; half are "
            "over after 40 days, open ones counted");
  EXPECT_EQ(metric.finding,
            "2 of 5 inputs that ask for something have an answer, both days known. Of 2 more, the "
            "record does not tell.");
  ASSERT_EQ(metric.trend.size(), 2u);
  EXPECT_EQ(metric.trend[0].quarter.text(), "2023 Q4");
  EXPECT_EQ(metric.trend[0].figure.value, "0 of 1");
  EXPECT_EQ(metric.trend[1].figure.value, "2 of 3");
  EXPECT_EQ(metric.undated, 1);
}

TEST_F(MetricsTest, TellAnswersFromNewsOfThemAndFromVerdicts) {
  said("I-1", R"("participant": "P-7")");
  said("I-2", R"("participant": "P-7")");
  said("I-3", R"("participant": "P-7")");
  for (const char* id : {"1", "2"}) {
    add(R"("kind": "responseGiven", "id": "RE-)" + std::string(id) + R"(", "inputs": ["I-)" + id +
        R"("], "disposition": "adopted")");
  }
  add(R"("kind": "messageSent", "id": "N-1", "what": {"response": {}}, "about": ["response:RE-1"],
       "to": "P-7", "arrived": "2024-02-01")");
  add(R"("kind": "messageSent", "id": "N-2", "what": {"response": {}}, "about": ["response:RE-2"],
       "to": "P-7")");
  add(R"("kind": "responseJudged", "response": "RE-1", "participant": "P-7", "verdict": "fair",
       "onBehalfOf": {"participant": "P-7", "basis": "presentAndAgreed"})");
  Metric metric = measure("loop");
  std::string steps;
  for (const MetricPart& part : metric.parts) {
    steps += part.figure.value + " (" + std::to_string(part.figure.unknowns) + ") ";
  }
  EXPECT_EQ(steps, "3 of 3 (0) 2 of 3 (0) 2 of 3 (0) 1 of 3 (1) 1 of 3 (1) ");
  EXPECT_EQ(metric.whole.figure.value, "2 of 3");
  EXPECT_EQ(value("verified-fair"), "1 of 2, 1 unknown");
}

TEST_F(MetricsTest, CountSomebodyWithTwoKindsOfExpertiseInBothAndOnce) {
  add(R"("kind": "participantJoined", "id": "P-7", "expertise": ["livedExperience",
       "practitioner"])");
  said("I-1", R"("participant": "P-7")");
  said("I-2", R"("from": "words: we")");
  add(R"("kind": "responseGiven", "id": "RE-1", "inputs": ["I-1"], "disposition": "partly")");
  Metric metric = measure("uptake");
  ASSERT_EQ(metric.parts.size(), 3u);
  EXPECT_EQ(metric.parts[0].name, "People with lived experience");
  EXPECT_EQ(metric.parts[0].figure.value, "1 of 1");
  EXPECT_EQ(besidePart(metric.parts[0], metric.help),
            "Of the 1 known, 95 % interval: 20.7 to 100.0 of 100");
  EXPECT_EQ(metric.parts[2].name, "Expertise not recorded");
  EXPECT_EQ(value("uptake"), "1 of 2, 1 unknown");
}

TEST_F(MetricsTest, SayWhosePositionsMadeTheDifference) {
  for (const char* line : {R"("id": "P-7", "expertise": ["livedExperience"])",
                           R"("id": "P-8", "expertise": ["practitioner"])",
                           R"("id": "P-9", "expertise": ["technicalExpert"])",
                           R"("id": "P-10", "expertise": ["livedExperience"])"}) {
    add(R"("kind": "participantJoined", )" + std::string(line));
  }
  auto takes = [&](const char* who, const char* decision, const char* stance) {
    add(R"("kind": "positionRecorded", "participant": ")" + std::string(who) +
        R"(", "decision": ")" + decision + R"(", "stance": ")" + stance +
        R"(", "onBehalfOf": {"participant": ")" + who + R"(", "basis": "presentAndAgreed"})");
  };
  for (const char* id : {"D-1", "D-2", "D-3"}) {
    add(R"("kind": "decisionMade", "decisionKind": "substantive", "id": ")" + std::string(id) +
        R"(")");
  }
  takes("P-7", "D-1", "inFavour");  // With P-10 it is 2 to 1; without the two, 0 to 1.
  takes("P-10", "D-1", "inFavour");
  takes("P-8", "D-1", "against");
  takes("P-9", "D-1", "abstain");
  takes("P-7", "D-2", "inFavour");  // The others carry it alone.
  takes("P-8", "D-2", "inFavour");
  takes("P-9", "D-2", "inFavour");
  takes("P-7", "D-3", "inFavour");  // A tie: who carried it is not to be told from positions.
  takes("P-8", "D-3", "against");
  EXPECT_EQ(value("pivotality"), "1 of 3, 1 unknown");
  add(R"("kind": "decisionMade", "decisionKind": "substantive", "id": "D-4")");
  add(R"("kind": "decisionMade", "decisionKind": "substantive", "id": "D-5",
       "deciders": [{"who": "P-8"}])");
  EXPECT_EQ(value("decision-share"), "3 of 5, 1 unknown");
}

TEST_F(MetricsTest, HoldRatesAgainstTheWageOfTheDayAndPlace) {
  add(R"("kind": "initiativeOpened", "id": "INI", "title": "Homes", "region": "England")");
  add(R"("kind": "participantJoined", "id": "P-7", "payRegion": "London")");
  add(R"("kind": "participantJoined", "id": "P-8", "paidBy": "employer")");
  add(R"("kind": "participantJoined", "id": "P-9")");
  add(R"("kind": "participantChanged", "participant": "P-7", "payRegion": "UK",
       "from": "2021-06-01")");
  const std::string rate = R"("kind": "rateSet", "basis": "hourly", "id": )";
  add(rate + R"("R-1", "amount": "10.00 GBP")");
  add(rate + R"("R-2", "amount": "11.00 GBP")");
  add(R"("kind": "rateSet", "basis": "perDay", "id": "R-3", "amount": "99.00 GBP")");
  int times = 0;
  auto logged = [&](const char* who, const char* day, const char* rateId, const char* more = "") {
    add(R"("kind": "timeLogged", "id": "T-)" + std::to_string(++times) + R"(", "participant": ")" +
        who + R"(", "occurredAt": ")" + day + "\"" +
        (*rateId ? R"(, "rate": ")" + std::string(rateId) + "\"" : "") + more);
  };
  const char* ini = R"(, "initiative": "INI")";
  logged("P-7", "2021-05-31", "R-1");       // London: 10.85.
  logged("P-7", "2021-06-01", "R-1");       // She has moved: 9.50.
  logged("P-7", "2021-05-31", "R-2");       // 11.00 in London, until 11.05 was announced.
  logged("P-7", "2021-05-31", "R-3");       // By the day.
  logged("P-7", "2021-05", "R-2");          // Any day in May: the wage is the same.
  logged("P-7", "2021-05-31", "");          // No rate on record.
  logged("P-8", "2021-05-31", "R-1");       // Paid by her employer: not counted.
  logged("P-9", "2021-05-31", "R-1");       // London or not: between the two wages.
  logged("P-9", "2021-05-31", "R-2");       // Enough wherever it is.
  logged("P-9", "2021-05-31", "R-1", ini);  // Where the initiative is: 9.50.
  logged("P-9", "2023-05-31", "R-2", ini);  // Beyond the table.
  EXPECT_EQ(value("wage-floor"), "0 of 10, 10 unknown");
  add(R"("kind": "standardAdopted", "id": "WAGE", "version": "1", "title": "Wages",
       "standardKind": "referenceData", "data": "wageTable")");
  add(R"("kind": "clauseAdopted", "id": "WAGE-T", "standard": "WAGE@1", "part": "table",
       "columns": ["announced", "uk_gbp", "london_gbp"], "rows": [
       {"cells": ["2020-11-09", "9.50", "10.85"]}, {"cells": ["2021-11-15", "9.90", "11.05"]}])");
  Metric metric = measure("wage-floor");
  EXPECT_EQ(valueOf(metric), "5 of 10, 4 unknown");
  EXPECT_EQ(metric.trend.size(), 2u);
  EXPECT_EQ(measure("fair-pay").help.partner, "wage-floor");
  add(R"("kind": "paymentMade", "id": "PAY-1", "participant": "P-7", "rate": "R-2",
       "covers": [{"of": "time:T-6"}], "paymentKind": "fee")");
  EXPECT_EQ(value("wage-floor"), "6 of 10, 3 unknown");
}

TEST_F(MetricsTest, TellNobodyButCoordinatorsOfSinglePeoplesLoad) {
  add(R"("kind": "participantJoined", "id": "P-7", "expertise": ["livedExperience"])");
  add(R"("kind": "actionOpened", "id": "A-1", "what": "Ring.", "to": "P-7")");
  ReadModel model = ledger_.model();
  Query query = model.query();
  MetricPageOptions options;
  options.today = kToday;
  std::string outside = textForm(*metricReport(query, "load", options));
  EXPECT_EQ(outside.find("1 of 1"), outside.npos) << outside;
  EXPECT_NE(outside.find("It is for coordinators"), outside.npos) << outside;
  std::string beside = textForm(*metricReport(query, "action-spread", options));
  EXPECT_EQ(beside.find("things each"), beside.npos) << beside;
  options.reader = MetricReader::kCoordinators;
  std::string inside = textForm(*metricReport(query, "load", options));
  EXPECT_NE(inside.find("1 with things each: lowest 1, middle 1, highest 1"), inside.npos)
      << inside;
}

TEST(MetricsOfTheExample, SayWhatItSays) {
  std::size_t n = 0;
  std::vector<MadeEntry> entries;
  for (const ExampleLine& line : exampleLines("thriving")) {
    entries.push_back(madeEntry(line.text, n++));
  }
  ExampleLedger ledger(entries);
  ReadModel model = ledger.model();
  Query query = model.query();
  auto value = [&](std::string_view id) { return valueOf(*measured(query, id, {{}, kToday})); };
  // 12 stated and 7 stated as unresolved, 12 worked out, 5 without any: docs of the example.
  EXPECT_EQ(value("loop"), "19 of 36, 12 unknown");
  EXPECT_EQ(value("response-time"), "0 of 36, 36 unknown");
  EXPECT_EQ(value("promises"), "1 of 8, 7 unknown");
  EXPECT_EQ(value("decision-share"), "0 of 14, 14 unknown");
  EXPECT_EQ(value("level-gap"), "0 of 1, 1 unknown");
  EXPECT_EQ(value("experience"), "16 of 20, 0 unknown");
  EXPECT_EQ(value("dissent"), std::string(kNotRecordedText) + ", 0 unknown");
  Report power = powerSharingReport(query, {});
  std::string text = textForm(power);
  EXPECT_NE(text.find("co-produced was declared"), text.npos) << text;
  std::vector<std::string> order;
  for (const Section& section : power.sections) order.push_back(section.id);
  EXPECT_EQ(order, (std::vector<std::string>{"levels", "decision-share", "joined", "roles",
                                             "how-decided", "pivotality", "earliness",
                                             "agenda-origin", "dissent", "uptake", "action-spread",
                                             "lateness", "framed", "fell-short"}));
}

}  // namespace
}  // namespace minutebook
