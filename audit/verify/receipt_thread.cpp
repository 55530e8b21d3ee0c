#include "audit/verify/receipt_thread.h"

#include "ledger/event/catalogue.h"
#include "ledger/rules/admit.h"
#include "ledger/tlog/tree.h"

namespace minutebook {

namespace {

/// The map of all threads, as the clerk counted it.
struct CountedMap {
  std::uint64_t threads = 0;
  Hash root;
};

bool isIn(Sha256& hasher, const CountedMap& map, const MapLeaf& leaf) {
  return leaf.head.count != 0 && verifyInclusion(hasher, threadLeaf(hasher, leaf.key, leaf.head),
                                                 {leaf.place, map.threads}, leaf.path, map.root);
}

std::optional<std::string> whyNotAll(Sha256& hasher, const Receipt& receipt, const MapLeaf& leaf) {
  ThreadHead head;
  std::optional<std::uint64_t> before;
  for (const ReceiptEntry& entry : receipt.entries) {
    const std::uint64_t index = entry.proven.index;
    if (before && index <= *before) {
      return "Its entries are not in the order of the log: entry " + std::to_string(index) +
             " stands behind entry " + std::to_string(*before) + ".";
    }
    if (index >= receipt.threads->rooted.index) {
      return "Entry " + std::to_string(index) + " came after the count.";
    }
    extendThread(hasher, head, index, leafHash(hasher, entry.proven.entry));
    before = index;
  }
  if (head.count != leaf.head.count) {
    return "The ledger counted " + std::to_string(leaf.head.count) +
           " entries; the receipt holds " + std::to_string(head.count) + ".";
  }
  if (head != leaf.head) {
    return "Chained together, its " + std::to_string(head.count) +
           " entries are not those that were counted.";
  }
  return std::nullopt;
}

/// The leaves must stand side by side, or at an end of the map, with the key between or beyond.
bool areNeighbours(const std::vector<MapLeaf>& leaves, const Hash& key, std::uint64_t threads) {
  if (leaves.empty()) return threads == 0;
  const MapLeaf& first = leaves.front();
  if (leaves.size() == 2) {
    return first.key < key && key < leaves[1].key && leaves[1].place == first.place + 1;
  }
  if (key < first.key) return first.place == 0;
  return first.key < key && first.place == threads - 1;
}

}  // namespace

std::optional<std::string> whyIncomplete(const Receipt& receipt, const Statement& rooted) {
  const ThreadProof& proof = *receipt.threads;
  if (!rooted.record().isThreadsRooted()) return "No count of threads is in it.";
  const auto counted = rooted.record().getThreadsRooted();
  const auto root = Hash::of({counted.getRoot().begin(), counted.getRoot().size()});
  if (!root || counted.getSize() != proof.rooted.index) return "The count is not of its own size.";
  const auto where = registerNamed(proof.about.where);
  if (!where) return "This program knows no register called " + proof.about.where + ".";
  const CountedMap map{counted.getThreads(), *root};
  Sha256 hasher;
  for (const MapLeaf& leaf : proof.leaves) {
    if (isIn(hasher, map, leaf)) continue;
    return "Thread " + std::to_string(leaf.place) + ", with " + std::to_string(leaf.head.count) +
           (leaf.head.count == 1 ? " entry" : " entries") + ", is not among the " +
           std::to_string(map.threads) + " that were counted.";
  }
  const Hash key = threadKey(hasher, {*where, proof.about.id});
  if (!receipt.entries.empty()) {
    if (proof.leaves.size() != 1 || proof.leaves[0].key != key) {
      return "The thread in it is not that of " + proof.about.where + " " + proof.about.id + ".";
    }
    return whyNotAll(hasher, receipt, proof.leaves[0]);
  }
  if (proof.leaves.empty() && *root != kEmptyRoot) return "The threads next to it are not shown.";
  if (areNeighbours(proof.leaves, key, map.threads)) return std::nullopt;
  return "The threads shown are not those on either side of where it would stand.";
}

}  // namespace minutebook
