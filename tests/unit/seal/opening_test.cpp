#include "ledger/seal/opening.h"

#include <gtest/gtest.h>

#include "ledger/crypto/random.h"
#include "tests/support/fixed_random.h"

namespace minutebook {
namespace {

const FieldPath kPath{72, {{12, kNoListIndex}, {3, kNoListIndex}}};

Salt saltOf(std::uint8_t byte) {
  Salt salt;
  salt.fill(byte);
  return salt;
}

DataKey keyOf(std::uint8_t byte) {
  DataKey key;
  key.id.bytes.fill(byte);
  key.subject = "participant/P-14";
  key.key = SecretBytes(32);
  for (std::uint8_t& each : key.key.span()) each = byte;
  return key;
}

StatementPlace place() {
  return {"example.org/ledger", *StatementId::parse("01920000-0000-7000-8000-00000000abcd")};
}

TEST(Commitment, IsTheHashOfTagSaltPathLengthAndValue) {
  Bytes message;
  append(message, std::string_view("minutebook/field/v1\0", 20));
  append(message, ByteView(saltOf(7)));
  append(message, *fromHex("004802000cffff0003ffff"));
  append(message, *fromHex("00000005"));
  append(message, "hello");
  Sha256 hasher;
  EXPECT_EQ(commitmentOf(hasher, saltOf(7), kPath, asBytes("hello")), sha256(message));
}

TEST(Commitment, DependsOnEveryPart) {
  Sha256 hasher;
  const Hash base = commitmentOf(hasher, saltOf(7), kPath, asBytes("hello"));
  EXPECT_EQ(commitmentOf(hasher, saltOf(7), kPath, asBytes("hello")), base);
  EXPECT_NE(commitmentOf(hasher, saltOf(8), kPath, asBytes("hello")), base);
  EXPECT_NE(commitmentOf(hasher, saltOf(7), kPath, asBytes("hellp")), base);
  FieldPath other = kPath;
  other.kind = 73;
  EXPECT_NE(commitmentOf(hasher, saltOf(7), other, asBytes("hello")), base);
  other = kPath;
  other.steps[0].index = 0;
  EXPECT_NE(commitmentOf(hasher, saltOf(7), other, asBytes("hello")), base);
  // The end of the path cannot pass for the beginning of the value.
  other.steps = {{12, kNoListIndex}};
  EXPECT_NE(commitmentOf(hasher, saltOf(7), other, *fromHex("0003ffff0000000568656c6c6f")), base);
}

TEST(Opening, GivesBackWhatWasSealed) {
  FixedRandom random;
  Aead aead;
  const DataKey key = keyOf(1);
  for (const Bytes& value : {Bytes{}, Bytes{0}, Bytes(100000, 'x')}) {
    Opening opening = sealValue(aead, key, place(), kPath, {saltOf(7), value}, random);
    std::optional<Opening> stored = Opening::parse(kPath, opening.storedBytes());
    ASSERT_TRUE(stored);
    EXPECT_EQ(*stored, opening);
    std::optional<OpenedValue> opened = openValue(aead, key, place(), *stored);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->salt, saltOf(7));
    EXPECT_EQ(opened->value, value);
  }
}

TEST(Opening, OpensNowhereElse) {
  FixedRandom random;
  Aead aead;
  const DataKey key = keyOf(1);
  const Opening opening =
      sealValue(aead, key, place(), kPath, {saltOf(7), toBytes(asBytes("hello"))}, random);
  EXPECT_FALSE(openValue(aead, keyOf(2), place(), opening)) << "another key";
  DataKey sameId = keyOf(2);
  sameId.id = key.id;
  EXPECT_FALSE(openValue(aead, sameId, place(), opening)) << "another key of the same id";
  StatementPlace elsewhere = place();
  elsewhere.origin = "example.org/other";
  EXPECT_FALSE(openValue(aead, key, elsewhere, opening)) << "another ledger";
  elsewhere = place();
  elsewhere.id.bytes[15] ^= 1;
  EXPECT_FALSE(openValue(aead, key, elsewhere, opening)) << "another statement";
  Opening moved = opening;
  moved.path.steps[0].ordinal = 13;
  EXPECT_FALSE(openValue(aead, key, place(), moved)) << "another field";
  for (std::size_t i = 0; i < opening.box.size(); ++i) {
    Opening flipped = opening;
    flipped.box[i] ^= 0x10;
    EXPECT_FALSE(openValue(aead, key, place(), flipped)) << "byte " << i;
  }
}

TEST(Opening, IsNotParsedFromTooFewBytes) {
  FixedRandom random;
  Aead aead;
  Bytes stored = sealValue(aead, keyOf(1), place(), kPath, {saltOf(7), {}}, random).storedBytes();
  EXPECT_TRUE(Opening::parse(kPath, stored));
  for (std::size_t length = 0; length < stored.size(); ++length) {
    EXPECT_FALSE(Opening::parse(kPath, ByteView(stored).first(length))) << length;
  }
}

}  // namespace
}  // namespace minutebook
