#include "ledger/event/text_forms.h"

#include <capnp/message.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace minutebook {
namespace {

/// The code of the refusal, or the text that is read back.
template <typename Type, typename Write, typename Read>
std::string thereAndBack(const std::string& text, Write write, Read read) {
  capnp::MallocMessageBuilder message;
  auto builder = message.initRoot<Type>();
  if (auto refusal = write(builder, text)) {
    return refusal->remedy.empty() ? "no remedy" : refusal->code;
  }
  return read(builder.asReader());
}

TEST(TextForms, DatesAreWrittenAsTheyWereRead) {
  for (const char* text :
       {"unknown", "2021", "2021-11-02T10:00+01:00", "2021-11/..", "../2021", "2021/2022",
        "14 days before meeting:M-3", "after meeting:M-2", "3 minutes after agendaItem:AG-1",
        "before entry:01920000-0000-7000-8000-000000000001"}) {
    EXPECT_EQ(thereAndBack<schema::When>(text, writeWhen, readWhen), text);
  }
  EXPECT_EQ(thereAndBack<schema::When>("2021-02-30", writeWhen, readWhen), "date.no-such-day");
  EXPECT_EQ(thereAndBack<schema::When>("after nothing:M-2", writeWhen, readWhen), "reference.form");
}

TEST(TextForms, AWhenThatIsNoDateIsNoMoment) {
  capnp::MallocMessageBuilder message;
  auto when = message.initRoot<schema::When>();
  EXPECT_TRUE(momentOf(when));
  auto civil = when.initAt();
  EXPECT_FALSE(momentOf(when));
  civil.setPrecision(schema::Precision::MONTH);
  civil.setYear(2021);
  civil.setMonth(2);
  EXPECT_TRUE(momentOf(when));
  civil.setDay(3);
  EXPECT_FALSE(momentOf(when));
  EXPECT_EQ(readWhen(when.asReader()), "not a date");
  when.initBetween();
  EXPECT_FALSE(momentOf(when));
  when.initRelative().initAnchor();
  EXPECT_FALSE(momentOf(when)) << "neither before nor after";
}

TEST(TextForms, NumbersAreWrittenAsTheyWereRead) {
  for (const char* text :
       {"0", "12", "18446744073709551615", "about 5000", "at least 3", "at most 4"}) {
    EXPECT_EQ(thereAndBack<schema::Count>(text, writeCount, readCount), text);
  }
  for (const char* text : {"", "010", "-1", "1.5", "many", "about", "about about 5",
                           "at least 1571 ", "18446744073709551616"}) {
    EXPECT_EQ(thereAndBack<schema::Count>(text, writeCount, readCount), "number.form") << text;
  }
  for (const char* text : {"0", "-0.5", "78.125", "80.0"}) {
    EXPECT_EQ(thereAndBack<schema::Figure>(text, writeFigure, readFigure), text);
  }
  for (const char* text : {"", "1e3", "1,5", "0.1234567891", "9223372036854775808"}) {
    EXPECT_EQ(thereAndBack<schema::Figure>(text, writeFigure, readFigure), "number.form") << text;
  }
  EXPECT_EQ(thereAndBack<schema::Money>("11 GBP", writeMoney, readMoney), "11.00 GBP");
  EXPECT_EQ(thereAndBack<schema::Money>("1.5 pence", writeMoney, readMoney), "money.currency");
  EXPECT_EQ(thereAndBack<schema::Money>("1.555 GBP", writeMoney, readMoney), "money.too-fine");
}

TEST(TextForms, WhatWasNotRecordedSaysSo) {
  capnp::MallocMessageBuilder message;
  EXPECT_EQ(readCount(message.initRoot<schema::Count>()), "not recorded");
  EXPECT_EQ(readFigure(message.initRoot<schema::Figure>()), "not recorded");
  EXPECT_EQ(readMoney(message.initRoot<schema::Money>()), "not recorded");
  EXPECT_EQ(readDocument(message.initRoot<schema::Document>()), "not recorded");
  EXPECT_EQ(readRef(message.initRoot<schema::Ref>()), "not recorded");
  EXPECT_TRUE(readWho(message.initRoot<schema::Who>()).empty());
  EXPECT_TRUE(saysNothing("unknown"));
  EXPECT_TRUE(saysNothing("not recorded"));
  EXPECT_FALSE(saysNothing(""));
}

TEST(TextForms, DocumentsAreHashesOrNotHeld) {
  const std::string hash = "sha256:" + std::string(64, 'a');
  EXPECT_EQ(thereAndBack<schema::Document>(hash, writeDocument, readDocument), hash);
  EXPECT_EQ(thereAndBack<schema::Document>(std::string(64, 'a'), writeDocument, readDocument),
            hash);
  EXPECT_EQ(thereAndBack<schema::Document>("not held", writeDocument, readDocument), "not held");
  for (const std::string& text :
       {std::string(), std::string("sha256:"), hash + "a", "sha512:" + std::string(64, 'a'),
        std::string(62, 'a'), "sha256:" + std::string(64, 'A')}) {
    EXPECT_EQ(thereAndBack<schema::Document>(text, writeDocument, readDocument), "document.form")
        << text;
  }
}

TEST(TextForms, ReferencesNameARegisterAndAnId) {
  for (const char* text :
       {"input:I-7", "workVersion:REPORT@2", "entry:01920000-0000-7000-8000-000000000001"}) {
    EXPECT_EQ(thereAndBack<schema::Ref>(text, writeRef, readRef), text);
  }
  for (const char* text : {"", "I-7", ":", "Input:I-7", "notRecorded:I-7",
                           "entry:", "entry:01920000-0000-7000-8000-00000000000"}) {
    EXPECT_EQ(thereAndBack<schema::Ref>(text, writeRef, readRef), "reference.form") << text;
  }
}

std::vector<std::string> whoBack(const std::vector<std::string>& pieces) {
  capnp::MallocMessageBuilder message;
  auto who = message.initRoot<schema::Who>();
  if (auto refusal = writeWho(who, pieces)) return {refusal->code};
  return readWho(who);
}

TEST(TextForms, WhoIsWrittenAsItWasRead) {
  using Pieces = std::vector<std::string>;
  for (const Pieces& pieces : {
           Pieces{"LE-1"},
           {"LE-1", "LE-2", "group:WG", "organisation:ORG",
            "outside: survey respondents (about 1571)", "outside: neighbours", "words: we"},
           {"outside: people (room 5)"},
           {"outside: a (1) (at least 2)"},
           {"words: it was decided, then: dropped"},
       }) {
    EXPECT_EQ(whoBack(pieces), pieces);
  }
  EXPECT_EQ(whoBack({"participant:LE-1"}), Pieces{"LE-1"});
  EXPECT_EQ(whoBack({"unknown"}), Pieces{});
}

TEST(TextForms, WhoIsRefusedWhenItNamesNobody) {
  for (const std::vector<std::string>& pieces :
       std::vector<std::vector<std::string>>{{""},
                                             {"two words"},
                                             {"group:"},
                                             {"group:a b"},
                                             {"person:LE-1"},
                                             {"words:"},
                                             {"outside:  "},
                                             {"LE-1", "-"},
                                             {"words: we", "words: they"}}) {
    EXPECT_EQ(whoBack(pieces), std::vector<std::string>{"who.form"}) << pieces[0];
  }
}

TEST(TextForms, HexIsLowercaseAndNotEmpty) {
  EXPECT_EQ(parseHexData("00ff"), (Bytes{0, 255}));
  EXPECT_EQ(parseHexData("sha256:" + std::string(64, '0')), Bytes(32));
  for (const char* text : {"", "0", "0G", "FF", "sha256:00"}) EXPECT_FALSE(parseHexData(text));
}

}  // namespace
}  // namespace minutebook
