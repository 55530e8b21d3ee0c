// tests/unit/verify/verify_log_test.cpp

#include "audit/verify/verify_log.h"

#include <capnp/any.h>
#include <capnp/message.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "ledger/event/form.h"
#include "tests/unit/verify/small_ledger.h"

namespace minutebook {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class VerifyLogTest : public testing::Test {
 protected:
  VerifyLogTest() { fill(scenario_); }

  LogExpectations expected() {
    LogExpectations expected;
    expected.origin = std::string(Scenario::kOrigin);
    expected.root = scenario_.root();
    return expected;
  }
  LogCheck checkNow() { return verifyLog(scenario_.log(), theCatalogue(), {}); }

  Scenario scenario_;
};

TEST_F(VerifyLogTest, FindsNothingInASoundLogAndCountsWhatItChecked) {
  const LogCheck check = verifyLog(scenario_.log(), theCatalogue(), expected());
  EXPECT_THAT(codesOf(check.findings), IsEmpty());
  EXPECT_EQ(check.entries, 7u);
  EXPECT_EQ(check.submissions, 5u);
  EXPECT_EQ(check.signaturesChecked, 5u);
  EXPECT_EQ(check.threads, 5u);
  EXPECT_EQ(check.rulesReplayedTo, 7u);
  EXPECT_EQ(check.stopped, std::nullopt);
  EXPECT_EQ(check.origin, Scenario::kOrigin);
  EXPECT_EQ(check.root, scenario_.root());
}

TEST_F(VerifyLogTest, AnEmptyLogHasTheEmptyRoot) {
  LogExpectations expected;
  expected.root = kEmptyRoot;
  const LogCheck check = checkEntries({}, expected);
  EXPECT_THAT(codesOf(check.findings), IsEmpty());
  EXPECT_EQ(check.entries, 0u);
}

/// What is done to the entries of the small ledger, and what must be found first.
struct Spoiling {
  std::string name;
  std::function<void(std::vector<Bytes>&)> spoil;
  std::vector<std::string> found;  ///< With the signed root expected.
};

std::vector<Spoiling> spoilings() {
  using Entries = std::vector<Bytes>;
  return {
      {"an entry in the middle of a submission dropped",
       [](Entries& entries) { entries.erase(entries.begin() + 3); },
       {"root.wrong", "entry.out-of-place@3"}},
      {"the end of a submission dropped",
       [](Entries& entries) { entries.erase(entries.begin() + 4); },
       {"root.wrong", "entry.out-of-place@4"}},
      {"the log cut within a submission",
       [](Entries& entries) { entries.resize(4); },
       {"root.wrong", "entry.out-of-place@2"}},
      {"the beginning of a submission dropped",
       [](Entries& entries) { entries.erase(entries.begin() + 2); },
       {"root.wrong", "entry.out-of-place@2"}},
      {"two entries of a submission swapped",
       [](Entries& entries) { std::swap(entries[3], entries[4]); },
       {"root.wrong", "entry.out-of-place@3"}},
      {"a whole submission dropped",
       [](Entries& entries) { entries.erase(entries.begin() + 5); },
       {"root.wrong", "threads.wrong@5"}},
      {"two submissions swapped",
       [](Entries& entries) { std::swap(entries[5], entries[6]); },
       {"root.wrong", "threads.wrong@5", "entry.time-back@6"}},
      {"a submission said twice",
       [](Entries& entries) { entries.push_back(entries[5]); },
       {"root.wrong", "entry.time-back@7", "rules.refused@7"}},
      {"a signature that is nobody's",
       [](Entries& entries) {
         entries[2] = changed(entries[2], [](EntryParts& parts) { parts.signature[3] ^= 1; });
       },
       {"root.wrong", "submission.bad-signature@2", "threads.wrong@6"}},
      {"another submission's signature",
       [](Entries& entries) {
         const Bytes other = decodeEntry(entries[1]).value().signature;
         entries[2] = changed(entries[2], [&](EntryParts& parts) { parts.signature = other; });
       },
       {"root.wrong", "submission.bad-signature@2", "threads.wrong@6"}},
      {"an entry recorded later than the rest of its submission",
       [](Entries& entries) {
         entries[4] = changed(entries[4], [](EntryParts& parts) { ++parts.recordedAt; });
       },
       {"root.wrong", "entry.out-of-place@4"}},
      {"an entry recorded before the one in front of it",
       [](Entries& entries) {
         entries[5] = changed(entries[5], [](EntryParts& parts) { parts.recordedAt = 5; });
       },
       {"root.wrong", "entry.time-back@5", "rules.refused@5"}},
      {"an entry that is no message",
       [](Entries& entries) { entries[3] = Bytes(16, 0xff); },
       {"root.wrong", "entry.malformed@3"}},
      {"an entry with a word too many",
       [](Entries& entries) { entries[5].resize(entries[5].size() + 8); },
       {"root.wrong", "entry.malformed@5"}},
      {"an empty entry at the beginning of a submission",
       [](Entries& entries) { entries[2].clear(); },
       {"root.wrong", "entry.malformed@2"}},
      {"a statement with a word too many",
       [](Entries& entries) {
         entries[3] = changed(entries[3], [](EntryParts& parts) {
           parts.statement.resize(parts.statement.size() + 8);
         });
       },
       {"root.wrong", "statement.malformed@3"}},
  };
}

TEST_F(VerifyLogTest, NamesTheFirstBadEntryOfEverySpoiling) {
  for (const Spoiling& spoiling : spoilings()) {
    std::vector<Bytes> entries = scenario_.entries();
    spoiling.spoil(entries);
    const LogCheck check = checkEntries(entries, expected());
    EXPECT_EQ(codesOf(check.findings), spoiling.found) << spoiling.name;
    EXPECT_EQ(check.entries, entries.size()) << spoiling.name;
    for (const Finding& finding : check.findings) {
      EXPECT_FALSE(finding.detail.empty()) << spoiling.name;
    }
  }
}

TEST_F(VerifyLogTest, FindsSomethingWhereverAByteOfAnEntryIsFlipped) {
  const std::vector<Bytes> entries = scenario_.entries();
  LogExpectations noRoot;
  noRoot.workers = Workers::kOne;
  for (std::size_t at = 0; at < entries[5].size(); ++at) {
    std::vector<Bytes> flipped = entries;
    flipped[5][at] ^= 0x10;
    // Even without a root to compare with: the count of threads covers it.
    ASSERT_FALSE(checkEntries(flipped, noRoot).findings.empty()) << at;
  }
}

TEST_F(VerifyLogTest, FindsASubmissionToAnotherLedger) {
  LogExpectations expected;
  expected.origin = "example.org/hillside";
  EXPECT_THAT(codesOf(verifyLog(scenario_.log(), theCatalogue(), expected).findings),
              ElementsAre("submission.other-ledger@0"));
}

TEST_F(VerifyLogTest, FindsTwoAuthorsInOneSubmission) {
  std::vector<Bytes> entries = scenario_.entries();
  const auto mix = [&](std::size_t at, std::uint32_t ordinal) {
    entries[at] = changed(entries[at], [&](EntryParts& parts) {
      parts.ordinal = ordinal;
      parts.count = 2;
      parts.recordedAt = 1640996000;
      if (ordinal > 0) parts.signature.clear();
    });
  };
  mix(5, 0);  // by P-1
  mix(6, 1);  // by the clerk
  EXPECT_THAT(codesOf(checkEntries(entries).findings), ElementsAre("submission.mixed@6"));
}

TEST_F(VerifyLogTest, FindsAnEntryThatTheRulesRefuse) {
  std::vector<Statement> statements;
  statements.push_back(scenario_.statement(R"({"kind": "participantJoined", "id": "P-7"})"));
  scenario_.forceIn(std::move(statements));
  const LogCheck check = checkNow();
  EXPECT_THAT(codesOf(check.findings), ElementsAre("rules.refused@7"));
  EXPECT_EQ(check.rulesReplayedTo, 7u);
  ASSERT_TRUE(check.stopped);
  EXPECT_EQ(check.stopped->index, 7u);
}

TEST_F(VerifyLogTest, LeavesOutWhatItIsToldTo) {
  std::vector<Bytes> entries = scenario_.entries();
  entries[2] = changed(entries[2], [](EntryParts& parts) { parts.signature[3] ^= 1; });
  LogExpectations expected;
  expected.signatures = Part::kLeftOut;
  expected.rules = Part::kLeftOut;
  expected.threads = Part::kLeftOut;
  const LogCheck check = checkEntries(entries, expected);
  EXPECT_THAT(codesOf(check.findings), IsEmpty());
  EXPECT_EQ(check.signaturesChecked, 0u);
  EXPECT_EQ(check.threads, 0u);
  EXPECT_EQ(check.rulesReplayedTo, 0u);
  ASSERT_TRUE(check.stopped);
}

TEST_F(VerifyLogTest, FollowsTheThreadsWithoutTheRules) {
  LogExpectations withoutRules;
  withoutRules.rules = Part::kLeftOut;
  const LogCheck sound = verifyLog(scenario_.log(), theCatalogue(), withoutRules);
  EXPECT_THAT(codesOf(sound.findings), IsEmpty());
  EXPECT_EQ(sound.threads, 5u);
  EXPECT_EQ(sound.rulesReplayedTo, 0u);

  std::vector<Bytes> entries = scenario_.entries();
  entries.erase(entries.begin() + 5);  // What threadsRooted, the last one, has counted.
  const LogCheck shorter = checkEntries(entries, withoutRules);
  EXPECT_THAT(codesOf(shorter.findings), ElementsAre("threads.wrong@5"));
}

/// The bytes of `statement` after `change` was made to the struct that `get` picks in it.
template <typename Get, typename Change>
Bytes rewritten(const Statement& statement, Get&& get, Change&& change) {
  capnp::MallocMessageBuilder message;
  message.setRoot(statement.reader());
  auto root = message.getRoot<schema::Statement>();
  change(capnp::AnyStruct::Builder(get(root)).getDataSection());
  auto words = capnp::canonicalize(root.asReader());
  return {words.asBytes().begin(), words.asBytes().end()};
}

TEST_F(VerifyLogTest, AKindOfANewerSchemaVerifiesAndStopsTheRules) {
  const Statement known = scenario_.statement(R"({"kind": "participantJoined", "id": "P-10"})");
  const Bytes newer = rewritten(
      known, [](auto root) { return root.getRecord(); },
      [](auto data) {
        data[0] = 0xa0;
        data[1] = 0x0f;
      });
  std::vector<Statement> statements;
  statements.push_back(Statement::decode(newer).value());
  ASSERT_EQ(statements.front().kindNumber(), 4000);
  scenario_.forceIn(std::move(statements));
  const LogCheck check = checkNow();
  EXPECT_THAT(codesOf(check.findings), IsEmpty());
  EXPECT_EQ(check.entries, 8u);
  EXPECT_EQ(check.signaturesChecked, 6u);
  EXPECT_EQ(check.rulesReplayedTo, 7u);
  ASSERT_TRUE(check.stopped);
  EXPECT_EQ(check.stopped->index, 7u);
  EXPECT_THAT(check.stopped->reason, testing::HasSubstr("statement.unknown-kind"));
}

TEST_F(VerifyLogTest, FollowsThreadsAsFarAsRecordsAreWellFormedIfItLooks) {
  const Statement plain = scenario_.statement(R"({"kind": "participantJoined", "id": "P-10"})");
  const Bytes unknown = rewritten(
      plain, [](auto root) { return root; }, [](auto data) { data[data.size() - 1] |= 0x70; });
  std::vector<Statement> statements;
  statements.push_back(Statement::decode(unknown).value());
  ASSERT_EQ(checkForm(statements.front(), theCatalogue())->code, "statement.unknown-content");
  LogExpectations expected;
  expected.rules = Part::kLeftOut;
  const auto before = verifyLog(scenario_.log(), theCatalogue(), expected).threads;
  scenario_.forceIn(std::move(statements));
  EXPECT_EQ(verifyLog(scenario_.log(), theCatalogue(), expected).threads, before);
  expected.form = Part::kLeftOut;
  EXPECT_EQ(verifyLog(scenario_.log(), theCatalogue(), expected).threads, before + 1);
}

TEST_F(VerifyLogTest, BytesHiddenInAnInactiveSlotVerifyAndStopTheRules) {
  const Statement plain = scenario_.statement(
      R"({"kind": "participantJoined", "id": "P-10", "occurredAt": "2021-11"})");
  std::optional<Bytes> hidden;
  for (std::size_t at = 0; at < 64 && !hidden; ++at) {
    Bytes bytes = rewritten(
        plain, [](auto root) { return root.getOccurredAt(); },
        [&](auto data) {
          if (at < data.size()) data[at] ^= 0x40;
        });
    const Outcome<Statement> statement = Statement::decode(bytes);
    if (!statement) continue;
    const auto refusal = checkForm(statement.value(), theCatalogue());
    if (refusal && refusal->code == "statement.unknown-content") hidden = std::move(bytes);
  }
  ASSERT_TRUE(hidden);
  std::vector<Statement> statements;
  statements.push_back(Statement::decode(*hidden).value());
  scenario_.forceIn(std::move(statements));
  const LogCheck check = checkNow();
  EXPECT_THAT(codesOf(check.findings), IsEmpty());
  EXPECT_EQ(check.rulesReplayedTo, 7u);
  ASSERT_TRUE(check.stopped);
  EXPECT_THAT(check.stopped->reason, testing::HasSubstr("statement.unknown-content"));
}

/// A log whose tiles, or one of its entries, have gone bad.
class SpoiltLog : public LogReader {
 public:
  enum class What { kWrong, kMissing, kUnreadable };

