#include "audit/verify/compare_checkpoints.h"

#include <string>

#include "audit/verify/damage.h"
#include "ledger/tlog/tile_hashes.h"

namespace minutebook {

namespace {

std::string inWords(const Checkpoint& checkpoint) {
  return std::to_string(checkpoint.size) + " entries with root " + toHex(checkpoint.root.view());
}

}  // namespace

std::optional<Finding> compareCheckpoints(const LogReader& log, const CheckpointStep& step) {
  const Checkpoint& earlier = step.earlier;
  const Checkpoint& later = step.later;
  const std::string both = "Earlier: " + inWords(earlier) + ". Later: " + inWords(later) + ".";
  if (earlier.origin != later.origin) {
    return Finding{FindingKind::kHistoryOtherOrigin, std::nullopt, 1,
                   "One is of " + earlier.origin + ", the other of " + later.origin + "."};
  }
  if (earlier.size > later.size) {
    return Finding{FindingKind::kHistoryShorter, later.size, 1, both};
  }
  Sha256 hasher;
  bool continues = false;
  auto damage = damageOf([&] {
    TileHashes hashes(log, later.size);
    const SizeStep sizes{earlier.size, later.size};
    const bool known = earlier.size > 0 || earlier.root == kEmptyRoot;
    continues = known && verifyConsistency(hasher, sizes, proveConsistency(hashes, hasher, sizes),
                                           {earlier.root, later.root});
  });
  if (damage) return Finding{FindingKind::kTileUnreadable, std::nullopt, 1, *damage};
  if (continues) return std::nullopt;
  return Finding{FindingKind::kHistoryRewritten, std::nullopt, 1, both};
}

}  // namespace minutebook
