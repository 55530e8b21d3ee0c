// tests/unit/verify/verify_openings_test.cpp

#include "audit/verify/verify_openings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/verify/small_ledger.h"

namespace minutebook {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class VerifyOpeningsTest : public testing::Test {
 protected:
  VerifyOpeningsTest() { fill(scenario_); }

  OpeningsCheck check(const DataKeys* keys) {
    return verifyOpenings(
        scenario_.log(), theCatalogue(),
        [this](const auto& visit) {
          for (const auto& [index, opening] : scenario_.openings()) visit(index, opening);
        },
        keys);
  }
  OpeningsCheck check() { return check(&scenario_.keys()); }

  /// P-7 asks for erasure of `what`, and it is recorded as done.
  void recordErasure(const std::string& what) {
    scenario_.record({R"({"kind": "erasureRequested", "participant": "P-7", "what": )" + what +
                      R"(, "legalBasis": "our own promise"})"});
    const std::string request = scenario_.refTo(scenario_.log().size() - 1);
    scenario_.record({R"({"kind": "erasureDone", "participant": "P-7", "requested": ")" + request +
                      R"(", "what": )" + what + "}"});
  }
  void dropOpeningsOf(std::uint64_t index) {
    std::erase_if(scenario_.openings(), [&](const auto& one) { return one.first == index; });
  }

  Scenario scenario_;
};

TEST_F(VerifyOpeningsTest, OpensEveryValueAndFindsItCommittedTo) {
  const OpeningsCheck checked = check();
  EXPECT_THAT(codesOf(checked.findings), IsEmpty());
  EXPECT_EQ(checked.commitments, 2u);
  EXPECT_EQ(checked.opened, 2u);
  EXPECT_EQ(checked.notChecked, 0u);
}

TEST_F(VerifyOpeningsTest, WithoutKeysCountsWhatItCannotCheck) {
  const OpeningsCheck checked = check(nullptr);
  EXPECT_THAT(codesOf(checked.findings), IsEmpty());
  EXPECT_EQ(checked.notChecked, 2u);
  EXPECT_EQ(checked.opened, 0u);
}

TEST_F(VerifyOpeningsTest, FindsAMissingOpening) {
  dropOpeningsOf(5);
  EXPECT_THAT(codesOf(check().findings), ElementsAre("opening.missing@5"));
  scenario_.openings().clear();
  const OpeningsCheck checked = check(nullptr);
  EXPECT_THAT(codesOf(checked.findings), ElementsAre("opening.missing@2"));
  EXPECT_EQ(checked.findings[0].times, 2u);
}

TEST_F(VerifyOpeningsTest, FindsEveryFlippedByteOfAnOpening) {
  const Opening sound = scenario_.openings()[0].second;
  for (std::size_t at = 0; at < sound.box.size(); ++at) {
    Opening& opening = scenario_.openings()[0].second;
    opening = sound;
    opening.box[at] ^= 0x20;
    ASSERT_THAT(codesOf(check().findings), ElementsAre("opening.does-not-open@2")) << at;
  }
  for (std::size_t at = 0; at < sound.keyId.bytes.size(); ++at) {
    Opening& opening = scenario_.openings()[0].second;
    opening = sound;
    opening.keyId.bytes[at] ^= 0x20;
    ASSERT_THAT(codesOf(check().findings), ElementsAre("opening.key-missing@2")) << at;
  }
}

TEST_F(VerifyOpeningsTest, FindsAnOpeningOfAnotherValue) {
  auto& [index, opening] = scenario_.openings()[1];
  const DataKey& key = *scenario_.keys().findSubject("participant/P-9");
  Aead aead;
  OpenedValue other;
  other.value = toBytes(asBytes("by pigeon"));
  opening = sealValue(aead, key, {Scenario::kOrigin, scenario_.facts().statementAt(index).id()},
                      opening.path, other, scenario_.random());
  EXPECT_THAT(codesOf(check().findings), ElementsAre("opening.other-value@5"));
}

TEST_F(VerifyOpeningsTest, FindsOpeningsThatBelongNowhere) {
  const auto openings = scenario_.openings();
  scenario_.openings().push_back({99, openings[0].second});
  EXPECT_THAT(codesOf(check().findings), ElementsAre("opening.unexpected@99"));
  scenario_.openings() = {openings[0], openings[0], openings[1]};
  EXPECT_THAT(codesOf(check().findings), ElementsAre("opening.unexpected@2"));
  scenario_.openings() = {openings[0], {3, openings[0].second}, openings[1]};
  EXPECT_THAT(codesOf(check().findings), ElementsAre("opening.unexpected@3"));
  scenario_.openings() = {openings[1], openings[0]};
  EXPECT_THAT(codesOf(check().findings), ElementsAre("opening.unexpected@2", "opening.missing@2"));
}

TEST_F(VerifyOpeningsTest, ARecordedErasureExplainsWhatIsGoneForThatPersonOnly) {
  recordErasure(R"({"everything": null})");
  dropOpeningsOf(2);
  scenario_.keys().destroy({scenario_.keys().findSubject("participant/P-7")->id});
  const OpeningsCheck checked = check();
  EXPECT_THAT(codesOf(checked.findings), IsEmpty());
  EXPECT_EQ(checked.erased, 1u);
  EXPECT_EQ(checked.opened, 1u);
  dropOpeningsOf(5);
  EXPECT_THAT(codesOf(check().findings), ElementsAre("opening.missing@5"));
}

TEST_F(VerifyOpeningsTest, AnErasureOfOneEntryExplainsThatEntryOnly) {
  recordErasure(R"({"these": [")" + scenario_.refTo(2) + R"("]})");
  dropOpeningsOf(2);
  EXPECT_EQ(check().erased, 1u);
  EXPECT_THAT(codesOf(check().findings), IsEmpty());
  dropOpeningsOf(5);
  EXPECT_THAT(codesOf(check().findings), ElementsAre("opening.missing@5"));
}

TEST_F(VerifyOpeningsTest, FindsWhatCanStillBeOpenedAfterItsErasure) {
  recordErasure(R"({"everything": null})");
  EXPECT_THAT(codesOf(check().findings), ElementsAre("opening.not-erased@2"));
  // The key is destroyed first; what it sealed may still lie there and is lost all the same.
  scenario_.keys().destroy({scenario_.keys().findSubject("participant/P-7")->id});
  EXPECT_THAT(codesOf(check().findings), IsEmpty());
  EXPECT_EQ(check().erased, 1u);
}

TEST_F(VerifyOpeningsTest, AnErasureDoesNotExplainWhatWasSaidAfterIt) {
  recordErasure(R"({"everything": null})");
  dropOpeningsOf(2);
  scenario_.keys().destroy({scenario_.keys().findSubject("participant/P-7")->id});
  scenario_.record({R"({"kind": "participantChanged", "participant": "P-7", "name": "R."})"});
  const std::uint64_t index = scenario_.log().size() - 1;
  EXPECT_THAT(codesOf(check().findings), IsEmpty());
  dropOpeningsOf(index);
  EXPECT_THAT(codesOf(check().findings), ElementsAre("opening.missing@" + std::to_string(index)));
}

}  // namespace
}  // namespace minutebook
