// Receipts of a small fixed ledger, byte for byte, in tests/golden/receipts. A second program,
// tests/golden/receipt_opinion.py, checks them with hashlib and arithmetic alone.
//
// UPDATE=1 rewrites the files. Once a receipt was handed out, a difference is a broken format.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "ledger/bundle/receipt_text.h"
#include "tests/unit/verify/made_receipt.h"

namespace minutebook {
namespace {

const std::string kFolder = MINUTEBOOK_SOURCE_DIR "/tests/golden/receipts/";

class GoldenReceipts : public testing::Test {
 protected:
  static Scenario& filled(Scenario& scenario) {
    fill(scenario);
    return scenario;
  }

  void expectGolden(const std::string& name, const SecretBytes& made) {
    if (std::getenv("UPDATE")) {
      std::ofstream(kFolder + name, std::ios::binary) << asText(made.view());
    }
    std::ifstream file(kFolder + name, std::ios::binary);
    const std::string there{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(there, asText(made.view())) << name;
  }

  Scenario scenario_;
  ReceiptMaker maker_{filled(scenario_)};
};

TEST_F(GoldenReceipts, OfAnEntryWithAnOpening) {
  Receipt receipt = maker_.ofEntry(2);
  maker_.open(receipt.entries[0]);
  receipt.reader = {schema::Audience::SELF, "P-7"};
  expectGolden("entry-2-of-7.json", receipt.encode());
  expectGolden("entry-2-of-7.txt", receiptText(receipt));
}

TEST_F(GoldenReceipts, OfAnEntrySignedWithOthers) {
  expectGolden("entry-4-of-7.json", maker_.ofEntry(4).encode());
  expectGolden("entry-4-of-7.txt", receiptText(maker_.ofEntry(4)));
}

TEST_F(GoldenReceipts, OfAllEntriesAboutAPersonAndOfNone) {
  expectGolden("all-about-P-7.json", maker_.about("P-7").encode());
  expectGolden("none-about-P-99.json", maker_.about("P-99").encode());
}

TEST_F(GoldenReceipts, AreReadBackAndHold) {
  for (const auto& file : std::filesystem::directory_iterator(kFolder)) {
    std::ifstream in(file.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const bool isText = file.path().extension() == ".txt";
    Outcome<Receipt> receipt = isText ? parseReceiptText(text) : Receipt::parse(text);
    ASSERT_TRUE(receipt) << file.path() << receipt.refusal().reason;
    const ReceiptCheck check =
        verifyReceipt(std::move(receipt).value(), theCatalogue(), {scenario_.vkey(), std::nullopt});
    EXPECT_TRUE(check.findings.empty()) << file.path();
  }
}

}  // namespace
}  // namespace minutebook