  SpoiltLog(const LogReader& log, What what) : log_(log), what_(what) {}

  void spoilTile(unsigned level, std::size_t at) {
    level_ = level;
    at_ = at;
  }
  void spoilEntry(std::uint64_t index) { entry_ = index; }

  std::uint64_t size() const override { return log_.size(); }
  Bytes entry(std::uint64_t index) const override {
    if (index == entry_) throw Fault(FaultKind::kCorrupt, "block checksum mismatch");
    return log_.entry(index);
  }
  std::optional<Bytes> tile(unsigned level, std::uint64_t n, unsigned width) const override {
    auto tile = log_.tile(level, n, width);
    if (level != level_ || !tile) return tile;
    if (what_ == What::kMissing) return std::nullopt;
    if (what_ == What::kUnreadable) throw Fault(FaultKind::kCorrupt, "block checksum mismatch");
    (*tile)[at_] ^= 1;
    return tile;
  }

 private:
  const LogReader& log_;
  What what_;
  std::optional<unsigned> level_;
  std::size_t at_ = 0;
  std::optional<std::uint64_t> entry_;
};

class VerifyManyTest : public VerifyLogTest {
 protected:
  VerifyManyTest() {
    std::vector<std::string> lines;
    for (int i = 100; i < 400; ++i) {
      lines.push_back(R"({"kind": "participantJoined", "id": "P-)" + std::to_string(i) + "\"}");
    }
    scenario_.recordAll(lines);
    scenario_.rootThreads();
  }
  std::vector<std::string> found(const SpoiltLog& log) {
    return codesOf(verifyLog(log, theCatalogue(), expected()).findings);
  }
};

