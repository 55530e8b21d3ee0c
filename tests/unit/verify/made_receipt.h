// tests/unit/verify/made_receipt.h
//
// Receipts of a small ledger, put together from its parts, so that each part can be put together
// wrongly by somebody on the way or by a prover who leaves something out.

#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "audit/verify/verify_receipt.h"
#include "ledger/rules/admit.h"
#include "ledger/tlog/tile_hashes.h"
#include "tests/unit/verify/small_ledger.h"

namespace minutebook {

/// A tree over hashes in memory, for paths.
class ListedHashes : public HashReader {
 public:
  explicit ListedHashes(std::vector<Hash> leaves) : leaves_(std::move(leaves)) {}
  Hash subtree(unsigned level, std::uint64_t index) override {
    const std::size_t width = std::size_t{1} << level;
    return rootOf(hasher_, std::span(leaves_).subspan(index * width, width));
  }
  std::vector<Hash> path(std::uint64_t index) {
    return proveInclusion(*this, hasher_, {index, leaves_.size()});
  }
  std::vector<Hash> path(std::uint64_t index, std::uint64_t size) {
    return proveInclusion(*this, hasher_, {index, size});
  }

 private:
  Sha256 hasher_;
  std::vector<Hash> leaves_;
};

/// Makes receipts of a scenario that ends in a threadsRooted.
class ReceiptMaker {
 public:
  explicit ReceiptMaker(Scenario& scenario) : scenario_(scenario) {
    for (const Bytes& entry : scenario.entries()) {
      entries.push_back(entry);
      leaves_.push_back(leafHash(hasher_, entry));
    }
    for (std::uint64_t i = 0; i + 1 < entries.size(); ++i) joinThreads(i);
  }

  ProvenEntry proven(std::uint64_t index) {
    return {index, entries[index], ListedHashes(leaves_).path(index)};
  }

  ReceiptEntry entry(std::uint64_t index) {
    const EntryParts parts = decodeEntry(entries[index]).value();
    const std::uint64_t first = index - parts.ordinal;
    std::vector<Hash> statements;
    for (std::uint64_t i = first; i < first + parts.count; ++i) {
      statements.push_back(leafHash(hasher_, decodeEntry(entries[i]).value().statement));
    }
    ReceiptEntry made;
    made.proven = proven(index);
    made.submission = ListedHashes(statements).path(parts.ordinal);
    if (parts.ordinal != 0) made.signature = decodeEntry(entries[first]).value().signature;
    return made;
  }

  /// Every opening of that entry.
  void open(ReceiptEntry& entry) {
    Aead aead;
    for (const auto& [index, opening] : scenario_.openings()) {
      if (index != entry.proven.index) continue;
      const Statement statement = scenario_.facts().statementAt(index);
      const DataKey* key = scenario_.keys().find(opening.keyId);
      auto value = openValue(aead, *key, {Scenario::kOrigin, statement.id()}, opening);
      entry.openings.push_back({opening.path, value->salt, SecretBytes(value->value)});
    }
  }

  /// All but what the receipt is about.
  Receipt begun() {
    Receipt receipt;
    receipt.origin = Scenario::kOrigin;
    receipt.vkey = scenario_.vkey();
    receipt.checkpoint = scenario_.signedCheckpoint();
    receipt.keys.push_back(proven(0));
    return receipt;
  }

  Receipt ofEntry(std::uint64_t index) {
    Receipt receipt = begun();
    receipt.entries.push_back(entry(index));
    receipt.says = wordsOf(receipt);
    return receipt;
  }

  Receipt about(const std::string& participant) {
    Receipt receipt = begun();
    const Hash key = threadKey(hasher_, {schema::Register::PARTICIPANT, participant});
    receipt.threads = ThreadProof{{"participant", participant}, proven(entries.size() - 1), {}};
    const auto at = heads.lower_bound(key);
    if (at != heads.end() && at->first == key) {
      for (std::uint64_t index : members[key]) receipt.entries.push_back(entry(index));
      receipt.threads->leaves.push_back(leafAt(at));
    } else {
      if (at != heads.begin()) receipt.threads->leaves.push_back(leafAt(std::prev(at)));
      if (at != heads.end()) receipt.threads->leaves.push_back(leafAt(at));
    }
    receipt.says = wordsOf(receipt);
    return receipt;
  }

  MapLeaf leafAt(std::map<Hash, ThreadHead>::const_iterator at) {
    std::vector<Hash> leaves;
    for (const auto& [key, head] : heads) leaves.push_back(threadLeaf(hasher_, key, head));
    const auto place = static_cast<std::uint64_t>(std::distance(heads.cbegin(), at));
    return {place, at->first, at->second, ListedHashes(leaves).path(place)};
  }

  std::vector<Bytes> entries;
  std::map<Hash, ThreadHead> heads;
  std::map<Hash, std::vector<std::uint64_t>> members;

 private:
  void joinThreads(std::uint64_t index) {
    const Mentions mentions = mentionsOf(scenario_.facts().statementAt(index), theCatalogue());
    std::set<ThreadName> names;
    for (const Mention& mention : mentions.records) {
      if (mention.joins) names.insert({mention.where, mention.id});
    }
    for (const ThreadName& name : names) {
      const Hash key = threadKey(hasher_, name);
      extendThread(hasher_, heads[key], index, leaves_[index]);
      members[key].push_back(index);
    }
  }

  Scenario& scenario_;
  Sha256 hasher_;
  std::vector<Hash> leaves_;
};

}  // namespace minutebook
