#include "audit/report/held_back.h"

#include <gtest/gtest.h>

namespace minutebook {
namespace {

TEST(ShownTo, ShowsEveryRowUnlessItIsForOneOrForNone) {
  EXPECT_TRUE(ShownTo{}.maySee("P-7"));
  EXPECT_TRUE(ShownTo{}.maySee(""));
  EXPECT_FALSE(ShownTo{""}.maySee("P-7"));
  EXPECT_FALSE(ShownTo{""}.maySee(""));
}

TEST(ShownTo, TellsOnePersonFromAnother) {
  ShownTo shownTo{"P-7"};
  EXPECT_TRUE(shownTo.maySee("P-7"));
  EXPECT_TRUE(shownTo.maySee("group WG, P-7; P-8"));
  EXPECT_FALSE(shownTo.maySee("P-77, XP-7"));
  EXPECT_TRUE(shownTo.maySeeAnyOf("P-8", "P-7"));
  EXPECT_FALSE(shownTo.maySeeAnyOf("P-8", "P-9"));
}

TEST(HeldBack, SaysHowManyAndWhy) {
  EXPECT_TRUE(heldBackWords(1, "person").starts_with("1 person is counted here and not shown: "));
  EXPECT_TRUE(heldBackWords(2, "person").starts_with("2 people are counted here"));
  EXPECT_TRUE(heldBackWords(2, "line").starts_with("2 lines are counted here"));
}

}  // namespace
}  // namespace minutebook