TEST_F(VerifyManyTest, ComparesTheFullTile) {
  const LogCheck check = verifyLog(scenario_.log(), theCatalogue(), expected());
  EXPECT_THAT(codesOf(check.findings), IsEmpty());
  EXPECT_EQ(check.entries, 308u);
  EXPECT_EQ(check.tilesChecked, 1u);
  EXPECT_EQ(check.threads, 305u);
}

TEST_F(VerifyManyTest, NamesTheEntryThatAWrongTileIsWrongFor) {
  SpoiltLog log(scenario_.log(), SpoiltLog::What::kWrong);
  log.spoilTile(0, 32 * 77 + 5);
  EXPECT_THAT(found(log), ElementsAre("tile.wrong@77"));
}

TEST_F(VerifyManyTest, FindsAMissingAndAnUnreadableTile) {
  SpoiltLog missing(scenario_.log(), SpoiltLog::What::kMissing);
  missing.spoilTile(0, 0);
  EXPECT_THAT(found(missing), ElementsAre("tile.missing@0"));
  SpoiltLog unreadable(scenario_.log(), SpoiltLog::What::kUnreadable);
  unreadable.spoilTile(0, 0);
  EXPECT_THAT(found(unreadable), ElementsAre("tile.unreadable@0"));
}

TEST_F(VerifyManyTest, StopsAtAnEntryThatCannotBeReadAndNamesIt) {
  SpoiltLog log(scenario_.log(), SpoiltLog::What::kWrong);
  log.spoilEntry(301);
  const LogCheck check = verifyLog(log, theCatalogue(), expected());
  EXPECT_THAT(codesOf(check.findings), ElementsAre("entry.unreadable@301"));
  EXPECT_EQ(check.entries, 301u);
}

