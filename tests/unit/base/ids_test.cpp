#include "ledger/base/ids.h"

#include <gtest/gtest.h>

namespace minutebook {
namespace {

TEST(RecordId, IsShortAndSayable) {
  for (const char* id : {"D", "D-7", "7", "REPORT.v2", "a_b", "A2345678901234567890123456789012"}) {
    EXPECT_TRUE(isRecordId(id)) << id;
  }
  for (const char* id : {"", "-7", ".a", "_a", "D 7", "D/7", "D@7", "D:7", "\xc3\x89", "D\n",
                         "A23456789012345678901234567890123"}) {
    EXPECT_FALSE(isRecordId(id)) << id;
  }
}

TEST(StatementId, IsWrittenAsItWasRead) {
  const char* text = "01920000-0000-7000-8000-00000000abcd";
  std::optional<StatementId> id = StatementId::parse(text);
  ASSERT_TRUE(id);
  EXPECT_EQ(id->text(), text);
  EXPECT_EQ(StatementId::of(id->view()), id);
}

TEST(StatementId, HasOneSpelling) {
  for (const char* text :
       {"", "01920000-0000-7000-8000-00000000abc", "01920000-0000-7000-8000-00000000abcde",
        "01920000-0000-7000-8000-00000000ABCD", "0192000-00000-7000-8000-00000000abcd",
        "01920000+0000-7000-8000-00000000abcd", "01920000-0000-7000-8000-0000000-abcd",
        "0192000000007000800000000000abcd", "{1920000-0000-7000-8000-00000000abc}",
        "01920000-0000-7000-8000-00000000abcg"}) {
    EXPECT_FALSE(StatementId::parse(text)) << text;
  }
  EXPECT_FALSE(StatementId::of(Bytes(15)));
  EXPECT_FALSE(StatementId::of(Bytes(17)));
}

TEST(StatementId, ByHandIsVersionSevenRoundedToTheSecond) {
  std::array<std::uint8_t, 10> random;
  random.fill(0xff);
  // 1709342096 seconds are 0x018dfcba7a80 milliseconds.
  StatementId id = StatementId::fromTime(1709342096, random);
  EXPECT_EQ(id.text(), "018dfcba-7a80-7fff-bfff-ffffffffffff");
  random.fill(0);
  EXPECT_EQ(StatementId::fromTime(0, random).text(), "00000000-0000-7000-8000-000000000000");
}

TEST(StatementId, OfAnImportIsVersionEight) {
  Hash mac;
  mac.bytes.fill(0xff);
  EXPECT_EQ(StatementId::fromMac(mac).text(), "ffffffff-ffff-8fff-bfff-ffffffffffff");
  mac.bytes.fill(0);
  EXPECT_EQ(StatementId::fromMac(mac).text(), "00000000-0000-8000-8000-000000000000");
}

}  // namespace
}  // namespace minutebook
