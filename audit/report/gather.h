// audit/report/gather.h
//
// From rows of the read model to figures: every count keeps the entries it rests on and how they
// are known.

#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

/// What a report is about: one initiative, or everything in the ledger.
struct Scope {
  std::optional<std::string> initiative;
};

/// The scope as the parameter :initiative; null for everything.
Parameter initiativeOf(const Scope& scope);

/// Runs the statement called `name` in an embedded .sql file, with the scope as :initiative.
Rows ask(Query& query, std::string_view file, std::string_view name, const Scope& scope);
/// The same with one more parameter, `id`, as :id.
Rows askAbout(Query& query, std::string_view file, std::string_view name, std::string_view id);

/// The same about many entries at once: a list of their indexes, as :entries.
Rows askOf(Query& query, std::string_view file, std::string_view name,
           const std::set<std::int64_t>& entries);

/// Counts rows that have the columns `entry` and `provenance`.
class Counting {
 public:
  /// Counts the row, and keeps its entry and how that is known.
  void add(const Row& row);
  /// An entry that is shown with the figure, but does not count.
  void rest(std::int64_t entry) { entries_.push_back(entry); }
  std::int64_t count() const { return count_; }
  /// "7"
  Figure figure() const;
  /// "8 of 10"
  Figure outOf(std::int64_t whole) const;

 private:
  std::int64_t count_ = 0;
  ProvenanceCount provenance_;
  Entries entries_;
};

/// Sorted, each once.
Entries inOrder(Entries entries);

/// The first of `entry` and, where it is not null, of a second column.
Entries entriesOf(const Row& row, std::string_view second = {});

/// "not recorded", resting on nothing.
Figure unrecorded();

}  // namespace minutebook
