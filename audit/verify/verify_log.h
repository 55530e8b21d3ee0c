// audit/verify/verify_log.h
//
// A whole log from raw bytes upwards, in one pass: form, order, signatures, tree, threads, rules.
// What is checked and what it proves: docs/formats/verify.md.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/verify/finding.h"
#include "audit/verify/key_history.h"
#include "audit/verify/replay.h"
#include "audit/verify/second_thread.h"
#include "ledger/event/catalogue.h"
#include "ledger/tlog/log_reader.h"

namespace minutebook {

/// Whether a costly part of verifying is done.
enum class Part { kDone, kLeftOut };

/// What to hold the log against, and how much to check.
struct LogExpectations {
  std::optional<std::string> origin;  ///< Nothing: what the first submission says.
  std::optional<Hash> root;           ///< Of all entries, from a head or a verified checkpoint.
  Part signatures = Part::kDone;      ///< The authors'.
  Part rules = Part::kDone;
  Part threads = Part::kDone;  ///< Left out only together with the rules, which ask for them.
  /// Of each statement, as checkForm() judges it. Left out only together with the rules; threads
  /// are followed as far as kinds are known then.
  Part form = Part::kDone;
  Workers workers = Workers::kTwo;
};

/// What verifying a log came to.
struct LogCheck {
  std::vector<Finding> findings;  ///< Lowest index first.
  std::uint64_t entries = 0;      ///< Read and hashed.
  std::uint64_t submissions = 0;  ///< Whole ones.
  std::uint64_t signaturesChecked = 0;
  std::uint64_t tilesChecked = 0;
  std::uint64_t threads = 0;          ///< As far as the rules were replayed, or threads followed.
  std::uint64_t rulesReplayedTo = 0;  ///< Entries that the rules judged again.
  std::optional<ReplayStop> stopped;  ///< Why rulesReplayedTo < entries.
  std::optional<std::string> origin;
  Hash root;        ///< That the entries give.
  KeyHistory keys;  ///< That they name.
  /// Entries that a key signed when it was, as the log says, not to be trusted any more.
  std::vector<std::string> notes;
};

/// Verifies every entry that `log` has now. Memory does not grow with the log, but for its facts
/// and threads. Throws kIo if reading fails; damage is a finding, not a fault.
LogCheck verifyLog(const LogReader& log, const Catalogue& catalogue,
                   const LogExpectations& expectations);

}  // namespace minutebook
