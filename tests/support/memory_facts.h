// tests/support/memory_facts.h
//
// A ledger in memory as the rules see it: entries, facts, the tree and the threads, computed
// plainly from what was admitted. What the store keeps cleverly has to agree with this.

#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ledger/base/fault.h"
#include "ledger/crypto/merkle.h"
#include "ledger/event/submission.h"
#include "ledger/rules/admit.h"
#include "ledger/rules/facts.h"

namespace minutebook {

/// Grows through append(); not copied.
class MemoryFacts : public Facts {
 public:
  MemoryFacts() = default;
  MemoryFacts(const MemoryFacts&) = delete;
  MemoryFacts& operator=(const MemoryFacts&) = delete;

  void append(const Admitted& admitted) {
    const Submission& submission = admitted.submission();
    for (std::size_t i = 0; i < submission.statements.size(); ++i) {
      EntryParts parts;
      parts.recordedAt = admitted.time();
      parts.ordinal = static_cast<std::uint32_t>(i);
      parts.count = static_cast<std::uint32_t>(submission.statements.size());
      parts.statement = toBytes(submission.statements[i].bytes());
      if (i == 0) parts.signature = submission.signature;
      leaves_.push_back(leafHash(hasher_, encodeEntry(parts)));
      for (const ThreadName& name : threadsOf(admitted.mentions()[i])) extend(name);
      statements_.push_back(std::move(parts.statement));
    }
    for (const FactChange& change : admitted.changes()) facts_[change.key] = change.value;
    newestTime_ = admitted.time();
  }

  const std::map<std::string, std::string, std::less<>>& all() const { return facts_; }

  std::uint64_t size() const override { return statements_.size(); }
  std::int64_t newestTime() const override { return newestTime_; }
  std::optional<std::string> find(std::string_view key) const override {
    auto found = facts_.find(key);
    if (found == facts_.end()) return std::nullopt;
    return found->second;
  }
  Statement statementAt(std::uint64_t index) const override {
    if (index >= statements_.size()) throw Fault(FaultKind::kBug, "no such entry");
    return Statement::decode(statements_[index]).value();
  }
  Hash rootAt(std::uint64_t size) const override {
    return rootOf(hasher_, std::span<const Hash>(leaves_).first(size));
  }
  Hash threadsRoot() const override {
    std::vector<Hash> leaves;
    for (const auto& [key, head] : threads_) {
      Bytes leaf = toBytes(key.view());
      appendU64(leaf, head.count);
      minutebook::append(leaf, head.chain.view());
      leaves.push_back(leafHash(hasher_, leaf));
    }
    return rootOf(hasher_, leaves);
  }
  std::uint64_t threadCount() const override { return threads_.size(); }

 private:
  struct Head {
    std::uint64_t count = 0;
    Hash chain;
  };

  /// chain' = SHA-256(02 || chain || u64 index || leaf hash).
  void extend(const ThreadName& name) {
    Head& head = threads_[threadKey(hasher_, name)];
    Bytes step{2};
    minutebook::append(step, head.chain.view());
    appendU64(step, leaves_.size() - 1);
    minutebook::append(step, leaves_.back().view());
    head.chain = hasher_.of(step);
    ++head.count;
  }

  mutable Sha256 hasher_;
  std::vector<Bytes> statements_;
  std::vector<Hash> leaves_;
  std::map<std::string, std::string, std::less<>> facts_;
  std::map<Hash, Head> threads_;
  std::int64_t newestTime_ = INT64_MIN;
};

}  // namespace minutebook
