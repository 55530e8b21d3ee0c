// Every kind's example is a line that works, and comes back from its bytes.

#include <gtest/gtest.h>

#include "ledger/event/mentions.h"
#include "tests/support/lines.h"

namespace minutebook {
namespace {

/// The sealed example of a kind, or nothing and a failed test.
std::optional<SealedLine> exampleOf(const KindInfo& kind) {
  Outcome<SealedLine> line = sealedLine(kind.example);
  if (line) return std::move(line).value();
  ADD_FAILURE() << kind.name << ": " << line.refusal().code << " at " << line.refusal().field
                << ": " << line.refusal().reason << "\n"
                << kind.example;
  return std::nullopt;
}

TEST(Examples, AreWellFormedRecordsOfTheirKind) {
  for (const KindInfo& kind : theCatalogue().kinds()) {
    std::optional<SealedLine> line = exampleOf(kind);
    if (!line) continue;
    EXPECT_EQ(line->statement.kindNumber(), kind.number) << kind.name;
    auto refusal = checkForm(line->statement, theCatalogue());
    EXPECT_FALSE(refusal) << kind.name << ": " << refusal->code << " at " << refusal->field << ": "
                          << refusal->reason;
  }
}

TEST(Examples, ComeBackFromTheirBytes) {
  for (const KindInfo& kind : theCatalogue().kinds()) {
    std::optional<SealedLine> line = exampleOf(kind);
    if (!line) continue;
    Json opened = describe(line->statement, theCatalogue(), line->reveal());
    EXPECT_EQ(opened.find("statementId")->text(), theStatementId().text());
    const std::string text = writeJson(opened);
    Outcome<SealedLine> again = sealedLine(text);
    ASSERT_TRUE(again) << kind.name << ": " << again.refusal().reason << "\n" << text;
    EXPECT_TRUE(sameBytes(again.value().statement.bytes(), line->statement.bytes())) << text;
    EXPECT_EQ(again.value().secrets, line->secrets) << text;
    Json given = parseJson(kind.example).value();
    for (const Json::Member& member : given.members()) {
      EXPECT_TRUE(opened.find(member.first)) << member.first << " is lost in " << text;
    }
  }
}

TEST(Examples, ShowEverySealedFieldAsACommitment) {
  std::size_t sealed = 0;
  for (const KindInfo& kind : theCatalogue().kinds()) {
    std::optional<SealedLine> line = exampleOf(kind);
    if (!line) continue;
    Mentions mentions = mentionsOf(line->statement, theCatalogue());
    EXPECT_EQ(mentions.sealed.size(), line->secrets.size()) << kind.name;
    const std::string shown = writeJson(describe(line->statement, theCatalogue()));
    for (const SealedField& field : mentions.sealed) {
      EXPECT_TRUE(line->secrets.count(field.path)) << kind.name << " " << field.field;
      EXPECT_NE(shown.find(toHex(field.commitment.view())), shown.npos) << field.field;
    }
    sealed += mentions.sealed.size();
  }
  EXPECT_GT(sealed, 20u) << "the examples say too little of what is sealed";
}

}  // namespace
}  // namespace minutebook
