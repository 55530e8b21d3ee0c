#include "audit/report/gather.h"

#include <algorithm>
#include <utility>

#include "ledger/view/named_sql.h"

namespace minutebook {

Parameter initiativeOf(const Scope& scope) {
  return {":initiative", scope.initiative ? Value(*scope.initiative) : Value()};
}

Rows ask(Query& query, std::string_view file, std::string_view name, const Scope& scope) {
  return query.all(namedSql(file, name), {initiativeOf(scope)});
}

Rows askAbout(Query& query, std::string_view file, std::string_view name, std::string_view id) {
  return query.all(namedSql(file, name), {{":id", std::string(id)}});
}

Rows askOf(Query& query, std::string_view file, std::string_view name,
           const std::set<std::int64_t>& entries) {
  std::string list = "[";
  for (std::int64_t entry : entries) {
    if (list.size() > 1) list += ",";
    list += std::to_string(entry);
  }
  return query.all(namedSql(file, name), {{":entries", list + "]"}});
}

void Counting::add(const Row& row) {
  ++count_;
  provenance_.add(row.text("provenance"));
  entries_.push_back(row.count("entry"));
}

Figure Counting::figure() const {
  Figure figure;
  figure.value = std::to_string(count_);
  figure.numerator = count_;
  figure.provenance = provenance_;
  figure.entries = inOrder(entries_);
  return figure;
}

Figure Counting::outOf(std::int64_t whole) const {
  Figure figure = this->figure();
  figure.value += " of " + std::to_string(whole);
  figure.denominator = whole;
  return figure;
}

Entries inOrder(Entries entries) {
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  return entries;
}

Entries entriesOf(const Row& row, std::string_view second) {
  Entries entries = {row.count("entry")};
  if (!second.empty()) {
    if (auto other = row.number(second)) entries.push_back(*other);
  }
  return inOrder(std::move(entries));
}

Figure unrecorded() {
  Figure figure;
  figure.value = kNotRecordedText;
  return figure;
}

}  // namespace minutebook
