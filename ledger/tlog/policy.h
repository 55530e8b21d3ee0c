// ledger/tlog/policy.h
//
// C2SP tlog-policy: which logs and witnesses a reader knows, and how many of the witnesses must
// have cosigned a checkpoint before it counts. Worked example: docs/formats/policy.md.

#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/tlog/note.h"

namespace minutebook {

/// Larger files, and files with more of either, are refused unread.
constexpr std::size_t kPolicyBytesMax = 1 << 18;
constexpr std::size_t kPolicyLogsMax = 128;
constexpr std::size_t kPolicyWitnessesMax = 128;
constexpr std::size_t kPolicyGroupsMax = 128;

/// A log that the policy knows; its key signs notes (type 0x01) under the log's origin.
struct PolicyLog {
  VerifierKey key;
  std::optional<std::string> url;

  bool operator==(const PolicyLog&) const = default;
};

/// A witness that the policy knows; its key cosigns (type 0x04).
struct PolicyWitness {
  std::string name;  ///< Within the policy only; the key has a name of its own.
  VerifierKey key;
  std::optional<std::string> url;  ///< Where it is asked: the submission prefix of tlog-witness.

  bool operator==(const PolicyWitness&) const = default;
};

/// A policy: a value. parse() makes it, so every name in it is defined; a default-made one knows
/// nobody and asks for no witness.
class Policy {
 public:
  /// Refused (`policy.malformed`, naming the line) unless the text is a policy by the letter: names
  /// before use, each a member at most once, no public key twice, exactly one quorum.
  static Outcome<Policy> parse(Sha256& hasher, std::string_view text);

  /// One line for each thing, without comments; parse() makes an equal policy of it.
  std::string encode() const;

  const std::vector<PolicyLog>& logs() const noexcept { return logs_; }
  const std::vector<PolicyWitness>& witnesses() const noexcept { return witnesses_; }
  /// The logs' verifier keys and then the witnesses': for TrustedKeys::of().
  std::vector<std::string> vkeys() const;

  /// Whether any cosignature is asked for at all ("quorum none" asks for none).
  bool asksForWitnesses() const noexcept { return quorum_.has_value(); }
  /// Whether these witnesses, by their names in this policy, are enough. Unknown names are ignored.
  bool quorumMet(const std::set<std::string>& cosignedBy) const;
  /// "2 of 3: Expert group, Partner, Archive", or that no witness is asked for.
  std::string quorumInWords() const;

  /// The names of this policy's witnesses among keys whose signatures were verified.
  std::set<std::string> cosigners(const TrustedKeys& keys,
                                  std::span<const VerifiedSignature> verified) const;

  bool operator==(const Policy&) const = default;

 private:
  friend class PolicyReader;

  /// What a name stands for, by place in witnesses_ or groups_.
  struct Member {
    enum class Kind { kWitness, kGroup } kind = Kind::kWitness;
    std::size_t place = 0;

    bool operator==(const Member&) const = default;
  };
  struct Group {
    std::string name;
    std::size_t threshold = 1;
    std::vector<Member> members;  // Groups among them stand earlier in groups_.

    bool operator==(const Group&) const = default;
  };

  const std::string& nameOf(const Member& member) const;
  bool met(const Member& member, const std::set<std::string>& cosignedBy) const;
  std::string inWords(const Member& member) const;

  std::vector<PolicyLog> logs_;
  std::vector<PolicyWitness> witnesses_;
  std::vector<Group> groups_;
  std::optional<Member> quorum_;    // Nothing: "quorum none".
  std::vector<std::string> vkeys_;  // As given, in the order of vkeys().
};

}  // namespace minutebook
