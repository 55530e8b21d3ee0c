// ledger/view/record_rows.h
//
// From one statement to the rows that it fills: public values only. A sealed field leaves the word
// "sealed" and nothing else.

#pragma once

#include <capnp/dynamic.h>

#include <cstdint>
#include <deque>
#include <vector>

#include "ledger/event/statement.h"
#include "ledger/view/query.h"
#include "ledger/view/table_plan.h"

namespace minutebook {

/// One row for one table, a value for each column.
struct TableRow {
  const TablePlan* table = nullptr;
  std::vector<Value> cells;
};

/// A record's own row first, then those of its lists. References to rows stay valid.
using RecordRows = std::deque<TableRow>;

/// The rows of a record's own fields, for the entry `entry`. The first kEnvelopeColumns cells of
/// the first row are empty but for the entry.
RecordRows rowsOfRecord(const KindPlan& plan, std::int64_t entry,
                        capnp::DynamicStruct::Reader record);

/// The rows of a list of structs that is no kind's (the statement's sources).
RecordRows rowsOfList(const TablePlan& table, std::int64_t entry, capnp::DynamicList::Reader items);

/// Fills the six cells of a date, from `first` on; leaves them empty for an unknown one.
void fillWhen(std::vector<Value>& cells, std::size_t first, schema::When::Reader when);

/// The enumerant's name in camelCase; nothing for "not recorded".
Value enumName(capnp::DynamicEnum value);

}  // namespace minutebook
