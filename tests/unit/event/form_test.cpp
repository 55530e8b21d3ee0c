#include "ledger/event/form.h"

#include <gtest/gtest.h>

#include "ledger/event/mentions.h"
#include "tests/unit/event/changed_bytes.h"

namespace minutebook {
namespace {

using Root = schema::Statement::Builder;

constexpr const char* kMeeting =
    R"({"kind": "meetingHeld", "id": "M-4", "minutes": 185,
        "occurredAt": "14 days before meeting:M-3",
        "sources": [{"title": "Minutes", "document": "not held"}, {"title": "Notes"}],
        "about": ["input:I-7", "input:I-8"], "calledBy": "LE-1", "topics": ["power"],
        "sealedMinutes": "00"})";
constexpr const char* kConsent = R"({"kind": "consentAsked", "scopes": ["recorded", "quoted"]})";
constexpr const char* kFinding =
    R"({"kind": "findingRaised", "id": "F-3", "text": {"public": "It differs."},
        "figures": [{"figure": "1.5"}], "sides": [{"money": "1.00 GBP"}]})";

auto meetingOf(Root statement) {
  return statement.getRecord().getMeetingHeld();
}
auto findingOf(Root statement) {
  return statement.getRecord().getFindingRaised();
}

TEST(Form, OfTheLinesThatAreChangedBelowIsGood) {
  for (const char* line : {kMeeting, kConsent, kFinding}) {
    EXPECT_EQ(verdictOnBytes(changedBytes(line, [](Root) {})), "") << line;
  }
}

// Issue 2: four bytes in an inactive union slot are refused at the door.
TEST(Form, RefusesBytesHiddenInAnInactiveUnionSlot) {
  struct Case {
    const char* what;
    const char* line;
    const char* place;
    Change change;
  };
  for (const Case& c : {
           Case{"four bytes of days where the distance is not recorded", kMeeting,
                "occurredAt.relative",
                [](Root s) {
                  auto length = s.getOccurredAt().getRelative().getLength();
                  length.setDays(0x41424344);
                  auto proto = capnp::Schema::from<schema::Distance>()
                                   .getFieldByName("length")
                                   .getType()
                                   .asStruct()
                                   .getProto();
                  poke16(capnp::toAny(s.getOccurredAt().getRelative()),
                         proto.getStruct().getDiscriminantOffset() * 2, 0);
                }},
           {"a count that says it is not recorded", kMeeting, "minutes",
            [](Root s) {
              poke16(capnp::toAny(meetingOf(s).getMinutes()), unionByte<schema::Count>(), 0);
            }},
           {"a text behind words that are not recorded", kFinding, "text",
            [](Root s) {
              poke16(capnp::toAny(findingOf(s).getText()), unionByte<schema::Words>(), 0);
            }},
           {"a text behind words that one would rather not say", kFinding, "text",
            [](Root s) {
              poke16(capnp::toAny(findingOf(s).getText()), unionByte<schema::Words>(), 1);
            }},
           {"a hash of a document that is not held", kMeeting, "sources[0].document",
            [](Root s) {
              auto document = s.getSources()[0].getDocument();
              Bytes hash(32, 4);
              document.setSha256(kj::arrayPtr(hash.data(), hash.size()));
              poke16(capnp::toAny(document), unionByte<schema::Document>(), 1);
            }},
           {"a member of a union that this schema does not have", kMeeting, "minutes",
            [](Root s) {
              poke16(capnp::toAny(meetingOf(s).getMinutes()), unionByte<schema::Count>(), 77);
            }},
       }) {
    Bytes bytes = changedBytes(c.line, c.change);
    ASSERT_TRUE(Statement::decode(bytes)) << c.what << ": hidden bytes are canonical";
    std::string verdict = verdictOnBytes(bytes);
    EXPECT_TRUE(verdict.starts_with("statement.unknown-content at ")) << c.what << ": " << verdict;
    EXPECT_NE(verdict.find(c.place), std::string::npos) << c.what << ": " << verdict;
  }
}

/// Also what Cap'n Proto would not call text.
void setTitle(Root statement, const std::string& text) {
  meetingOf(statement).setTitle(capnp::Text::Reader(text.data(), text.size()));
}

struct FormCase {
  const char* verdict;
  const char* line;
  Change change;
};

