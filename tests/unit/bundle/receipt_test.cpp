// The forms of a receipt: what is written is read back, and nothing else is read.

#include "ledger/bundle/receipt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/bundle/receipt_page.h"
#include "ledger/bundle/receipt_text.h"
#include "ledger/event/submission.h"
#include "tests/support/lines.h"

namespace minutebook {
namespace {

using testing::HasSubstr;

Hash hashOf(std::uint8_t byte) {
  Hash hash;
  hash.bytes.fill(byte);
  return hash;
}

Bytes someEntry() {
  EntryParts parts;
  parts.recordedAt = 1640995200;
  parts.ordinal = 1;
  parts.count = 2;
  parts.statement = Bytes(16, 1);
  return encodeEntry(parts);
}

std::string someCheckpoint() {
  return "example.org/g\n9\n" + toBase64(hashOf(5).view()) + "\n\n\u2014 example.org/g " +
         toBase64(Bytes(68, 3)) + "\n";
}

Receipt someReceipt() {
  Receipt receipt;
  receipt.origin = "example.org/g";
  receipt.reader = {schema::Audience::AUDITOR, "P-9"};
  receipt.purpose = "To <check> it";
  receipt.recordedIn = {7};
  receipt.vkey = "example.org/g+00000000+AQ==";
  receipt.checkpoint = someCheckpoint();
  ReceiptEntry entry;
  entry.proven = {4, someEntry(), {hashOf(1), hashOf(2)}};
  entry.submission = {hashOf(3)};
  entry.signature = Bytes(64, 4);
  ReceiptOpening opening;
  opening.path = {20, {{1, kNoListIndex}}};
  opening.value = SecretBytes(asBytes("Mo"));
  entry.openings.push_back(std::move(opening));
  receipt.entries.push_back(std::move(entry));
  receipt.says = wordsOf(receipt);
  return receipt;
}

Receipt aboutSomebody() {
  Receipt receipt = someReceipt();
  receipt.entries.clear();
  receipt.threads = ThreadProof{
      {"participant", "P-7"},
      {8, someEntry(), {hashOf(1)}},
      {{0, hashOf(1), {2, hashOf(8)}, {hashOf(4)}}, {1, hashOf(9), {3, hashOf(7)}, {}}}};
  receipt.keys.push_back({0, someEntry(), {hashOf(6)}});
  receipt.says = wordsOf(receipt);
  return receipt;
}

std::string text(const SecretBytes& bytes) {
  return std::string(asText(bytes.view()));
}

std::string replaced(std::string whole, const std::string& from, const std::string& to) {
  const std::size_t at = whole.find(from);
  EXPECT_NE(at, whole.npos) << from;
  return whole.replace(at, from.size(), to);
}

using Changes = std::vector<std::pair<std::string, std::string>>;

TEST(Receipt, AsJsonIsReadBackAndInNoOtherSpelling) {
  for (Receipt (*make)() : {someReceipt, aboutSomebody}) {
    const Receipt receipt = make();
    const std::string good = text(receipt.encode());
    const Outcome<Receipt> read = Receipt::parse(good);
    ASSERT_TRUE(read) << read.refusal().reason;
    EXPECT_EQ(text(read.value().encode()), good);
  }
  const std::string good = text(someReceipt().encode());
  const Changes changes = {{"receipt/1", "receipt/2"},
                           {"auditor:P-9", "everybody else"},
                           {"    7\n", "    07\n"},
                           {"    7\n", "    \"7\"\n"},
                           {"\"TW8=\"", "\"TW8\""},
                           {"\"TW8=\"", "\"TW9=\""},
                           {"index 4", "index 04"},
                           {"index 4", "index 4611686018427387905"},
                           {"index 4", "index 9223372036854775807"},
                           {"tlog-proof@v1", "tlog-proof@v2"},
                           {"001400", "001401"},
                           {"\"for\"", "\"to\""},
                           {"\"keys\": []", "\"keys\": [{}]"},
                           {"\"threads\": null", "\"threads\": {}"},
                           {"\"threads\": null", "\"threads\": null,\n  \"more\": 1"},
                           {"\"witnessKeys\": []", "\"witnessKeys\": [1]"},
                           {"\"signature\": \"", "\"signature\": \"AA"},
                           {"\\u2014", "-"},
                           {"{\n", "{"},
                           {"}\n", "}"}};
  for (const auto& [from, to] : changes) {
    const std::size_t at = from == "}\n" ? good.rfind(from) : good.find(from);
    if (at == good.npos) continue;
    std::string bad = good;
    bad.replace(at, from.size(), to);
    EXPECT_FALSE(Receipt::parse(bad)) << from << " to " << to;
  }
}

TEST(Receipt, SaysWhyItIsNoReceipt) {
  EXPECT_EQ(Receipt::parse("hello").refusal().code, "receipt.malformed");
  EXPECT_THAT(Receipt::parse("{}").refusal().reason,
              HasSubstr("does not say that it is a receipt"));
  EXPECT_THAT(Receipt::parse(std::string(kReceiptBytesMax + 1, ' ')).refusal().reason,
              HasSubstr("larger"));
  Receipt none = someReceipt();
  none.entries.clear();
  EXPECT_THAT(Receipt::parse(text(none.encode())).refusal().reason, HasSubstr("no entry"));
}

TEST(Receipt, HoldsNoMoreEntriesThanItMay) {
  Receipt receipt = aboutSomebody();
  for (std::size_t i = 0; i <= kReceiptEntriesMax; ++i) {
    ReceiptEntry entry;
    entry.proven = {i, Bytes(8), {}};
    receipt.entries.push_back(std::move(entry));
  }
  EXPECT_THAT(Receipt::parse(text(receipt.encode())).refusal().reason, HasSubstr("more entries"));
}

TEST(Receipt, AsTextIsReadBackAndInNoOtherSpelling) {
  const std::string good = text(receiptText(someReceipt()));
  EXPECT_TRUE(good.starts_with("Receipt (minutebook/receipt-text/1)\nThis receipt shows that "));
  const Outcome<Receipt> read = parseReceiptText(good);
  ASSERT_TRUE(read) << read.refusal().reason;
  EXPECT_EQ(text(receiptText(read.value())), good);
  EXPECT_EQ(read.value().origin, "example.org/g");
  const Changes changes = {{"text/1", "text/2"},
                           {"for auditor", "to auditor"},
                           {"for auditor:P-9\n", ""},
                           {"for auditor:P-9", "for everybody else"},
                           {"recorded-in 7", "recorded-in 07"},
                           {"\nkey ", "\nkeys "},
                           {"\nentry ", "\nentry A"},
                           {"submission ", "submission AA"},
                           {"opening 001401", "opening 0014"},
                           {" TW8=", " TW8"},
                           {"index 4", "index 04"},
                           {"\n\nfor", "\nfor"}};
  for (const auto& [from, to] : changes) {
    const auto refused = parseReceiptText(replaced(good, from, to));
    EXPECT_FALSE(refused) << from << " to " << to;
  }
  EXPECT_FALSE(parseReceiptText(good + "\n"));
  EXPECT_FALSE(parseReceiptText(""));
  EXPECT_FALSE(parseReceiptText(std::string(kReceiptTextStart)));
  EXPECT_FALSE(parseReceiptText(std::string(kReceiptTextStart) + std::string(1 << 20, 'x')));
}

TEST(Receipt, AsPageHoldsTheReceiptAndNothingThatEndsItsScript) {
  for (Receipt (*make)() : {someReceipt, aboutSomebody}) {
    const Receipt receipt = make();
    const std::string page = text(receiptPage(receipt, theCatalogue()));
    EXPECT_EQ(page.find("To <check> it"), page.npos);
    const Outcome<ReceiptInPage> read = parseReceiptPage(page, theCatalogue());
    ASSERT_TRUE(read) << read.refusal().reason;
    EXPECT_TRUE(read.value().isOurs);
    EXPECT_EQ(text(read.value().receipt.encode()), text(receipt.encode()));
    const auto other = parseReceiptPage(replaced(page, "<h1>", "<h1>Not "), theCatalogue());
    ASSERT_TRUE(other);
    EXPECT_FALSE(other.value().isOurs);
  }
  const std::string page = text(receiptPage(someReceipt(), theCatalogue()));
  for (const auto& [from, to] : Changes{{"To \\u003ccheck", "To \\u003Ccheck"},
                                        {"id=\"receipt\">{", "id=\"receipt\"> {"},
                                        {"id=\"receipt\">", "id=\"other\">"},
                                        {"\"witnessKeys\": []", "\"witnessKeys\": [1]"}}) {
    EXPECT_FALSE(parseReceiptPage(replaced(page, from, to), theCatalogue())) << from;
  }
  EXPECT_FALSE(parseReceiptPage(std::string(kReceiptFileBytesMax + 1, ' '), theCatalogue()));
}

TEST(Receipt, TellsTimesThatNoCalendarHas) {
  EXPECT_EQ(timeInWords(1640995200), "2022-01-01T00:00:00Z");
  EXPECT_EQ(timeInWords(-1), "-1 seconds since 1970");
  EXPECT_EQ(timeInWords(INT64_MAX), "9223372036854775807 seconds since 1970");
}

}  // namespace
}  // namespace minutebook
