// ledger/tlog/threads.h
//
// Threads: all entries about one record or participant, chained, so that leaving one out shows. The
// map of all thread heads has a Merkle root, which the clerk records at publishing. Whoever writes
// the log and whoever checks it hash threads with these. Bytes: docs/formats/threads.md.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/crypto/sha256.h"
#include "ledger/tlog/tree.h"

namespace minutebook {

/// How many entries a thread has, and the chain over them.
struct ThreadHead {
  std::uint64_t count = 0;
  Hash chain;

  bool operator==(const ThreadHead&) const = default;
  /// u64 count || chain.
  std::string stored() const;
  /// Nothing unless `stored` is exactly what stored() writes.
  static std::optional<ThreadHead> parse(std::string_view stored);
};

/// chain' = SHA-256(02 || chain || u64 index || leaf hash); the count grows by one.
void extendThread(Sha256& hasher, ThreadHead& head, std::uint64_t index, const Hash& leaf);

/// The RFC 6962 leaf hash of key || u64 count || chain.
Hash threadLeaf(Sha256& hasher, const Hash& key, const ThreadHead& head);

/// A thread in the map of all threads, and the path from it to the map's root.
struct MapLeaf {
  std::uint64_t place = 0;
  Hash key;
  ThreadHead head;
  std::vector<Hash> path;  ///< Leaf's sibling first.

  bool operator==(const MapLeaf&) const = default;
};

/// The map of all threads, as a tree: the leaves are key || u64 count || chain, sorted by key.
class ThreadMap {
 public:
  /// Keys must come in rising order; throws kBug otherwise.
  void add(const Hash& key, const ThreadHead& head);

  std::uint64_t count() const { return frontier_.size(); }
  /// RFC 6962 root over the leaves.
  Hash root();

 private:
  Sha256 hasher_;
  Frontier frontier_;
  Hash lastKey_;
};

}  // namespace minutebook
