// ledger/view/corrected_values.h
//
// What a correction changed in the rows of a record, value by value, and how each is to be told.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/view/query.h"
#include "ledger/view/table_plan.h"

namespace minutebook {

/// How the values of a column are told to people.
struct ToldColumn {
  std::string field;  ///< In everyday words: "what is wrong". Empty: another column says the same.
  std::string_view manner;  ///< As in audit/report/column_words.h.
  bool isWords = false;     ///< Public words or none; the next column says which.
  bool isState = false;     ///< "sealed", and no value.
};

/// Of every table of one kind, its columns in their order.
using ToldColumns = std::map<const TablePlan*, std::vector<ToldColumn>>;

/// Works out how the values of a kind's rows are told.
ToldColumns toldColumns(const KindPlan& plan);

/// One value that a correction changed.
struct ValueChange {
  std::string column;
  std::string field;  ///< As in ToldColumn.
  std::string manner;
  Value was;
  Value became;
};

/// The rows of one table, a value for each column.
using TableRows = std::vector<std::vector<Value>>;

/// What differs between the rows of one entry in `table` before and after a correction. Of a list,
/// each column is one value. Words that are no longer public are not repeated.
std::vector<ValueChange> changesIn(const TablePlan& table, const std::vector<ToldColumn>& columns,
                                   const TableRows& was, const TableRows& became);

}  // namespace minutebook
