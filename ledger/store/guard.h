// ledger/store/guard.h
//
// Sign once. The last signed head lives in a small file outside the ledger directory, so that a
// restored old copy cannot sign a second history. It is never part of a backup. Bytes:
// docs/formats/guard.md.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "ledger/base/bytes.h"
#include "ledger/base/directory.h"

namespace minutebook {

class LogReader;

/// A size and root that a signature has left the house for.
struct SignedHead {
  std::uint64_t size = 0;
  Hash root;

  bool operator==(const SignedHead&) const = default;
};

/// "size 12, root 4f6b...": for sentences.
std::string inWords(const SignedHead& head);

/// $XDG_STATE_HOME/minutebook/<hex SHA-256 of origin>/, or $HOME/.local/state/... Throws kConfig if
/// neither variable is set.
std::filesystem::path defaultGuardDirectory(const std::string& origin);

/// Keeps other processes from changing what lies beside the guard while this object lives.
class GuardLock {
 public:
  /// Makes the directory if need be. Throws kIo.
  static GuardLock take(const std::filesystem::path& directory);

 private:
  explicit GuardLock(FileDescriptor file) : file_(std::move(file)) {}
  FileDescriptor file_;
};

/// One ledger's guard. Compare-and-swap under a file lock; synced with its directory before
/// advance() returns. A value that names a place: nothing is held open between calls.
class Guard {
 public:
  /// Nothing is made until the first advance().
  Guard(std::filesystem::path directory, std::string origin);

  /// Nothing: never signed here. Throws kCorrupt if the file cannot be read as this origin's guard.
  std::optional<SignedHead> last() const;

  /// Notes that `next` is about to be signed. Throws kBusy if the guard moved on since `expected`,
  /// and kCorrupt, naming both, if `next` is smaller or is the same size with another root.
  /// The same (size, root) may be tried again. That `next` grew out of `expected` is the caller's
  /// to prove: see compareWithGuard().
  void advance(const std::optional<SignedHead>& expected, const SignedHead& next);

  const std::filesystem::path& directory() const { return directory_; }

 private:
  std::filesystem::path directory_;
  std::string origin_;
};

/// What a guard says about a log.
enum class GuardAnswer {
  kNotCompared,  ///< There is no guard: nothing was signed here, or not on this machine.
  kHolds,        ///< The log holds everything that was signed.
};

/// Compares a log with the last head signed for it. Throws kCorrupt, naming both sizes or roots, if
/// the log is behind it (a restored old copy) or contradicts it. Anybody who is going to write asks
/// this first.
GuardAnswer compareWithGuard(const Guard& guard, const LogReader& log);

}  // namespace minutebook
