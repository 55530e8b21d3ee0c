#include "audit/report/promises.h"

#include <utility>

#include "report_files.h"

namespace minutebook {

namespace {

PromiseStanding standingOf(const std::string& word) {
  if (word == "kept") return PromiseStanding::kKept;
  if (word == "ended") return PromiseStanding::kEnded;
  return word == "standing" ? PromiseStanding::kStanding : PromiseStanding::kOpen;
}

}  // namespace

std::vector<PromiseLine> promiseLines(Query& query, const Scope& scope) {
  std::vector<PromiseLine> promises;
  for (const Row& row : ask(query, report_files::record_sql, "promises", scope).rows) {
    PromiseLine line;
    line.id = row.text("id");
    line.what = row.text("what");
    line.by = row.text("by");
    line.to = row.text("to");
    line.due = row.text("due_now");
    line.condition = row.text("condition");
    line.state = row.isNull("state_entry") ? "" : row.text("state");
    line.stateReason = row.text("state_reason");
    line.stateProvenance = row.text("state_provenance");
    line.standing = standingOf(row.text("standing"));
    line.provenance = row.text("provenance");
    line.entries = entriesOf(row, "state_entry");
    promises.push_back(std::move(line));
  }
  return promises;
}

Figure countStanding(const std::vector<PromiseLine>& promises, PromiseStanding standing) {
  Figure figure;
  std::int64_t count = 0;
  for (const PromiseLine& line : promises) {
    if (line.standing != standing) continue;
    ++count;
    figure.provenance.add(line.provenance);
    figure.entries.insert(figure.entries.end(), line.entries.begin(), line.entries.end());
  }
  figure.value = std::to_string(count);
  figure.numerator = count;
  figure.denominator = static_cast<std::int64_t>(promises.size());
  figure.entries = inOrder(std::move(figure.entries));
  return figure;
}

}  // namespace minutebook
