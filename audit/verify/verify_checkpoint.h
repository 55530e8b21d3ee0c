// audit/verify/verify_checkpoint.h
//
// A signed checkpoint for itself: whose it is, and which witnesses cosigned it. What it is a
// checkpoint of, only the files of the log show.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "audit/verify/verify_published.h"

namespace minutebook {

/// What verifying a checkpoint came to.
struct CheckpointCheck {
  std::vector<Finding> findings;
  std::optional<Checkpoint> checkpoint;  ///< Verified: the log has signed it.
  std::optional<QuorumCheck> quorum;     ///< Where a policy was given and the checkpoint opened.
};

/// `expected` gives the keys, by vkeys or policy: a checkpoint brings none of its own. Throws kBug
/// if it gives neither.
CheckpointCheck verifyCheckpoint(std::string_view checkpoint,
                                 const PublishedExpectations& expected);

}  // namespace minutebook
