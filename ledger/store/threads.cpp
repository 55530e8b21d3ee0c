#include "ledger/store/threads.h"

#include "ledger/base/fault.h"
#include "ledger/store/entry_store.h"

namespace minutebook {

namespace {

constexpr char kThreadFact = 'T';

ThreadHead parseStored(std::string_view stored) {
  const std::optional<ThreadHead> head = ThreadHead::parse(stored);
  if (!head) {
    throw Fault(FaultKind::kCorrupt, "a thread's head cannot be read",
                "Run rebuild, which makes the lookups again from the entries.");
  }
  return *head;
}

}  // namespace

std::string threadFact(const Hash& key) {
  std::string fact(1, kThreadFact);
  fact.append(asText(key.view()));
  return fact;
}

std::optional<ThreadHead> findThread(const EntryStore& store, const Hash& key) {
  const std::optional<std::string> stored = store.findFact(threadFact(key));
  if (!stored) return std::nullopt;
  return parseStored(*stored);
}

void forEachThread(const EntryStore& store,
                   const std::function<void(const Hash& key, const ThreadHead& head)>& visit) {
  const std::string_view prefix(&kThreadFact, 1);
  store.forEachFact(prefix, [&](std::string_view fact, std::string_view stored) {
    const std::optional<Hash> key = Hash::of(asBytes(fact.substr(prefix.size())));
    if (!key) {
      throw Fault(FaultKind::kCorrupt, "a thread's key has not 32 bytes",
                  "Run rebuild, which makes the lookups again from the entries.");
    }
    visit(*key, parseStored(stored));
  });
}

ThreadMap readThreadMap(const EntryStore& store) {
  ThreadMap map;
  forEachThread(store, [&](const Hash& key, const ThreadHead& head) { map.add(key, head); });
  return map;
}

}  // namespace minutebook
