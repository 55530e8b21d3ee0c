#include "audit/verify/packed_table.h"

#include <algorithm>
#include <functional>

#include "ledger/base/bytes.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 20;
constexpr std::size_t kFirstSlots = 1024;
constexpr std::size_t kLengthMax = 65535;
constexpr unsigned kPlaceBits = 48;
constexpr std::uint64_t kPlaceMask = (std::uint64_t{1} << kPlaceBits) - 1;

/// Of a hash, or of a slot that was made from it.
std::uint64_t tagOf(std::uint64_t hash) {
  return hash >> kPlaceBits;
}

std::uint64_t hashOf(std::string_view key) {
  return std::hash<std::string_view>()(key);
}

std::size_t lengthAt(const char* at) {
  return std::size_t{static_cast<std::uint8_t>(at[0])} << 8 | static_cast<std::uint8_t>(at[1]);
}

void appendLength(std::vector<char>& block, std::size_t length) {
  block.push_back(static_cast<char>(length >> 8));
  block.push_back(static_cast<char>(length & 0xff));
}

}  // namespace

PackedTable::PackedTable() : slots_(kFirstSlots, 0) {}

PackedTable::Pair PackedTable::pairAt(std::uint64_t place) const {
  const std::vector<char>& block = blocks_[place / kBlockBytes];
  const char* at = block.data() + place % kBlockBytes;
  const std::size_t keyLength = lengthAt(at);
  const std::size_t valueLength = lengthAt(at + 2);
  return {{at + 4, keyLength}, {at + 4 + keyLength, valueLength}};
}

PackedTable::Pair PackedTable::pairIn(std::size_t slot) const {
  return pairAt((slots_[slot] & kPlaceMask) - 1);
}

std::size_t PackedTable::slotOf(std::string_view key, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot] != 0 && (tagOf(slots_[slot]) != tagOf(hash) || pairIn(slot).key != key)) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

std::uint64_t PackedTable::write(std::string_view key, std::string_view value) {
  if (key.size() > kLengthMax || value.size() > kLengthMax) {
    throw Fault(FaultKind::kBug, "a fact that is too long");
  }
  const std::size_t needed = 4 + key.size() + value.size();
  if (blocks_.empty() || blocks_.back().size() + needed > kBlockBytes) {
    blocks_.emplace_back();
    blocks_.back().reserve(kBlockBytes);
  }
  std::vector<char>& block = blocks_.back();
  const std::uint64_t place = (blocks_.size() - 1) * kBlockBytes + block.size();
  appendLength(block, key.size());
  appendLength(block, value.size());
  block.insert(block.end(), key.begin(), key.end());
  block.insert(block.end(), value.begin(), value.end());
  return place;
}

void PackedTable::grow() {
  std::vector<std::uint64_t> places(slots_.size() * 2, 0);
  places.swap(slots_);
  for (const std::uint64_t place : places) {
    if (place == 0) continue;
    const std::string_view key = pairAt((place & kPlaceMask) - 1).key;
    slots_[slotOf(key, hashOf(key))] = place;
  }
}

void PackedTable::set(std::string_view key, std::string_view value) {
  if ((count_ + 1) * 10 > slots_.size() * 7) grow();
  const std::uint64_t hash = hashOf(key);
  const std::size_t slot = slotOf(key, hash);
  if (slots_[slot] == 0) {
    ++count_;
  } else {
    // Most facts that change keep their length (indexes, counts): written over in place.
    const std::uint64_t place = (slots_[slot] & kPlaceMask) - 1;
    const Pair old = pairAt(place);
    if (old.value.size() == value.size()) {
      char* at = blocks_[place / kBlockBytes].data() + place % kBlockBytes + 4 + key.size();
      std::copy(value.begin(), value.end(), at);
      return;
    }
  }
  slots_[slot] = tagOf(hash) << kPlaceBits | (write(key, value) + 1);
}

std::optional<std::string> PackedTable::find(std::string_view key) const {
  const std::size_t slot = slotOf(key, hashOf(key));
  if (slots_[slot] == 0) return std::nullopt;
  return std::string(pairIn(slot).value);
}

}  // namespace minutebook
