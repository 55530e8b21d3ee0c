// tests/unit/crypto/time_stamp_test.cpp

#include "ledger/crypto/time_stamp.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/fixed_random.h"
#include "tests/support/time_authority.h"

namespace minutebook {
namespace {

const Bytes kData = toBytes(asBytes("example.org/g\n3\nroot\n"));

class TimeStampTest : public ::testing::Test {
 protected:
  StampRequest asked(ImprintHash hash = ImprintHash::kSha256) {
    return StampRequest::of(hash, kData, random_);
  }
  StampEvidence stampedAt(std::int64_t time, ImprintHash hash = ImprintHash::kSha256) {
    const Bytes reply = authority_.reply(asked(hash).encode(), time);
    return {tokenOfReply(reply).value(), {authority_.root(), authority_.certificate()}, {}};
  }
  /// The code and reason of why evidence does not hold.
  std::string refusalOf(const StampEvidence& evidence, ByteView data = kData) {
    const auto verified = verifyTimeStamp(evidence, data, roots_);
    return verified ? "held" : verified.refusal().code + ": " + verified.refusal().reason;
  }

  FixedRandom random_;
  TimeAuthority authority_;
  const std::vector<Bytes> roots_ = {authority_.root()};
};

TEST_F(TimeStampTest, ARequestReadsBackAndNoOtherBytesDo) {
  const StampRequest request = asked();
  const Bytes der = request.encode();
  EXPECT_EQ(StampRequest::parse(der).value(), request);
  Bytes longer = der;
  longer.push_back(0);
  EXPECT_EQ(StampRequest::parse(longer).refusal().code, "stamp.malformed");
  for (std::size_t i = 0; i < der.size(); ++i) {
    Bytes other = der;
    other[i] ^= 1;
    const auto parsed = StampRequest::parse(other);
    EXPECT_TRUE(!parsed || parsed.value() != request) << i;
  }
}

TEST_F(TimeStampTest, HoldsAtItsTimeLongAfterTheCertificatesRanOut) {
  const auto verified = verifyTimeStamp(stampedAt(kIn2020), kData, roots_);
  ASSERT_TRUE(verified) << verified.refusal().reason;
  EXPECT_EQ(verified.value().stamp.time, kIn2020);
  EXPECT_EQ(verified.value().authority, "CN=Time authority of the tests");
  EXPECT_EQ(verified.value().root, "CN=Root of the tests");
  EXPECT_TRUE(verified.value().rootIsGiven);
  EXPECT_EQ(verified.value().holdsUntil, 1'609'459'199);  // 2020-12-31T23:59:59Z
  EXPECT_EQ(verified.value().revocation, Revocation::kNotLookedAt);
}

TEST_F(TimeStampTest, HoldsWithTheLongerHashToo) {
  EXPECT_EQ(refusalOf(stampedAt(kIn2020, ImprintHash::kSha512)), "held");
}

TEST_F(TimeStampTest, RepeatsTheNonce) {
  const StampRequest request = asked();
  const Bytes reply = authority_.reply(request.encode(), kIn2020);
  EXPECT_EQ(readTimeStamp(tokenOfReply(reply).value()).value().nonce, request.nonce);
}

TEST_F(TimeStampTest, DoesNotHoldAtATimeWhenTheCertificatesDidNot) {
  for (const std::int64_t time : {kBefore2020, kAfter2020}) {
    EXPECT_THAT(refusalOf(stampedAt(time)), ::testing::StartsWith("stamp.does-not-hold: At the"));
  }
}

TEST_F(TimeStampTest, SaysWhenTheRootIsOnlyTheEvidencesOwn) {
  const auto verified = verifyTimeStamp(stampedAt(kIn2020), kData, {});
  ASSERT_TRUE(verified);
  EXPECT_FALSE(verified.value().rootIsGiven);
}

TEST_F(TimeStampTest, TrustsNoRootButTheReaders) {
  const TimeAuthority other;
  const std::vector<Bytes> theirs = {other.root()};
  const auto verified = verifyTimeStamp(stampedAt(kIn2020), kData, theirs);
  ASSERT_FALSE(verified);
  EXPECT_EQ(verified.refusal().code, "stamp.does-not-hold");
}

TEST_F(TimeStampTest, IsOverTheseBytesOnly) {
  EXPECT_EQ(refusalOf(stampedAt(kIn2020), asBytes("other bytes")),
            "stamp.other-data: The time stamp is over other bytes than these.");
}

TEST_F(TimeStampTest, NoChangedByteLeavesItStanding) {
  const StampEvidence evidence = stampedAt(kIn2020);
  for (std::size_t i = 0; i < evidence.token.size(); ++i) {
    StampEvidence other = evidence;
    other.token[i] ^= 0x04;
    const auto verified = verifyTimeStamp(other, kData, roots_);
    // The token brings its certificate, which the evidence has as well: bytes of that copy, and of
    // what nobody signed, may differ. What it says may not.
    EXPECT_TRUE(!verified || verified.value().stamp.time == kIn2020) << i;
  }
}

TEST_F(TimeStampTest, NeedsWhatStandsAboveTheAuthority) {
  StampEvidence evidence = stampedAt(kIn2020);
  evidence.certificates.clear();  // The token brings the authority's own.
  EXPECT_THAT(verifyTimeStamp(evidence, kData, {}).refusal().reason,
              ::testing::StartsWith("At the time of the stamp its certificates do not hold"));
}

TEST_F(TimeStampTest, IsNotSignedByACertificateOfTheSameName) {
  StampEvidence evidence = stampedAt(kIn2020);
  const TimeAuthority other;
  evidence.certificates = {other.root(), other.certificate()};
  EXPECT_EQ(verifyTimeStamp(evidence, kData, {}).refusal().reason,
            "The authority's signature does not fit what the stamp says.");
}

TEST_F(TimeStampTest, StandsWhenTheCertificateWasLaterReplaced) {
  StampEvidence evidence = stampedAt(kIn2020);
  evidence.crls = {authority_.revocations(std::nullopt, kLaterIn2020)};
  EXPECT_EQ(verifyTimeStamp(evidence, kData, roots_).value().revocation, Revocation::kNone);
  evidence.crls = {authority_.revocations(GivenUp::kSuperseded, kLaterIn2020)};
  EXPECT_EQ(verifyTimeStamp(evidence, kData, roots_).value().revocation, Revocation::kAfterwards);
}

TEST_F(TimeStampTest, FallsWhenTheKeyWasNoLongerSafeOrNobodySaysWhy) {
  StampEvidence evidence = stampedAt(kIn2020);
  for (const GivenUp reason : {GivenUp::kKeyCompromise, GivenUp::kWithoutReason}) {
    evidence.crls = {authority_.revocations(reason, kLaterIn2020)};
    EXPECT_THAT(refusalOf(evidence), ::testing::HasSubstr("was revoked"));
  }
  evidence.crls = {authority_.revocations(GivenUp::kSuperseded, kBefore2020)};
  EXPECT_THAT(refusalOf(evidence), ::testing::HasSubstr("was revoked"));
}

TEST_F(TimeStampTest, AListOfSomebodyElseSaysNothing) {
  StampEvidence evidence = stampedAt(kIn2020);
  // The same names, other keys.
  const TimeAuthority other;
  evidence.crls = {other.revocations(GivenUp::kKeyCompromise, kLaterIn2020)};
  EXPECT_EQ(verifyTimeStamp(evidence, kData, roots_).value().revocation, Revocation::kNotLookedAt);
}

TEST_F(TimeStampTest, ARequestTurnedDownIsSaidInTheAuthoritysWords) {
  const Bytes reply = authority_.reply(asBytes("no request"), kIn2020);
  const auto token = tokenOfReply(reply);
  ASSERT_FALSE(token);
  EXPECT_EQ(token.refusal().code, "stamp.not-granted");
  EXPECT_EQ(token.refusal().reason,
            "The authority did not stamp it: Bad request format or system error.");
}

TEST_F(TimeStampTest, RefusesWhatIsNoAnswerNoTokenAndNoCertificate) {
  EXPECT_EQ(tokenOfReply(asBytes("nothing")).refusal().code, "stamp.malformed");
  EXPECT_EQ(readTimeStamp(asBytes("nothing")).refusal().code, "stamp.malformed");
  EXPECT_EQ(certificatesIn(asBytes("nothing")).refusal().code, "stamp.malformed");
  EXPECT_EQ(crlsIn(authority_.root()).refusal().code, "stamp.malformed");
  EXPECT_EQ(certificatesIn({}).refusal().reason, "The file of certificates is empty.");
  EXPECT_EQ(certificatesIn(Bytes(kStampPartBytesMax + 1)).refusal().code, "stamp.malformed");
}

TEST_F(TimeStampTest, ReadsCertificatesInBothForms) {
  const std::vector<Bytes> both = {authority_.root(), authority_.certificate()};
  EXPECT_EQ(certificatesIn(asBytes(pemOf(both))).value(), both);
  EXPECT_EQ(certificatesIn(both[0]).value(), roots_);
  const Bytes list = authority_.revocations(std::nullopt, kIn2020);
  EXPECT_EQ(crlsIn(list).value(), std::vector<Bytes>{list});
}

}  // namespace
}  // namespace minutebook
