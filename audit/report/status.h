// audit/report/status.h
//
// A ledger in a few lines: who is there, what was said and decided, what is still open.

#pragma once

#include <string>
#include <vector>

#include "ledger/view/query.h"

namespace minutebook {

/// One line of the status: what it is about, and a sentence of counts.
struct StatusLine {
  std::string about;
  std::string text;
};

/// The ledger itself, its people, what was said, what was decided, what is open. Empty of a ledger
/// that was not opened yet.
std::vector<StatusLine> statusLines(Query& query);

}  // namespace minutebook
