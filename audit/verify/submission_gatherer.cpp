#include "audit/verify/submission_gatherer.h"

#include <utility>

#include "ledger/bundle/receipt.h"

namespace minutebook {

namespace {

std::string placeOf(const EntryView& entry) {
  return "number " + std::to_string(entry.ordinal) + " of " + std::to_string(entry.count);
}

}  // namespace

std::string_view LoggedSubmission::origin() const {
  return submission.statements.front().origin();
}

ByteView LoggedSubmission::author() const {
  return submission.statements.front().author();
}

SubmissionGatherer::SubmissionGatherer(FindingList& findings, std::optional<std::string> origin,
                                       WholeVisitor whole, BrokenVisitor broken)
    : findings_(findings),
      origin_(std::move(origin)),
      whole_(std::move(whole)),
      broken_(std::move(broken)) {}

void SubmissionGatherer::say(FindingKind kind, std::uint64_t index, std::string detail) {
  findings_.add(kind, index, std::move(detail));
  sound_ = false;
}

void SubmissionGatherer::take(Sha256& hasher, std::uint64_t index, ByteView bytes,
                              const Hash& leaf) {
  Outcome<EntryView> entry = viewEntry(bytes);
  if (!entry) return takeMalformed(index, entry.refusal().reason);
  place(index, entry.value());
  if (count_ == 0) return;
  if (entry.value().recordedAt < newestTime_) {
    findings_.add(FindingKind::kEntryTimeBack, index,
                  "Entry " + std::to_string(index) + " was recorded at " +
                      timeInWords(entry.value().recordedAt) + ", the one in front of it at " +
                      timeInWords(newestTime_) + ".");
  }
  newestTime_ = entry.value().recordedAt;
  Outcome<Statement> statement = Statement::decode(entry.value().statement);
  if (statement) {
    now_.entryLeaves.push_back(leaf);
    now_.statementLeaves.push_back(leafHash(hasher, entry.value().statement));
    now_.submission.statements.push_back(std::move(statement).value());
  } else {
    say(FindingKind::kStatementMalformed, index,
        "Entry " + std::to_string(index) + ": " + statement.refusal().reason);
  }
  if (++taken_ == count_) complete();
}

void SubmissionGatherer::takeMalformed(std::uint64_t index, const std::string& reason) {
  if (count_ == 0) {
    now_.first = index;
    lost_ = true;
    broken_(index);
  }
  say(FindingKind::kEntryMalformed, index, "Entry " + std::to_string(index) + ": " + reason);
  if (count_ != 0 && ++taken_ == count_) complete();
}

void SubmissionGatherer::place(std::uint64_t index, const EntryView& entry) {
  const bool lost = std::exchange(lost_, false);
  if (count_ != 0 && entry.ordinal == 0) cutShort(index);
  if (count_ == 0) {
    begin(index, entry);
    if (entry.ordinal == 0) return;
    // The rest of a submission whose beginning could not be read is no news.
    sound_ = false;
    taken_ = entry.ordinal;
    if (lost) return;
    say(FindingKind::kEntryOutOfPlace, index,
        "Entry " + std::to_string(index) + " is " + placeOf(entry) +
            " of a submission that does not begin before it.");
    return;
  }
  if (entry.ordinal == taken_ && entry.count == count_ && entry.recordedAt == now_.recordedAt) {
    return;
  }
  say(FindingKind::kEntryOutOfPlace, index,
      "Entry " + std::to_string(index) + " is " + placeOf(entry) + ", recorded at " +
          timeInWords(entry.recordedAt) + "; number " + std::to_string(taken_) + " of " +
          std::to_string(count_) + ", recorded at " + timeInWords(now_.recordedAt) +
          ", belongs there.");
  if (entry.count == count_) taken_ = entry.ordinal;  // So that one missing entry is one finding.
}

void SubmissionGatherer::begin(std::uint64_t index, const EntryView& entry) {
  now_ = LoggedSubmission();
  now_.first = index;
  now_.recordedAt = entry.recordedAt;
  now_.submission.signature = toBytes(entry.signature);
  now_.submission.statements.reserve(entry.count);
  now_.entryLeaves.reserve(entry.count);
  now_.statementLeaves.reserve(entry.count);
  count_ = entry.count;
  taken_ = 0;
  sound_ = true;
}

void SubmissionGatherer::cutShort(std::uint64_t index) {
  say(FindingKind::kEntryOutOfPlace, index,
      "The submission that begins at entry " + std::to_string(now_.first) + " has " +
          std::to_string(count_) + " statements; only " + std::to_string(taken_) +
          " are in the log.");
  complete();
}

void SubmissionGatherer::complete() {
  if (sound_ && belongTogether()) {
    whole_(std::move(now_));
  } else {
    broken_(now_.first);
  }
  now_ = LoggedSubmission();
  count_ = 0;
}

bool SubmissionGatherer::belongTogether() {
  std::size_t bytes = 0;
  const ByteView author = now_.author();
  const std::string_view origin = now_.origin();
  for (std::size_t i = 0; i < now_.submission.statements.size(); ++i) {
    const Statement& statement = now_.submission.statements[i];
    bytes += statement.bytes().size();
    if (sameBytes(statement.author(), author) && statement.origin() == origin) continue;
    say(FindingKind::kSubmissionMixed, now_.first + i,
        "Entry " + std::to_string(now_.first + i) + " has another author or ledger than entry " +
            std::to_string(now_.first) + " of the same submission.");
    return false;
  }
  if (bytes > kSubmissionBytesMax) {
    say(FindingKind::kSubmissionTooLarge, now_.first,
        "The statements have " + std::to_string(bytes) + " bytes; at most " +
            std::to_string(kSubmissionBytesMax) + " go together.");
  }
  if (!origin_) origin_ = std::string(now_.origin());
  if (now_.origin() != *origin_) {
    say(FindingKind::kSubmissionOtherLedger, now_.first,
        "The submission was made to " + std::string(now_.origin()) + "; this log is " + *origin_ +
            ".");
  }
  return sound_;
}

void SubmissionGatherer::finish() {
  if (count_ != 0) cutShort(now_.first);
}

}  // namespace minutebook
