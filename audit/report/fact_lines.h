// audit/report/fact_lines.h
//
// Rows of a statement as sentences: the first words, then each fact with its label. The labels are
// the columns' names, so that a page's wording stands beside what it asks for.

#pragma once

#include <string>
#include <vector>

#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

/// One line for each row of `rows`. `entry` and `other` are what it rests on; `head` begins it;
/// every other column that is recorded follows as "Title: value". Columns are named as
/// column_words.h says, `head` included.
std::vector<Line> factLines(const Rows& rows);

/// The lines as a list, or `nothing` where there are none.
Block factBlock(const Rows& rows, std::string nothing);

}  // namespace minutebook
