#include "ledger/event/catalogue.h"

#include <gtest/gtest.h>

#include "tests/support/lines.h"

namespace minutebook {
namespace {

TEST(Catalogue, FindsKindsByNameAndNumber) {
  const KindInfo* kind = theCatalogue().kind("responseGiven");
  ASSERT_NE(kind, nullptr);
  EXPECT_EQ(kind->number, 76);
  EXPECT_EQ(kind->family, "feedback");
  EXPECT_EQ(kind->label, "response given");
  EXPECT_TRUE(kind->everyday);
  EXPECT_EQ(theCatalogue().kind(std::uint16_t{76}), kind);
  EXPECT_EQ(theCatalogue().kind("ResponseGiven"), nullptr);
  EXPECT_EQ(theCatalogue().kind(std::uint16_t{0}), nullptr);
  EXPECT_EQ(theCatalogue().kind(std::uint16_t{115}), nullptr);
}

TEST(Catalogue, KnowsWhatAFieldMeans) {
  const KindInfo& kind = *theCatalogue().kind("inputReceived");
  const FieldInfo* id = kind.structure->find("id");
  EXPECT_EQ(id->id, schema::Register::INPUT);
  EXPECT_TRUE(id->required);
  EXPECT_TRUE(id->joins);
  const FieldInfo* text = kind.structure->find("text");
  EXPECT_EQ(text->type, FieldType::kWords);
  EXPECT_EQ(text->sealedAbout, "participant, from");
  EXPECT_EQ(text->audience, schema::Audience::COORDINATORS);
  const FieldInfo* story = kind.structure->find("story");
  EXPECT_EQ(story->type, FieldType::kSealed);
  EXPECT_EQ(story->sealedType, FieldType::kStruct);
  EXPECT_EQ(story->structure->name, "InputStory");
  const FieldInfo* route = kind.structure->find("returnRoute");
  EXPECT_TRUE(route->group);
  EXPECT_TRUE(route->structure->find("through")->inUnion);
  EXPECT_EQ(kind.structure->find("nothing"), nullptr);
}

TEST(Catalogue, SaysWhoMayRecordAKind) {
  using schema::Right;
  EXPECT_EQ(theCatalogue().kind("keyEnrolled")->recordedBy,
            (std::vector<Right>{Right::STEWARD, Right::MEMBER}));
  EXPECT_EQ(theCatalogue().kind("meetingHeld")->recordedBy,
            (std::vector<Right>{Right::COORDINATOR, Right::RECORDER}));
  EXPECT_EQ(theCatalogue().kind("responseJudged")->belongsTo, "participant");
}

TEST(Register, HasANameAndComesBackFromIt) {
  EXPECT_EQ(registerName(schema::Register::AGENDA_ITEM), "agendaItem");
  EXPECT_EQ(registerNamed("agendaItem"), schema::Register::AGENDA_ITEM);
  EXPECT_EQ(registerNamed("notRecorded"), std::nullopt);
  EXPECT_EQ(registerNamed(""), std::nullopt);
  EXPECT_EQ(registerName(static_cast<schema::Register>(999)), "");
}

TEST(EverydayWords, SplitsCamelCase) {
  EXPECT_EQ(everydayWords("toldTo"), "told to");
  EXPECT_EQ(everydayWords("id"), "id");
}

TEST(NearestName, OffersWhatWasProbablyMeant) {
  const std::vector<std::string> known{"inputReceived", "inputRevised", "toldTo"};
  EXPECT_EQ(nearestName("inputRecieved", known), "inputReceived");
  EXPECT_EQ(nearestName("toldto", known), "toldTo");
  EXPECT_EQ(nearestName("told_to", known), "toldTo");
  EXPECT_EQ(nearestName("somethingElse", known), "");
  EXPECT_EQ(nearestName("", known), "");
  EXPECT_EQ(nearestName(std::string(65, 'x'), known), "");
}

}  // namespace
}  // namespace minutebook
