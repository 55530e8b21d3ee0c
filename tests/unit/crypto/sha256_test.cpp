// tests/unit/crypto/sha256_test.cpp

#include "ledger/crypto/sha256.h"

#include <gtest/gtest.h>

#include <utility>

namespace minutebook {
namespace {

// FIPS 180-4 example values.
constexpr char kOfNothing[] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr char kOfAbc[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

TEST(Sha256, AgreesWithFips180) {
  Sha256 hasher;
  EXPECT_EQ(toHex(hasher.of().view()), kOfNothing);
  EXPECT_EQ(toHex(hasher.of(asBytes("abc")).view()), kOfAbc);
  EXPECT_EQ(toHex(hasher.of(Bytes(1000000, 'a')).view()),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, HashesPiecesAsOneMessage) {
  Sha256 hasher;
  EXPECT_EQ(toHex(hasher.of(asBytes("a"), Bytes{}, asBytes("bc")).view()), kOfAbc);
  hasher.update(asBytes("ab"));
  hasher.update(asBytes("c"));
  EXPECT_EQ(toHex(hasher.finish().view()), kOfAbc);
}

TEST(Sha256, HashesPublicPiecesTheSameHoweverLong) {
  Sha256 hasher;
  EXPECT_EQ(toHex(hasher.ofPublic({asBytes("a"), Bytes{}, asBytes("bc")}).view()), kOfAbc);
  EXPECT_EQ(toHex(hasher.ofPublic({}).view()), kOfNothing);
  for (std::size_t length : {1022u, 1023u, 1024u, 5000u}) {
    const Bytes piece(length, 'x');
    EXPECT_EQ(hasher.ofPublic({asBytes("a"), piece}), hasher.of(asBytes("a"), piece)) << length;
  }
}

TEST(Sha256, StartsEmptyAfterEachMessage) {
  Sha256 hasher;
  hasher.update(asBytes("something else"));
  hasher.finish();
  EXPECT_EQ(toHex(hasher.finish().view()), kOfNothing);
}

TEST(Sha256, WorksAfterAMove) {
  Sha256 first;
  first.update(asBytes("ab"));
  Sha256 second = std::move(first);
  second.update(asBytes("c"));
  EXPECT_EQ(toHex(second.finish().view()), kOfAbc);
}

TEST(Sha256, OneShotIsTheSameHash) {
  EXPECT_EQ(toHex(sha256(asBytes("abc")).view()), kOfAbc);
}

}  // namespace
}  // namespace minutebook
