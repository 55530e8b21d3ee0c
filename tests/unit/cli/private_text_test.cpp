// tests/unit/cli/private_text_test.cpp
//
// What alarms and what does not. Names are made up; numbers are those set aside for examples.

#include "cli/door/private_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/fixed_random.h"

namespace minutebook {
namespace {

struct Phrase {
  const char* text;
  std::vector<LooksLike> found;
};

const LooksLike kKnown = LooksLike::kKnownName;
const LooksLike kName = LooksLike::kName;
const LooksLike kEmail = LooksLike::kEmail;
const LooksLike kPhone = LooksLike::kPhone;
const LooksLike kAccount = LooksLike::kBankAccount;
const LooksLike kCard = LooksLike::kCard;
const LooksLike kPerson = LooksLike::kPersonNumber;

const Phrase kAlarming[] = {
    // E-mail
    {"Write to asha@example.org please", {kEmail}},
    {"asha.b+bus@mail.example.co.uk", {kEmail}},
    {"(mo_1@example.net)", {kEmail}},
    {"Ask o'example@example.org.", {kEmail}},
    {"asha@example.org or mo@example.org", {kEmail, kEmail}},
    // Telephone
    {"Ring 07700 900123 after six", {kPhone}},
    {"07700900123", {kPhone}},
    {"My number is 020 7946 0018.", {kPhone}},
    {"(0161) 496 0000", {kPhone}},
    {"0161-496-0000", {kPhone}},
    {"01632 960001", {kPhone}},
    {"+44 7700 900123", {kPhone}},
    {"+44 (0)20 7946 0018", {kPhone}},
    {"0044 20 7946 0018", {kPhone}},
    {"+33 1 23 45 67 89", {kPhone}},
    {"+1-202-555-0143 abroad", {kPhone}},
    {"tel:07700 900123", {}},  // A colon without a space: part of something longer.
    {"tel: 07700 900123", {kPhone}},
    // Bank
    {"GB33BUKB20201555555555", {kAccount}},
    {"Pay GB33 BUKB 2020 1555 5555 55 by Friday", {kAccount}},
    {"DE89 3704 0044 0532 0130 00", {kAccount}},
    {"sort code 20-20-15", {kAccount}},
    {"Sort Code: 20 20 15", {kAccount}},
    {"20-20-15 55555555", {kAccount}},
    {"account number 55555555", {kAccount}},
    {"a/c 55555555", {kAccount}},
    {"card 4111 1111 1111 1111", {kCard}},
    {"4111-1111-1111-1111", {kCard}},
    // Numbers of a person
    {"JG 12 34 56 C", {kPerson}},
    {"My NI is JG123456C", {kPerson}},
    {"jg 12 34 56 c", {kPerson}},
    {"National Insurance no. 12 34 56", {kPerson}},
    {"NHS number 943 476 5919", {kPerson}},
    {"benefit number 12345678", {kPerson}},
    {"claim ref 123456", {kPerson}},
    {"Passport number 123456789", {kPerson}},
    // Names
    {"My name is Asha", {kName}},
    {"my name is Asha Example", {kName}},
    {"My name's Mo and I came by bus", {kName}},
    {"her name is Asha", {kName}},
    {"I'm called Mo", {kName}},
    {"I am called Asha Example", {kName}},
    {"Mrs Example asked", {kName}},
    {"Mr. Example asked", {kName}},
    {"Dr Mo Example-Smith came", {kName}},
    {"Thanks to Cllr O'Example", {kName}},
    {"mrs example asked", {kName}},
    {"MRS EXAMPLE", {kName}},
    {"ask mr. example", {kName}},
    {"miss Beth Jones came", {kName}},
    {"thanks from miss Jones", {kName}},
    {"our councillor Example", {kName}},
    {"Mrs\nExample", {kName}},
    {"Prof Example and Mx Sample", {kName, kName}},
    {"Mr \xc3\x89xample", {kName}},
    // Names of people who take part
    {"Rosa Sample said so", {kKnown}},
    {"I agree with Rosa Sample's point", {kKnown}},
    {"ROSA SAMPLE", {kKnown}},
    {"as Rosa Maria Sample put it", {kKnown}},
    {"rosa sample said so", {kKnown}},
    {"rosa SAMPLE", {kKnown}},
    {"Rosa sample's point", {kKnown}},
    {"Rosa  Sample", {kKnown}},
    {"Rosa\nSample", {kKnown}},
    {"Rosa\r\n  Sample", {kKnown}},
    {"Rosa\xc2\xa0Sample", {kKnown}},
    {"Sample, Rosa", {kKnown}},
    {"SAMPLE,ROSA", {kKnown}},
    {"from sample, rosa maria, by post", {kKnown}},
    {"\xe2\x80\x9cRosa Sample\xe2\x80\x9d", {kKnown}},
    {"'Rosa Sample'", {kKnown}},
    {"Rosa Sample\xe2\x80\x99s point", {kKnown}},
    {"\xc3\xa9lan vital", {kKnown}},
    {"Will Field and Hope May", {kKnown}},
    {"Mrs Rosa Sample", {kName}},  // The title with the name.
    {"\xc3\x89lan Vital wrote", {kKnown}},
};

const char* const kHarmless[] = {
    "",
    "More benches near the bus stop, please.",
    "2024-03-02",
    "on 02/03/2024 at 10:30",
    "from 01-02-2024 to 03-04-2024",
    "2024-03-02T09:00:00Z",
    "09:00-11:30",
    "entry 1234567",
    "See input I-1234567 and REPORT@2.",
    "0190a1b2-0000-7000-8000-000000000001",
    "sha256:aabbccddeeff00112233445566778899aabbccddeeff00112233445566778899",
    "33.00 GBP",
    "\xc2\xa3"
    "12,500.00 over 3 years",
    "0.0123456789",
    "1,250,000 people",
    "250000 people on benefits",
    "charity number 1234567",
    "company no. 01234567",
    "ISBN 978-0-00-000000-2",
    "freephone 0800 123456 7",
    "0808 1570000 is the helpline",
    "0300 123 4567",
    "call 999 or 116 123",
    "version 1.2.3.4567890",
    "10-20-30 rule",
    "12-10-2024",
    "twitter @example",
    "me @ the meeting",
    "REPORT@2.1",
    "a@b",
    "Miss Monday's meeting and you miss much",
    "Dr May be",
    "the Mr and Mrs of it",
    "Lord Mayor",
    "The name is wrong on the form",
    "the project is called Bright Street",
    "My name is on the list",
    "Poverty Truth Commission",
    "Rosa said so",
    "Sample Rosa",
    "Rosa\n\nSample",
    "Rosa's Sample",
    "Sample, Mo",
    "the rosa, sample and all",
    "Sample. Rosa",
    "the field will field questions",
    "Will field days go on?",
    "in my field, will there be more?",
    "i miss Sure Start",
    "We miss London buses",
    "you will miss Universal Credit",
    "the dr said so",
    "dr may be",
    "mr and mrs",
    "people with ms and others",
    "sir or madam",
    "Rosa. Sample",
    "We met in Rosa, Sample Street",
    "Universal Credit is too slow",
    "PIP and ESA",
    "AB12 3CD",
    "room 2.14, SW1A 1AA",
    "WG-2024-0001",
    "4111 1111 1111 1112",
    "5 of 12 people, 41.7%",
    "Ref 12-34-56-78",
    "GB33BUKB20201555555556",
    "1234567890123",
};

class PrivateText : public ::testing::Test {
 protected:
  PrivateText() {
    for (const char* name : {"Rosa Maria Sample", "Mo", "\xc3\x89lan Vital", "Will Field"})
      names_.add(name);
  }
  std::vector<LooksLike> in(std::string_view text) {
    std::vector<LooksLike> found;
    for (const PrivateSpot& spot : privateSpots(text, names_)) found.push_back(spot.what);
    return found;
  }

