// cli/handing_out/receipt_maker.h
//
// Puts a receipt together from the store: entries with their paths, the way to each author's
// signature, and where a thread stands among all threads.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ledger/bundle/receipt.h"
#include "ledger/rules/admit.h"
#include "ledger/store/entry_store.h"
#include "ledger/store/publish.h"
#include "ledger/store/signed_tree.h"
#include "ledger/tlog/tile_hashes.h"
#include "ledger/view/query.h"

namespace minutebook {

/// Takes paths to one checkpoint. The store must outlive it and must not grow meanwhile.
class ReceiptMaker {
 public:
  /// `size` is the checkpoint's.
  ReceiptMaker(const EntryStore& store, std::uint64_t size);

  ProvenEntry proven(std::uint64_t index);
  /// The entry with the way to its author's signature; nothing opened.
  ReceiptEntry entry(std::uint64_t index);

 private:
  SignedTree& submissionAt(std::uint64_t first, std::uint32_t count);

  const EntryStore& store_;
  std::uint64_t size_;
  Sha256 hasher_;
  TileHashes hashes_;
  // The one looked at last: entries of an import follow another.
  std::optional<SignedTree> submission_;
};

/// The inclusion path alone: what `prove` writes.
TlogProof proofOf(const EntryStore& store, const NewCheckpoint& checkpoint, std::uint64_t index);

/// The entries of a thread, in order, by the read model, which must be caught up.
std::vector<std::uint64_t> threadEntries(Query& model, const ThreadName& thread);

/// The entries that say whose keys signed the receipt's, each once.
std::vector<std::uint64_t> signerEntries(const Receipt& receipt, const EntryStore& store,
                                         Query& model);

}  // namespace minutebook
