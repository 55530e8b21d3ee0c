// audit/verify/receipt_thread.h
//
// That a receipt leaves nothing out: its entries, chained, give the thread's head in the clerk's
// map of all threads; or its neighbours there show that no such thread is.

#pragma once

#include <optional>
#include <string>

#include "ledger/bundle/receipt.h"
#include "ledger/event/statement.h"

namespace minutebook {

/// Why the receipt's entries are not all that there is about its subject; nothing if they are.
/// `rooted` is the clerk's count, from an entry that is proved. Needs receipt.threads.
std::optional<std::string> whyIncomplete(const Receipt& receipt, const Statement& rooted);

}  // namespace minutebook
