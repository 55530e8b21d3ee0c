#include "ledger/store/store_facts.h"

#include "ledger/base/fault.h"
#include "ledger/event/submission.h"
#include "ledger/rules/fact_keys.h"
#include "ledger/store/signed_tree.h"
#include "ledger/store/store_parts.h"
#include "ledger/store/threads.h"
#include "ledger/tlog/tile_hashes.h"

namespace minutebook {

namespace {

EntryParts entryAt(const LogReader& log, std::uint64_t index) {
  Outcome<EntryParts> entry = decodeEntry(log.entry(index));
  if (!entry) {
    throw Fault(FaultKind::kCorrupt,
                "entry " + std::to_string(index) + ": " + entry.refusal().reason,
                "Keep this directory as it is and restore the ledger from a backup.");
  }
  return std::move(entry).value();
}

}  // namespace

StoreFacts::StoreFacts(EntryStore& store) : store_(store) {
  if (size() > 0) newestTime_ = entryAt(store_.reader(), size() - 1).recordedAt;
}

std::optional<std::string> StoreFacts::find(std::string_view key) const {
  return store_.findFact(key);
}

Statement StoreFacts::statementAt(std::uint64_t index) const {
  if (index >= size()) throw Fault(FaultKind::kBug, "the rules ask for an entry yet to come");
  Outcome<Statement> statement = Statement::decode(entryAt(store_.reader(), index).statement);
  if (!statement) {
    throw Fault(FaultKind::kCorrupt,
                "entry " + std::to_string(index) + ": " + statement.refusal().reason,
                "Keep this directory as it is and restore the ledger from a backup.");
  }
  return std::move(statement).value();
}

Hash StoreFacts::rootAt(std::uint64_t size) const {
  if (size == store_.size()) return store_.head().frontier.root(hasher_);
  TileHashes hashes(store_.reader(), store_.size());
  return minutebook::rootAt(hashes, hasher_, size);
}

void StoreFacts::apply(const Admitted& admitted, std::span<const Hash> leaves) {
  FactTable& facts = store_.parts().facts;
  const std::uint64_t first = size();
  for (const FactChange& change : admitted.changes()) facts.stage(change.key, change.value);
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    for (const ThreadName& name : threadsOf(admitted.mentions()[i])) {
      join(name, first + i, leaves[i]);
    }
  }
  std::string upper = signedTreeHashes(hasher_, admitted.submission());
  if (!upper.empty()) facts.stage(signedTreeFact(first), std::move(upper));
  newestTime_ = admitted.time();
  facts.reach(first + leaves.size());
}

bool StoreFacts::isStaged(const Hash& thread) const {
  return store_.parts().facts.findStaged(threadFact(thread)) != nullptr;
}

bool StoreFacts::isNew(const ThreadName& name) const {
  const std::string* given = store_.parts().facts.findStaged(fact::record(name.where, name.id));
  return given != nullptr && fact::indexOf(*given) >= size();
}

void StoreFacts::join(const ThreadName& name, std::uint64_t index, const Hash& leaf) {
  const Hash key = threadKey(hasher_, name);
  ThreadHead head;
  if (isStaged(key) || !isNew(name)) head = findThread(store_, key).value_or(head);
  extendThread(hasher_, head, index, leaf);
  store_.parts().facts.stage(threadFact(key), head.stored());
}

std::pair<std::uint64_t, Hash> StoreFacts::threads() const {
  if (threadsAt_ != size()) {
    ThreadMap map = readThreadMap(store_);
    threads_ = {map.count(), map.root()};
    threadsAt_ = size();
  }
  return threads_;
}

}  // namespace minutebook
