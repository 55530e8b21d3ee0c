// audit/verify/checkpoint_trust.h
//
// Whose word a reader takes for a checkpoint: the log's keys, and the witnesses of a policy. Every
// verifier of a checkpoint (published directory, bundle, disclosure, receipt) asks here.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/verify/finding.h"
#include "ledger/tlog/checkpoint.h"
#include "ledger/tlog/policy.h"

namespace minutebook {

/// Where the key came from that a checkpoint was checked with.
enum class KeySource {
  kGiven,      ///< The reader had it: the check proves whose log this is.
  kDirectory,  ///< It lay beside the checkpoint: whoever made the directory may have made the key.
};

/// What the reader has.
struct GivenTrust {
  std::vector<std::string> vkeys;     ///< Of the log; empty: none was given.
  std::optional<std::string> policy;  ///< The text of a policy; nothing: none was given.
};

/// What a checkpoint is opened with.
class CheckpointTrust {
 public:
  /// `shown` are the keys beside the checkpoint. Without keys of the reader those of the policy's
  /// logs count as given, and where it names none, those that are shown. Findings:
  /// `policy.refused` (then nobody is asked for), `policy.other-log`, `vkey.other`.
  CheckpointTrust(const GivenTrust& given, const std::vector<std::string>& shown,
                  FindingList& findings);

  KeySource source() const { return source_; }
  /// The keys of the log that count; empty if there are none at all.
  const std::vector<std::string>& logKeys() const { return logKeys_; }
  /// The keys of log and witnesses, to open a checkpoint with; the log's come first.
  std::vector<std::string> vkeys() const;

  /// Judges the quorum of a checkpoint that was opened with `keys`, made of vkeys(): the finding
  /// `witness.quorum-missed`, or a sentence that must be read with the result.
  void judgeQuorum(const TrustedKeys& keys, const OpenedCheckpoint& opened, FindingList& findings,
                   std::vector<std::string>& notes) const;

 private:
  KeySource source_ = KeySource::kGiven;
  std::vector<std::string> logKeys_;
  std::optional<Policy> policy_;
};

}  // namespace minutebook
