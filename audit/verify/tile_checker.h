// audit/verify/tile_checker.h
//
// Grows the tree again from leaf hashes and compares every tile that the log keeps.

#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "audit/verify/finding.h"
#include "ledger/tlog/log_reader.h"
#include "ledger/tlog/tile.h"
#include "ledger/tlog/tree.h"

namespace minutebook {

/// Holds at most 255 hashes of each level, and one number for each wrong tile. `log` and `findings`
/// must outlive it.
class TileChecker {
 public:
  TileChecker(const LogReader& log, FindingList& findings) : log_(log), findings_(findings) {}

  /// The next leaf; compares the tiles that it completes.
  void append(Sha256& hasher, const Hash& leaf);
  /// Compares the partial tiles at the end, where the log keeps them.
  void finish();

  std::uint64_t checked() const { return checked_; }
  const Frontier& frontier() const { return frontier_; }

 private:
  /// Whether a tile of leaves differed from the entries among these.
  bool isKnownWrong(std::uint64_t first, std::uint64_t count) const;
  void compare(unsigned level, std::uint64_t n, const std::vector<Hash>& hashes);

  const LogReader& log_;
  FindingList& findings_;
  Frontier frontier_;
  std::array<std::vector<Hash>, kTileLevelMax + 1> pending_;  // Of the tile not yet full.
  std::vector<std::uint64_t> wrongLeaves_;  // The first in each wrong tile of level 0, in order.
  std::uint64_t checked_ = 0;
};

}  // namespace minutebook
