// audit/report/form_parts.h
//
// What the four forms share. Private to audit/report.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/report/report.h"

namespace minutebook {

/// Up to so many entries are linked one by one; more become a list at the end.
inline constexpr std::size_t kLinksInLine = 6;

/// "#12-#18, #20" for sorted entries.
std::string rangesOf(const Entries& entries);

/// What stands beside a figure: "2 unknown; 11 from a file or paper, 1 worked out". May be empty.
std::string besideFigure(const Figure& figure);

/// The lines that tell how an entry is known, for trails and the appendix: label and text.
std::vector<std::pair<std::string, std::string>> cardFacts(const EntryCard& card);

/// "The whole ledger, 523 entries, the last recorded 2022-01-01 00:00 UTC."
std::string madeFromSentence(const Report& report);

/// Lists too long to stand in line, in order of their first use.
class LongLists {
 public:
  /// The number of the list, from 1.
  std::size_t add(const std::string& what, const Entries& entries);
  const std::vector<std::pair<std::string, Entries>>& lists() const { return lists_; }

 private:
  std::vector<std::pair<std::string, Entries>> lists_;
};

/// What a cell shows: the entries it rests on, and its words or its figure as people read it.
const Entries& entriesOf(const Cell& cell);
std::string textOf(const Cell& cell);

}  // namespace minutebook
