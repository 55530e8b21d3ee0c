// audit/report/promises.h
//
// What was promised and how each promise stands.

#pragma once

#include <string>
#include <vector>

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

enum class PromiseStanding {
  kOpen,
  kKept,
  kEnded,     ///< Broken, withdrawn, lapsed, carried over, or its condition was not met.
  kStanding,  ///< Meant to hold for good; counted apart.
};

/// One promise: who made it to whom, and how it stands by the latest word on it.
struct PromiseLine {
  std::string id;
  std::string what;
  std::string by;
  std::string to;
  std::string due;
  std::string condition;
  std::string state;  ///< The schema's name; empty where nobody has said how it stands.
  std::string stateReason;
  std::string stateProvenance;  ///< How the state is known; empty where there is none.
  PromiseStanding standing = PromiseStanding::kOpen;
  std::string provenance;
  Entries entries;  ///< The promise, and the latest word on it.
};

/// In the order in which they were recorded.
std::vector<PromiseLine> promiseLines(Query& query, const Scope& scope);

/// How many of `promises` stand so.
Figure countStanding(const std::vector<PromiseLine>& promises, PromiseStanding standing);

}  // namespace minutebook