TEST_F(VerifyManyTest, OneThreadAndTwoFindTheSame) {
  std::vector<Bytes> entries = scenario_.entries();
  entries[2] = changed(entries[2], [](EntryParts& parts) { parts.signature[3] ^= 1; });
  LogExpectations one = expected();
  one.workers = Workers::kOne;
  LogExpectations two = expected();
  two.workers = Workers::kTwo;
  const LogCheck first = checkEntries(entries, one);
  const LogCheck second = checkEntries(entries, two);
  EXPECT_EQ(first.findings, second.findings);
  EXPECT_EQ(first.signaturesChecked, second.signaturesChecked);
  EXPECT_EQ(first.signaturesChecked, 7u);
}

TEST(ReplayedFacts, AgreeWithFactsKeptPlainly) {
  Scenario scenario;
  fill(scenario);
  FindingList findings;
  Replay replay(scenario.log(), theCatalogue(), findings);
  Sha256 hasher;
  SubmissionGatherer gatherer(
      findings, std::nullopt, [&](LoggedSubmission whole) { replay.take(std::move(whole)); },
      [](std::uint64_t) { FAIL(); });
  scenario.log().forEach(0, scenario.log().size(), [&](std::uint64_t index, ByteView entry) {
    gatherer.take(hasher, index, entry, leafHash(hasher, entry));
  });
  const ReplayedFacts& facts = replay.facts();
  EXPECT_EQ(facts.size(), scenario.facts().size());
  EXPECT_EQ(facts.newestTime(), scenario.facts().newestTime());
  EXPECT_EQ(facts.threadCount(), scenario.facts().threadCount());
  EXPECT_EQ(facts.threadsRoot(), scenario.facts().threadsRoot());
  for (std::uint64_t size = 0; size <= facts.size(); ++size) {
    EXPECT_EQ(facts.rootAt(size), scenario.facts().rootAt(size)) << size;
  }
  for (const auto& [key, value] : scenario.facts().all()) EXPECT_EQ(facts.find(key), value);
  EXPECT_EQ(facts.statementAt(3).id(), scenario.facts().statementAt(3).id());
}

}  // namespace
}  // namespace minutebook
