// ledger/view/public_text.h
//
// What a record says in the clear: its most telling sentence, what it chose, and all of it for
// searching.

#pragma once

#include <string>

#include "ledger/view/record_rows.h"

namespace minutebook {

/// The text that says most about a record, for lists of entries: its outcome, what, text, title and
/// so on, else the first public text there is; nothing if there is none.
Value summaryOf(const TableRow& row);

/// What a record chose among what the schema offers, one a line: "verdict:notFair". Without yes and
/// no, in which expertise somebody spoke, and what stands in lists; nothing if there is none.
Value choicesOf(const TableRow& row);

/// Every public text of a record and its lists, one a line. Ids, references, dates and choices are
/// no text; sealed words are not in the rows.
std::string publicTextOf(const RecordRows& rows);

}  // namespace minutebook
