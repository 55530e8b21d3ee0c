// bench/verifying.h
//
// P4 and P6: what verifying a published log from its bytes costs, beside reading and hashing it.

#pragma once

#include <cstdint>

#include "bench/arguments.h"
#include "bench/made_ledger.h"

namespace minutebook::bench {

/// Of what reading and hashing alone do a second, verifying from the bytes must do this share.
inline constexpr double kVerifyShareMin = 0.6;

/// One way to verify, with one thread or two: medians over the rounds.
struct WayFigures {
  double seconds = 0;
  double share = 0;  ///< Of the limit's speed, in the same round.
};

/// Medians over the rounds, in seconds.
struct VerifyFigures {
  std::uint64_t entries = 0;
  std::uint64_t rounds = 0;
  double least = 0;  ///< Read every entry, leaf hash, root: what whoever trusts nothing must do.
  /// Read every entry, then take every hash that the formats ask for, of as many bytes: of entries,
  /// statements, submissions and threads. One thread, no check.
  double limit = 0;
  /// What P4 names: canonical form, order, every hash, every tile, threads.
  WayFigures bytesOne;
  WayFigures bytesTwo;
  WayFigures signedOne;  ///< And the form of each record, and signatures.
  WayFigures allOne;     ///< And the rules.
  WayFigures allTwo;
};

/// Reads the published log of `made` in these seven ways, turn by turn.
VerifyFigures measureVerifying(const BenchArguments& arguments, const MadeLedger& made);

}  // namespace minutebook::bench
