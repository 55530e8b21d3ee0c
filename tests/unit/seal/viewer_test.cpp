#include "ledger/seal/viewer.h"

#include <gtest/gtest.h>

namespace minutebook {
namespace {

using schema::Audience;

const Viewer kPublic{Audience::PUBLIC, ""};
const Viewer kMembers{Audience::MEMBERS, ""};
const Viewer kCoordinators{Audience::COORDINATORS, ""};
const Viewer kAuditor{Audience::AUDITOR, "P-9"};
const Viewer kAsha{Audience::SELF, "P-7"};

bool opens(const Viewer& viewer, Audience audience, const std::string& subject = "ledger/",
           const std::string& recordOf = "") {
  return mayOpen(viewer, {audience, subject, recordOf});
}

TEST(Viewer, SeesWhatIsForThemAndForWiderAudiences) {
  const Viewer inOrder[] = {kPublic, kMembers, kCoordinators, kAuditor};
  const Audience values[] = {Audience::PUBLIC, Audience::MEMBERS, Audience::COORDINATORS,
                             Audience::AUDITOR};
  for (int viewer = 0; viewer < 4; ++viewer) {
    for (int value = 0; value < 4; ++value) {
      EXPECT_EQ(opens(inOrder[viewer], values[value]), value <= viewer) << viewer << value;
    }
  }
}

TEST(Viewer, AsThemselvesSeesTheirOwnAndNobodyElses) {
  for (Audience audience :
       {Audience::MEMBERS, Audience::COORDINATORS, Audience::AUDITOR, Audience::SELF}) {
    EXPECT_TRUE(opens(kAsha, audience, "participant/P-7"));
    EXPECT_FALSE(opens(kAsha, audience, "participant/P-77"));
    EXPECT_FALSE(opens(kAsha, audience, "group/P-7"));
    EXPECT_FALSE(opens(kAsha, audience));
  }
}

TEST(Viewer, SeesWhatTheyWerePaidThoughItIsKeptForTheAccounts) {
  EXPECT_TRUE(opens(kAsha, Audience::COORDINATORS, "accounts/T", "P-7"));
  EXPECT_FALSE(opens(kAsha, Audience::COORDINATORS, "accounts/T", "P-8"));
  EXPECT_FALSE(opens(kAsha, Audience::COORDINATORS, "accounts/T", ""));
  EXPECT_FALSE(opens(kAsha, Audience::COORDINATORS, "participant/P-8", "P-7"));
  EXPECT_FALSE(opens(Viewer{Audience::SELF, ""}, Audience::COORDINATORS, "accounts/T", ""));
}

TEST(Viewer, FindsWhomARecordIsAboutAlsoInACorrection) {
  auto about = [](const char* field) {
    Mentions mentions;
    for (auto [id, where] : {std::pair("P-8", "by"), std::pair("P-7", field)}) {
      Mention& mention = mentions.records.emplace_back();
      mention.where = schema::Register::PARTICIPANT;
      mention.id = id;
      mention.field = where;
    }
    return recordOf(mentions);
  };
  EXPECT_EQ(about("participant"), "P-7");
  EXPECT_EQ(about("corrected.participant"), "P-7");
  EXPECT_EQ(about("onBehalfOf.participant"), "");
}

TEST(Viewer, OfNoAudienceSeesNothingAndWhatHasNoneIsOpenedForNobody) {
  EXPECT_FALSE(opens(Viewer{Audience::NOT_RECORDED, ""}, Audience::MEMBERS));
  for (const Viewer& viewer : {kPublic, kMembers, kCoordinators, kAuditor}) {
    EXPECT_FALSE(opens(viewer, Audience::NOT_RECORDED));
    EXPECT_FALSE(opens(viewer, Audience::SELF));
  }
}

TEST(Viewer, IsReadAsItIsWritten) {
  for (const Viewer& viewer : {kPublic, kMembers, kCoordinators, kAuditor, kAsha}) {
    EXPECT_EQ(parseViewer(formatViewer(viewer)), viewer) << formatViewer(viewer);
  }
  for (const char* wrong : {"", "auditor", "auditor:", "self", "two words", "auditor:two words"}) {
    EXPECT_FALSE(parseViewer(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace minutebook
