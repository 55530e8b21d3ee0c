#include "ledger/tlog/log_reader.h"

#include "ledger/base/fault.h"
#include "ledger/crypto/merkle.h"
#include "ledger/tlog/tile.h"

namespace minutebook {

void LogReader::forEach(std::uint64_t from, std::uint64_t to, const EntryVisitor& visit) const {
  if (from > to || to > size()) throw Fault(FaultKind::kBug, "entries beyond the end of the log");
  for (std::uint64_t index = from; index < to; ++index) visit(index, entry(index));
}

Hash LogReader::leafHashAt(Sha256& hasher, std::uint64_t index) const {
  const std::uint64_t n = index / kTileWidth;
  if (const unsigned width = tileWidth(0, n, size()); width > 0) {
    if (const std::optional<Bytes> kept = tile(0, n, width)) {
      return Hash::of(ByteView(*kept).subspan(index % kTileWidth * 32, 32)).value();
    }
  }
  return leafHash(hasher, entry(index));
}

std::optional<Hash> LogReader::fullTileRoot(Sha256& hasher, unsigned level, std::uint64_t n) const {
  const std::optional<Bytes> kept = tile(level, n, kTileWidth);
  if (!kept) return std::nullopt;
  const auto hashes = decodeTile(*kept, kTileWidth);
  if (!hashes) throw Fault(FaultKind::kBug, "the log gave a tile of another width");
  return rootOf(hasher, *hashes);
}

}  // namespace minutebook
