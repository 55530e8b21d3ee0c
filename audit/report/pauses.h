// audit/report/pauses.h
//
// What is paused now. Waiting until people are ready is not delay.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/view/query.h"

namespace minutebook {

/// What a thing hangs on, as the read model writes it; empty where nothing is recorded.
struct HangsOn {
  std::string record;  ///< "input:I-7"
  std::string stage;
  std::string initiative;
  std::string by;  ///< Who is to do it.
};

/// The pauses that are not over, read once. A value.
class Pauses {
 public:
  /// Reads all pauses that are open in the model behind `query`.
  explicit Pauses(Query& query);

  /// The pause that holds a thing up, in words; empty if there is none.
  std::string holding(const HangsOn& thing) const;

  /// Whether something recorded with this initiative and stage belongs to `asked`.
  bool isWithin(const std::string& initiative, const std::string& stage,
                const std::string& asked) const;

 private:
  struct Pause {
    std::string of;           ///< "stage:S-2"; empty for all that a person does.
    std::string participant;  ///< Whose own part; empty where the thing itself pauses.
    std::string words;
  };

  std::string initiativeOf(const std::string& initiative, const std::string& stage) const;

  std::vector<Pause> pauses_;
  std::map<std::string, std::string> initiativeOfStage_;
};

}  // namespace minutebook