  FixedRandom random_;
  KnownNames names_{random_};
};

TEST_F(PrivateText, AlarmsAtWhatLeadsToAPerson) {
  for (const Phrase& phrase : kAlarming) EXPECT_EQ(in(phrase.text), phrase.found) << phrase.text;
}

TEST_F(PrivateText, LeavesWhatDoesNotInPeace) {
  for (const char* text : kHarmless) EXPECT_THAT(in(text), testing::IsEmpty()) << text;
}

TEST_F(PrivateText, CountsCharactersAsPeopleDo) {
  const auto spots = privateSpots("\xe2\x82\xac\xe2\x82\xac asha@example.org.", names_);
  EXPECT_EQ(spots, (std::vector<PrivateSpot>{{LooksLike::kEmail, 4, 19}}));
}

TEST_F(PrivateText, SeesANameThatIsLongOrAtTheVeryEnd) {
  EXPECT_EQ(privateSpots("Rosa Maria Sample", names_),
            (std::vector<PrivateSpot>{{LooksLike::kKnownName, 1, 17}}));
  EXPECT_EQ(privateSpots("by Rosa Sample", names_),
            (std::vector<PrivateSpot>{{LooksLike::kKnownName, 4, 14}}));
}

TEST_F(PrivateText, SeesANameInAnId) {
  for (const char* id : {"RosaSample", "rosa-sample", "ROSA_SAMPLE", "rosasample", "P-RosaSample-2",
                         "rosa.maria.sample", "RosaMariaSample", "RosaMaria_Sample"}) {
    EXPECT_EQ(privateSpotsOfId(id, names_),
              (std::vector<PrivateSpot>{{LooksLike::kKnownName, 1, std::string_view(id).size()}}))
        << id;
  }
  for (const char* id :
       {"P-7", "Rosa", "Sample", "SampleRosa", "rosa-2-days", "prosasample", "", "M"}) {
    EXPECT_THAT(privateSpotsOfId(id, names_), testing::IsEmpty()) << id;
  }
}

TEST_F(PrivateText, TakesASurnameByItselfForANameUnlessItIsAWordOrAPlace) {
  for (const char* name : {"Asha Khan", "Jo London", "Mo Green", "Li Xu", "Ana O'Toole"}) {
    names_.add(name);
  }
  EXPECT_EQ(in("Khan's point, and O'Toole's"),
            (std::vector<LooksLike>{LooksLike::kKnownSurname, LooksLike::kKnownSurname}));
  EXPECT_EQ(in("Asha Khan"), std::vector<LooksLike>{LooksLike::kKnownName});
  for (const char* text : {"no khan", "in London", "Green issues", "Xu", "Khanate", "Rosa came"}) {
    EXPECT_THAT(in(text), testing::IsEmpty()) << text;
  }
  for (const char* id : {"P-AKhan", "akhan", "KhanA-2", "khan-3", "AshaK"}) {
    EXPECT_THAT(privateSpotsOfId(id, names_), testing::SizeIs(1)) << id;
  }
  for (const char* id : {"AK-1", "LONDON", "green", "P-12", "bakhan"}) {
    EXPECT_THAT(privateSpotsOfId(id, names_), testing::IsEmpty()) << id;
  }
}

TEST_F(PrivateText, TakesInitialsInAnIdForTheirs) {
  const LooksLike kTheirs = LooksLike::kInitials;
  for (const char* id : {"AK", "P-AK", "ak-7", "AK2", "A-K", "P-A-K"}) {
    EXPECT_EQ(privateSpotsOfId(id, names_, "Asha Khan"),
              (std::vector<PrivateSpot>{{kTheirs, 1, std::string_view(id).size()}}))
        << id;
    EXPECT_THAT(privateSpotsOfId(id, names_), testing::IsEmpty()) << id;
  }
  EXPECT_THAT(privateSpotsOfId("RMS", names_, "Rosa Maria Sample"), testing::SizeIs(1));
  for (const char* id : {"P-7", "LE-1", "KA", "AKA", "BREAK-1"}) {
    EXPECT_THAT(privateSpotsOfId(id, names_, "Asha Khan"), testing::IsEmpty()) << id;
  }
  EXPECT_THAT(privateSpotsOfId("LE-1", names_, "Lena Evans"), testing::IsEmpty());
  EXPECT_THAT(privateSpotsOfId("P-LE", names_, "Lena Evans"), testing::SizeIs(1));
}

TEST_F(PrivateText, KnowsWhereNoNameCanBe) {
  for (const char* text : {"P-7", "MSG-12", "I-3", "", "12.50", "REC-1"}) {
    EXPECT_FALSE(mayHoldAName(text)) << text;
  }
  for (const char* text : {"Al Xu", "AlXu", "akhan", "Rosa Sample", "P-AKhan"}) {
    EXPECT_TRUE(mayHoldAName(text)) << text;
  }
}

TEST_F(PrivateText, CutAnywhereItNeitherFailsNorReadsBeyond) {
  const std::string text =
      "Mr. Example +44 (0)20 7946 0018, GB33 BUKB 2020 1555 5555 55, JG 12 34 56 C";
  for (std::size_t from = 0; from < text.size(); ++from) {
    for (std::size_t size = 0; size <= text.size() - from; size += 3) {
      const std::string piece = text.substr(from, size);
      for (const PrivateSpot& spot : privateSpots(piece, names_)) {
        EXPECT_LE(spot.first, spot.last);
        EXPECT_LE(spot.last, piece.size());
      }
    }
  }
}

}  // namespace
}  // namespace minutebook
