// tests/unit/tlog/tree_property.cpp
//
// Laws of the tree and the texts around it, for values nobody chose.

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "ledger/tlog/cosignature.h"
#include "ledger/tlog/proof.h"
#include "ledger/tlog/tile.h"
#include "ledger/tlog/tile_hashes.h"
#include "tests/unit/tlog/vectors.h"

namespace minutebook {
namespace {

constexpr std::uint64_t kSizeMax = 600;

/// The log of kSizeMax entries, made once for all cases of one property.
MemoryLog& log() {
  static MemoryLog made;
  growTo(made, kSizeMax);
  return made;
}

void flip(Bytes& bytes, std::size_t bit) {
  bytes.at(bit / 8) = static_cast<std::uint8_t>(bytes.at(bit / 8) ^ (1 << (bit % 8)));
}

/// Flips one bit anywhere in a list of hashes.
void flip(std::vector<Hash>& hashes, std::size_t bit) {
  std::uint8_t& byte = hashes.at(bit / 256).bytes.at(bit % 256 / 8);
  byte = static_cast<std::uint8_t>(byte ^ (1 << (bit % 8)));
}

RC_GTEST_PROP(Inclusion, HoldsAndWithAnyBitFlippedDoesNot, ()) {
  const auto size = *rc::gen::inRange<std::uint64_t>(1, kSizeMax + 1);
  const auto index = *rc::gen::inRange<std::uint64_t>(0, size);
  TileHashes hashes(log(), size);
  Sha256 hasher;
  std::vector<Hash> path = proveInclusion(hashes, hasher, {index, size});
  RC_ASSERT(path.size() == pathLength({index, size}));
  // The leaf and the root too: everything a verifier is given.
  std::vector<Hash> given{hashes.subtree(0, index), rootAt(hashes, hasher, size)};
  const auto holds = [&] {
    return verifyInclusion(hasher, given[0], {index, size}, path, given[1]);
  };
  RC_ASSERT(holds());
  const auto bit = *rc::gen::inRange<std::size_t>(0, (path.size() + 2) * 256);
  if (bit < 512) {
    flip(given, bit);
  } else {
    flip(path, bit - 512);
  }
  RC_ASSERT(!holds());
}

RC_GTEST_PROP(Consistency, HoldsAndWithAnyBitFlippedDoesNot, ()) {
  const auto to = *rc::gen::inRange<std::uint64_t>(2, kSizeMax + 1);
  const auto from = *rc::gen::inRange<std::uint64_t>(1, to);
  TileHashes hashes(log(), to);
  Sha256 hasher;
  std::vector<Hash> path = proveConsistency(hashes, hasher, {from, to});
  std::vector<Hash> roots{rootAt(hashes, hasher, from), rootAt(hashes, hasher, to)};
  const auto holds = [&] {
    return verifyConsistency(hasher, {from, to}, path, {roots[0], roots[1]});
  };
  RC_ASSERT(holds());
  const auto bit = *rc::gen::inRange<std::size_t>(0, (path.size() + 2) * 256);
  if (bit < 512) {
    flip(roots, bit);
  } else {
    flip(path, bit - 512);
  }
  RC_ASSERT(!holds());
}

RC_GTEST_PROP(Roots, FromTilesFromLeavesAndFromTheFrontierAreOne, ()) {
  const auto size = *rc::gen::inRange<std::uint64_t>(0, kSizeMax + 1);
  Sha256 hasher;
  TileHashes hashes(log(), size);
  std::vector<Hash> leaves;
  Frontier frontier;
  for (std::uint64_t i = 0; i < size; ++i) {
    leaves.push_back(leafHash(hasher, log().entry(i)));
    frontier.append(hasher, leaves.back());
  }
  RC_ASSERT(rootAt(hashes, hasher, size) == rootOf(hasher, leaves));
  RC_ASSERT(frontier.root(hasher) == rootOf(hasher, leaves));
  RC_ASSERT(Frontier::deserialise(frontier.serialise()) == frontier);
}

RC_GTEST_PROP(TilePath, ReadsWhatItWritesForAnyTile, ()) {
  TilePath path;
  path.n = *rc::gen::inRange<std::uint64_t>(0, UINT64_MAX / kTileWidth);
  path.width = *rc::gen::inRange<unsigned>(1, kTileWidth + 1);
  if (*rc::gen::arbitrary<bool>()) {
    path.kind = TilePath::Kind::kEntries;
  } else {
    path.level = *rc::gen::inRange<unsigned>(0, 64);
  }
  RC_ASSERT(TilePath::parse(path.encode()) == path);
}

RC_GTEST_PROP(Bundle, DecodesToItsEntriesOrNotAtAll, ()) {
  const auto entries = *rc::gen::container<std::vector<Bytes>>(
      *rc::gen::inRange<std::size_t>(1, 20), rc::gen::arbitrary<Bytes>());
  Bytes bundle;
  for (const Bytes& entry : entries) appendToBundle(bundle, entry);
  const auto decoded = decodeBundle(bundle, static_cast<unsigned>(entries.size()));
  RC_ASSERT(decoded.has_value());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    RC_ASSERT(sameBytes((*decoded)[i], entries[i]));
  }
  flip(bundle, *rc::gen::inRange<std::size_t>(0, bundle.size() * 8));
  if (const auto other = decodeBundle(bundle, static_cast<unsigned>(entries.size()))) {
    Bytes again;
    for (ByteView entry : *other) appendToBundle(again, entry);
    RC_ASSERT(again == bundle);
  }
}

/// Bytes that were changed at one place are refused, or mean something else and are spelt so.
template <typename Value>
void oneSpelling(std::string text) {
  const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
  text[at] = static_cast<char>(*rc::gen::inRange<int>(0, 256));
  if (const auto parsed = Value::parse(text)) RC_ASSERT(parsed.value().encode() == text);
}

RC_GTEST_PROP(Texts, HaveOneSpelling, ()) {
  Sha256 hasher;
  const SigningKey key = SigningKey::fromSeed(Bytes(32, 1));
  const Checkpoint head{"log.example.org", kSizeMax, log().root(), {}};
  SignedNote note = signCheckpoint(hasher, key, head);
  note.signatures.push_back(cosign(hasher, "w.example.org", key, 1700000000, note.text));
  TileHashes hashes(log(), kSizeMax);
  const TlogProof proof{Bytes{1, 2}, 300, proveInclusion(hashes, hasher, {300, kSizeMax}),
                        note.encode()};
  oneSpelling<Checkpoint>(note.text);
  oneSpelling<SignedNote>(note.encode());
  oneSpelling<TlogProof>(proof.encode());
}

}  // namespace
}  // namespace minutebook
