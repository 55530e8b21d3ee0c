// audit/verify/witnessed.h
//
// A signed checkpoint opened with the keys that a reader has, and what the witnesses of a policy
// say of it.

#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/outcome.h"
#include "ledger/tlog/checkpoint.h"
#include "ledger/tlog/policy.h"

namespace minutebook {

/// What a policy's witnesses came to. Without a policy nothing was asked of any: that is no
/// failure, and not the same as a quorum that is met.
struct QuorumCheck {
  std::set<std::string> cosigners;  ///< Names in the policy; their cosignatures were verified.
  std::vector<std::string> absent;  ///< The others, in the policy's order.
  std::string asked;                ///< "2 of 3: Expert group, Partner, Archive".
  bool met = false;
};

/// A checkpoint whose signatures were verified, and its witnesses where a policy was given.
struct WitnessedCheckpoint {
  OpenedCheckpoint opened;
  std::optional<QuorumCheck> quorum;
  std::vector<std::string> signers = {};  ///< The log's keys whose signatures hold.
};

/// Verifier keys given as one text, one a line; the last line may lack its line feed.
std::vector<std::string> keyLines(std::string_view text);

/// Of the given keys those that are named as the log whose checkpoint this claims to be; all of
/// them if none is, so that the refusal is about what was given.
std::vector<std::string> keysFor(std::string_view checkpoint, std::vector<std::string> given);

/// The origin that a checkpoint claims: only to choose among keys with. Empty if there is none.
std::string claimedOrigin(std::string_view checkpoint);

/// The verifier keys of the log of that origin in a policy; empty if it knows no such log.
std::vector<std::string> logKeysIn(const Policy& policy, std::string_view origin);

/// Opens a checkpoint with the log's keys, which bear the name of its origin, and judges the
/// policy's witnesses; null: none is asked for. Refused: what openCheckpoint() and
/// TrustedKeys::of() refuse; a witness's line that does not verify refuses the whole note. A quorum
/// that is not met is no refusal. `logKeys` is not empty.
Outcome<WitnessedCheckpoint> openWitnessed(std::string_view checkpoint,
                                           const std::vector<std::string>& logKeys,
                                           const Policy* policy);

/// What a policy's witnesses say of a checkpoint that was opened with these keys, theirs among
/// them.
QuorumCheck quorumOf(const Policy& policy, const TrustedKeys& keys, const OpenedCheckpoint& opened);

/// One sentence on who cosigned and who did not, for a finding.
std::string inWords(const QuorumCheck& quorum);

}  // namespace minutebook
