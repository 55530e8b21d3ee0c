// An erasure that was noted and cut short, as the next commands find it.

#include "cli/erasure/plan.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "cli/commands.h"
#include "tests/support/fault_of.h"
#include "tests/support/fixed_random.h"
#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

constexpr const char* kRequest = "01920000-0000-7000-8000-000000000001";
constexpr const char* kDoneId = "01920000-0000-7000-8000-000000000002";

/// A ledger in which P-7 asked to be forgotten, and an erasure was noted and no more.
class ErasureBegunTest : public testing::Test {
 protected:
  ErasureBegunTest() {
    run({"init", book().string(), "--origin", "example.org/g", "--title", "T", "--keeper", "K",
         "--no-passphrase"});
    run({"record", "participantJoined", "-"}, R"({"id": "P-7", "name": "Seven Sample"})");
    run({"record", "erasureRequested", "-"},
        R"({"statementId": ")" + std::string(kRequest) +
            R"(", "participant": "P-7", "what": {"everything": null}})");
    auto store = EntryStore::open(book(), StoreAccess::kWrite, "test");
    noteErasureBegun(*store, plan().written());
  }

  fs::path book() const { return temp_.path() / "book"; }
  fs::path keys() const { return book() / "keys"; }

  ErasurePlan plan() const {
    ErasurePlan plan;
    plan.author = "KEEPER";
    plan.id = *StatementId::parse(kDoneId);
    const Directory directory = Directory::open(keys(), Readers::kOwner);
    plan.keys = {{listDataKeyIds(directory).front(), {}}};
    plan.stays = "another digest";
    plan.record =
        parseJson(R"({"kind": "erasureDone", "participant": "P-7", "requested": "entry:)" +
                  std::string(kRequest) + R"(", "what": {"everything": null}})")
            .value();
    return plan;
  }

  /// Exit status; what was said is in out_ and err_.
  int run(std::vector<std::string> words, const std::string& input = "") {
    words.insert(words.end(), {"--guard", (temp_.path() / "guard").string()});
    if (words.front() != "init") words.insert(words.end(), {"--ledger", book().string()});
    std::istringstream in(input);
    out_.str("");
    err_.str("");
    Surroundings surroundings{[] { return std::int64_t{1720000000}; },
                              random_,
                              in,
                              out_,
                              err_,
                              [](const std::string&) { return std::nullopt; },
                              [](const std::string&) { return std::nullopt; }};
    return runMinutebook(words, surroundings);
  }
  bool said(const std::string& text) const {
    return (out_.str() + err_.str()).find(text) != std::string::npos;
  }

  TempDirectory temp_;
  FixedRandom random_;
  std::ostringstream out_, err_;
};

TEST_F(ErasureBegunTest, IsReportedUntilSomebodyWrites) {
  EXPECT_EQ(run({"verify"}), kNotVerified);
  EXPECT_TRUE(said("An erasure was begun here and has not ended.")) << out_.str();
  EXPECT_EQ(run({"erase", "--check"}), kNotVerified);
}

TEST_F(ErasureBegunTest, IsFinishedAndRecordedByTheNextWriter) {
  EXPECT_EQ(run({"record", "organisationRegistered", "-"}, R"({"id": "ORG"})"), 0);
  EXPECT_TRUE(said("An erasure was cut short. It is finished now, and recorded as entry 4."))
      << err_.str();
  EXPECT_TRUE(listDataKeyIds(Directory::open(keys(), Readers::kOwner)).empty());
  EXPECT_EQ(run({"show", "4"}), 0);
  EXPECT_TRUE(said("The search was cut short: the texts were no longer held."));
  EXPECT_TRUE(said("tallies same: no")) << "the digest in the note is another one";
  EXPECT_EQ(run({"verify"}), 0) << out_.str();
  EXPECT_EQ(run({"record", "organisationRegistered", "-"}, R"({"id": "ORG-2"})"), 0);
  EXPECT_FALSE(said("cut short")) << err_.str();
}

TEST_F(ErasureBegunTest, WithoutTheAuthorsKeyTheLedgerItselfRecordsIt) {
  fs::rename(keys() / "author-KEEPER.key", temp_.path() / "away");
  EXPECT_EQ(run({"publish", (temp_.path() / "published").string()}), 0) << err_.str();
  EXPECT_TRUE(
      said("The ledger itself recorded the end of that erasure, for the key of KEEPER is "
           "not here."))
      << err_.str();
  EXPECT_TRUE(said("It is finished now, and recorded as entry 4.")) << err_.str();
  EXPECT_TRUE(listDataKeyIds(Directory::open(keys(), Readers::kOwner)).empty());
  EXPECT_EQ(run({"show", "4"}), 0);
  EXPECT_TRUE(said("authority: KEEPER")) << out_.str();
  EXPECT_EQ(run({"verify"}), 0) << out_.str();
}

TEST_F(ErasureBegunTest, ThatNobodyCanRecordIsDestroyedAndNothingElseIsRecorded) {
  for (const char* name : {"author-KEEPER.key", "clerk.key"}) {
    fs::rename(keys() / name, temp_.path() / name);
  }
  // Another author must not write either: what they said would be counted as erased.
  EXPECT_EQ(run({"key", "new", "OTHER"}), 0) << err_.str();
  EXPECT_EQ(run({"record", "organisationRegistered", "-", "--author", "OTHER"}, R"({"id": "ORG"})"),
            kKey);
  EXPECT_TRUE(said("nothing else is recorded before it")) << err_.str();
  EXPECT_TRUE(said("Put author-KEEPER.key or clerk.key back")) << err_.str();
  EXPECT_TRUE(listDataKeyIds(Directory::open(keys(), Readers::kOwner)).empty());
  EXPECT_EQ(run({"show", "P-7"}), 0) << "reading goes on: " << err_.str();
  EXPECT_EQ(run({"status"}), 0) << err_.str();
  EXPECT_EQ(run({"verify"}), kNotVerified);
  for (const char* name : {"author-KEEPER.key", "clerk.key"}) {
    fs::rename(temp_.path() / name, keys() / name);
  }
  EXPECT_EQ(
      run({"record", "organisationRegistered", "-", "--author", "KEEPER"}, R"({"id": "ORG"})"), 0);
  EXPECT_TRUE(said("It is finished now")) << err_.str();
  EXPECT_EQ(run({"verify"}), 0) << out_.str();
}

TEST_F(ErasureBegunTest, IsFinishedBeforeTheMasterKeyChanges) {
  EXPECT_EQ(run({"key", "rotate-master", "--no-passphrase"}), 0) << err_.str();
  EXPECT_TRUE(said("It is finished now, and recorded as entry 4.")) << err_.str();
  EXPECT_TRUE(said("and 0 data keys.")) << out_.str();
  EXPECT_EQ(run({"verify"}), 0) << out_.str();
  EXPECT_EQ(run({"erase", "--check"}), 0) << out_.str();
}

TEST_F(ErasureBegunTest, ThePlanIsReadAsItWasWritten) {
  const ErasurePlan before = plan();
  const ErasurePlan after = ErasurePlan::read(before.written());
  EXPECT_EQ(after.author, before.author);
  EXPECT_EQ(after.id, before.id);
  EXPECT_EQ(after.keys, before.keys);
  EXPECT_EQ(after.stays, before.stays);
  EXPECT_EQ(after.record, before.record);
  for (const char* text : {"", "{}", R"({"author": "A", "statementId": "x"})"}) {
    EXPECT_EQ(faultOf([&] { ErasurePlan::read(text); }), FaultKind::kCorrupt) << text;
  }
}

}  // namespace
}  // namespace minutebook
