// ledger/base/fault.h
//
// The one exception type of this program. A fault is the machine's trouble or ours, never the
// member's. Nothing between the line that throws it and main() catches it. For "the rules say no",
// see outcome.h.

#pragma once

#include <stdexcept>
#include <string>

namespace minutebook {

/// What kind of trouble. Exit statuses follow from it: docs/formats/exit-status.md.
enum class FaultKind {
  kCorrupt,    ///< Stored bytes contradict a hash or signature. Rot and tampering look alike here.
  kIo,         ///< A read, write or sync failed.
  kBusy,       ///< Another process is the writer. Trying later can work.
  kMissing,    ///< No such ledger, record or file.
  kKey,        ///< A key is missing, or the passphrase is wrong.
  kConfig,     ///< A path or setting is missing or malformed.
  kNotTheirs,  ///< What was asked for is not for whoever asks.
  kUsage,      ///< The command was asked for in a way that cannot be understood.
  kBug,        ///< An invariant of ours does not hold.
};

/// Trouble that nobody here can answer for: what failed, and what the reader can do.
class Fault : public std::runtime_error {
 public:
  /// `what` names the operation and the object: "sync of /srv/coop/000012.log: no space left".
  /// `remedy` is one sentence on what the reader can do; it may be empty only for kBug.
  Fault(FaultKind kind, const std::string& what, std::string remedy = "")
      : std::runtime_error(what), kind_(kind), remedy_(std::move(remedy)) {}

  FaultKind kind() const noexcept { return kind_; }
  const std::string& remedy() const noexcept { return remedy_; }

 private:
  FaultKind kind_;
  std::string remedy_;
};

}  // namespace minutebook
