#include "audit/verify/finding.h"

#include <algorithm>
#include <array>
#include <utility>

namespace minutebook {

namespace {

constexpr std::string_view kGetAgain =
    "Get all files again, whole, from their publisher, or restore your own ledger from a backup. "
    "If it stays so, rely on nothing in them, keep them as they are, and ask their keeper.";
constexpr std::string_view kAskTheKeeper =
    "Keep these files as they are, rely on nothing in them, and ask the ledger's keeper, and "
    "whoever else holds a copy, how this came to be.";
constexpr std::string_view kRestore =
    "Rely on no sealed value in it. Ask whoever gave it to you for it again, or restore your own "
    "ledger from a backup.";
constexpr std::string_view kEraseAgain =
    "Finish the erasure with minutebook erase, and look at the copies that were made before it.";
constexpr std::string_view kGetTheKey =
    "Get the verifier key again from the ledger's keeper, by another way than these files, and "
    "give it with --vkey.";
constexpr std::string_view kAskForAnother =
    "Ask whoever gave it to you for it again. If it stays so, rely on nothing in it.";
constexpr std::string_view kAskForAll =
    "Ask for a new receipt, and ask why this one is not whole. Until then, rely on nothing in it.";
constexpr std::string_view kAskTheWitnesses =
    "Ask for the checkpoint again when the witnesses have seen it, or ask them what they know.";
constexpr std::string_view kCompareOneLog = "Compare checkpoints of one log.";

// In the order of FindingKind.
constexpr std::array<FindingText, 64> kTexts = {{
    {"entry.unreadable", "An entry cannot be read, so nothing after it was checked.", kGetAgain},
    {"entry.malformed", "The bytes of an entry are not an entry.", kGetAgain},
    {"entry.out-of-place", "A submission is not whole, or its entries do not belong together.",
     kAskTheKeeper},
    {"entry.time-back", "An entry was recorded before the one in front of it.", kAskTheKeeper},
    {"statement.malformed", "The bytes of a statement are not a statement in canonical form.",
     kGetAgain},
    {"submission.mixed", "One submission holds statements of two authors or for two ledgers.",
     kAskTheKeeper},
    {"submission.other-ledger", "A submission was made to another ledger.", kAskTheKeeper},
    {"submission.too-large", "A submission is larger than any ledger takes.", kAskTheKeeper},
    {"submission.bad-signature", "The author's signature does not fit the statements.",
     kAskTheKeeper},
    {"tile.unreadable", "A tile of hashes cannot be read.", kGetAgain},
    {"tile.missing", "A full tile of hashes is not there.", kGetAgain},
    {"tile.wrong", "A tile holds other hashes than the entries give.", kGetAgain},
    {"root.wrong", "The entries give another root than the head or checkpoint says.", kGetAgain},
    {"threads.wrong", "The count or root of all threads is not what the entries give.",
     kAskTheKeeper},
    {"rules.refused", "An entry is in the log that the rules refuse.", kAskTheKeeper},
    {"opening.unexpected", "An opening is stored for which no entry holds a commitment.", kRestore},
    {"opening.missing", "A sealed value has no opening, and no erasure is recorded.", kRestore},
    {"opening.key-missing", "The data key of an opening is not there, and no erasure is recorded.",
     kRestore},
    {"opening.does-not-open", "An opening does not open under its data key.", kRestore},
    {"opening.other-value", "An opening holds another value than was committed to.", kRestore},
    {"opening.not-erased", "A value can be opened though its erasure is recorded.", kEraseAgain},
    {"vkey.missing", "There is no verifier key to check with.", kGetTheKey},
    {"vkey.refused", "The verifier key cannot be read as one.", kGetTheKey},
    {"vkey.other", "The directory shows another verifier key than the one given.", kGetTheKey},
    {"checkpoint.missing", "There is no checkpoint.", kAskForAnother},
    {"checkpoint.refused", "The checkpoint is not one that this log has signed.", kAskForAnother},
    {"schema.missing", "The schema is not beside the tiles.", kGetAgain},
    {"file.unexpected", "Among the tiles lies a file that no log has.", kGetAgain},
    {"file.contradicts", "A leftover tile contradicts the tree.", kGetAgain},
    {"history.other-origin", "The two checkpoints are of two logs.", kCompareOneLog},
    {"history.shorter", "The later checkpoint has fewer entries than the earlier one.",
     kAskTheKeeper},
    {"history.rewritten", "The later checkpoint does not continue the earlier one.", kAskTheKeeper},
    {"store.damaged", "The files that the ledger keeps are damaged.", kRestore},
    {"guard.contradicted", "The log does not hold what was signed for it here.", kAskTheKeeper},
    {"bundle.refused", "The file or directory is not put together as a bundle is.", kAskForAnother},
    {"bundle.not-a-file", "In the bundle lies something that is no plain file or folder.",
     kAskForAnother},
    {"bundle.list-refused", "The list of the bundle's files is not the one that was signed.",
     kAskForAnother},
    {"bundle.file-missing", "A file that the bundle lists is not in it.", kAskForAnother},
    {"bundle.file-changed", "A file of the bundle is not the one that was listed.", kAskForAnother},
    {"bundle.file-unlisted", "In the bundle lies a file that it does not list.", kAskForAnother},
    {"manifest.missing", "The bundle has no manifest, so nobody answers for it.", kAskForAnother},
    {"manifest.refused", "The manifest cannot be read as one.", kAskForAnother},
    {"manifest.not-the-clerks", "No clerk's key of this ledger has signed the manifest.",
     kAskTheKeeper},
    {"manifest.other-log", "The manifest is of another log than the one in the bundle.",
     kAskForAnother},
    {"manifest.other-counts", "The manifest counts sealed fields otherwise than they are.",
     kAskTheKeeper},
    {"openings.refused", "The file of openings cannot be read as one.", kAskForAnother},
    {"opening.twice", "A sealed field is opened twice in one bundle.", kAskForAnother},
    {"opening.not-for-reader", "A field is opened that the reader of the bundle may not see.",
     kAskTheKeeper},
    {"opening.out-of-scope", "A field is opened of an entry that the bundle leaves out.",
     kAskTheKeeper},
    {"disclosure.refused", "The disclosure cannot be read as one.", kAskForAnother},
    {"disclosure.not-proved", "The disclosure does not prove that the entry is in the log.",
     kAskForAnother},
    {"erasure.unfinished", "An erasure was begun here and has not ended.", kEraseAgain},
    {"key.not-erased", "A data key is still there though its erasure is recorded.", kEraseAgain},
    {"stamped.refused", "The stamped checkpoint cannot be read as one.", kAskForAnother},
    {"stamp.does-not-hold", "A time stamp does not prove when the checkpoint existed.",
     kAskForAnother},
    {"stamp.time-back", "A time stamp is older than the one that it came after.", kAskForAnother},
    {"quorum.not-met", "Too few of the witnesses that the policy asks for have cosigned.",
     kAskTheWitnesses},
    {"misbehaviour.not-shown", "The file does not show that the log contradicts itself.",
     kAskForAnother},
    {"receipt.refused", "The receipt cannot be read as one.", kAskForAnother},
    {"receipt.not-proved", "The receipt does not prove that the entry is in the log.",
     kAskForAnother},
    {"receipt.incomplete", "The receipt does not prove that nothing was left out.", kAskForAll},
    {"receipt.other-words", "The receipt says something else in words than what it proves.",
     kAskForAnother},
    {"receipt.wrong-signer", "An entry that is to name the signer's key does not name it.",
     kAskTheKeeper},
    {"checkpoint.revoked-key", "Only keys that the log has revoked have signed the checkpoint.",
     kGetTheKey},
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

std::vector<std::string> remediesOf(const std::vector<Finding>& findings) {
  std::vector<std::string> remedies;
  for (const Finding& finding : findings) {
    const std::string one = finding.toDo();
    if (std::find(remedies.begin(), remedies.end(), one) == remedies.end()) remedies.push_back(one);
  }
  return remedies;
}

void FindingList::add(FindingKind kind, std::optional<std::uint64_t> index, std::string detail) {
  merge({kind, index, 1, std::move(detail)});
}

void FindingList::add(FindingKind kind, const Refusal& refusal) {
  merge({kind, std::nullopt, 1, refusal.reason + " (" + refusal.code + ")", refusal.remedy});
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
