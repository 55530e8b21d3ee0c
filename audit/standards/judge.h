// audit/standards/judge.h
//
// Whether a clause was kept: its check is run, and what it gives is judged case by case under the
// rules in force on the day of each case. Source: design of checks in docs/formats/checks.md.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "audit/standards/replies.h"
#include "audit/standards/standing.h"
#include "audit/standards/verdict.h"
#include "audit/standards/waivers.h"
#include "ledger/base/days.h"
#include "ledger/view/read_model.h"

namespace minutebook {

/// One thing that a clause was judged on: a meeting, an input, a person.
struct ClauseCase {
  Verdict verdict = Verdict::kUnknown;
  std::string about;       ///< "meeting:M-3"; empty: the initiative, or all.
  std::string person;      ///< The one participant it is about, or empty.
  std::string initiative;  ///< Empty: none in particular.
  std::optional<DayNumber> day;
  std::string says;                   ///< The sentence, with dates and sums.
  std::vector<std::int64_t> entries;  ///< What it rests on.
  std::string missing;                ///< With kUnknown: the kind that would tell, or "sealed".
  std::size_t rules = 0;              ///< Which of the clause's rules decided it.
  std::string waiver;                 ///< With kWaived: its id.
  std::vector<Reply> replies;         ///< Of findings and waived ones.
};

/// What became of one clause.
struct ClauseVerdict {
  StandingClause clause;
  Verdict verdict = Verdict::kUnknown;
  std::vector<ClauseCase> cases;  ///< Findings first, then what is unknown.
  std::string says;               ///< Where there is no case: why there is none. Else empty.
  std::string missing;  ///< Where there is no case and kUnknown: the kind that would tell.

  /// How many cases came to a verdict.
  std::size_t count(Verdict verdict) const;
  /// The rules that decide what happens now; the last ones of a clause that is retired.
  const ClauseRules& rulesNow() const { return clause.rules.back(); }
};

/// What a judgement is made with.
struct JudgeSettings {
  DayNumber today = 0;      ///< Where the ledger is kept.
  std::string initiative;   ///< Only cases of this one, and those of none. Empty: all.
  RevealField reveal = {};  ///< What whoever asks may open; nothing: nobody.
  /// The parameters :cells and :claims, worked out when the first check names one of them; without
  /// it they are null.
  std::function<std::vector<Parameter>()> workedOut = {};
};

/// Judges clauses on one read model. A resource; the model must outlive it.
class Judge {
 public:
  /// Reads what all judgements share: exceptions that hold under the standards' terms, and replies.
  Judge(const ReadModel& model, const std::vector<StandingStandard>& standards,
        JudgeSettings settings);

  /// Throws kBug for a check of the program that cannot be run, or passes on nothing.
  ClauseVerdict judge(const StandingClause& clause);
  /// Every clause of a standard, in its order. On two threads where the model is a file; `reveal`
  /// and `workedOut` are called by this one alone.
  std::vector<ClauseVerdict> judge(const StandingStandard& standard);
  /// Makes ready for many clauses of the model as it is: the whole takes far less time.
  void keepViews();

 private:
  /// How SQL is run: on which connection, what it may open, and whether it is the program's.
  struct Asking {
    GuardedQuery& query;
    const RevealField& reveal;
    bool isOurs;
  };
  ClauseVerdict judgeWith(const Asking& asking, const StandingClause& clause);
  void judgeOnTwo(const std::vector<StandingClause>& clauses, std::vector<ClauseVerdict>& verdicts);
  void runUnder(ClauseVerdict& verdict, std::size_t rules, std::string_view sql,
                const Asking& asking);
  struct CaseColumns;
  void takeRow(ClauseVerdict& verdict, std::size_t rules, const CaseColumns& columns,
               std::vector<Value>& row, bool isOurs) const;
  std::vector<Parameter> workedOutFor(std::string_view sql);
  void assess(ClauseVerdict& verdict);
  void addCase(ClauseVerdict& verdict, ClauseCase one) const;
  void settle(ClauseVerdict& verdict) const;

  const ReadModel& model_;
  Query query_;
  std::vector<GuardedQuery> ours_;  // For checks of the program, which look at everything.
  GuardedQuery theirs_;             // For SQL of a clause, under the limits of a stranger's.
  JudgeSettings settings_;
  WaiverTerms terms_;
  std::vector<Waiver> waivers_;
  Replies replies_;
  std::vector<std::int64_t> inferred_;  // Sorted.
  std::optional<std::vector<Parameter>> workedOut_;
  bool isReady_ = false;  // For many clauses: there is one of ours_ for each thread.
};

}  // namespace minutebook
