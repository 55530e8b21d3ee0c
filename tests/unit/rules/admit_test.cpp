#include "ledger/rules/admit.h"

#include <gtest/gtest.h>

#include "ledger/rules/fact_keys.h"
#include "tests/rules/cast_ledger.h"

namespace minutebook {
namespace {

class AdmitTest : public testing::Test, public CastLedger {
 protected:
  std::string codeOf(Submission one) {
    auto answer = admit(std::move(one), facts(), kAfterTables, catalogue());
    auto* no = std::get_if<NotAdmitted>(&answer);
    return no ? no->refusal.code : "admitted";
  }
};

TEST_F(AdmitTest, RefusesAnEmptySubmission) {
  EXPECT_EQ(codeOf({}), "submission.empty");
}

TEST_F(AdmitTest, TakesAThousandAndTwentyFourStatementsAndNotOneMore) {
  std::vector<Statement> statements;
  for (std::uint64_t i = 0; i < 1024; ++i) {
    statements.push_back(input("I-" + std::to_string(i), 1000 + i));
  }
  EXPECT_EQ(codeOf(submission(std::move(statements))), "admitted");
  statements.clear();
  for (std::uint64_t i = 0; i < 1025; ++i) {
    statements.push_back(input("I-" + std::to_string(i), 1000 + i));
  }
  EXPECT_EQ(codeOf(submission(std::move(statements))), "submission.too-many");
}

TEST_F(AdmitTest, RefusesMoreThanEightMebibytes) {
  std::vector<Statement> statements;
  for (std::uint64_t i = 0; i < 141; ++i) {
    statements.push_back(input("I-" + std::to_string(i), 1000 + i, std::string(60000, 'x')));
  }
  EXPECT_EQ(codeOf(submission(std::move(statements))), "submission.too-large");
}

TEST_F(AdmitTest, GivesARefusedSubmissionBack) {
  std::vector<Statement> statements;
  statements.push_back(input("I-1", 1));
  statements.push_back(input("I-1", 2));
  Bytes second = toBytes(statements[1].bytes());
  auto answer = admit(submission(std::move(statements)), facts(), kAfterTables, catalogue());
  auto& no = std::get<NotAdmitted>(answer);
  EXPECT_EQ(no.refusal.code, "id.in-use");
  EXPECT_EQ(no.statement, 1u);
  ASSERT_EQ(no.submission.statements.size(), 2u);
  EXPECT_TRUE(sameBytes(no.submission.statements[1].bytes(), second));
}

TEST_F(AdmitTest, SaysWhatBecomesTrueAndWhichThreadsAreJoined) {
  std::vector<Statement> statements;
  statements.push_back(input("I-1", 1));
  StatementId id = statements[0].id();
  auto answer = admit(submission(std::move(statements)), facts(), kAfterTables, catalogue());
  const Admitted& admitted = std::get<Admitted>(answer);
  std::string index = fact::index(facts().size());
  EXPECT_EQ(admitted.changes(),
            (std::vector<FactChange>{{fact::statement(id), index},
                                     {fact::record(schema::Register::INPUT, "I-1"), index}}));
  ASSERT_EQ(admitted.mentions().size(), 1u);
  EXPECT_EQ(threadsOf(admitted.mentions().front()),
            (std::vector<ThreadName>{{schema::Register::MEETING, "M-1"},
                                     {schema::Register::INPUT, "I-1"}}));
  EXPECT_EQ(admitted.time(), kAfterTables);
  EXPECT_EQ(admitted.ledgerSize(), facts().size());
}

TEST_F(AdmitTest, ReplaysWithoutTheSignature) {
  std::vector<Statement> statements;
  statements.push_back(input("I-1", 1));
  Submission one = submission(std::move(statements));
  one.signature.assign(64, 0);
  auto answer = readmit(std::move(one), facts(), kAfterTables, catalogue());
  ASSERT_TRUE(std::holds_alternative<Admitted>(answer));
  Submission same{{}, Bytes(64, 0)};
  same.statements.push_back(input("I-1", 1));
  EXPECT_EQ(codeOf(std::move(same)), "submission.signature");
}

TEST_F(AdmitTest, RefusesASignatureOfTheWrongLength) {
  std::vector<Statement> statements;
  statements.push_back(input("I-1", 1));
  Submission one = submission(std::move(statements));
  one.signature.pop_back();
  EXPECT_EQ(codeOf(std::move(one)), "submission.signature");
}

TEST(ThreadKey, IsTheHashOfRegisterAndId) {
  Sha256 hasher;
  std::string message("minutebook/thread/v1\0agendaItem\0AG-2", 36);
  EXPECT_EQ(threadKey(hasher, {schema::Register::AGENDA_ITEM, "AG-2"}), sha256(asBytes(message)));
}

}  // namespace
}  // namespace minutebook
