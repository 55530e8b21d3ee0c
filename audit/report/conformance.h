// audit/report/conformance.h
//
// How the clauses of a standard were kept, one by one, as a page: a sentence for each, with dates
// and sums, what it rests on, and the reply of whoever it concerns.

#pragma once

#include <vector>

#include "audit/report/gather.h"
#include "audit/report/held_back.h"
#include "audit/report/report.h"
#include "audit/standards/judge.h"

namespace minutebook {

/// What the page is made with.
struct ConformanceOptions {
  Scope scope;
  ShownTo shownTo;
  DayNumber today = 0;  ///< The day for which it was judged.
};

/// The page of a standard and what became of its clauses. Whoever may not see lists of people gets
/// the count of the cases that are about one person.
Report conformanceReport(Query& query, const StandingStandard& standard,
                         const std::vector<ClauseVerdict>& verdicts,
                         const ConformanceOptions& options);

/// The page of one clause: what it asks, how it is decided, every case, and what to record so that
/// it can be told.
Report clauseReport(Query& query, const ClauseVerdict& verdict, const ConformanceOptions& options);

/// What a clause came to, as a sentence for people: "2 of 12 were not kept; 1 cannot be told." The
/// one case there is, where there is one and it is for whoever reads.
Line clauseSentence(const ClauseVerdict& verdict, const ShownTo& shownTo);

/// A verdict as people say it: "kept in form only".
std::string plainVerdict(Verdict verdict);

/// The rules by which a clause was judged, in words: "BASE@1, n = 14 calendar days (3f2a9c01)".
std::string plainRules(const ClauseRules& rules);

}  // namespace minutebook
