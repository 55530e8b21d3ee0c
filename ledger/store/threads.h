// ledger/store/threads.h
//
// Where the store keeps the heads of threads: as facts, derived like all others. What a head is and
// how it grows: ledger/tlog/threads.h.

#pragma once

#include <functional>
#include <optional>
#include <string>

#include "ledger/base/bytes.h"
#include "ledger/tlog/threads.h"

namespace minutebook {

class EntryStore;

/// Under which fact a thread's head is kept: 'T' || key.
std::string threadFact(const Hash& key);

/// The head of one thread, by its key (see threadKey() in ledger/rules/admit.h): nothing if no
/// entry has joined it yet. Throws kCorrupt.
std::optional<ThreadHead> findThread(const EntryStore& store, const Hash& key);

/// Every thread of the store, in the order of the keys, as far as its facts reach. Throws kCorrupt.
void forEachThread(const EntryStore& store,
                   const std::function<void(const Hash& key, const ThreadHead& head)>& visit);

/// All threads of the store, as far as its facts reach. Throws kCorrupt.
ThreadMap readThreadMap(const EntryStore& store);

}  // namespace minutebook
