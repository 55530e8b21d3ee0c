#include "ledger/event/statement.h"

#include <gtest/gtest.h>

#include "ledger/event/mentions.h"
#include "tests/unit/event/changed_bytes.h"

namespace minutebook {
namespace {

constexpr const char* kLine = R"({"kind": "meetingHeld", "id": "M-4", "minutes": 185})";

TEST(Statement, IsItsCanonicalBytes) {
  Statement statement = statementOf(kLine);
  Outcome<Statement> again = Statement::decode(statement.bytes());
  ASSERT_TRUE(again);
  EXPECT_TRUE(sameBytes(again.value().bytes(), statement.bytes()));
  EXPECT_TRUE(isCanonicalSegment(statement.bytes()));
  EXPECT_EQ(again.value().kindNumber(), 61);
  EXPECT_EQ(again.value().id(), theStatementId());
  EXPECT_EQ(std::string(again.value().reader().getOrigin().cStr()), theSpeaker().origin);
}

TEST(Statement, StaysReadableWhenMoved) {
  Statement first = statementOf(kLine);
  Statement second = std::move(first);
  std::vector<Statement> many;
  many.push_back(std::move(second));
  many.push_back(statementOf(kLine));
  EXPECT_EQ(std::string(many[0].record().getMeetingHeld().getId().cStr()), "M-4");
}

TEST(Statement, CanBeReadAnyNumberOfTimes) {
  std::string line = R"({"kind": "meetingHeld", "id": "M-4", "topics": [)";
  for (int i = 0; i < 1000; ++i) line += "\"a topic of forty characters, more or less\", ";
  Statement statement = statementOf(line + "\"end\"]}");
  for (int i = 0; i < 200; ++i) {
    ASSERT_EQ(statement.record().getMeetingHeld().getTopics()[1000], "end") << i;
  }
}

TEST(Statement, RefusesBytesThatAreNone) {
  const Bytes good = toBytes(statementOf(kLine).bytes());
  auto code = [](const Bytes& bytes) {
    Outcome<Statement> statement = Statement::decode(bytes);
    return statement ? std::string() : statement.refusal().code;
  };
  EXPECT_EQ(code({}), "statement.malformed");
  EXPECT_EQ(code(Bytes(7)), "statement.malformed");
  EXPECT_EQ(code(Bytes(kStatementBytesMax + 8)), "statement.too-long");
  EXPECT_NE(code(Bytes(64, 0xff)), "");
  for (std::size_t length = 0; length < good.size(); ++length) {
    EXPECT_NE(code(Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(length))), "")
        << length;
  }
  Bytes longer = good;
  longer.resize(good.size() + 8);
  EXPECT_EQ(code(longer), "statement.not-canonical");
  EXPECT_FALSE(isCanonicalSegment(longer));
  EXPECT_FALSE(isCanonicalSegment(Bytes{}));
  EXPECT_FALSE(isCanonicalSegment(Bytes(9)));
}

TEST(Statement, NeverCrashesOnAChangedByte) {
  const Bytes good = toBytes(
      statementOf(R"({"kind": "inputReceived", "id": "I-7", "participant": "P-14", "text": "x",
                      "from": ["group:WG", "outside: people"], "about": ["work:W-1"],
                      "occurredAt": "2021-11/2022", "sources": [{"title": "T"}]})")
          .bytes());
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (std::uint8_t flip : {0x01, 0x80, 0xff}) {
      Bytes bytes = good;
      bytes[at] ^= flip;
      Outcome<Statement> statement = Statement::decode(bytes);
      if (!statement) continue;
      EXPECT_TRUE(isCanonicalSegment(bytes));
      (void)checkForm(statement.value(), theCatalogue());
      (void)mentionsOf(statement.value(), theCatalogue());
      (void)describe(statement.value(), theCatalogue());
    }
  }
}

TEST(Statement, OfANewerSchemaVerifiesAndIsNotAdmitted) {
  struct Case {
    const char* what;
    Bytes bytes;
    const char* verdict;
  };
  for (const Case& c : {
           Case{"a new data field",
                widenedBytes(
                    kLine,
                    [](auto any) { any.getDataSection()[any.getDataSection().size() - 1] = 1; }),
                "statement.unknown-content"},
           {"a new pointer field",
            widenedBytes(kLine,
                         [](auto any) {
                           auto pointers = any.getPointerSection();
                           pointers[pointers.size() - 1].template setAs<capnp::Text>("new");
                         }),
            "statement.unknown-content"},
           {"a new kind",
            changedBytes(kLine,
                         [](schema::Statement::Builder statement) {
                           poke16(capnp::toAny(statement.getRecord()), unionByte<schema::Record>(),
                                  999);
                         }),
            "statement.unknown-kind at record"},
       }) {
    Outcome<Statement> statement = Statement::decode(c.bytes);
    ASSERT_TRUE(statement) << c.what;
    EXPECT_TRUE(sameBytes(statement.value().bytes(), c.bytes)) << "nothing is dropped";
    EXPECT_EQ(verdictOnBytes(c.bytes), c.verdict) << c.what;
    EXPECT_NE(describe(statement.value(), theCatalogue()).find("kind"), nullptr);
  }
}

TEST(Statement, ShowsAnUnknownKindAsUnknown) {
  Bytes bytes = changedBytes(kLine, [](schema::Statement::Builder statement) {
    poke16(capnp::toAny(statement.getRecord()), unionByte<schema::Record>(), 999);
  });
  Statement statement = Statement::decode(bytes).value();
  EXPECT_EQ(statement.kindNumber(), 999);
  EXPECT_EQ(describe(statement, theCatalogue()).find("kind")->text(), "unknown kind 999");
  EXPECT_TRUE(mentionsOf(statement, theCatalogue()).records.empty());
}

}  // namespace
}  // namespace minutebook
