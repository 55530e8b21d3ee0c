// tests/unit/tlog/note_test.cpp

#include "ledger/tlog/note.h"

#include <gtest/gtest.h>

#include "ledger/base/utf8.h"
#include "ledger/tlog/cosignature.h"
#include "tests/support/fault_of.h"
#include "tests/unit/tlog/vectors.h"

namespace minutebook {
namespace {

class Notes : public ::testing::Test {
 protected:
  /// "" if the note verifies under the keys, else the code of the refusal.
  std::string verdict(const std::string& note, const std::vector<std::string>& vkeys) {
    const auto keys = TrustedKeys::of(hasher_, vkeys);
    if (!keys) return keys.refusal().code;
    const auto parsed = SignedNote::parse(note);
    if (!parsed) return parsed.refusal().code;
    EXPECT_EQ(parsed.value().encode(), note) << "a note has one spelling";
    const auto verified = keys.value().verify(parsed.value());
    return verified ? "" : verified.refusal().code;
  }
  void checkFile(const nlohmann::json& known) {
    for (const auto& note : known["notes"]) {
      for (const auto& vkey : note["vkeys"]) {
        EXPECT_EQ(verdict(note["note"], {vkey}), "") << note["name"] << " under " << vkey;
        const auto parsed = VerifierKey::parse(hasher_, vkey.get<std::string>());
        ASSERT_TRUE(parsed);
        EXPECT_EQ(parsed.value().encode(hasher_), vkey.get<std::string>());
      }
      EXPECT_EQ(verdict(note["note"], note["vkeys"]), "") << note["name"];
    }
    for (const auto& note : known["reject"]) {
      EXPECT_NE(verdict(note["note"], {known["notes"][0]["vkeys"][0]}), "") << note["name"];
    }
  }

