#include "ledger/event/submission.h"

#include <capnp/any.h>
#include <capnp/message.h>
#include <gtest/gtest.h>

#include <functional>

#include "tests/support/fault_of.h"

namespace minutebook {
namespace {

EntryParts firstOf(std::uint32_t count) {
  EntryParts parts;
  parts.recordedAt = 1709342096;
  parts.count = count;
  parts.statement = Bytes(24, 7);
  parts.signature = Bytes(64, 9);
  return parts;
}

EntryParts laterIn(std::uint32_t count, std::uint32_t ordinal) {
  EntryParts parts = firstOf(count);
  parts.ordinal = ordinal;
  parts.signature.clear();
  return parts;
}

TEST(Submission, SignsOriginCountAndRoot) {
  Hash root;
  root.bytes.fill(0xab);
  EXPECT_EQ(asText(submissionMessage("example.org/l", 258, root)),
            std::string("minutebook/submission/v1\nexample.org/l\n") +
                std::string("\0\0\0\0\0\0\1\2", 8) + std::string(32, '\xab'));
}

TEST(Entry, IsReadAsItWasWritten) {
  EntryParts longest = firstOf(1);
  longest.statement = Bytes(kStatementBytesMax, 5);
  EntryParts early = firstOf(1);
  early.recordedAt = -1;
  for (const EntryParts& parts :
       {firstOf(1), firstOf(1024), laterIn(2, 1), laterIn(1024, 1023), longest, early}) {
    Bytes bytes = encodeEntry(parts);
    EXPECT_LE(bytes.size(), kEntryBytesMax);
    Outcome<EntryParts> read = decodeEntry(bytes);
    ASSERT_TRUE(read) << read.refusal().reason;
    EXPECT_EQ(read.value().recordedAt, parts.recordedAt);
    EXPECT_EQ(read.value().ordinal, parts.ordinal);
    EXPECT_EQ(read.value().count, parts.count);
    EXPECT_EQ(read.value().statement, parts.statement);
    EXPECT_EQ(read.value().signature, parts.signature);
    EXPECT_EQ(encodeEntry(read.value()), bytes);
  }
}

TEST(Entry, IsNeverLongerThanABundleHolds) {
  EntryParts parts = firstOf(1);
  parts.statement = Bytes(kEntryBytesMax, 5);
  EXPECT_EQ(faultOf([&] { (void)encodeEntry(parts); }), FaultKind::kBug);
}

TEST(Entry, RefusesAnImpossiblePlaceOrSignature) {
  EntryParts unsignedFirst = firstOf(1);
  unsignedFirst.signature.clear();
  EntryParts shortSignature = firstOf(1);
  shortSignature.signature.pop_back();
  EntryParts signedLater = laterIn(2, 1);
  signedLater.signature = Bytes(64, 9);
  EntryParts empty = firstOf(1);
  empty.statement.clear();
  for (const EntryParts& parts : {firstOf(0), firstOf(1025), laterIn(2, 2), laterIn(2, 3),
                                  unsignedFirst, shortSignature, signedLater, empty}) {
    Outcome<EntryParts> read = decodeEntry(encodeEntry(parts));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.refusal().code, "entry.malformed");
  }
}

TEST(Entry, RefusesEveryTruncation) {
  Bytes bytes = encodeEntry(firstOf(1));
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_FALSE(decodeEntry(ByteView(bytes).first(length))) << length;
  }
  bytes.resize(bytes.size() + 8);
  EXPECT_FALSE(decodeEntry(bytes));
  EXPECT_FALSE(decodeEntry(Bytes(kEntryBytesMax + 8)));
  EXPECT_FALSE(decodeEntry(Bytes(64, 0xff)));
}

TEST(Entry, IsReadFromItsOneFormOnly) {
  for (const std::uint32_t ordinal : {0u, 1u}) {
    EntryParts parts = firstOf(2);
    parts.ordinal = ordinal;
    if (ordinal > 0) parts.signature.clear();
    const Bytes bytes = encodeEntry(parts);
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
      Bytes flipped = bytes;
      flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ (1 << bit % 8));
      const Outcome<EntryParts> read = decodeEntry(flipped);
      if (!read) continue;
      ASSERT_EQ(encodeEntry(read.value()), flipped) << bit;
    }
  }
}

/// The canonical bytes of an entry that a change was made to.
Bytes changed(const std::function<void(capnp::AnyStruct::Builder)>& change) {
  capnp::MallocMessageBuilder message;
  auto any = message.initRoot<capnp::AnyPointer>().initAsAnyStruct(3, 3);
  auto entry = message.getRoot<schema::Entry>();
  EntryParts parts = firstOf(1);
  entry.setRecordedAt(parts.recordedAt);
  entry.setCount(parts.count);
  entry.setStatement(kj::arrayPtr(parts.statement.data(), parts.statement.size()));
  entry.setSignature(kj::arrayPtr(parts.signature.data(), parts.signature.size()));
  change(any);
  auto words = capnp::AnyStruct::Reader(any.asReader()).canonicalize();
  auto bytes = words.asBytes();
  return {bytes.begin(), bytes.end()};
}

TEST(Entry, RefusesContentThatNoWriterPutsThere) {
  EXPECT_TRUE(decodeEntry(changed([](auto) {})));
  EXPECT_FALSE(decodeEntry(changed([](auto any) { any.getDataSection()[20] = 1; })));
  EXPECT_FALSE(decodeEntry(
      changed([](auto any) { any.getPointerSection()[2].template setAs<capnp::Text>("x"); })));
  // A signature that is a struct, not bytes.
  EXPECT_FALSE(
      decodeEntry(changed([](auto any) { any.getPointerSection()[1].initAsAnyStruct(1, 0); })));
}

}  // namespace
}  // namespace minutebook
