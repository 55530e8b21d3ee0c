// audit/verify/compare_checkpoints.h
//
// Whether one checkpoint continues another: the proof that nothing that was once signed has
// changed.

#pragma once

#include <optional>

#include "audit/verify/finding.h"
#include "ledger/tlog/checkpoint.h"
#include "ledger/tlog/log_reader.h"

namespace minutebook {

/// Two checkpoints whose signatures were verified (or one of them the guard's or the ledger's
/// head).
struct CheckpointStep {
  const Checkpoint& earlier;
  const Checkpoint& later;
};

/// What is wrong between the two, or nothing: the log's tiles prove that the later tree begins with
/// the earlier one. The tiles need not be verified: a proof from wrong ones fails. Throws kBug if
/// `log` has fewer entries than a checkpoint that is not shorter than the other.
std::optional<Finding> compareCheckpoints(const LogReader& log, const CheckpointStep& step);

}  // namespace minutebook
