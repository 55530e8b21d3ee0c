// ledger/store/signed_tree.h
//
// The tree over the statements of one submission, whose root its author signed. An import signs a
// thousand at once, so that the way from one of them to the signature would need all the others:
// of large submissions the store keeps the upper hashes, as facts, derived like all others.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/crypto/sha256.h"
#include "ledger/event/submission.h"
#include "ledger/tlog/tree.h"

namespace minutebook {

class EntryStore;

/// Under which fact they are kept: 'S' || u64 index of the submission's first entry.
std::string signedTreeFact(std::uint64_t first);
/// The hashes of all complete subtrees of 32 statements, from the left; empty for a submission
/// that has no more than one, of which nothing is kept.
std::string signedTreeHashes(Sha256& hasher, const Submission& submission);

/// Reads the hashes of one submission: what is kept, and below that the entries themselves. The
/// store must outlive it. One thread at a time.
///
/// The hashes are not held against the signature: verify a path made from them.
class SignedTree : public HashReader {
 public:
  /// Of the `count` entries from `first` on. Throws kCorrupt.
  SignedTree(const EntryStore& store, std::uint64_t first, std::uint32_t count);

  Hash subtree(unsigned level, std::uint64_t index) override;

  std::uint64_t first() const { return first_; }
  /// The author's, from the first entry.
  const Bytes& signature() const { return signature_; }

 private:
  /// The leaves of the entries that one kept hash covers, or of those behind the last such.
  const std::vector<Hash>& block(std::uint64_t n);

  const EntryStore& store_;
  std::uint64_t first_;
  std::uint32_t count_;
  Sha256 hasher_;
  Bytes signature_;
  std::vector<Hash> kept_;
  std::vector<std::vector<Hash>> blocks_;  // Empty: not read yet.
};

}  // namespace minutebook
