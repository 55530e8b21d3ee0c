// audit/report/inputs.h
//
// What people said, and how far each loop has come: answered, told, judged, visible. Each step is
// its own record; none is read out of a later one.

#pragma once

#include <string>
#include <vector>

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

/// How an answer hangs together with what was said.
enum class AnswerLink {
  kNoneStated,  ///< Nothing on record answers it. That does not mean that nobody did.
  kUnresolved,  ///< The record itself says that it stays open.
  kInferred,    ///< A change is there; that it answers this is somebody's conclusion.
  kStated,
};

/// One answer to what somebody said: what became of it, why, and by whom.
struct InputAnswer {
  std::string response;  ///< Its id; empty for an answer to a concern.
  std::string disposition;
  std::string text;
  std::string reason;  ///< With the sort of reason; empty where none is given.
  std::string by;
  std::string provenance;
  std::int64_t entry = 0;
};

/// One thing that somebody said, and all that the record tells of what became of it.
struct InputLine {
  std::string where;  ///< "input" or "concern".
  std::string id;
  std::int64_t entry = 0;
  std::string text;  ///< Public words; else that it is sealed, or not recorded.
  std::string giver;
  std::string provenance;
  std::string meeting;     ///< Where it was said; empty where that is not recorded.
  bool asks = false;       ///< It asks for a change or an answer.
  bool asksKnown = false;  ///< False where the record does not say whether it asks.
  bool withdrawn = false;
  AnswerLink link = AnswerLink::kNoneStated;
  std::vector<InputAnswer> answers;
  std::vector<Line> changes;   ///< What can be seen to have changed.
  std::vector<Line> told;      ///< Messages about it.
  std::vector<Line> verdicts;  ///< The giver's own.
};

/// Unanswered first, the oldest and most personal of them first.
std::vector<InputLine> inputLines(Query& query, const Scope& scope);

/// How many of those that ask for something have which answer. Withdrawn ones are not counted.
struct LinkCounts {
  std::int64_t asking = 0;
  Figure stated;
  Figure unresolved;
  Figure inferred;
  Figure noneStated;
  Figure askForNothing;  ///< Counted apart.
  Figure notSaid;        ///< Whether they ask is not recorded; counted apart, too.
};
/// Sorts the inputs by the answer they have, and counts each sort.
LinkCounts linkCounts(const std::vector<InputLine>& inputs);

/// "stated", "stated as unresolved", "inferred", "none stated".
std::string_view linkWords(AnswerLink link);

}  // namespace minutebook
