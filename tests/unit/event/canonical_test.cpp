#include "ledger/event/canonical.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <random>

#include "ledger/base/fault.h"
#include "tests/support/fault_of.h"
#include "tests/support/library_canonical.h"
#include "tests/unit/event/changed_bytes.h"

namespace minutebook {
namespace {

Bytes segment(std::initializer_list<std::uint64_t> words) {
  Bytes bytes;
  for (std::uint64_t word : words) {
    for (unsigned i = 0; i < 8; ++i) bytes.push_back(static_cast<std::uint8_t>(word >> i * 8));
  }
  return bytes;
}

constexpr std::uint64_t pointer(std::int64_t skip, std::uint64_t kind) {
  return (static_cast<std::uint64_t>(skip) << 2 | kind) & 0xffffffff;
}
/// A pointer to a struct, and the tag of a list with `skip` structs.
constexpr std::uint64_t toStruct(std::int64_t skip, std::uint64_t data, std::uint64_t pointers) {
  return pointer(skip, 0) | data << 32 | pointers << 48;
}
constexpr std::uint64_t toList(std::int64_t skip, std::uint64_t size, std::uint64_t length) {
  return pointer(skip, 1) | size << 32 | length << 35;
}
constexpr std::uint64_t kVoids = 0, kBits = 1, kBytes = 2, kPointers = 6, kStructs = 7;

/// A pointer inside a pointer and so on; the innermost struct holds a number.
Bytes nested(std::size_t structs) {
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < structs; ++i) append(bytes, segment({toStruct(0, 0, 1)}));
  append(bytes, segment({toStruct(0, 1, 0), 1}));
  return bytes;
}

/// The same with lists of one struct.
Bytes nestedInLists(std::size_t lists) {
  Bytes bytes = segment({toStruct(0, 0, 1)});
  for (std::size_t i = 0; i + 1 < lists; ++i) {
    append(bytes, segment({toList(0, kStructs, 1), toStruct(1, 0, 1)}));
  }
  append(bytes, segment({toList(0, kStructs, 1), toStruct(1, 1, 0), 1}));
  return bytes;
}

struct Shape {
  const char* what;
  Bytes bytes;
  bool isCanonical;
};

std::vector<Shape> shapes() {
  return {
      {"nothing", segment({0}), true},
      {"a struct of nothing", segment({toStruct(-1, 0, 0)}), true},
      {"a struct of nothing elsewhere", segment({toStruct(1, 0, 0)}), false},
      {"a number", segment({toStruct(0, 1, 0), 7}), true},
      {"a zero at its end", segment({toStruct(0, 2, 0), 7, 0}), false},
      {"a null pointer at its end", segment({toStruct(0, 1, 1), 7, 0}), false},
      {"a null pointer in between", segment({toStruct(0, 0, 2), 0, toList(0, kBytes, 1), 5}), true},
      {"a word that nothing leads to", segment({toStruct(0, 1, 0), 7, 7}), false},
      {"a gap", segment({toStruct(1, 1, 0), 0, 7}), false},
      {"a struct behind the end", segment({toStruct(0, 2, 0), 7}), false},
      {"a struct in front of the beginning", segment({toStruct(-2, 1, 0), 7}), false},
      {"a pointer to itself", segment({toStruct(-1, 1, 0)}), false},
      {"the same struct twice",
       segment({toStruct(0, 0, 2), toStruct(1, 1, 0), toStruct(0, 1, 0), 7}), false},
      {"two structs in the wrong order",
       segment({toStruct(0, 0, 2), toStruct(2, 1, 0), toStruct(0, 1, 0), 7, 8}), false},
      {"two structs", segment({toStruct(0, 0, 2), toStruct(1, 1, 0), toStruct(1, 1, 0), 7, 8}),
       true},
      {"a pointer to another segment", segment({pointer(0, 2)}), false},
      {"a capability", segment({3}), false},
      {"bytes", segment({toList(0, kBytes, 3), 0x030201}), true},
      {"bytes and what is behind them", segment({toList(0, kBytes, 3), 0x04030201}), false},
      {"no bytes", segment({toList(0, kBytes, 0)}), true},
      {"no bytes, elsewhere", segment({toStruct(0, 0, 1), toList(5, kBytes, 0)}), false},
      {"bytes behind the end", segment({toList(0, kBytes, 9), 1}), false},
      {"bits", segment({toList(0, kBits, 3), 0x5}), true},
      {"one bit more", segment({toList(0, kBits, 3), 0xd}), false},
      {"voids", segment({toList(0, kVoids, 9)}), true},
      {"more voids than a statement has bytes",
       segment({toStruct(0, 0, 2), toList(1, kVoids, 400'000), toList(0, kVoids, 400'000)}), false},
      {"pointers", segment({toList(0, kPointers, 2), 0, toStruct(0, 1, 0), 7}), true},
      {"pointers behind the end", segment({toList(0, kPointers, 2), 0}), false},
      {"structs", segment({toList(0, kStructs, 2), toStruct(2, 1, 0), 0, 7}), true},
      {"structs that could be shorter", segment({toList(0, kStructs, 2), toStruct(2, 1, 0), 0, 0}),
       false},
      {"no structs of a size", segment({toList(0, kStructs, 0), toStruct(0, 1, 0)}), false},
      {"structs of nothing", segment({toList(0, kStructs, 0), toStruct(5, 0, 0)}), true},
      {"a list whose tag says another number",
       segment({toList(0, kStructs, 2), toStruct(3, 1, 0), 7, 7}), false},
      {"a list whose tag is none", segment({toList(0, kStructs, 1), toList(1, kBytes, 1), 7}),
       false},
      {"what structs of a list point to",
       segment(
           {toList(0, kStructs, 2), toStruct(2, 0, 1), toStruct(1, 1, 0), toStruct(1, 1, 0), 7, 8}),
       true},
      {"half a word", Bytes(12), false},
      {"no word", Bytes(), false},
  };
}

TEST(Canonical, IsOneWayToSayIt) {
  for (const Shape& shape : shapes()) {
    EXPECT_EQ(isCanonicalSegment(shape.bytes), shape.isCanonical) << shape.what;
    EXPECT_EQ(libraryCallsCanonical(shape.bytes), shape.isCanonical) << shape.what;
    EXPECT_EQ(CanonicalWords::of(shape.bytes).has_value(), shape.isCanonical) << shape.what;
  }
}

TEST(Canonical, NestsAsDeepAsTheLibraryReads) {
  for (std::size_t depth = 1; depth < 80; ++depth) {
    EXPECT_EQ(isCanonicalSegment(nested(depth)), libraryCallsCanonical(nested(depth))) << depth;
    EXPECT_EQ(isCanonicalSegment(nestedInLists(depth)), libraryCallsCanonical(nestedInLists(depth)))
        << depth;
  }
  EXPECT_TRUE(isCanonicalSegment(nested(60)));
  EXPECT_FALSE(isCanonicalSegment(nested(70)));
}

/// Any change to a segment: a bit, a byte, or a word that is another one's or nearly so.
Bytes changed(Bytes bytes, std::mt19937& random) {
  const std::size_t word = random() % (bytes.size() / 8) * 8;
  switch (random() % 5) {
    case 0:
      bytes[random() % bytes.size()] ^= static_cast<std::uint8_t>(1u << random() % 8);
      break;
    case 1:
      bytes[word] = static_cast<std::uint8_t>(bytes[word] + (random() % 2 == 0 ? 4 : -4));
      break;
    case 2:
      bytes[word + 4] = static_cast<std::uint8_t>(bytes[word + 4] + (random() % 2 == 0 ? 8 : -8));
      break;
    case 3:
      std::memcpy(&bytes[word], &bytes[random() % (bytes.size() / 8) * 8], 8);
      break;
    default:
      bytes.resize(std::max<std::size_t>(8, word));
  }
  return bytes;
}

TEST(Canonical, IsWhatTheLibrarySaysOfChangedBytes) {
  std::mt19937 random(20'261'123);
  std::vector<Bytes> from;
  for (const Shape& shape : shapes()) {
    if (shape.isCanonical) from.push_back(shape.bytes);
  }
  for (const KindInfo& kind : theCatalogue().kinds()) {
    from.push_back(toBytes(statementOf(kind.example).bytes()));
  }
  std::size_t canonical = 0;
  for (const Bytes& good : from) {
    ASSERT_TRUE(isCanonicalSegment(good));
    for (int i = 0; i < 300; ++i) {
      Bytes bytes = changed(good, random);
      if (i % 3 == 0) bytes = changed(bytes, random);
      if (!holdsStruct(bytes)) continue;
      ASSERT_EQ(isCanonicalSegment(bytes), libraryCallsCanonical(bytes)) << toHex(bytes);
      if (isCanonicalSegment(bytes)) ++canonical;
    }
  }
  EXPECT_GT(canonical, from.size()) << "some changes only say something else";
}

TEST(Canonical, WordsAreCopiedAndKeptInPlace) {
  Bytes bytes = segment({toStruct(0, 1, 0), 7});
  const Bytes same = bytes;
  CanonicalWords words = *CanonicalWords::of(bytes);
  bytes.assign(bytes.size(), 0xff);
  const capnp::word* place = words.begin();
  CanonicalWords moved = std::move(words);
  EXPECT_EQ(moved.begin(), place);
  EXPECT_TRUE(sameBytes(moved.bytes(), same));
}

TEST(Canonical, OfTheLibraryIsTakenOnlyIfItIs) {
  auto words = kj::heapArray<capnp::word>(1);
  std::memset(words.asBytes().begin(), 0xff, 8);
  EXPECT_THROW((void)CanonicalWords::made(words), Fault);
}

TEST(Canonical, SaysWhatIsMalformed) {
  EXPECT_EQ(whyMalformed(Bytes(12)), "their number is not a multiple of eight");
  EXPECT_NE(whyMalformed(segment({toStruct(0, 2, 0), 7})), "");
  EXPECT_EQ(whyMalformed(segment({toStruct(0, 2, 0), 7, 0})), "") << "only longer than needed";
  EXPECT_EQ(whyMalformed(segment({toStruct(0, 0, 1), toList(0, kVoids, 100'000)})),
            "a list of nothing in them lies elsewhere or claims too many elements");
}

}  // namespace
}  // namespace minutebook
