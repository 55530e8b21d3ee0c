#include "ledger/crypto/merkle.h"

#include <array>
#include <bit>
#include <cstring>

namespace minutebook {

namespace {

constexpr std::array<std::uint8_t, 1> kLeafPrefix{0x00};
constexpr std::array<std::uint8_t, 1> kNodePrefix{0x01};
/// Most entries are shorter. Up to here copying one behind its prefix costs less than a hasher's
/// second piece.
constexpr std::size_t kShortLeaf = 1023;

}  // namespace

Hash leafHash(Sha256& hasher, ByteView leaf) {
  if (leaf.empty() || leaf.size() > kShortLeaf) return hasher.of(kLeafPrefix, leaf);
  std::array<std::uint8_t, 1 + kShortLeaf> message;
  message[0] = kLeafPrefix[0];
  std::memcpy(message.data() + 1, leaf.data(), leaf.size());
  return hasher.of(ByteView(message).first(1 + leaf.size()));
}

Hash nodeHash(Sha256& hasher, const Hash& left, const Hash& right) {
  std::array<std::uint8_t, 65> node;
  node[0] = kNodePrefix[0];
  std::memcpy(node.data() + 1, left.bytes.data(), left.bytes.size());
  std::memcpy(node.data() + 33, right.bytes.data(), right.bytes.size());
  return hasher.of(node);
}

Hash rootOf(Sha256& hasher, std::span<const Hash> leafHashes) {
  if (leafHashes.empty()) return hasher.finish();
  if (leafHashes.size() == 1) return leafHashes[0];
  const std::size_t split = std::bit_floor(leafHashes.size() - 1);
  return nodeHash(hasher, rootOf(hasher, leafHashes.first(split)),
                  rootOf(hasher, leafHashes.subspan(split)));
}

}  // namespace minutebook
