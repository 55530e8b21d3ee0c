// tests/unit/tlog/policy_test.cpp

#include "ledger/tlog/policy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/tlog/checkpoint.h"
#include "ledger/tlog/cosignature.h"
#include "tests/support/files.h"

namespace minutebook {
namespace {

using ::testing::HasSubstr;

class Policies : public ::testing::Test {
 protected:
  static SigningKey keyOf(std::uint8_t seed) { return SigningKey::fromSeed(Bytes(32, seed)); }
  std::string vkey(const std::string& name, NoteKeyType type, std::uint8_t seed) {
    return VerifierKey{name, type, toBytes(keyOf(seed).publicKey().view())}.encode(hasher_);
  }
  std::string log(std::uint8_t seed) {
    return vkey("log.example/" + std::to_string(seed), NoteKeyType::kEd25519, seed);
  }
  std::string cosigner(std::uint8_t seed) {
    return vkey("witness.example/" + std::to_string(seed), NoteKeyType::kCosignatureV1, seed);
  }
  /// "witness NAME <key>" with a line feed.
  std::string witness(const std::string& name, std::uint8_t seed) {
    return "witness " + name + " " + cosigner(seed) + "\n";
  }
  /// The example of the specification: two of three X, and any of three Y.
  std::string nested() {
    return "log " + log(1) + "\n\n" + witness("X1", 11) + witness("X2", 12) + witness("X3", 13) +
           "group X-witnesses 2 X1 X2 X3\n\n" + witness("Y1", 21) + witness("Y2", 22) +
           witness("Y3", 23) +
           "group Y-witnesses any Y1 Y2 Y3\n\n"
           "group X-and-Y all X-witnesses Y-witnesses\nquorum X-and-Y\n";
  }
  Policy read(const std::string& text) {
    auto policy = Policy::parse(hasher_, text);
    if (!policy) ADD_FAILURE() << policy.refusal().reason << "\n" << text;
    return policy ? std::move(policy).value() : Policy{};
  }
  /// The reason of the refusal; "" if there is none.
  std::string refusal(const std::string& text) {
    auto policy = Policy::parse(hasher_, text);
    if (policy) return "";
    EXPECT_EQ(policy.refusal().code, "policy.malformed");
    EXPECT_FALSE(policy.refusal().remedy.empty());
    return policy.refusal().reason;
  }

