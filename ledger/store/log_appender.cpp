#include "ledger/store/log_appender.h"

#include "ledger/base/fault.h"
#include "ledger/crypto/merkle.h"

namespace minutebook {

LogAppender::LogAppender(EntryStore& store) : parts_(store.parts()), tiles_(parts_.reader) {}

std::vector<Hash> LogAppender::append(std::span<const NewEntry> entries, std::int64_t recordedAt) {
  if (parts_.writeFailed) {
    throw Fault(FaultKind::kIo,
                "an earlier write failed, and only a new start can tell how far "
                "it came",
                "Start again; what was acknowledged is safe.");
  }
  parts_.writeFailed = true;  // Until it is known to have worked.
  Head next = parts_.head;
  next.newestTime = recordedAt;
  batch_.Clear();
  completed_.clear();
  std::vector<Hash> leaves;
  leaves.reserve(entries.size());
  for (const NewEntry& entry : entries) {
    putEntry(next.frontier.size(), entry);
    leaves.push_back(leafHash(hasher_, entry.bytes));
    next.frontier.append(hasher_, leaves.back(),
                         [&](const Subtree& subtree) { tiles_.add(hasher_, subtree, completed_); });
  }
  for (const FullTile& tile : completed_) {
    put(Family::kTile, tileKey(tile.level, tile.n), tile.hashes);
  }
  const std::string head = storedHead(next);
  put(Family::kMeta, asBytes(kHeadKey), asBytes(head));
  rocksdb::WriteOptions how;
  how.sync = true;
  check(parts_.rocks.db().Write(how, &batch_), "writing to the log of " + parts_.ledger.string());
  parts_.head = std::move(next);
  parts_.writeFailed = false;
  return leaves;
}

void LogAppender::putEntry(std::uint64_t index, const NewEntry& entry) {
  const auto key = indexKey(index);
  put(Family::kEntry, key, entry.bytes);
  if (entry.openings == nullptr) return;
  for (const Opening& opening : *entry.openings) {
    Bytes openingKey(key.begin(), key.end());
    minutebook::append(openingKey, opening.path.bytes());
    put(Family::kOpening, openingKey, opening.storedBytes());
  }
}

void LogAppender::put(Family family, ByteView key, ByteView value) {
  check(batch_.Put(parts_.rocks.family(family), slice(key), slice(value)), "filling a batch");
}

}  // namespace minutebook
