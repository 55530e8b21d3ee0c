// audit/verify/submission_gatherer.h
//
// Puts the entries of a log together again as the submissions they came in, and says where that
// does not work.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/verify/finding.h"
#include "ledger/crypto/merkle.h"
#include "ledger/event/submission.h"

namespace minutebook {

/// A whole submission by one author, as it stands in the log.
struct LoggedSubmission {
  std::uint64_t first = 0;  ///< Index of its first entry.
  std::int64_t recordedAt = 0;
  Submission submission;
  std::vector<Hash> entryLeaves;      ///< Leaf hashes of its entries.
  std::vector<Hash> statementLeaves;  ///< What its author signed the root of.

  std::string_view origin() const;
  ByteView author() const;
};

/// Takes every entry of a log in order. `findings` must outlive it.
class SubmissionGatherer {
 public:
  using WholeVisitor = std::function<void(LoggedSubmission)>;
  using BrokenVisitor = std::function<void(std::uint64_t first)>;

  /// `origin` is the log's; nothing: whatever the first submission says. `whole` gets every
  /// submission that is sound, `broken` the index where one begins that is not.
  SubmissionGatherer(FindingList& findings, std::optional<std::string> origin, WholeVisitor whole,
                     BrokenVisitor broken);

  /// The next entry: its stored bytes and their leaf hash.
  void take(Sha256& hasher, std::uint64_t index, ByteView entry, const Hash& leaf);
  /// After the last entry of a log of `size` entries.
  void finish();

  const std::optional<std::string>& origin() const { return origin_; }

 private:
  void takeMalformed(std::uint64_t index, const std::string& reason);
  void place(std::uint64_t index, const EntryView& entry);
  void begin(std::uint64_t index, const EntryView& entry);
  void say(FindingKind kind, std::uint64_t index, std::string detail);
  void cutShort(std::uint64_t index);
  void complete();
  bool belongTogether();

  FindingList& findings_;
  std::optional<std::string> origin_;
  WholeVisitor whole_;
  BrokenVisitor broken_;

  LoggedSubmission now_;
  std::uint32_t count_ = 0;  // Statements of the submission being gathered; 0: none is.
  std::uint32_t taken_ = 0;
  bool sound_ = true;
  bool lost_ = false;  // After an unreadable entry nobody knows where the next one stands.
  std::int64_t newestTime_ = INT64_MIN;
};

}  // namespace minutebook
