// The few lines of status say nothing that the lists, due and you-said would not bear out.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "audit/report/decisions.h"
#include "audit/report/due_items.h"
#include "audit/report/inputs.h"
#include "audit/report/lists.h"
#include "audit/report/plain_words.h"
#include "audit/report/status.h"
#include "tests/unit/report/example_ledger.h"

namespace minutebook {
namespace {

constexpr DayNumber kToday = 19052;  // 2022-03-01

const Table* tableOf(const Report& list) {
  return std::get_if<Table>(&list.sections.front().blocks.back());
}

/// How many rows of a list have a cell in `column` that begins with `value`; all, without a column.
std::int64_t rowsOf(Query& query, std::string_view name, std::string_view column = {},
                    std::string_view value = {}) {
  Report list = *listOf(query, name, {}, {1646092800, kToday});
  const Table* table = tableOf(list);
  if (!table) return 0;
  auto place = std::find(table->columns.begin(), table->columns.end(), column);
  if (column.empty()) return static_cast<std::int64_t>(table->rows.size());
  if (place == table->columns.end()) throw Fault(FaultKind::kBug, "no such column");
  auto index = static_cast<std::size_t>(place - table->columns.begin());
  return std::count_if(table->rows.begin(), table->rows.end(), [&](const auto& row) {
    return std::get<Line>(row[index]).text.starts_with(value);
  });
}

std::string lineAbout(const std::vector<StatusLine>& lines, std::string_view about) {
  for (const StatusLine& line : lines) {
    if (line.about == about) return line.text;
  }
  return "";
}

/// The first entry of every ledger; without it nothing is told.
std::string opening() {
  return R"({"kind": "ledgerOpened", "title": "Panel", "keeper": "A group", "steward": "P-0", )"
         R"("rulesVersion": 1, "stewardKey": ")" +
         toHex(Bytes(32, 7)) + R"(", "clerkKey": ")" + toHex(Bytes(32, 8)) + R"(", "logKey": ")" +
         toHex(Bytes(32, 9)) + "\"}";
}

bool says(const std::string& line, std::int64_t number, const std::string& words) {
  return (" " + line).find(" " + std::to_string(number) + " " + words) != line.npos;
}

TEST(Status, AgreesWithTheListsOnTheExample) {
  ExampleLedger ledger;
  ledger.add(opening());
  for (const ExampleLine& line : exampleLines("thriving")) ledger.add(line.text);
  ReadModel model = ledger.model();
  Query query = model.query();
  std::vector<StatusLine> lines = statusLines(query, kToday);

  std::string people = lineAbout(lines, "People");
  EXPECT_TRUE(says(people, rowsOf(query, "people", "State", "taking part"), "people taking part"));
  EXPECT_TRUE(says(people, rowsOf(query, "people", "Brings now", "technical"), "technical"));
  EXPECT_TRUE(says(people, rowsOf(query, "people", "Brings now", "practitioner"), "practitioners"));
  EXPECT_TRUE(says(people, rowsOf(query, "people", "Brings now", "not recorded"),
                   "whose expertise is not recorded"))
      << people;
  EXPECT_TRUE(says(people, rowsOf(query, "groups"), "groups")) << people;

  std::string said = lineAbout(lines, "Said");
  LinkCounts counts = linkCounts(inputLines(query, {}));
  EXPECT_TRUE(says(said, rowsOf(query, "inputs"), "inputs")) << said;
  EXPECT_TRUE(says(said, counts.asking, "asked for something")) << said;
  EXPECT_TRUE(says(said, *counts.noneStated.numerator, "of those without an answer")) << said;
  EXPECT_TRUE(says(said, *counts.inferred.numerator, "with one that is only worked out")) << said;
  EXPECT_TRUE(says(said, *counts.unresolved.numerator, "left unresolved")) << said;
  std::vector<DueItem> items = dueItems(query, {}, kToday);
  EXPECT_EQ(*counts.noneStated.numerator + *counts.inferred.numerator,
            std::count_if(items.begin(), items.end(),
                          [](const DueItem& item) { return item.sort == "answer"; }));

  std::string decided = lineAbout(lines, "Decided");
  DeciderCounts deciders = deciderCounts(decisionLines(query, {}));
  EXPECT_TRUE(says(decided, rowsOf(query, "decisions"), "decisions")) << decided;
  EXPECT_TRUE(says(decided, *deciders.notRecorded.numerator, "that do not say by whom")) << decided;
  EXPECT_TRUE(says(decided, rowsOf(query, "matters"), "matters without a decision")) << decided;

  auto inState = [&](DueState state) {
    return std::count_if(items.begin(), items.end(),
                         [&](const DueItem& item) { return item.state == state; });
  };
  std::string owed = lineAbout(lines, "Owed");
  auto all = static_cast<std::int64_t>(items.size());
  EXPECT_TRUE(says(owed, all - inState(DueState::kStanding), "things")) << owed;
  EXPECT_TRUE(says(owed, inState(DueState::kNoDate), "without a date")) << owed;
}

TEST(Status, AgreesOnWhoLeftAndOnAnswersToConcerns) {
  ExampleLedger ledger;
  ledger.add(opening());
  for (const char* id : {"P-1", "P-2", "P-3", "P-4"}) {
    ledger.add(R"({"kind": "participantJoined", "id": ")" + std::string(id) + "\"}");
  }
  ledger.add(R"({"kind": "participantLeft", "participant": "P-1", "leaving": "ledger"})");
  ledger.add(R"({"kind": "participantLeft", "participant": "P-2"})");
  ledger.add(R"({"kind": "participantLeft", "participant": "P-3", "about": "group:WG"})");
  ledger.add(R"({"kind": "concernRaised", "id": "C-1", "topic": "papers"})");
  ledger.add(R"({"kind": "answerGiven", "to": ["concern:C-1"], "outcome": "upheld"})");
  ReadModel model = ledger.model();
  Query query = model.query();
  std::vector<StatusLine> lines = statusLines(query, kToday);
  std::string people = lineAbout(lines, "People");
  EXPECT_TRUE(says(people, 2, "people taking part")) << people;
  EXPECT_TRUE(says(people, 1, "left, 1 with no record of what they left")) << people;
  EXPECT_EQ(rowsOf(query, "people", "State", "taking part"), 2);
  EXPECT_EQ(rowsOf(query, "people", "State", "left the record"), 1);
  EXPECT_EQ(rowsOf(query, "people", "State", "left; what they left is not recorded (entry 6)"), 1);
  EXPECT_EQ(rowsOf(query, "leavers", "Left", "ledger"), 1);
  EXPECT_EQ(rowsOf(query, "leavers", "Left", "not recorded"), 1);
  EXPECT_EQ(rowsOf(query, "leavers", "Left", "group"), 1);
  std::string said = lineAbout(lines, "Said");
  EXPECT_TRUE(says(said, 0, "of those without an answer")) << said;
  EXPECT_EQ(rowsOf(query, "inputs", "State", "upheld"), 1);
}

}  // namespace
}  // namespace minutebook