const std::vector<FormCase> kChanges = {
    {"statement.required-missing at record", kMeeting, [](Root s) { s.disownRecord(); }},
    {"statement.unknown-kind at record", kMeeting, [](Root s) { s.getRecord().setUnset(); }},
    {"statement.required-missing at origin", kMeeting, [](Root s) { s.disownOrigin(); }},
    {"statement.required-missing at id", kMeeting, [](Root s) { s.disownId(); }},
    {"statement.bad-id at id", kMeeting, [](Root s) { s.initId(15); }},
    {"statement.bad-id at author", kMeeting, [](Root s) { s.initAuthor(33); }},
    {"statement.empty-value at id", kMeeting, [](Root s) { s.initId(0); }},
    {"statement.empty-value at origin", kMeeting, [](Root s) { s.setOrigin(""); }},
    {"statement.empty-value at sources", kMeeting, [](Root s) { s.initSources(0); }},
    {"statement.empty-value at sources[1]", kMeeting,
     [](Root s) { s.getSources()[1].disownTitle(); }},
    {"statement.empty-value at occurredAt", kMeeting, [](Root s) { s.initOccurredAt(); }},
    {"statement.empty-value at calledBy", kMeeting, [](Root s) { meetingOf(s).initCalledBy(); }},
    {"statement.empty-value at calledBy.participants", kMeeting,
     [](Root s) { meetingOf(s).getCalledBy().initParticipants(0); }},
    {"statement.empty-value at about[1]", kMeeting,
     [](Root s) {
       meetingOf(s).getAbout()[1].initRecord();
       meetingOf(s).getAbout()[1].setNotRecorded();
     }},
    {"statement.empty-value at scopes[1]", kConsent,
     [](Root s) {
       s.getRecord().getConsentAsked().getScopes().set(1, schema::ConsentScope::NOT_RECORDED);
     }},
    {"statement.unknown-content at scopes[0]", kConsent,
     [](Root s) {
       s.getRecord().getConsentAsked().getScopes().set(0, static_cast<schema::ConsentScope>(999));
     }},
    {"statement.unknown-content at meetingKind", kMeeting,
     [](Root s) { meetingOf(s).setMeetingKind(static_cast<schema::MeetingKind>(999)); }},
    {"statement.list-too-long at scopes", kConsent,
     [](Root s) {
       auto scopes = s.getRecord().getConsentAsked().initScopes(4097);
       for (unsigned i = 0; i < 4097; ++i) scopes.set(i, schema::ConsentScope::QUOTED);
     }},
    {"", kConsent,
     [](Root s) {
       auto scopes = s.getRecord().getConsentAsked().initScopes(4096);
       for (unsigned i = 0; i < 4096; ++i) scopes.set(i, schema::ConsentScope::QUOTED);
     }},
    {"statement.not-text at title", kMeeting, [](Root s) { setTitle(s, "caf\xe9"); }},
    {"statement.not-text at title", kMeeting, [](Root s) { setTitle(s, std::string("a\0b", 3)); }},
    {"statement.not-text at title", kMeeting,
     [](Root s) { meetingOf(s).setTitle("carriage\rreturn"); }},
    {"statement.not-text at title", kMeeting,
     [](Root s) { meetingOf(s).setTitle("next line \xc2\x85"); }},
    {"", kMeeting, [](Root s) { meetingOf(s).setTitle("line\nand\ttab"); }},
    {"statement.bad-id at id", kMeeting, [](Root s) { meetingOf(s).setId("M 4"); }},
    {"statement.bad-id at calledBy.participants[0]", kMeeting,
     [](Root s) { meetingOf(s).getCalledBy().getParticipants().set(0, "-"); }},
    {"statement.bad-id at about[0]", kMeeting,
     [](Root s) {
       meetingOf(s).getAbout()[0].initRecord();
       meetingOf(s).getAbout()[0].initEntry(15);
     }},
    {"statement.bad-id at about[0]", kMeeting,
     [](Root s) { meetingOf(s).getAbout()[0].getRecord().disownId(); }},
    {"statement.bad-id at about[0]", kMeeting,
     [](Root s) { meetingOf(s).getAbout()[0].getRecord().setRegister(schema::Register::ENTRY); }},
    {"statement.bad-date at occurredAt", kMeeting,
     [](Root s) {
       auto civil = s.getOccurredAt().initAt();
       civil.setPrecision(schema::Precision::DAY);
       civil.setYear(2021);
       civil.setMonth(2);
       civil.setDay(30);
     }},
    {"statement.bad-date at occurredAt", kMeeting,
     [](Root s) {
       s.getOccurredAt().initBetween().initFrom().setPrecision(schema::Precision::YEAR);
     }},
    {"statement.required-missing at occurredAt.relative.direction", kMeeting,
     [](Root s) { s.getOccurredAt().getRelative().setDirection(schema::Direction::NOT_RECORDED); }},
    {"statement.bad-money at sides[0].money", kFinding,
     [](Root s) { findingOf(s).getSides()[0].getMoney().setCurrency("XYZ"); }},
    {"money.too-large at sides[0].money", kFinding,
     [](Root s) { findingOf(s).getSides()[0].getMoney().setMinor(INT64_MIN); }},
    {"number.form at figures[0].figure", kFinding,
     [](Root s) { findingOf(s).getFigures()[0].getFigure().getDecimal().setPlaces(10); }},
    {"number.form at figures[0].figure", kFinding,
     [](Root s) { findingOf(s).getFigures()[0].getFigure().getDecimal().setUnscaled(INT64_MIN); }},
    {"statement.bad-hash at sources[0].document", kMeeting,
     [](Root s) { s.getSources()[0].getDocument().initSha256(31); }},
    {"statement.bad-commitment at sealedMinutes", kMeeting,
     [](Root s) { meetingOf(s).getSealedMinutes().initCommitment(31); }},
    {"statement.bad-commitment at sealedMinutes", kMeeting,
     [](Root s) { meetingOf(s).initSealedMinutes(); }},
    {"not decoded: statement.malformed", kMeeting,
     [](Root s) {
       auto any = capnp::toAny(s).getPointerSection()[0].initAsAnyStruct(1, 0);
       any.getDataSection()[0] = 1;
     }},
    {"statement.malformed at sources", kMeeting,
     [](Root s) {
       auto any = capnp::toAny(s).getPointerSection()[5].initAsAnyStruct(1, 0);
       any.getDataSection()[0] = 1;
     }},
    // The library would read bytes as a list of small structs; here a list is what the schema says.
    {"statement.malformed at sources[0]", kMeeting,
     [](Root s) { capnp::toAny(s).getPointerSection()[5].setAs<capnp::Text>("x"); }},
    {"statement.malformed at sources[0]", kMeeting,
     [](Root s) {
       auto bits = capnp::toAny(s).getPointerSection()[5].initAs<capnp::List<bool>>(9);
       bits.set(8, true);
     }},
};

