#include "audit/verify/verify_bundle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/verify/bundle_test.h"

namespace minutebook {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const BundleScope kAuditor{{schema::Audience::AUDITOR, "P-8"}, {}};

TEST_F(VerifyBundleTest, FindsNothingInASoundBundleAndCountsEveryField) {
  const BundleCheck checked = check(MadeBundle(scenario_, kCoordinators));
  EXPECT_THAT(codesOf(checked.findings), IsEmpty());
  EXPECT_EQ(checked.counts.sealed, 6u);
  EXPECT_EQ(checked.counts.opened, 5u);
  EXPECT_EQ(checked.counts.sealedForReader, 0u);
  EXPECT_EQ(checked.counts.missing, 0u);
  EXPECT_THAT(checked.counts.erasedBy, ElementsAre(std::pair(12u, 1u)));
  EXPECT_EQ(checked.files, 6u);
}

TEST_F(VerifyBundleTest, OpensForEachReaderWhatIsForThemAndNoMore) {
  const std::vector<std::pair<BundleScope, std::uint64_t>> openedFor = {
      {{{schema::Audience::PUBLIC, ""}, {}}, 0},
      {kMembers, 0},
      {kCoordinators, 5},
      {as("P-7"), 2},
      {as("P-8"), 0},
      {as("P-9"), 3}};
  for (const auto& [scope, opened] : openedFor) {
    const BundleCheck checked = check(MadeBundle(scenario_, scope));
    EXPECT_THAT(codesOf(checked.findings), IsEmpty()) << formatViewer(scope.reader);
    EXPECT_EQ(checked.counts.opened, opened) << formatViewer(scope.reader);
    EXPECT_EQ(checked.counts.sealedForReader, 5 - opened) << formatViewer(scope.reader);
    EXPECT_EQ(checked.counts.erased(), 1u) << formatViewer(scope.reader);
  }
}

TEST_F(VerifyBundleTest, OpensForAnAuditorWhoIsOneByTheLogItself) {
  EXPECT_THAT(found(MadeBundle(scenario_, kAuditor)), ElementsAre("opening.not-for-reader"));
  scenario_.record({R"({"kind": "rightGranted", "participant": "P-8", "right": "auditor",
      "reason": "Chosen by the panel."})"});
  scenario_.rootThreads();
  const MadeBundle made(scenario_, kAuditor);
  EXPECT_THAT(found(made), IsEmpty());
  EXPECT_EQ(check(made).counts.opened, 5u);
  scenario_.record({R"({"kind": "rightRevoked", "participant": "P-8", "right": "auditor",
      "reason": "The check is done."})"});
  scenario_.rootThreads();
  EXPECT_THAT(found(MadeBundle(scenario_, kAuditor)), ElementsAre("opening.not-for-reader"));
  EXPECT_THAT(found(made), IsEmpty());
}

TEST_F(VerifyBundleTest, KeepsToAnInitiativeAndCountsWhatItLeavesOut) {
  BundleScope scope = kCoordinators;
  scope.initiative = "T";
  const BundleCheck checked = check(MadeBundle(scenario_, scope));
  EXPECT_THAT(codesOf(checked.findings), IsEmpty());
  EXPECT_EQ(checked.counts.sealed, 1u);
  EXPECT_EQ(checked.counts.opened, 1u);
  EXPECT_EQ(checked.counts.outside, 5u);
}

TEST_F(VerifyBundleTest, ABundleMadeBeforeAnErasureStillVerifies) {
  const MadeBundle before(scenario_, kCoordinators);
  scenario_.record({R"({"kind": "erasureRequested", "participant": "P-7",
      "what": {"everything": null}, "legalBasis": "our own promise"})"});
  scenario_.record({R"({"kind": "erasureDone", "participant": "P-7", "requested": ")" +
                    scenario_.refTo(scenario_.log().size() - 1) +
                    R"(", "what": {"everything": null}})"});
  const std::vector<DataKeyId> ids = scenario_.keys().idsOf("participant/P-7");
  scenario_.keys().destroy({ids.begin(), ids.end()});
  std::erase_if(scenario_.openings(),
                [](const auto& one) { return one.first == 2 || one.first == 8; });
  scenario_.rootThreads();
  const BundleCheck old = check(before);
  EXPECT_THAT(codesOf(old.findings), IsEmpty());
  EXPECT_EQ(old.counts.opened, 5u);
  const BundleCheck later = check(MadeBundle(scenario_, kCoordinators));
  EXPECT_THAT(codesOf(later.findings), IsEmpty());
  EXPECT_EQ(later.counts.opened, 3u);
  EXPECT_THAT(later.counts.erasedBy, ElementsAre(std::pair(12u, 1u), std::pair(15u, 2u)));
  // Erased, sealed for somebody else and missing are three different things.
  const BundleCheck forP9 = check(MadeBundle(scenario_, as("P-9")));
  EXPECT_EQ(forP9.counts.sealedForReader, 0u);
  EXPECT_EQ(forP9.counts.erased(), 3u);
}

TEST_F(VerifyBundleTest, TakesTheKeyOfAClerkEnrolledLaterAndNotOneRevoked) {
  const SigningKey second = SigningKey::fromSeed(Bytes(32, 8));
  scenario_.record({R"({"kind": "keyEnrolled", "purpose": "clerk", "publicKey": ")" +
                    toHex(second.publicKey().view()) + "\"}"});
  scenario_.rootThreads();
  MadeBundle bundle(scenario_, kMembers);
  EXPECT_THAT(found(bundle), IsEmpty());
  bundle.signingKey = SigningKey::fromSeed(Bytes(32, 8));
  bundle.sign();
  EXPECT_THAT(found(bundle), IsEmpty());
  scenario_.record({R"({"kind": "keyRevoked", "purpose": "clerk", "publicKey": ")" +
                    toHex(second.publicKey().view()) + R"(", "why": "replaced"})"});
  scenario_.rootThreads();
  MadeBundle later(scenario_, kMembers);
  EXPECT_THAT(found(later), IsEmpty());
  later.signingKey = SigningKey::fromSeed(Bytes(32, 8));
  later.sign();
  EXPECT_THAT(found(later), ElementsAre("manifest.not-the-clerks"));
}

TEST_F(VerifyBundleTest, APublishedDirectoryIsNoBundleAndAHalfOneIs) {
  MadeBundle bundle(scenario_, kCoordinators);
  for (const char* file : {"manifest", "files", "openings"}) {
    EXPECT_TRUE(looksLikeBundle(bundle.directory())) << file;
    bundle.remove(file);
  }
  EXPECT_FALSE(looksLikeBundle(bundle.directory()));
}

}  // namespace
}  // namespace minutebook
