#include "audit/verify/compare_histories.h"

#include <algorithm>

#include "audit/verify/compare_checkpoints.h"

namespace minutebook {

namespace {

/// Two of one size need no tiles: their roots say it.
HistoryCheck compareSameSize(const Checkpoint& one, const Checkpoint& other) {
  if (one.root == other.root) return {HistoryAnswer::kSame, std::nullopt};
  return {
      HistoryAnswer::kContradicts,
      Finding{FindingKind::kHistoryRewritten, std::nullopt, 1,
              "Both have " + std::to_string(one.size) + " entries, one with root " +
                  toHex(one.root.view()) + ", the other with " + toHex(other.root.view()) + "."}};
}

}  // namespace

HistoryCheck compareHistories(const Checkpoint& one, const Checkpoint& other,
                              std::span<const LogReader* const> logs) {
  if (one.origin != other.origin) {
    return {HistoryAnswer::kOtherLog,
            Finding{FindingKind::kHistoryOtherOrigin, std::nullopt, 1,
                    "One is of " + one.origin + ", the other of " + other.origin + "."}};
  }
  if (one.size == other.size) return compareSameSize(one, other);
  const bool oneIsFirst = one.size < other.size;
  const CheckpointStep step{oneIsFirst ? one : other, oneIsFirst ? other : one};
  for (const LogReader* log : logs) {
    if (log->size() < step.later.size) continue;
    std::optional<Finding> finding = compareCheckpoints(*log, step);
    if (!finding) return {HistoryAnswer::kGrew, std::nullopt};
    const bool isDamage = finding->kind == FindingKind::kTileUnreadable;
    return {isDamage ? HistoryAnswer::kCannotTell : HistoryAnswer::kContradicts,
            std::move(finding)};
  }
  return {};
}

}  // namespace minutebook
