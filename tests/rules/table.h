// tests/rules/table.h
//
// A rule table: one row is one attempt to record something, in columns that a member could read.
//
//   # time   who   what                                                   verdict
//   start from cast.table
//     09:05  cora  promiseMade PR-1, what "Tell everyone", to group:WG    admitted
//     09:06  cora  promiseUpdated promise PR-1, state kept                admitted
//     09:07  cora  promiseUpdated promise PR-1, state broken              promise.already-ended
//
// Columns stand two spaces or more apart; a row that has no verdict yet goes on in the next line.
// The time `+` sends the row together with the one above it, as one submission. After `#` stands a
// remark.
//
// What is said: the kind, its own id if it has one, then fields and their values with commas
// between. A value is plain words, "quoted", or JSON in brackets; a list may be written "A and B".
// Before the kind may stand, in this order:
//   (name)                  a name for the entry, for later rows: entry:(name)
//   for mel:                it is mel's act, and mel was present and agreed
//   signed by mo:           the signature is mo's, whoever the author is
//   to other.example:       it is said to another ledger
//   with the id of (name):  the statement takes over another one's id
// In values, key(mel) is mel's public key, hash(words) the SHA-256 of the words, size(), threads()
// and threadsRoot() what the ledger holds before the row, and root(3) its root at that size.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minutebook {

struct TableRow {
  int line = 0;           ///< Of the file, from 1.
  int minute = 0;         ///< Since midnight.
  bool together = false;  ///< `+`: part of the submission above.
  std::string who;
  std::string name;  ///< (name), or empty.
  std::string onBehalfOf;
  std::string signedBy;  ///< Empty: by who.
  std::string origin;    ///< Empty: this ledger.
  std::string idOf;
  std::string what;     ///< From the kind on.
  std::string verdict;  ///< "admitted", a code, or "-" beside another row's verdict.
  std::string remark;   ///< After #.
};

struct Table {
  std::string startFrom;  ///< Another table's file name, or empty.
  std::vector<TableRow> rows;
};

/// Throws kUsage, naming the line, if the text is not a table.
Table parseTable(std::string_view text);

/// One field of a row's `what`.
struct SaidField {
  std::string name;
  std::string value;
};

/// A row's `what`, taken apart.
struct Said {
  std::string kind;
  std::string id;  ///< Empty if the row gives none.
  std::vector<SaidField> fields;
};

/// Throws kUsage if quotes or brackets are not closed, or a field has no value.
Said parseSaid(std::string_view what);

/// The text of a file beside this one; throws kMissing.
std::string readTableFile(const std::string& name);
/// The names of all tables, sorted.
std::vector<std::string> tableFiles();

}  // namespace minutebook
