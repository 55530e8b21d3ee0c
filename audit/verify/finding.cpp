#include "audit/verify/finding.h"

#include <algorithm>
#include <array>
#include <utility>

namespace minutebook {

namespace {

// In the order of FindingKind.
constexpr std::array<FindingText, 64> kTexts = {{
    {"entry.unreadable", "An entry cannot be read, so nothing after it was checked."},
    {"entry.malformed", "The bytes of an entry are not an entry."},
    {"entry.out-of-place", "A submission is not whole, or its entries do not belong together."},
    {"entry.time-back", "An entry was recorded before the one in front of it."},
    {"statement.malformed", "The bytes of a statement are not a statement in canonical form."},
    {"submission.mixed", "One submission holds statements of two authors or for two ledgers."},
    {"submission.other-ledger", "A submission was made to another ledger."},
    {"submission.too-large", "A submission is larger than any ledger takes."},
    {"submission.bad-signature", "The author's signature does not fit the statements."},
    {"tile.unreadable", "A tile of hashes cannot be read."},
    {"tile.missing", "A full tile of hashes is not there."},
    {"tile.wrong", "A tile holds other hashes than the entries give."},
    {"root.wrong", "The entries give another root than the head or checkpoint says."},
    {"threads.wrong", "The count or root of all threads is not what the entries give."},
    {"rules.refused", "An entry is in the log that the rules refuse."},
    {"opening.unexpected", "An opening is stored for which no entry holds a commitment."},
    {"opening.missing", "A sealed value has no opening, and no erasure is recorded."},
    {"opening.key-missing", "The data key of an opening is not there, and no erasure is recorded."},
    {"opening.does-not-open", "An opening does not open under its data key."},
    {"opening.other-value", "An opening holds another value than was committed to."},
    {"opening.not-erased", "A value can be opened though its erasure is recorded."},
    {"vkey.missing", "There is no verifier key to check with."},
    {"vkey.refused", "The verifier key cannot be read as one."},
    {"vkey.other", "The directory shows another verifier key than the one given."},
    {"checkpoint.missing", "There is no checkpoint."},
    {"checkpoint.refused", "The checkpoint is not one that this log has signed."},
    {"schema.missing", "The schema is not beside the tiles."},
    {"file.unexpected", "Among the tiles lies a file that no log has."},
    {"file.contradicts", "A leftover tile contradicts the tree."},
    {"history.other-origin", "The two checkpoints are of two logs."},
    {"history.shorter", "The later checkpoint has fewer entries than the earlier one."},
    {"history.rewritten", "The later checkpoint does not continue the earlier one."},
    {"store.damaged", "The files that the ledger keeps are damaged."},
    {"guard.contradicted", "The log does not hold what was signed for it here."},
    {"bundle.refused", "The file or directory is not put together as a bundle is."},
    {"bundle.not-a-file", "In the bundle lies something that is no plain file or folder."},
    {"bundle.list-refused", "The list of the bundle's files is not the one that was signed."},
    {"bundle.file-missing", "A file that the bundle lists is not in it."},
    {"bundle.file-changed", "A file of the bundle is not the one that was listed."},
    {"bundle.file-unlisted", "In the bundle lies a file that it does not list."},
    {"manifest.missing", "The bundle has no manifest, so nobody answers for it."},
    {"manifest.refused", "The manifest cannot be read as one."},
    {"manifest.not-the-clerks", "No clerk's key of this ledger has signed the manifest."},
    {"manifest.other-log", "The manifest is of another log than the one in the bundle."},
    {"manifest.other-counts", "The manifest counts sealed fields otherwise than they are."},
    {"openings.refused", "The file of openings cannot be read as one."},
    {"opening.twice", "A sealed field is opened twice in one bundle."},
    {"opening.not-for-reader", "A field is opened that the reader of the bundle may not see."},
    {"opening.out-of-scope", "A field is opened of an entry that the bundle leaves out."},
    {"disclosure.refused", "The disclosure cannot be read as one."},
    {"disclosure.not-proved", "The disclosure does not prove that the entry is in the log."},
    {"erasure.unfinished", "An erasure was begun here and has not ended."},
    {"key.not-erased", "A data key is still there though its erasure is recorded."},
    {"stamped.refused", "The stamped checkpoint cannot be read as one."},
    {"stamp.does-not-hold", "A time stamp does not prove when the checkpoint existed."},
    {"stamp.time-back", "A time stamp is older than the one that it came after."},
    {"quorum.not-met", "Too few of the witnesses that the policy asks for have cosigned."},
    {"misbehaviour.not-shown", "The file does not show that the log contradicts itself."},
    {"receipt.refused", "The receipt cannot be read as one."},
    {"receipt.not-proved", "The receipt does not prove that the entry is in the log."},
    {"receipt.incomplete", "The receipt does not prove that nothing was left out."},
    {"receipt.other-words", "The receipt says something else in words than what it proves."},
    {"receipt.wrong-signer", "An entry that is to name the signer's key does not name it."},
    {"checkpoint.revoked-key", "Only keys that the log has revoked have signed the checkpoint."},
}};

/// Findings of no one entry come first.
bool comesBefore(const Finding& a, const Finding& b) {
  if (a.index != b.index) return a.index < b.index;
  return a.kind < b.kind;
}

}  // namespace

FindingText textOf(FindingKind kind) {
  return kTexts.at(static_cast<std::size_t>(kind));
}

std::vector<FindingKind> findingKinds() {
  std::vector<FindingKind> kinds;
  for (std::size_t i = 0; i < kTexts.size(); ++i) kinds.push_back(static_cast<FindingKind>(i));
  return kinds;
}

void FindingList::add(FindingKind kind, std::optional<std::uint64_t> index, std::string detail) {
  merge({kind, index, 1, std::move(detail)});
}

void FindingList::add(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) merge(finding);
}

void FindingList::merge(Finding finding) {
  auto known = std::find_if(findings_.begin(), findings_.end(),
                            [&](const Finding& one) { return one.kind == finding.kind; });
  if (known == findings_.end()) {
    findings_.push_back(std::move(finding));
    return;
  }
  const std::uint64_t times = known->times + finding.times;
  if (finding.index < known->index) *known = std::move(finding);
  known->times = times;
}

std::vector<Finding> FindingList::sorted() const {
  std::vector<Finding> sorted = findings_;
  std::sort(sorted.begin(), sorted.end(), comesBefore);
  return sorted;
}

}  // namespace minutebook
