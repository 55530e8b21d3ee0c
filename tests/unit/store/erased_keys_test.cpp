#include "ledger/store/erased_keys.h"

#include <gtest/gtest.h>

#include <fstream>

#include "ledger/crypto/sha256.h"
#include "ledger/store/guard.h"
#include "tests/support/fault_of.h"
#include "tests/unit/store/stored_ledger.h"

namespace minutebook {
namespace {

constexpr const char* kOrigin = "example.org/log";

DataKeyId keyOf(std::uint8_t byte) {
  DataKeyId id;
  id.bytes.fill(byte);
  return id;
}

StatementId entryOf(int n) {
  return *StatementId::parse("01920000-0000-7000-8000-00000000000" + std::to_string(n));
}

class ErasedKeysTest : public testing::Test {
 protected:
  std::filesystem::path guard() const { return temp_.path() / "guard"; }
  std::vector<ErasedKey> beside() const { return erasedKeysBeside(guard(), kOrigin); }
  std::string file() const {
    std::ifstream in(guard() / "erased", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void write(const std::string& text) const {
    std::ofstream(guard() / "erased", std::ios::binary) << text;
  }

  TempDirectory temp_;
};

TEST_F(ErasedKeysTest, NothingIsNotedAtFirst) {
  EXPECT_TRUE(beside().empty());
  EXPECT_FALSE(std::filesystem::exists(guard()));
}

TEST_F(ErasedKeysTest, NotesAddUpAndStay) {
  noteErasedKeys(guard(), kOrigin, {{keyOf(1), {}}});
  noteErasedKeys(guard(), kOrigin, {{keyOf(2), {entryOf(1), entryOf(2)}}});
  noteErasedKeys(guard(), kOrigin, {{keyOf(1), {}}});
  const std::vector<ErasedKey> expected = {{keyOf(1), {}}, {keyOf(2), {entryOf(1), entryOf(2)}}};
  EXPECT_EQ(beside(), expected);
}

TEST_F(ErasedKeysTest, TheFileIsAsDocumented) {
  noteErasedKeys(guard(), kOrigin, {{keyOf(1), {}}, {keyOf(2), {entryOf(1)}}});
  const std::string text =
      "minutebook/erased/v1\nexample.org/log\n01010101010101010101010101010101\n"
      "02020202020202020202020202020202 01920000-0000-7000-8000-000000000001\n";
  EXPECT_EQ(file(), text + toHex(sha256(asBytes(text)).view()) + "\n");
}

TEST_F(ErasedKeysTest, AChangedFileIsRefused) {
  noteErasedKeys(guard(), kOrigin, {{keyOf(1), {}}});
  const std::string whole = file();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] ^= 1;
    write(changed);
    ASSERT_EQ(faultOf([&] { beside(); }), FaultKind::kCorrupt) << at;
  }
  write(whole);
  EXPECT_EQ(faultOf([&] { erasedKeysBeside(guard(), "example.org/other"); }), FaultKind::kCorrupt);
}

TEST_F(ErasedKeysTest, WhatIsWhollyErasedInOneListIsSoInBoth) {
  const std::vector<ErasedKey> inPart = {{keyOf(1), {entryOf(1)}}};
  const std::vector<ErasedKey> other = {{keyOf(1), {entryOf(2)}}};
  const std::vector<ErasedKey> both = {{keyOf(1), {entryOf(1), entryOf(2)}}};
  const std::vector<ErasedKey> whole = {{keyOf(1), {}}};
  EXPECT_EQ(together(inPart, other), both);
  EXPECT_EQ(together(inPart, whole), whole);
  EXPECT_EQ(together(whole, inPart), whole);
}

TEST(ErasedKeysInLog, AreReadFromTheLookupsAndBeyondThem) {
  StoredLedger ledger;
  const auto record = [&](const Json& line) {
    std::vector<Statement> statements;
    statements.push_back(ledger.compose(line));
    ledger.submit(std::move(statements));
  };
  record(parseJson(R"({"kind": "rightGranted", "participant": "P-1", "right": "coordinator"})")
             .value());
  record(parseJson(R"({"kind": "participantJoined", "id": "P-7"})").value());
  record(parseJson(R"({"kind": "erasureRequested", "participant": "P-7"})").value());
  const std::string request = "entry:" + ledger.sequencer->facts().statementAt(3).id().text();
  Json done = parseJson(R"({"kind": "erasureDone", "participant": "P-7",
      "what": {"everything": null}, "keys": ["07070707070707070707070707070707"]})")
                  .value();
  done.set("requested", Json::text(request));
  EXPECT_TRUE(erasedKeysInLog(*ledger.store, theCatalogue()).empty());
  record(done);
  const std::vector<ErasedKey> expected = {{keyOf(7), {}}};
  EXPECT_EQ(erasedKeysInLog(*ledger.store, theCatalogue()), expected);
  ledger.crash();  // The lookups of the last entries are gone; a reader does not derive them.
  ledger.close();
  const auto reader = EntryStore::open(ledger.path(), StoreAccess::kRead, "test");
  EXPECT_EQ(erasedKeysInLog(*reader, theCatalogue()), expected);
}

}  // namespace
}  // namespace minutebook
