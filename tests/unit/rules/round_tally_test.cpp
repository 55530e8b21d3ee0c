#include "ledger/rules/round_tally.h"

#include <capnp/message.h>
#include <gtest/gtest.h>

#include "tests/support/memory_facts.h"

namespace minutebook {
namespace {

using schema::Expertise;
using schema::SignOffAnswer;

constexpr ExpertiseSet kLived = expertiseBit(Expertise::LIVED_EXPERIENCE);
constexpr ExpertiseSet kTechnical = expertiseBit(Expertise::TECHNICAL_EXPERT);

TEST(RoundTally, CountsAPersonInEachExpertiseAndOnceInAll) {
  RoundTally tally;
  tally.addAsked(kLived | kTechnical);
  tally.addAsked(0);
  EXPECT_EQ(tally.all().asked, 2u);
  EXPECT_EQ(tally.of(Expertise::LIVED_EXPERIENCE).asked, 1u);
  EXPECT_EQ(tally.of(Expertise::TECHNICAL_EXPERT).asked, 1u);
  EXPECT_EQ(tally.of(Expertise::PRACTITIONER).asked, 0u);
}

TEST(RoundTally, CountsAConditionAsAReplyAndNoApproval) {
  RoundTally tally;
  tally.addAnswer(SignOffAnswer::ASSENT, kLived);
  tally.addAnswer(SignOffAnswer::ASSENT_WITH_RESERVATIONS, kLived);
  tally.addAnswer(SignOffAnswer::ASSENT_IF, kLived);
  tally.addAnswer(SignOffAnswer::ABSTAIN, kLived);
  EXPECT_EQ(tally.all().replies(), 4u);
  EXPECT_EQ(tally.all().approvals(), 2u);
}

TEST(RoundTally, TakesAnAnswerBack) {
  RoundTally tally;
  RoundTally empty;
  tally.addAnswer(SignOffAnswer::DISSENT, kLived);
  tally.takeBack(SignOffAnswer::DISSENT, kLived);
  EXPECT_EQ(tally, empty);
}

/// Facts that hold one tally.
class OneTally : public MemoryFacts {
 public:
  explicit OneTally(std::string value) : value_(std::move(value)) {}
  std::optional<std::string> find(std::string_view key) const override {
    if (key == RoundTally::factKey("R-1")) return value_;
    return std::nullopt;
  }

 private:
  std::string value_;
};

TEST(RoundTally, ReadsItselfBackFromTheFacts) {
  RoundTally tally;
  tally.addAsked(kLived);
  tally.addAnswer(SignOffAnswer::DISSENT, kLived);
  EXPECT_EQ(RoundTally::find(OneTally(tally.value()), "R-1"), tally);
  EXPECT_EQ(RoundTally::find(OneTally("not a tally"), "R-1"), RoundTally());
}

/// Whether approvals of replies reach unscaled / 10^places per cent.
bool reaches(std::uint32_t approvals, std::uint32_t replies, std::int64_t unscaled,
             std::uint8_t places) {
  capnp::MallocMessageBuilder message;
  auto decimal = message.initRoot<schema::Figure>().initDecimal();
  decimal.setUnscaled(unscaled);
  decimal.setPlaces(places);
  return reachesShare(approvals, replies, message.getRoot<schema::Figure>().asReader());
}

TEST(RoundTally, ComparesSharesExactly) {
  EXPECT_TRUE(reaches(2, 3, 66, 0));
  EXPECT_FALSE(reaches(2, 3, 67, 0));
  EXPECT_TRUE(reaches(2, 3, 666666666, 7));
  EXPECT_FALSE(reaches(2, 3, 666666667, 7));
  EXPECT_TRUE(reaches(4096, 4096, 100, 0));
  EXPECT_FALSE(reaches(4096, 4096, 101, 0));
  EXPECT_FALSE(reaches(1, 1, INT64_MAX, 9));
}

TEST(RoundTally, TakesSilenceForNoAssent) {
  EXPECT_FALSE(reaches(0, 0, 0, 0));
}

}  // namespace
}  // namespace minutebook
