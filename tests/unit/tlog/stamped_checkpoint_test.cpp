// tests/unit/tlog/stamped_checkpoint_test.cpp

#include "ledger/tlog/stamped_checkpoint.h"

#include <gtest/gtest.h>

#include "ledger/tlog/checkpoint.h"
#include "tests/support/fault_of.h"
#include "tests/support/fixed_random.h"

namespace minutebook {
namespace {

StampedCheckpoint example() {
  FixedRandom random;
  Sha256 hasher;
  const SigningKey key = SigningKey::generate(random);
  const Checkpoint checkpoint{"example.org/g", 3, sha256(asBytes("root")), {}};
  return {{{{1, 2, 3}, {{4}, {5, 6}}, {{7}}}, {{8, 9}, {}, {}}},
          signCheckpoint(hasher, key, checkpoint).encode()};
}

TEST(StampedCheckpoint, ReadsBackWhatItWrites) {
  const StampedCheckpoint stamped = example();
  EXPECT_EQ(StampedCheckpoint::parse(stamped.encode()).value(), stamped);
  const StampedCheckpoint bare{{}, stamped.checkpoint};
  EXPECT_EQ(StampedCheckpoint::parse(bare.encode()).value(), bare);
}

TEST(StampedCheckpoint, IsLinesAboveTheCheckpoint) {
  const StampedCheckpoint stamped = example();
  EXPECT_EQ(stamped.encode(),
            "minutebook/stamped-checkpoint/v1\n"
            "stamp AQID\ncertificate BA==\ncertificate BQY=\ncrl Bw==\nstamp CAk=\n\n" +
                stamped.checkpoint);
}

TEST(StampedCheckpoint, HasTheTextStampedFirstAndThenTheFileAsItStood) {
  StampedCheckpoint stamped = example();
  EXPECT_EQ(stamped.bytesOf(0).hash, ImprintHash::kSha256);
  EXPECT_EQ(stamped.bytesOf(0).data, SignedNote::parse(stamped.checkpoint).value().text);
  EXPECT_EQ(stamped.bytesOf(2).hash, ImprintHash::kSha512);
  EXPECT_EQ(stamped.bytesOf(2).data, stamped.encode());
  const std::string second = stamped.bytesOf(1).data;
  stamped.stamps.pop_back();
  EXPECT_EQ(second, stamped.encode());
  EXPECT_EQ(faultOf([&] { (void)stamped.bytesOf(2); }), FaultKind::kBug);
}

TEST(StampedCheckpoint, RefusesEveryOtherSpelling) {
  const StampedCheckpoint stamped = example();
  const std::string head(kStampedHead);
  const std::string end = "\n" + stamped.checkpoint;
  std::string many = head;
  for (std::size_t i = 0; i <= kStampsMax; ++i) many += "stamp AQID\n";
  std::string crowd = head + "stamp AQID\n";
  for (std::size_t i = 0; i <= kStampPartsMax; ++i) crowd += "crl Bw==\n";
  for (const std::string& text :
       {std::string(), std::string("minutebook/stamped-checkpoint/v2\n") + end, head,
        head + "stamp AQID\n", head + "stamp AQID" + end, head + "stamp \n" + end,
        head + "stamp AQI\n" + end, head + "stamp AQID \n" + end, head + "certificate BA==\n" + end,
        head + "crl Bw==\n" + end, head + "stamp AQID\ncrl Bw==\ncertificate BA==\n" + end,
        head + "stamp AQID\nCertificate BA==\n" + end, head + end + "x", many + end, crowd + end}) {
    const auto parsed = StampedCheckpoint::parse(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_TRUE(parsed.refusal().code == "stamp.malformed" ||
                parsed.refusal().code == "note.malformed");
  }
  EXPECT_EQ(StampedCheckpoint::parse(std::string(kStampedBytesMax + 1, 'x')).refusal().reason,
            "The file is larger than 16 MiB.");
}

}  // namespace
}  // namespace minutebook
