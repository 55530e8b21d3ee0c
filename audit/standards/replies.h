// audit/standards/replies.h
//
// What was answered to entries: a finding is never shown without the reply of whoever it concerns.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/view/query.h"

namespace minutebook {

/// An answer, as far as it is for everybody.
struct Reply {
  std::int64_t entry = 0;
  std::string by;        ///< As the read model writes it; empty: not recorded.
  std::string text;      ///< Empty if it is kept private.
  bool decides = false;  ///< The answer that decides, and not the party's own.
};

/// Every answer by the entries that it answers, oldest first.
class Replies {
 public:
  /// Reads every answer of the model.
  explicit Replies(Query& query);

  /// The answers to any of `entries`, each once.
  std::vector<Reply> to(const std::vector<std::int64_t>& entries) const;

 private:
  std::multimap<std::int64_t, Reply> byAnswered_;
};

}  // namespace minutebook
