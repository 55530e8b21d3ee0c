#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/view/read_model.h"
#include "tests/support/temp_directory.h"
#include "tests/unit/view/small_ledger.h"

namespace minutebook {
namespace {

class KeptViewsTest : public testing::Test {
 protected:
  KeptViewsTest() : model_(directory_.path() / "view.sqlite", ledger_.catalogue()) {}

  void append(const std::string& line) {
    ids_.push_back(ledger_.append(line));
    model_.catchUp(ledger_.log());
  }

  /// What every view says, in the order of names and rows.
  std::string sayings(bool kept) const {
    GuardedQuery query = model_.guardedQuery();
    if (kept) query.keepViews();
    std::string all;
    for (const Row& view :
         model_.query()
             .all("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")
             .rows) {
      std::vector<std::string> lines;
      const Rows said = query.all("SELECT * FROM " + view.text("name")).value();
      for (const Row& row : said.rows) {
        std::string line = view.text("name") + ":";
        for (const std::string& column : said.columns) line += row.textOr(column, "~") + "|";
        lines.push_back(line + "\n");
      }
      std::sort(lines.begin(), lines.end());
      for (const std::string& line : lines) all += line;
    }
    return all;
  }

  std::int64_t tablesInFile() const {
    return model_.query().count(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name LIKE 'kept%'");
  }

  TempDirectory directory_;
  SmallLedger ledger_;
  ReadModel model_;
  std::vector<std::string> ids_;
};

/// People, a group, messages, a decision; then what changes what was said of them. One a line.
constexpr std::string_view kStory = R"(
{"kind": "initiativeOpened", "id": "INI", "title": "A calmer ward", "occurredAt": "2024-01-01"}
{"kind": "participantJoined", "id": "P-2", "expertise": ["livedExperience"], "initiative": "INI"}
{"kind": "participantJoined", "id": "P-3", "expertise": ["practitioner"], "initiative": "INI"}
{"kind": "groupFormed", "id": "WG", "about": "INI", "title": "Group"}
{"kind": "roleAssigned", "who": ["P-2", "P-3"], "role": "member", "within": "group:WG"}
{"kind": "stageOpened", "id": "S-1", "about": "INI", "title": "Listening"}
{"kind": "inputReceived", "id": "I-1", "participant": "P-2", "stage": "S-1", "text": "Damp."}
{"kind": "messageSent", "id": "MSG-1", "to": "group:WG", "occurredAt": "9 days before meeting:M-1"}
{"kind": "meetingScheduled", "id": "M-1", "start": "2024-03-15", "initiative": "INI"}
{"kind": "decisionMade", "id": "D-1", "meeting": "M-1", "outcome": "Dimmed."}
{"kind": "positionRecorded", "decision": "D-1", "participant": "P-2", "stance": "inFavour"}
{"kind": "deliveryReported", "message": "MSG-1", "participant": "P-2", "arrived": "2024-03-02"}
{"kind": "participantLeft", "participant": "P-3", "leaving": "group", "about": "group:WG"}
{"kind": "initiativeOpened", "id": "TWO", "title": "Another"}
)";

std::vector<std::string> story() {
  std::vector<std::string> lines;
  std::istringstream text{std::string(kStory)};
  for (std::string line; std::getline(text, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

TEST_F(KeptViewsTest, SayWhatTheViewsSayAfterEachEntry) {
  for (const std::string& line : story()) {
    append(line);
    model_.keepViews();
    EXPECT_EQ(sayings(true), sayings(false)) << line;
  }
  EXPECT_GT(tablesInFile(), 0);
}

TEST_F(KeptViewsTest, SayWhatTheViewsSayAfterACorrection) {
  for (const std::string& line : story()) append(line);
  model_.keepViews();
  const std::string before = sayings(true);
  append(R"({"kind": "entryCorrected", "of": "entry:)" + ids_[8] +
         R"(", "reason": "Another day.", "corrected": {"kind": "meetingScheduled", "id": "M-1",
         "start": "2024-03-22"}})");
  const std::string now = sayings(false);
  EXPECT_NE(now, before);
  EXPECT_EQ(sayings(true), now) << "not yet in the file";
  model_.keepViews();
  EXPECT_EQ(sayings(true), now);
}

TEST_F(KeptViewsTest, AndAllConnectionsStayAtOneState) {
  for (const std::string& line : story()) append(line);
  model_.keepViews();
  const std::string people = "SELECT * FROM participant_current";
  std::vector<GuardedQuery> queries = model_.guardedQueries(2, {});
  ASSERT_EQ(queries.size(), 2U);
  queries[0].keepViews();
  append(R"({"kind": "participantJoined", "id": "P-9", "expertise": ["practitioner"]})");
  model_.keepViews();
  queries[1].keepViews();
  const std::size_t before = queries[0].all(people).value().rows.size();
  EXPECT_GT(before, 0U);
  EXPECT_EQ(queries[1].all(people).value().rows.size(), before);
  EXPECT_EQ(model_.guardedQuery().all(people).value().rows.size(), before + 1);
  ReadModel memory = ReadModel::inMemoryUpTo(ledger_.log(), 2, ledger_.catalogue());
  EXPECT_EQ(memory.guardedQueries(2, {}).size(), 1U);
}

TEST_F(KeptViewsTest, AreWorkedOutOnceForAModelOfOneSize) {
  append(story()[0]);
  EXPECT_EQ(tablesInFile(), 0);
  model_.keepViews();
  const std::string schema = "PRAGMA schema_version";
  const std::int64_t made = model_.query().count(schema);
  model_.keepViews();
  EXPECT_EQ(model_.query().count(schema), made);
  append(story()[1]);
  model_.keepViews();
  EXPECT_NE(model_.query().count(schema), made);
}

TEST_F(KeptViewsTest, LeaveAModelInMemoryAsItIs) {
  append(story()[0]);
  const ReadModel model =
      ReadModel::inMemoryUpTo(ledger_.log(), ledger_.log().size(), ledger_.catalogue());
  model.keepViews();
  GuardedQuery query = model.guardedQuery();
  query.keepViews();
  EXPECT_EQ(query.all("SELECT * FROM entry_date").value().rows.size(), ledger_.log().size());
}

}  // namespace
}  // namespace minutebook