  Sha256 hasher_;
};

TEST_F(Policies, JudgeNestedGroups) {
  const Policy policy = read(nested());
  EXPECT_TRUE(policy.asksForWitnesses());
  EXPECT_TRUE(policy.quorumMet({"X1", "X3", "Y2"}));
  EXPECT_TRUE(policy.quorumMet({"X1", "X2", "X3", "Y1", "Y2", "Y3"}));
  EXPECT_FALSE(policy.quorumMet({"X1", "X2", "X3"}));
  EXPECT_FALSE(policy.quorumMet({"X1", "Y1", "Y2", "Y3"}));
  EXPECT_FALSE(policy.quorumMet({}));
  EXPECT_FALSE(policy.quorumMet({"X-and-Y", "X-witnesses", "Y-witnesses"})) << "no group cosigns";
  EXPECT_EQ(policy.quorumInWords(), "2 of 2: (2 of 3: X1, X2, X3), (1 of 3: Y1, Y2, Y3)");
}

TEST_F(Policies, JudgeOneWitnessAndNone) {
  const Policy one = read(witness("Archive", 2) + witness("Partner", 3) + "quorum Archive\n");
  EXPECT_TRUE(one.quorumMet({"Archive"}));
  EXPECT_FALSE(one.quorumMet({"Partner"}));
  EXPECT_EQ(one.quorumInWords(), "Archive");
  const Policy none = read("quorum none\n");
  EXPECT_FALSE(none.asksForWitnesses());
  EXPECT_TRUE(none.quorumMet({}));
  EXPECT_EQ(none.quorumInWords(), "no witness is asked for");
  EXPECT_TRUE(none.logs().empty());
}

TEST_F(Policies, ReadBlanksCommentsAndAddresses) {
  const Policy policy =
      read("  # ours\n\t\nlog\t" + log(1) + "  http://panel.example/log \n" +
           "witness Expert-group " + cosigner(2) + " http://127.0.0.1:7001\n" +
           witness("Ärchiv", 3) + "group both all Expert-group Ärchiv\nquorum both\n");
  ASSERT_EQ(policy.logs().size(), 1u);
  EXPECT_EQ(policy.logs()[0].key.name, "log.example/1");
  EXPECT_EQ(policy.logs()[0].url, "http://panel.example/log");
  ASSERT_EQ(policy.witnesses().size(), 2u);
  EXPECT_EQ(policy.witnesses()[0].name, "Expert-group");
  EXPECT_EQ(policy.witnesses()[0].url, "http://127.0.0.1:7001");
  EXPECT_EQ(policy.witnesses()[1].url, std::nullopt);
  EXPECT_EQ(policy.vkeys(), (std::vector{log(1), cosigner(2), cosigner(3)}));
}

TEST_F(Policies, AreReadBackAsWritten) {
  for (const std::string& text :
       {nested(), std::string("quorum none\n"), witness("A", 2) + "quorum A\n"}) {
    const Policy policy = read(text);
    EXPECT_EQ(read(policy.encode()), policy);
  }
  EXPECT_EQ(read("quorum none\n").encode(), "quorum none\n");
}

TEST_F(Policies, SupportMoreThanThirtyTwoOfEach) {
  std::string text;
  std::string members;
  for (std::uint8_t i = 0; i < 100; ++i) {
    text += "log " + log(i) + "\n" + witness("w" + std::to_string(i), 100 + i);
    text += "group g" + std::to_string(i) + " all w" + std::to_string(i) + "\n";
    members += " g" + std::to_string(i);
  }
  const Policy policy = read(text + "group every 99" + members + "\nquorum every\n");
  std::set<std::string> cosigned;
  for (int i = 0; i < 98; ++i) cosigned.insert("w" + std::to_string(i));
  EXPECT_FALSE(policy.quorumMet(cosigned));
  cosigned.insert("w99");
  EXPECT_TRUE(policy.quorumMet(cosigned));
}

TEST_F(Policies, AreRefusedWithTheLineThatIsWrong) {
  const std::string a = witness("A", 2);
  const std::string b = witness("B", 3);
  const struct {
    std::string text;
    std::string reason;
  } bad[] = {
      {"", "no quorum line"},
      {a, "no quorum line"},
      {"quorum none", "last line does not end"},
      {"quorum none\nquorum none\n", "Line 2: There is a second quorum line"},
      {"quorum A\n" + a, "Line 1: \"A\" is not defined on a line before"},
      {"quorum A B\n", "Line 1: A quorum line names one"},
      {"quorum\n", "Line 1: A quorum line names one"},
      {a + "group none any A\nquorum none\n", "Line 2: \"none\" cannot be the name"},
      {a + "group g any none\nquorum g\n", "Line 2: \"none\" is not defined"},
      {a + "group g any B\n" + b + "quorum g\n", "Line 2: \"B\" is not defined"},
      {a + "group g any g\nquorum g\n", "Line 2: \"g\" is not defined"},
      {a + "group g any A A\nquorum g\n", "Line 2: \"A\" is a member of a group already"},
      {a + b + "group g any A\ngroup h any A B\nquorum h\n", "Line 4: \"A\" is a member"},
      {a + "group A any A\nquorum A\n", "Line 2: \"A\" was defined before"},
      {a + witness("A", 3) + "quorum A\n", "Line 2: \"A\" was defined before"},
      {a + witness("B", 2) + "quorum A\n", "Line 2: The same public key came before"},
      {"log " + log(2) + "\n" + a + "quorum A\n", "Line 2: The same public key came before"},
      {"log " + log(2) + "\nlog " + log(2) + "\nquorum none\n", "Line 2: The same public key"},
      {a + "group g any\nquorum g\n", "Line 2: A group has a name"},
      {a + "group g 0 A\nquorum g\n", "Line 2: \"0\" must be all, any, or a number"},
      {a + "group g 2 A\nquorum g\n", "Line 2: \"2\" must be all, any, or a number"},
      {a + "group g 01 A\nquorum g\n", "Line 2: \"01\" must be"},
      {a + "group g +1 A\nquorum g\n", "Line 2: \"+1\" must be"},
      {a + "group g 18446744073709551617 A\nquorum g\n", "must be all, any, or a number"},
      {a + "group g ALL A\nquorum g\n", "Line 2: \"ALL\" must be"},
      {"witness A\nquorum A\n", "Line 1: A witness has a name"},
      {"witness A " + cosigner(2) + " http://x y\nquorum A\n", "Line 1: A witness has a name"},
      {"log\nquorum none\n", "Line 1: A log has a verifier key"},
      {"log " + log(1) + " http://x y\nquorum none\n", "Line 1: A log has a verifier key"},
      {"log " + cosigner(2) + "\nquorum none\n", "key of the log is not an Ed25519 key that signs"},
      {"witness A " + log(2) + "\nquorum A\n", "key of the witness is not an Ed25519 key that"},
      {"log nonsense\nquorum none\n", "Line 1: A verifier key has three parts"},
      {"Log " + log(1) + "\nquorum none\n", "\"Log\" is none of log, witness, group and quorum"},
      {"quorum none # why\n", "Line 1: A quorum line names one"},
      {"quorum none\r\n", "control character"},
      {"quorum none\n# \x7f\n", "control character"},
      {"quorum none\n# \xff\n", "not UTF-8"},
      {"quorum none\n" + std::string(kPolicyBytesMax, '\n'), "larger than any policy"},
  };
  for (const auto& each : bad) EXPECT_THAT(refusal(each.text), HasSubstr(each.reason)) << each.text;
}

TEST_F(Policies, AreRefusedWithTooManyOfAnything) {
  std::string logs;
  std::string witnesses;
  std::string groups = witness("A", 200);
  for (std::uint8_t i = 0; i < 129; ++i) {
    logs += "log " + log(i) + "\n";
    witnesses += witness("w" + std::to_string(i), i);
    groups += "group g" + std::to_string(i) + " any " +
              (i == 0 ? "A" : "g" + std::to_string(i - 1)) + "\n";
  }
  EXPECT_THAT(refusal(logs + "quorum none\n"), HasSubstr("Line 129: There are too many logs"));
  EXPECT_THAT(refusal(witnesses + "quorum none\n"), HasSubstr("too many witnesses"));
  EXPECT_THAT(refusal(groups + "quorum none\n"), HasSubstr("Line 130: There are too many groups"));
}

TEST_F(Policies, NameTheWitnessesThatCosigned) {
  const Policy policy = read("log " + log(1) + "\n" + witness("A", 2) + witness("B", 3) +
                             "group g any A B\nquorum g\n");
  SignedNote note =
      signCheckpoint(hasher_, keyOf(1), Checkpoint{"log.example/1", 0, kEmptyRoot, {}});
  note.signatures.push_back(cosign(hasher_, "witness.example/3", keyOf(3), 1, note.text));
  note.signatures.push_back(cosign(hasher_, "witness.example/9", keyOf(9), 1, note.text));
  const auto keys = TrustedKeys::of(hasher_, policy.vkeys());
  ASSERT_TRUE(keys);
  const auto verified = keys.value().verify(note);
  ASSERT_TRUE(verified);
  EXPECT_EQ(policy.cosigners(keys.value(), verified.value()), std::set<std::string>{"B"});
}

TEST_F(Policies, ReadTheExampleOfTheirPage) {
  const std::string page = readFile(std::string(MINUTEBOOK_SOURCE_DIR) + "/docs/formats/policy.md");
  const std::size_t begin = page.find("```\n") + 4;
  const Policy policy = read(page.substr(begin, page.find("```", begin) - begin));
  EXPECT_EQ(policy.quorumInWords(), "2 of 3: Expert-group, Partner, Archive");
}

}  // namespace
}  // namespace minutebook
