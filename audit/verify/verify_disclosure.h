// audit/verify/verify_disclosure.h
//
// One opened field in a file, checked by its reader with nothing else but, at best, the log's key.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/verify/finding.h"
#include "audit/verify/verify_published.h"
#include "ledger/bundle/disclosure_file.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/statement.h"

namespace minutebook {

/// What verifying a disclosure came to. What could be read is there even if there are findings.
struct DisclosureCheck {
  std::vector<Finding> findings;
  KeySource keySource = KeySource::kGiven;
  std::optional<DisclosureFile> file;
  std::optional<Checkpoint> checkpoint;  ///< Verified.
  std::optional<QuorumCheck> quorum;     ///< Where a policy was given and the checkpoint opened.
  std::uint64_t index = 0;               ///< Of the entry, as the proof says.
  std::optional<Statement> statement;
  std::string field;  ///< Path for people: "contact".
};

/// Proof and signature first, then the entry, then the opening against its commitment. `vkeys`:
/// the log's verifier keys, one a line; nothing: the one in the file; `policy`, if not
/// null, knows the log's key instead, and the witnesses. Who is named as the reader, and for what,
/// is what the file says: only the log itself can show it.
DisclosureCheck verifyDisclosure(std::string_view text, const Catalogue& catalogue,
                                 const std::optional<std::string>& vkeys,
                                 const Policy* policy = nullptr);

}  // namespace minutebook
