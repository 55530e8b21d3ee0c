#include "ledger/view/query.h"

#include <sqlite3.h>

#include <algorithm>

#include "ledger/base/fault.h"
#include "ledger/view/sqlite.h"

namespace minutebook {

const Value& Row::value(std::string_view column) const {
  auto found = std::find(names_->begin(), names_->end(), column);
  if (found == names_->end()) {
    throw Fault(FaultKind::kBug, "read model: no column " + std::string(column) + " in the answer");
  }
  return values_[static_cast<std::size_t>(found - names_->begin())];
}

bool Row::isNull(std::string_view column) const {
  return std::holds_alternative<std::monostate>(value(column));
}

std::string Row::text(std::string_view column) const {
  const Value& found = value(column);
  if (auto* number = std::get_if<std::int64_t>(&found)) return std::to_string(*number);
  auto* text = std::get_if<std::string>(&found);
  return text ? *text : "";
}

std::string Row::textOr(std::string_view column, std::string_view instead) const {
  return isNull(column) ? std::string(instead) : text(column);
}

std::optional<std::int64_t> Row::number(std::string_view column) const {
  auto* number = std::get_if<std::int64_t>(&value(column));
  return number ? std::optional(*number) : std::nullopt;
}

std::int64_t Row::count(std::string_view column) const {
  return number(column).value_or(0);
}

Rows Query::all(std::string_view sql, const std::vector<Parameter>& parameters) {
  Prepared statement(connection_.get(), sql);
  if (!sqlite3_stmt_readonly(statement.raw())) {
    throw Fault(FaultKind::kBug, "read model: a query that would change something");
  }
  for (int i = 1; i <= sqlite3_bind_parameter_count(statement.raw()); ++i) {
    const char* name = sqlite3_bind_parameter_name(statement.raw(), i);
    auto given = std::find_if(parameters.begin(), parameters.end(),
                              [&](const Parameter& one) { return name && one.first == name; });
    if (given == parameters.end()) {
      throw Fault(FaultKind::kBug, "read model: no value for parameter " +
                                       std::string(name ? name : std::to_string(i)));
    }
    statement.bind(i, given->second);
  }
  Rows answer;
  for (int i = 0; i < statement.columns(); ++i) answer.columns.push_back(statement.columnName(i));
  auto names = std::make_shared<const std::vector<std::string>>(answer.columns);
  while (statement.step()) {
    answer.rows.emplace_back(names, statement.row());
  }
  return answer;
}

Rows Query::all(std::string_view sql, std::initializer_list<Parameter> parameters) {
  return all(sql, std::vector<Parameter>(parameters));
}

std::optional<Row> Query::first(std::string_view sql, std::initializer_list<Parameter> parameters) {
  Rows answer = all(sql, parameters);
  if (answer.rows.empty()) return std::nullopt;
  return std::move(answer.rows.front());
}

std::int64_t Query::count(std::string_view sql, std::initializer_list<Parameter> parameters) {
  Rows answer = all(sql, parameters);
  if (answer.rows.empty()) return 0;
  auto* number = std::get_if<std::int64_t>(&answer.rows.front().values().front());
  return number ? *number : 0;
}

}  // namespace minutebook
