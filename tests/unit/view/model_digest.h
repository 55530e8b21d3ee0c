// tests/unit/view/model_digest.h
//
// Everything a read model holds, as text, so that two of them can be compared row for row.

#pragma once

#include <string>

#include "ledger/view/read_model.h"

namespace minutebook {

/// Every row of every table, ordered, but for how the text index is packed. Without `_about` when
/// the models are of different sizes.
inline std::string digestOf(const ReadModel& model) {
  Query query = model.query();
  std::string digest;
  for (const Row& table : query
                              .all("SELECT name FROM sqlite_schema WHERE type = 'table' "
                                   "AND name NOT LIKE 'sqlite_%' "
                                   "AND name NOT IN ('entry_text_data', 'entry_text_idx') "
                                   "ORDER BY name")
                              .rows) {
    std::string name = table.text("name");
    Rows columns = query.all("SELECT * FROM \"" + name + "\" LIMIT 0");
    std::string order;
    for (std::size_t i = 1; i <= columns.columns.size(); ++i) {
      order += (i > 1 ? "," : "") + std::to_string(i);
    }
    for (const Row& row : query.all("SELECT * FROM \"" + name + "\" ORDER BY " + order).rows) {
      digest += name + ":";
      for (const std::string& column : columns.columns) digest += row.textOr(column, "~") + "|";
      digest += "\n";
    }
  }
  return digest;
}

}  // namespace minutebook
