// audit/report/withheld_words.h
//
// A page for people outside repeats what one person said only under their consent in force on that
// day. What is missing is said in its place, and why; nothing is left out silently.

#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "audit/report/report.h"
#include "ledger/base/days.h"
#include "ledger/view/query.h"

namespace minutebook {

/// The words that may not be repeated on a day, and where they stand.
class WithheldWords {
 public:
  /// Asks for every consent once. A consent that may have run out by `today` is not in force. What
  /// the participant `reader` said is theirs to read; empty: nobody's is.
  WithheldWords(Query& query, DayNumber today, const std::string& reader = "");
  WithheldWords(const WithheldWords&) = delete;
  WithheldWords& operator=(const WithheldWords&) = delete;

  /// Takes them out of every part of the report, and adds a section that says how many and why.
  /// Nothing is added where nothing was taken.
  void takeOutOf(Report& report) const;

  /// `text`, which shows what `entry` says, without words that may not be repeated.
  std::string takenOutOf(std::string text, std::int64_t entry) const;

  /// Whether words of this entry may not be repeated: then it is not found by them either.
  bool covers(std::int64_t entry) const;

 private:
  /// One text that is kept back, and what is said in its place.
  struct Withheld {
    std::int64_t entry = 0;
    std::string words;
    std::string instead;
  };
  void find(Query& query, DayNumber today, const std::string& reader);
  void addCorrections(Query& query);
  std::string without(std::string text, const std::set<std::int64_t>& entries,
                      std::set<std::int64_t>& met) const;
  void takeOutOf(Block& block, std::set<std::int64_t>& met) const;
  void takeOutOf(Line& line, std::set<std::int64_t>& met) const;
  void takeOutOf(EntryCard& card, std::set<std::int64_t>& met) const;

  std::string withoutTelling(const std::string& text, std::set<std::int64_t>& met) const;
  const Withheld* startingAt(std::string_view rest) const;

  std::map<std::int64_t, std::vector<Withheld>> byEntry_;
  std::unordered_multimap<std::string_view, const Withheld*> byStart_;  // Of those that tell.
  std::map<std::int64_t, std::int64_t> corrections_;  // Of such entries, and which they put right.
};

}  // namespace minutebook
