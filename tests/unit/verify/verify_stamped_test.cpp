// tests/unit/verify/verify_stamped_test.cpp

#include "audit/verify/verify_stamped.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/tlog/stamped_checkpoint.h"
#include "tests/support/fixed_random.h"
#include "tests/support/time_authority.h"

namespace minutebook {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class VerifyStamped : public ::testing::Test {
 protected:
  VerifyStamped() {
    const Checkpoint checkpoint{"example.org/g", 3, sha256(asBytes("root")), {}};
    stamped_.checkpoint = signCheckpoint(hasher_, key_, checkpoint).encode();
    const PublicKey& publicKey = key_.publicKey();
    expected_.vkeys =
        VerifierKey{"example.org/g", NoteKeyType::kEd25519, toBytes(publicKey.view())}.encode(
            hasher_);
    expected_.authorities = {authority_.root()};
  }

  void stampAt(std::int64_t time) {
    const StampedBytes next = stamped_.bytesOf(stamped_.stamps.size());
    const StampRequest asked = StampRequest::of(next.hash, asBytes(next.data), random_);
    stamped_.stamps.push_back({tokenOfReply(authority_.reply(asked.encode(), time)).value(),
                               {authority_.root(), authority_.certificate()},
                               {authority_.revocations(std::nullopt, kAfter2020)}});
  }
  StampedCheck check() const { return verifyStamped(stamped_.encode(), expected_); }
  std::vector<std::string> codes() const {
    std::vector<std::string> codes;
    for (const Finding& finding : check().findings) codes.emplace_back(finding.code());
    return codes;
  }

  FixedRandom random_;
  Sha256 hasher_;
  const SigningKey key_ = SigningKey::generate(random_);
  TimeAuthority authority_;
  StampedCheckpoint stamped_;
  StampedExpectations expected_;
};

TEST_F(VerifyStamped, HoldsWithEveryStampInOrder) {
  stampAt(kIn2020);
  stampAt(kLaterIn2020);
  const StampedCheck checked = check();
  EXPECT_THAT(checked.findings, IsEmpty());
  EXPECT_THAT(checked.notes, IsEmpty());
  ASSERT_EQ(checked.stamps.size(), 2u);
  EXPECT_EQ(checked.checkpoint->size, 3u);
}

TEST_F(VerifyStamped, SaysWhatItCouldNotCheck) {
  EXPECT_THAT(check().notes, ElementsAre("It has no time stamp yet."));
  stampAt(kIn2020);
  expected_.authorities.clear();
  EXPECT_THAT(check().notes, ElementsAre(HasSubstr("whether you trust the authority")));
  expected_.authorities = {authority_.root()};
  stamped_.stamps[0].crls.clear();
  EXPECT_THAT(check().notes, ElementsAre(HasSubstr("had been revoked")));
}

TEST_F(VerifyStamped, NeedsTheLogsKeyBeforeAnythingElse) {
  stampAt(kIn2020);
  expected_.vkeys.reset();
  EXPECT_THAT(codes(), ElementsAre("vkey.missing"));
  expected_.vkeys = "no key";
  EXPECT_THAT(codes(), ElementsAre("vkey.refused"));
  expected_.vkeys = VerifierKey{"example.org/g", NoteKeyType::kEd25519, Bytes(32)}.encode(hasher_);
  EXPECT_THAT(codes(), ElementsAre("checkpoint.refused"));
  EXPECT_THAT(check().stamps, IsEmpty());
}

TEST_F(VerifyStamped, FindsAStampOfAnotherCheckpoint) {
  stampAt(kIn2020);
  const Checkpoint other{"example.org/g", 4, sha256(asBytes("other")), {}};
  stamped_.checkpoint = signCheckpoint(hasher_, key_, other).encode();
  EXPECT_THAT(codes(), ElementsAre("stamp.does-not-hold"));
  EXPECT_THAT(check().findings[0].detail, HasSubstr("stamp.other-data"));
}

TEST_F(VerifyStamped, FindsAFirstStampThatWasExchanged) {
  stampAt(kIn2020);
  stampAt(kIn2020);
  const StampEvidence second = stamped_.stamps[1];
  stamped_.stamps.clear();
  stampAt(kBefore2020 + 86'400 * 90);
  stamped_.stamps.push_back(second);
  EXPECT_THAT(codes(), ElementsAre("stamp.does-not-hold"));
  EXPECT_THAT(check().findings[0].detail, HasSubstr("Stamp 2"));
}

TEST_F(VerifyStamped, FindsATimeThatGoesBack) {
  stampAt(kLaterIn2020);
  stampAt(kIn2020);
  EXPECT_THAT(codes(), ElementsAre("stamp.time-back"));
}

TEST_F(VerifyStamped, ReadsStrictly) {
  EXPECT_EQ(verifyStamped("minutebook/stamped-checkpoint/v1\n", expected_).findings[0].code(),
            "stamped.refused");
}

}  // namespace
}  // namespace minutebook