  Sha256 hasher_;
  SigningKey key_ = SigningKey::fromSeed(Bytes(32, 1));
  std::string vkey_ =
      VerifierKey{"log.example.org", NoteKeyType::kEd25519, toBytes(key_.publicKey().view())}
          .encode(hasher_);
};

TEST_F(Notes, OursVerifyOrAreRefused) {
  const auto known = goldenJson("notes/notes.json");
  ASSERT_EQ(known["notes"].size(), 18u);
  ASSERT_GE(known["reject"].size(), 30u);
  checkFile(known);
  for (const auto& note : known["rejectCosignatures"]) {
    EXPECT_EQ(verdict(note["note"], {note["vkey"]}), "note.bad-signature") << note["name"];
  }
}

// Notes published elsewhere; they are not part of this tree.
TEST_F(Notes, OthersVerifyOrAreRefused) {
  const char* shared = std::getenv("MINUTEBOOK_SHARED");
  if (shared == nullptr) GTEST_SKIP() << "MINUTEBOOK_SHARED does not say where they are";
  checkFile(readJson(std::string(shared) + "/vectors/notes.json"));
}

TEST_F(Notes, WhatWeSignVerifies) {
  SignedNote note{"text\n", {signNote(hasher_, "log.example.org", key_, "text\n")}};
  EXPECT_EQ(verdict(note.encode(), {vkey_}), "");
  EXPECT_EQ(note.signatures[0].signature.size(), 64u);
  // 68 raw bytes are 92 characters.
  EXPECT_EQ(note.signatures[0].encode().size(), 4 + 15 + 1 + 92 + 1u);
}

TEST_F(Notes, ASignatureByATrustedKeyThatFailsRefusesTheWholeNote) {
  SignedNote note{"text\n", {signNote(hasher_, "log.example.org", key_, "text\n")}};
  note.signatures.push_back(note.signatures[0]);
  note.signatures[1].signature[3] ^= 1;
  EXPECT_EQ(verdict(note.encode(), {vkey_}), "note.bad-signature");
  std::swap(note.signatures[0], note.signatures[1]);
  EXPECT_EQ(verdict(note.encode(), {vkey_}), "note.bad-signature");
}

TEST_F(Notes, AKeyCountsOnce) {
  SignedNote note{"text\n", {signNote(hasher_, "log.example.org", key_, "text\n")}};
  note.signatures.push_back(note.signatures[0]);
  const std::vector<std::string> vkeys{vkey_};
  const auto verified = TrustedKeys::of(hasher_, vkeys).value().verify(note);
  ASSERT_TRUE(verified);
  EXPECT_EQ(verified.value().size(), 1u);
}

TEST_F(Notes, TakesAHundredSignatureLinesAndNoMore) {
  SignedNote note{"text\n", {}};
  note.signatures.assign(100, signNote(hasher_, "log.example.org", key_, "text\n"));
  EXPECT_EQ(verdict(note.encode(), {vkey_}), "");
  note.signatures.push_back(note.signatures[0]);
  EXPECT_EQ(verdict(note.encode(), {vkey_}), "note.malformed");
  const std::string line = note.signatures[0].encode();
  EXPECT_EQ(verdict(std::string(kNoteBytesMax, 'x') + "\n\n" + line, {vkey_}), "note.malformed");
}

TEST_F(Notes, CosignaturesGiveTheirTime) {
  const std::string text = "log.example.org\n0\nx\n";
  const std::vector<std::string> vkeys{VerifierKey{
      "witness.example.org", NoteKeyType::kCosignatureV1, toBytes(key_.publicKey().view())}
                                           .encode(hasher_)};
  SignedNote note{text, {cosign(hasher_, "witness.example.org", key_, 1700000000, text)}};
  // 76 raw bytes are 104 characters.
  EXPECT_EQ(note.signatures[0].encode().size(), 4 + 19 + 1 + 104 + 1u);
  const auto verified = TrustedKeys::of(hasher_, vkeys).value().verify(note);
  ASSERT_TRUE(verified);
  EXPECT_EQ(verified.value()[0].time, 1700000000u);
  EXPECT_EQ(faultOf([&] { cosign(hasher_, "w", key_, kCosignatureTimeMax + 1, text); }),
            FaultKind::kBug);
}

TEST_F(Notes, OnePublicKeyHasAnotherIdForEachType) {
  const Bytes key = toBytes(key_.publicKey().view());
  EXPECT_NE((VerifierKey{"a", NoteKeyType::kEd25519, key}.id(hasher_)),
            (VerifierKey{"a", NoteKeyType::kCosignatureV1, key}.id(hasher_)));
}

TEST_F(Notes, SigningWhatIsNoNoteIsABug) {
  EXPECT_EQ(faultOf([&] { signNote(hasher_, "a b", key_, "text\n"); }), FaultKind::kBug);
  EXPECT_EQ(faultOf([&] { signNote(hasher_, "", key_, "text\n"); }), FaultKind::kBug);
  EXPECT_EQ(faultOf([&] { signNote(hasher_, "a", key_, "text"); }), FaultKind::kBug);
  EXPECT_EQ(faultOf([&] { signNote(hasher_, "a", key_, "te\txt\n"); }), FaultKind::kBug);
  EXPECT_EQ(faultOf([&] { signNote(hasher_, "a", key_, "\xff\n"); }), FaultKind::kBug);
}

TEST_F(Notes, VerifierKeysHaveOneSpelling) {
  for (const std::string& text : {std::string(), std::string("a"), std::string("a+b"), "x" + vkey_,
                                  vkey_ + "=", vkey_ + "\n", std::string("+00000000+AQ=="),
                                  std::string("a+00000000+"), vkey_.substr(0, vkey_.size() - 4)}) {
    const auto parsed = VerifierKey::parse(hasher_, text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_EQ(parsed.refusal().code, "vkey.malformed") << text;
  }
  std::string upper = vkey_;
  const std::size_t id = upper.find('+') + 1;
  for (std::size_t i = id; i < id + 8; ++i) upper[i] = static_cast<char>(std::toupper(upper[i]));
  ASSERT_NE(upper, vkey_) << "this key's id must have a letter in it";
  EXPECT_FALSE(VerifierKey::parse(hasher_, upper));
}

TEST_F(Notes, OtherTypesOfKeysAreReadButNotTrusted) {
  const VerifierKey later{"pq.example.org", static_cast<NoteKeyType>(0x06), Bytes(1312, 3)};
  const std::string text = later.encode(hasher_);
  EXPECT_EQ(VerifierKey::parse(hasher_, text).value(), later);
  EXPECT_EQ(verdict("text\n\n", {text}), "vkey.unsupported");
  EXPECT_EQ(verdict("text\n\n", {vkey_, vkey_}), "vkey.ambiguous");
}

TEST(Utf8, AcceptsWhatIsAndRefusesWhatIsNot) {
  for (const char* good : {"", "a", "\xC3\xA9", "\xE2\x80\x94", "\xF0\x9F\x97\xB3", "\xEF\xBF\xBF",
                           "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(isUtf8(good)) << good;
  }
  for (const char* bad : {"\x80", "\xC3", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xE0\x9F\xBF",
                          "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x80\x80\xAF", "\xF4\x90\x80\x80",
                          "\xF5\x80\x80\x80", "\xFF", "\xE2\x80", "\xC3\x28", "a\xE2\x28\xA1"}) {
    EXPECT_FALSE(isUtf8(bad)) << toHex(asBytes(bad));
  }
}

TEST(KeyName, HasNoSpaceOfAnyScript) {
  EXPECT_TRUE(isKeyName("log.example.org/\xC3\xA9t\xC3\xA9"));
  for (const char* bad :
       {"", " ", "a b", "a+b", "a\nb", "a\tb", "a\xC2\x85", "a\xC2\xA0", "a\xE1\x9A\x80",
        "a\xE2\x80\x80", "a\xE2\x80\x8A", "a\xE2\x80\xA8", "a\xE2\x80\xA9", "a\xE2\x80\xAF",
        "a\xE2\x81\x9F", "a\xE3\x80\x80", "\xff"}) {
    EXPECT_FALSE(isKeyName(bad)) << toHex(asBytes(bad));
  }
}

}  // namespace
}  // namespace minutebook