TEST(Form, RefusesTheFirstThingThatIsWrong) {
  for (const FormCase& c : kChanges) {
    EXPECT_EQ(verdictOnBytes(changedBytes(c.line, c.change)), c.verdict) << c.verdict;
  }
}

/// A statement whose record is a correction of a correction, and so on.
void nest(schema::Record::Builder record, int levels) {
  if (levels == 0) {
    record.initMeetingHeld().setId("M-4");
    return;
  }
  auto corrected = record.initEntryCorrected();
  corrected.initOf().initEntry(16);
  corrected.setReason("r");
  nest(corrected.initCorrected(), levels - 1);
}

TEST(Form, RefusesACorrectionInsideACorrectionHoweverDeep) {
  auto verdict = [](int levels) {
    return verdictOnBytes(changedBytes(kMeeting, [&](Root s) { nest(s.initRecord(), levels); }));
  };
  EXPECT_EQ(verdict(1), "");
  EXPECT_EQ(verdict(2), "correction.nested at corrected");
  EXPECT_EQ(verdict(10), "correction.nested at corrected");
  EXPECT_EQ(verdict(60), "not decoded: statement.malformed");
}

TEST(Form, OfAWrongTypeNeitherStopsMentionsNorDescription) {
  Bytes bytes = changedBytes(kMeeting, [](Root s) {
    auto any = capnp::toAny(s).getPointerSection()[5].initAsAnyStruct(1, 0);
    any.getDataSection()[0] = 1;
  });
  Statement statement = Statement::decode(bytes).value();
  Json line = describe(statement, theCatalogue());
  ASSERT_NE(line.find("unreadable"), nullptr) << writeJson(line);
  EXPECT_NE(line.find("occurredAt"), nullptr) << "what can be read is shown";
  (void)mentionsOf(statement, theCatalogue());
}

}  // namespace
}  // namespace minutebook
