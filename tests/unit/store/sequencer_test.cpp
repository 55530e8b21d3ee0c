#include "ledger/store/sequencer.h"

#include <gtest/gtest.h>

#include "ledger/rules/fact_keys.h"
#include "ledger/store/derive.h"
#include "ledger/store/threads.h"
#include "tests/support/fault_of.h"
#include "tests/unit/store/stored_ledger.h"

namespace minutebook {
namespace {

ThreadName organisation(const std::string& id) {
  return {schema::Register::ORGANISATION, id};
}

/// Everything that is derived, to compare two stores.
std::map<std::string, std::string> factsOf(const EntryStore& store) {
  std::map<std::string, std::string> facts;
  store.forEachFact(
      "", [&](std::string_view key, std::string_view value) { facts.emplace(key, value); });
  return facts;
}

TEST(Sequencer, GivesConsecutiveIndexesAndOneTimeToASubmission) {
  StoredLedger ledger;
  ledger.organisations(0, 5);
  EXPECT_EQ(ledger.sequencer->size(), 6u);
  std::vector<std::string> seen;
  ledger.store->reader().forEach(1, 6, [&](std::uint64_t, ByteView bytes) {
    const EntryParts entry = decodeEntry(bytes).value();
    seen.push_back(std::to_string(entry.ordinal) + "/" + std::to_string(entry.count) + " " +
                   std::to_string(entry.signature.size()));
    EXPECT_EQ(entry.recordedAt, ledger.store->head().newestTime);
  });
  EXPECT_EQ(seen, (std::vector<std::string>{"0/5 64", "1/5 0", "2/5 0", "3/5 0", "4/5 0"}));
}

TEST(Sequencer, MakesFactsVisibleAtOnceAndAfterReopening) {
  StoredLedger ledger;
  ledger.organisations(0, 2);
  const std::string key = fact::record(schema::Register::ORGANISATION, "ORG-1");
  EXPECT_EQ(ledger.sequencer->facts().find(key), fact::index(2));
  ledger.close();
  ledger.open();
  EXPECT_EQ(ledger.sequencer->facts().find(key), fact::index(2));
  EXPECT_EQ(ledger.store->factsUpTo(), 3u);
  EXPECT_EQ(ledger.sequencer->facts().statementAt(2).record().getOrganisationRegistered().getId(),
            "ORG-1");
}

TEST(Sequencer, ChainsTheThreadsThatEntriesJoin) {
  StoredLedger ledger;
  ledger.organisations(0, 3);
  Sha256 hasher;
  ThreadHead expected;
  for (std::uint64_t i = 1; i < 4; ++i) {
    extendThread(hasher, expected, i, leafHash(hasher, ledger.store->reader().entry(i)));
  }
  EXPECT_EQ(findThread(*ledger.store, threadKey(hasher, organisation("ORG-0"))), expected);
  EXPECT_EQ(findThread(*ledger.store, threadKey(hasher, organisation("ORG-1")))->count, 1u);
  EXPECT_EQ(findThread(*ledger.store, threadKey(hasher, organisation("NOBODY"))), std::nullopt);
}

TEST(Sequencer, DerivesFactsAgainAfterACrashExactlyOnce) {
  StoredLedger ledger;
  ledger.organisations(0, 10);
  ledger.close();
  ledger.open();
  ledger.organisations(10, 300);
  ledger.organisations(310, 1);
  const auto before = factsOf(*ledger.store);
  ledger.crash();
  EXPECT_EQ(ledger.store->size(), 312u);
  EXPECT_EQ(factsOf(*ledger.store), before);
  ledger.crash();
  EXPECT_EQ(factsOf(*ledger.store), before);
  ledger.organisations(400, 2);
}

TEST(Sequencer, DerivesEverythingAgainWhenFactsAreForgotten) {
  StoredLedger ledger;
  ledger.organisations(0, 200);
  const auto before = factsOf(*ledger.store);
  ledger.store->forgetFacts();
  EXPECT_TRUE(factsOf(*ledger.store).empty());
  ledger.close();
  ledger.open();
  EXPECT_EQ(factsOf(*ledger.store), before);
}

TEST(Sequencer, LetsAReaderBesideAWriterDeriveTheRest) {
  StoredLedger ledger;
  ledger.organisations(0, 3);
  const auto reader = EntryStore::open(ledger.path(), StoreAccess::kRead, "");
  EXPECT_EQ(reader->size(), 4u);
  EXPECT_EQ(reader->factsUpTo(), 0u);
  StoreFacts facts(*reader);
  EXPECT_FALSE(deriveFacts(*reader, facts, theCatalogue()).has_value());
  EXPECT_EQ(factsOf(*reader), factsOf(*ledger.store));
  EXPECT_EQ(facts.threadsRoot(), ledger.sequencer->facts().threadsRoot());
}

TEST(Sequencer, KeepsOpeningsWithTheirEntries) {
  StoredLedger ledger;
  const Opening opening{{2, {{1, kNoListIndex}}}, {}, Bytes(60, 7)};
  Json line =
      Json::object({{"kind", Json::text("organisationRegistered")}, {"id", Json::text("ORG-0")}});
  std::vector<Statement> statements;
  statements.push_back(ledger.compose(line));
  EXPECT_EQ(ledger.submit(std::move(statements), {{opening}}).first, 1u);
  EXPECT_EQ(ledger.store->openingsOf(1), std::vector<Opening>{opening});
  EXPECT_TRUE(ledger.store->openingsOf(0).empty());
}

TEST(Sequencer, RefusesWhatWasJudgedBeforeTheLogGrew) {
  StoredLedger ledger;
  std::vector<Statement> statements;
  statements.push_back(
      ledger.compose(parseJson(R"({"kind": "organisationRegistered", "id": "LATE"})").value()));
  const auto judged =
      admit(signSubmission(StoredLedger::kOrigin, std::move(statements), ledger.steward),
            ledger.sequencer->facts(), ledger.store->head().newestTime, theCatalogue());
  ledger.organisations(0, 1);
  EXPECT_EQ(faultOf([&] { ledger.sequencer->append(std::get<Admitted>(judged), {}); }),
            FaultKind::kBug);
}

TEST(StoreFacts, KnowsTheRootAtEverySize) {
  StoredLedger ledger;
  ledger.organisations(0, 300);
  Sha256 hasher;
  Frontier frontier;
  const Facts& facts = ledger.sequencer->facts();
  EXPECT_EQ(facts.rootAt(0), kEmptyRoot);
  ledger.store->reader().forEach(0, ledger.store->size(), [&](std::uint64_t index, ByteView entry) {
    frontier.append(hasher, leafHash(hasher, entry));
    if (index % 13 != 0 && index < 290) return;
    EXPECT_EQ(facts.rootAt(index + 1), frontier.root(hasher));
  });
}

}  // namespace
}  // namespace minutebook
