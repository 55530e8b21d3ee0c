// bench/verifying.h
//
// P4 and P6: what verifying a published log from its bytes costs, beside reading and hashing it.

#pragma once

#include <cstdint>

#include "bench/arguments.h"
#include "bench/made_ledger.h"

namespace minutebook::bench {

/// Of what reading and hashing alone take a second, verifying must do at least this share.
inline constexpr double kVerifyShareMin = 0.6;

/// Medians over the rounds, in seconds.
struct VerifyFigures {
  std::uint64_t entries = 0;
  std::uint64_t rounds = 0;
  double limit = 0;      ///< Read every entry, leaf hash, root: one thread, no other check.
  double proofs = 0;     ///< Everything but the rules and threads, one thread.
  double oneThread = 0;  ///< Everything.
  double twoThreads = 0;

  /// limit / oneThread and limit / twoThreads of each round: their medians.
  double shareOne = 0;
  double shareTwo = 0;
};

/// Reads the published log of `made` in these four ways, turn by turn.
VerifyFigures measureVerifying(const BenchArguments& arguments, const MadeLedger& made);

}  // namespace minutebook::bench
