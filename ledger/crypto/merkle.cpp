#include "ledger/crypto/merkle.h"

#include <array>
#include <bit>

namespace minutebook {

namespace {

constexpr std::array<std::uint8_t, 1> kLeafPrefix{0x00};
constexpr std::array<std::uint8_t, 1> kNodePrefix{0x01};

}  // namespace

Hash leafHash(Sha256& hasher, ByteView leaf) {
  return hasher.ofPublic({kLeafPrefix, leaf});
}

Hash nodeHash(Sha256& hasher, const Hash& left, const Hash& right) {
  return hasher.ofPublic({kNodePrefix, left.view(), right.view()});
}

Hash rootOf(Sha256& hasher, std::span<const Hash> leafHashes) {
  if (leafHashes.empty()) return hasher.finish();
  if (leafHashes.size() == 1) return leafHashes[0];
  const std::size_t split = std::bit_floor(leafHashes.size() - 1);
  return nodeHash(hasher, rootOf(hasher, leafHashes.first(split)),
                  rootOf(hasher, leafHashes.subspan(split)));
}

}  // namespace minutebook
