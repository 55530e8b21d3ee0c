#include "audit/standards/replies.h"

#include <algorithm>

#include "ledger/view/named_sql.h"
#include "standards_files.h"

namespace minutebook {

Replies::Replies(Query& query) {
  for (const Row& row : query.all(namedSql(standards_files::replies_sql, "replies")).rows) {
    byAnswered_.emplace(row.count("answered"),
                        Reply{row.count("entry"), row.text("by"), row.text("text"),
                              row.text("standing") == "decidingAnswer"});
  }
}

std::vector<Reply> Replies::to(const std::vector<std::int64_t>& entries) const {
  std::vector<Reply> replies;
  for (std::int64_t entry : entries) {
    const auto [first, last] = byAnswered_.equal_range(entry);
    for (auto next = first; next != last; ++next) {
      const Reply& given = next->second;
      const bool isThere = std::any_of(replies.begin(), replies.end(), [&](const Reply& reply) {
        return reply.entry == given.entry;
      });
      if (!isThere) replies.push_back(given);
    }
  }
  return replies;
}

}  // namespace minutebook
