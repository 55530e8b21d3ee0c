// audit/verify/verify_proof.h
//
// One entry and the C2SP tlog-proof that it is in a log, checked by somebody who has nothing else
// but the log's key.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "audit/verify/verify_published.h"
#include "ledger/event/statement.h"

namespace minutebook {

/// What verifying a proof came to. What could be read is there even if there are findings.
struct ProofCheck {
  std::vector<Finding> findings;
  std::uint64_t index = 0;               ///< Of the entry, as the proof says.
  std::optional<Checkpoint> checkpoint;  ///< Verified; and then the entry is in the log.
  std::optional<QuorumCheck> quorum;
  std::int64_t recordedAt = 0;
  std::optional<Statement> statement;
};

/// Signatures first, then the path from exactly these bytes, then what the entry says. `expected`
/// gives the keys, by vkeys or policy: a proof brings none of its own. Throws kBug if it gives
/// neither.
ProofCheck verifyProof(std::string_view proof, ByteView entry,
                       const PublishedExpectations& expected);

}  // namespace minutebook
