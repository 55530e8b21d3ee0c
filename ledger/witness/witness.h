// ledger/witness/witness.h
//
// A witness at work: its key, the logs it watches and what it cosigned last, in one directory. Who
// asks, over the network or by file, goes through here. Bytes: docs/formats/witness.md.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/directory.h"
#include "ledger/crypto/random.h"
#include "ledger/witness/judge.h"

namespace minutebook {

/// What a witness answers.
struct WitnessReply {
  std::optional<Refusal> refusal;  ///< Nothing: it has cosigned.
  std::uint64_t latestSize = 0;    ///< What it has cosigned for the log now; 0: nothing yet.
  std::string cosignature;         ///< Its signature line with its LF; empty if refused.
  std::string note;                ///< The checkpoint with that line; empty if refused.
  std::string evidence;            ///< The file that shows the log contradicts itself; or empty.
};

/// One witness.
///
/// A resource: neither copied nor moved. Several processes may work in one directory: each answer
/// is judged, stored and synced under a lock on the log it is about, before it is given. Members
/// throw kIo if the disk refuses (then nothing was answered), and kCorrupt if what is stored cannot
/// be read as this witness's: it is never begun anew.
class Witness {
 public:
  /// Makes the directory and a key under `name`. Throws kUsage if the name cannot be a key's,
  /// kConfig if there is a witness already.
  static void create(const std::filesystem::path& path, const std::string& name,
                     RandomSource& random);
  /// Throws kMissing if there is no witness at `path`.
  explicit Witness(const std::filesystem::path& path);
  Witness(const Witness&) = delete;
  Witness& operator=(const Witness&) = delete;

  const std::string& name() const { return identity_.name; }
  /// Its verifier key.
  const std::string& vkey() const { return vkey_; }

  /// Watches the log of this verifier key from now on. Refused: `vkey.malformed`;
  /// `vkey.unsupported` if it is not a key that signs checkpoints.
  std::optional<Refusal> watch(const std::string& logVkey);
  /// The origins of the logs that it watches.
  std::vector<std::string> origins() const;

  /// Judges a request and, if it holds, cosigns: the new state is on disk before this returns.
  /// `now` is in seconds since the Unix epoch. Refused: what judge() says, besides
  /// `witness.request-malformed` and `witness.unknown-log`.
  WitnessReply add(std::string_view request, std::uint64_t now);

  /// What it cosigned last for a log; nothing if it never did or does not watch it.
  std::optional<Witnessed> latest(std::string_view origin) const;
  /// The note of latest() by the hex SHA-256 of the origin, as monitors ask for it.
  std::optional<std::string> latestByHash(std::string_view hexHash) const;

 private:
  static WitnessIdentity readIdentity(const Directory& directory);
  std::optional<WatchedLog> watched(const std::string& folder) const;
  std::optional<Witnessed> readLatest(const std::string& folder, const WatchedLog& log) const;
  std::string keepEvidence(const WatchedLog& log, const std::optional<Witnessed>& latest,
                           const AddCheckpoint& request);

  Directory directory_;
  WitnessIdentity identity_;
  std::string vkey_;
};

/// The HTTP status of tlog-witness for a reply.
int httpStatusOf(const WitnessReply& reply);

}  // namespace minutebook
