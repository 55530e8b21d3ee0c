// audit/report/decisions.h
//
// Decisions with who decided, as far as the record says, and nothing more.

#pragma once

#include <string>
#include <vector>

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

/// How well the record says who decided.
enum class Decider {
  kAllParties,   ///< All agreed, and a party's part in it is on record.
  kSome,         ///< People or groups, or what part they had, are on record.
  kNotRecorded,  ///< Nobody, or only words such as "we"; or the decision itself was inferred.
};

/// One decision: what was asked, what came out, who decided, and what led to it.
struct DecisionLine {
  std::string id;
  std::int64_t entry = 0;
  std::string question;
  std::string outcome;
  std::string who;    ///< As the source puts it, a party a line; empty where it says nothing.
  std::string parts;  ///< What part they had: "decided", "proposed"; empty where untold.
  Decider decider = Decider::kNotRecorded;
  std::string how;
  std::string why;
  std::string provenance;
  std::vector<Line> causes;  ///< Each with its own reason.
  std::vector<Line> replaced;
};

/// In the order in which they were recorded.
std::vector<DecisionLine> decisionLines(Query& query, const Scope& scope);

/// How many decisions have a decider on record.
struct DeciderCounts {
  Figure allParties;
  Figure some;
  Figure notRecorded;
};
/// Sorts the decisions by how well their decider is recorded, and counts each sort.
DeciderCounts deciderCounts(const std::vector<DecisionLine>& decisions);

/// Who decided, in a sentence: never a guess.
std::string whoDecided(const DecisionLine& decision);

/// A question that ended or paused without a decision, and stands so.
struct OpenMatter {
  std::string id;
  std::string question;
  std::string result;  ///< unresolved, deferred, dropped, mistaken, or empty.
  std::string why;
  Entries entries;
};
/// Finds every question in `scope` that still stands without a decision.
std::vector<OpenMatter> openMatters(Query& query, const Scope& scope);

}  // namespace minutebook
