#include "ledger/store/signed_tree.h"

#include <algorithm>
#include <span>

#include "ledger/base/fault.h"
#include "ledger/crypto/merkle.h"
#include "ledger/store/entry_store.h"

namespace minutebook {

namespace {

constexpr char kSignedTreeFact = 'S';
constexpr unsigned kKeptLevel = 5;
constexpr std::size_t kBlock = std::size_t{1} << kKeptLevel;
constexpr std::size_t kHashBytes = 32;

EntryParts partsOf(std::uint64_t index, ByteView bytes) {
  Outcome<EntryParts> entry = decodeEntry(bytes);
  if (entry) return std::move(entry).value();
  throw Fault(FaultKind::kCorrupt, "entry " + std::to_string(index) + ": " + entry.refusal().reason,
              "Run minutebook verify.");
}

/// Nothing unless the fact is there and has the length that it has for `count` statements.
std::vector<Hash> keptHashes(const EntryStore& store, std::uint64_t first, std::uint32_t count) {
  const auto stored = store.findFact(signedTreeFact(first));
  if (!stored || stored->size() != count / kBlock * kHashBytes) return {};
  std::vector<Hash> hashes;
  for (ByteView rest = asBytes(*stored); !rest.empty(); rest = rest.subspan(kHashBytes)) {
    hashes.push_back(*Hash::of(rest.first(kHashBytes)));
  }
  return hashes;
}

}  // namespace

std::string signedTreeFact(std::uint64_t first) {
  Bytes key(1, static_cast<std::uint8_t>(kSignedTreeFact));
  appendU64(key, first);
  return std::string(asText(key));
}

std::string signedTreeHashes(Sha256& hasher, const Submission& submission) {
  std::string hashes;
  if (submission.statements.size() <= kBlock) return hashes;
  std::vector<Hash> leaves;
  for (const Statement& statement : submission.statements) {
    leaves.push_back(statement.leaf(hasher));
    if (leaves.size() < kBlock) continue;
    hashes.append(asText(rootOf(hasher, leaves).view()));
    leaves.clear();
  }
  return hashes;
}

SignedTree::SignedTree(const EntryStore& store, std::uint64_t first, std::uint32_t count)
    : store_(store),
      first_(first),
      count_(count),
      signature_(partsOf(first, store.reader().entry(first)).signature),
      kept_(keptHashes(store, first, count)),
      blocks_((count + kBlock - 1) / kBlock) {}

const std::vector<Hash>& SignedTree::block(std::uint64_t n) {
  std::vector<Hash>& leaves = blocks_.at(n);
  if (!leaves.empty()) return leaves;
  const std::uint64_t from = first_ + n * kBlock;
  const std::uint64_t to = std::min<std::uint64_t>(first_ + count_, from + kBlock);
  store_.reader().forEach(from, to, [&](std::uint64_t index, ByteView bytes) {
    leaves.push_back(leafHash(hasher_, partsOf(index, bytes).statement));
  });
  return leaves;
}

Hash SignedTree::subtree(unsigned level, std::uint64_t index) {
  if (level < kKeptLevel) {
    const std::uint64_t at = index << level;
    const std::span<const Hash> leaves = block(at / kBlock);
    return rootOf(hasher_, leaves.subspan(at % kBlock, std::size_t{1} << level));
  }
  // A ledger whose facts are older than these hashes, or a store beside a writer, has none.
  for (std::uint64_t n = kept_.size(); n < count_ / kBlock; ++n) {
    kept_.push_back(rootOf(hasher_, block(n)));
  }
  const std::size_t width = std::size_t{1} << (level - kKeptLevel);
  return rootOf(hasher_, std::span(kept_).subspan(index * width, width));
}

}  // namespace minutebook
