// audit/verify/finding.h
//
// What a check found wrong, as a plain value: printed, counted and tested elsewhere. The list of
// what can be wrong is closed; docs/formats/verify.md shows it.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/outcome.h"

namespace minutebook {

/// Everything that verifying can find. Append only.
enum class FindingKind : std::uint8_t {
  kEntryUnreadable,
  kEntryMalformed,
  kEntryOutOfPlace,
  kEntryTimeBack,
  kStatementMalformed,
  kSubmissionMixed,
  kSubmissionOtherLedger,
  kSubmissionTooLarge,
  kSubmissionBadSignature,
  kTileUnreadable,
  kTileMissing,
  kTileWrong,
  kRootWrong,
  kThreadsWrong,
  kRulesRefused,
  kOpeningUnexpected,
  kOpeningMissing,
  kOpeningKeyMissing,
  kOpeningDoesNotOpen,
  kOpeningOtherValue,
  kOpeningNotErased,
  kVkeyMissing,
  kVkeyRefused,
  kVkeyOther,
  kCheckpointMissing,
  kCheckpointRefused,
  kSchemaMissing,
  kFileUnexpected,
  kFileContradicts,
  kHistoryOtherOrigin,
  kHistoryShorter,
  kHistoryRewritten,
  kStoreDamaged,
  kGuardContradicted,
  kBundleRefused,
  kBundleNotAFile,
  kBundleListRefused,
  kBundleFileMissing,
  kBundleFileChanged,
  kBundleFileUnlisted,
  kManifestMissing,
  kManifestRefused,
  kManifestNotTheClerks,
  kManifestOtherLog,
  kManifestOtherCounts,
  kOpeningsRefused,
  kOpeningTwice,
  kOpeningNotForReader,
  kOpeningOutOfScope,
  kDisclosureRefused,
  kDisclosureNotProved,
  kErasureUnfinished,
  kKeyNotErased,
  kStampedRefused,
  kStampDoesNotHold,
  kStampTimeBack,
  kQuorumNotMet,
  kMisbehaviourNotShown,
  kReceiptRefused,
  kReceiptNotProved,
  kReceiptIncomplete,
  kReceiptOtherWords,
  kReceiptWrongSigner,
  kCheckpointRevokedKey,
};

/// The stable code of a kind, one sentence on what is wrong, and one on what to do about it.
struct FindingText {
  std::string_view code;  ///< "tile.wrong"
  std::string_view what;
  std::string_view toDo;
};
/// The code and sentences of one kind.
FindingText textOf(FindingKind kind);

/// All kinds, in their order.
std::vector<FindingKind> findingKinds();

/// One thing that is wrong, at the first place where it is.
struct Finding {
  FindingKind kind = FindingKind::kEntryUnreadable;
  std::optional<std::uint64_t> index;  ///< The first bad entry, where one can be named.
  std::uint64_t times = 1;             ///< In how many places it was found.
  std::string detail;                  ///< About the first place: the values that collided.
  std::string remedy = {};             ///< What to do, where more is known than for its kind.

  std::string_view code() const { return textOf(kind).code; }
  std::string_view what() const { return textOf(kind).what; }
  /// What whoever reads it can do. Never empty.
  std::string toDo() const { return remedy.empty() ? std::string(textOf(kind).toDo) : remedy; }
  bool operator==(const Finding&) const = default;
};

/// What to do about all of them, each sentence once, in the order of the findings.
std::vector<std::string> remediesOf(const std::vector<Finding>& findings);

/// Gathers findings: one for each kind, with the lowest index and a count, so that a log with a
/// million bad entries is still reported in a page.
class FindingList {
 public:
  /// One more place where this is wrong; `detail` is a sentence about it.
  void add(FindingKind kind, std::optional<std::uint64_t> index, std::string detail);
  /// What was refused: its reason and code, and what it says to do.
  void add(FindingKind kind, const Refusal& refusal);
  /// What another check found.
  void add(const std::vector<Finding>& findings);

  bool empty() const { return findings_.empty(); }
  /// Lowest index first; those without an index before all others.
  std::vector<Finding> sorted() const;

 private:
  void merge(Finding finding);

  std::vector<Finding> findings_;
};

}  // namespace minutebook
