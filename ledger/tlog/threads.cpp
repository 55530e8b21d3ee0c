#include "ledger/tlog/threads.h"

#include <array>
#include <cstring>

#include "ledger/base/fault.h"
#include "ledger/crypto/merkle.h"

namespace minutebook {

namespace {

constexpr std::size_t kStoredBytes = 40;
constexpr std::uint8_t kChainPrefix = 0x02;

void writeU64(std::uint8_t* at, std::uint64_t number) {
  for (unsigned i = 0; i < 8; ++i) at[i] = static_cast<std::uint8_t>(number >> (56 - 8 * i));
}

}  // namespace

std::string ThreadHead::stored() const {
  Bytes bytes;
  bytes.reserve(kStoredBytes);
  appendU64(bytes, count);
  append(bytes, chain.view());
  return std::string(asText(bytes));
}

std::optional<ThreadHead> ThreadHead::parse(std::string_view stored) {
  if (stored.size() != kStoredBytes) return std::nullopt;
  ThreadHead head;
  head.count = readU64(asBytes(stored.substr(0, 8)));
  head.chain = *Hash::of(asBytes(stored.substr(8)));
  if (head.count == 0) return std::nullopt;
  return head;
}

void extendThread(Sha256& hasher, ThreadHead& head, std::uint64_t index, const Hash& leaf) {
  std::array<std::uint8_t, 1 + 32 + 8 + 32> link;
  link[0] = kChainPrefix;
  std::memcpy(link.data() + 1, head.chain.bytes.data(), 32);
  writeU64(link.data() + 33, index);
  std::memcpy(link.data() + 41, leaf.bytes.data(), 32);
  head.chain = hasher.of(link);
  ++head.count;
}

Hash threadLeaf(Sha256& hasher, const Hash& key, const ThreadHead& head) {
  std::array<std::uint8_t, 32 + kStoredBytes> leaf;
  std::memcpy(leaf.data(), key.bytes.data(), 32);
  writeU64(leaf.data() + 32, head.count);
  std::memcpy(leaf.data() + 40, head.chain.bytes.data(), 32);
  return leafHash(hasher, leaf);
}

void ThreadMap::add(const Hash& key, const ThreadHead& head) {
  if (count() > 0 && key <= lastKey_) throw Fault(FaultKind::kBug, "threads out of order");
  lastKey_ = key;
  frontier_.append(hasher_, threadLeaf(hasher_, key, head));
}

Hash ThreadMap::root() {
  return frontier_.root(hasher_);
}

}  // namespace minutebook
