// ledger/witness/judge.h
//
// What a witness decides, without disk, clock or network: whether a signed checkpoint continues
// what it cosigned before. C2SP tlog-witness; the order in which it says no is part of the
// protocol.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/tlog/checkpoint.h"
#include "ledger/tlog/misbehaviour.h"
#include "ledger/witness/add_checkpoint.h"

namespace minutebook {

/// A log that a witness watches: all its keys are named as the origin.
struct WatchedLog {
  std::string origin;
  std::vector<std::string> vkeys;  ///< More than one while the log changes its key.
};

/// Who a witness is. Moved, not copied, for it holds the private key.
struct WitnessIdentity {
  std::string name;
  SigningKey key;

  /// The verifier key of its cosignatures (type 0x04).
  std::string vkey(Sha256& hasher) const;
};

/// The checkpoint that a witness cosigned last for a log. A value; `note` is what it keeps and
/// shows.
struct Witnessed {
  std::uint64_t size = 0;
  Hash root = kEmptyRoot;
  std::uint64_t time = 0;  ///< Of its cosignature: seconds since the Unix epoch.
  std::string note;        ///< The text with verified lines only: the log's and its own.

  bool operator==(const Witnessed&) const = default;
  /// Nothing unless `note` was signed by the log and cosigned by the witness, by itself and once,
  /// and has no other line.
  static std::optional<Witnessed> read(Sha256& hasher, const std::string& witnessVkey,
                                       const WatchedLog& log, std::string_view note);
};

/// The origin that a request is about: the first line of its checkpoint, unverified.
std::string originOf(const AddCheckpoint& request);

/// Whether the witness may cosign, given what it cosigned last. The checkpoint as opened under the
/// log's keys, or, in this order: `note.untrusted` and `note.bad-signature`;
/// `checkpoint.malformed`; `checkpoint.wrong-empty-root`; `witness.old-too-large`;
/// `witness.other-size`; `witness.not-consistent`.
Outcome<OpenedCheckpoint> judge(Sha256& hasher, const WatchedLog& log,
                                const std::optional<Witnessed>& latest,
                                const AddCheckpoint& request);

/// Cosigns what judge() let pass, at `now` or, if the clock was set back, at the time of `latest`.
Witnessed cosignJudged(Sha256& hasher, const WitnessIdentity& witness, const WatchedLog& log,
                       const OpenedCheckpoint& judged, const std::optional<Witnessed>& latest,
                       std::uint64_t now);

/// The evidence against the log that a refused request gives together with `latest`, or nothing:
/// most requests that are refused show nothing.
std::optional<Misbehaviour> evidenceIn(Sha256& hasher, const WatchedLog& log,
                                       const Witnessed& latest, const AddCheckpoint& request);

}  // namespace minutebook
