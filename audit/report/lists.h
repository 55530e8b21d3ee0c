// audit/report/lists.h
//
// One kind of thing in a table: every promise, every action. A list is a file in audit/report/lists
// and nothing else; how such a file is written is told in docs/formats/lists.md.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/report/gather.h"
#include "audit/report/held_back.h"
#include "audit/report/report.h"
#include "ledger/base/days.h"
#include "ledger/view/query.h"

namespace minutebook {

/// What a list is called, and what it answers.
struct ListHelp {
  std::string name;   ///< As typed: "promises".
  std::string title;  ///< "Promises"
  std::string about;  ///< A sentence or two.
};

/// Every list there is, by name.
std::vector<ListHelp> allLists();

/// When a list is asked for: what is late and how old something is depend on it.
struct ListMoment {
  std::int64_t now = 0;  ///< In Unix seconds.
  DayNumber today = 0;   ///< Where the ledger is kept.
};

/// The list called `name` as a report, or nothing if there is none. A list of people keeps the rows
/// that are not for `shownTo` back, and says how many and why.
std::optional<Report> listOf(Query& query, std::string_view name, const Scope& scope,
                             const ListMoment& moment, const ShownTo& shownTo = {});

}  // namespace minutebook
