// cli/handing_out/disclosure_record.h
//
// The ledger's own note that sealed values were opened for somebody: written by the clerk before
// anything is shown or handed over.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/session.h"
#include "ledger/base/ids.h"
#include "ledger/base/outcome.h"
#include "ledger/event/mentions.h"
#include "ledger/event/statement.h"
#include "ledger/seal/viewer.h"

namespace minutebook {

/// A sealed field that is going to be opened.
struct DisclosedField {
  std::uint64_t entry = 0;
  StatementId statement;       ///< Of that entry.
  std::string field;           ///< Path for people: "contact".
  std::string about;           ///< Whose detail it is; empty: nobody's, or sealed itself.
  bool isOwnerSealed = false;  ///< Whose it is, is itself sealed in that entry.
};

/// A sealed field of the statement at `index` that is kept under the data key of `subject`, and
/// whose detail it is as far as everybody may know: whoever the key is for, where the entry names
/// them in the clear; of what is kept for no one person, whom the record itself is about, as of a
/// payment its payee.
DisclosedField disclosedField(std::uint64_t index, const Statement& statement,
                              const Mentions& mentions, const SealedField& field,
                              const std::string& subject);

/// Appends disclosureMade, signed by the clerk and durable on return: for each person by
/// themselves, so that nobody's page names what was shown of others. What somebody sees of their
/// own where the entry keeps their name sealed is left out: the log is public, and would give them
/// away. Returns the entries, none if nothing is to be said. A refusal is the rules': then nothing
/// was appended.
Outcome<std::vector<std::uint64_t>> recordDisclosures(Call& call, Writing& writing,
                                                      const Viewer& reader,
                                                      const std::vector<DisclosedField>& fields);

}  // namespace minutebook
