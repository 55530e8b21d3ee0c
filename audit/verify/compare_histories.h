// audit/verify/compare_histories.h
//
// Two things that a log once signed, in any order: is one a continuation of the other?

#pragma once

#include <optional>
#include <span>
#include <vector>

#include "audit/verify/finding.h"
#include "ledger/tlog/checkpoint.h"
#include "ledger/tlog/log_reader.h"

namespace minutebook {

/// How two checkpoints stand to each other.
enum class HistoryAnswer {
  kSame,         ///< Same size, same root.
  kGrew,         ///< The longer one begins with all of the shorter one.
  kContradicts,  ///< No one log can have both: somebody was shown another history.
  kOtherLog,     ///< They are of two logs.
  kCannotTell,   ///< The files of the longer one are needed, and are not at hand or damaged.
};

/// The answer, and what is wrong where something is.
struct HistoryCheck {
  HistoryAnswer answer = HistoryAnswer::kCannotTell;
  std::optional<Finding> finding;  ///< With kContradicts and kOtherLog always.
};

/// Compares two checkpoints whose signatures were verified. `logs` are what may prove something:
/// logs that verified without a finding, under a checkpoint by the same keys, so that a proof that
/// fails is a contradiction and not damage. Those that are too short are passed over.
HistoryCheck compareHistories(const Checkpoint& one, const Checkpoint& other,
                              std::span<const LogReader* const> logs);

}  // namespace minutebook
