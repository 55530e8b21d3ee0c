#include "audit/verify/replay.h"

#include <utility>
#include <variant>
#include <vector>

#include "audit/verify/damage.h"
#include "ledger/event/submission.h"
#include "ledger/tlog/tile_hashes.h"

namespace minutebook {

namespace {

constexpr std::size_t kRecentBytesMax = std::size_t{16} << 20;

/// What a newer program may have written: no fault of the log that this one cannot judge it.
bool isNewer(std::string_view code) {
  return code == "statement.unknown-kind" || code == "statement.unknown-content" ||
         code == "rules.unknown";
}

FindingKind kindOf(std::string_view code) {
  if (code.starts_with("threads.")) return FindingKind::kThreadsWrong;
  // A field whose bytes are of another type than the schema says: seen when it is read.
  if (code == "statement.malformed") return FindingKind::kStatementMalformed;
  return FindingKind::kRulesRefused;
}

}  // namespace

Statement ReplayedFacts::statementAt(std::uint64_t index) const {
  if (index >= size_) throw Fault(FaultKind::kBug, "the rules ask for an entry yet to come");
  const std::uint64_t oldest = size_ - recent_.size();
  Bytes bytes;
  if (index >= oldest) {
    bytes = recent_[index - oldest];
  } else if (auto entry = decodeEntry(log_.entry(index))) {
    bytes = std::move(entry.value().statement);
  }
  Outcome<Statement> statement = Statement::decode(bytes);
  if (statement) return std::move(statement).value();
  throw Fault(FaultKind::kCorrupt,
              "entry " + std::to_string(index) + " reads otherwise the second time",
              "Check the disk that the log is on.");
}

Hash ReplayedFacts::rootAt(std::uint64_t size) const {
  TileHashes hashes(log_, size);
  return minutebook::rootAt(hashes, hasher_, size);
}

void ReplayedFacts::apply(const Admitted& admitted, const std::vector<Hash>& entryLeaves) {
  for (const FactChange& change : admitted.changes()) facts_.set(change.key, change.value);
  threads_.take(size_, entryLeaves, admitted.mentions());
  for (const Statement& statement : admitted.submission().statements) {
    ++size_;
    remember(statement);
  }
  newestTime_ = admitted.time();
}

void ReplayedFacts::remember(const Statement& statement) {
  recent_.push_back(toBytes(statement.bytes()));
  recentBytes_ += recent_.back().size();
  while (recentBytes_ > kRecentBytesMax) {
    recentBytes_ -= recent_.front().size();
    recent_.pop_front();
  }
}

void Replay::stop(std::uint64_t index, std::string reason) {
  if (!stopped_) stopped_ = ReplayStop{index, std::move(reason)};
}

void Replay::take(LoggedSubmission logged, std::vector<Mentions> mentions) {
  if (stopped_) return;
  const std::uint64_t first = logged.first;
  auto damage = damageOf([&] {
    auto answer = readmit(std::move(logged.submission), facts_, logged.recordedAt, catalogue_,
                          std::move(mentions));
    if (const auto* no = std::get_if<NotAdmitted>(&answer)) return refused(*no, first);
    facts_.apply(std::get<Admitted>(answer), logged.entryLeaves);
  });
  if (damage) stop(first, "What the rules look at cannot be read: " + *damage + ".");
}

void Replay::refused(const NotAdmitted& no, std::uint64_t first) {
  const Refusal& refusal = no.refusal;
  const std::uint64_t index = first + no.statement;
  const std::string place =
      "Entry " + std::to_string(index) + (refusal.field.empty() ? "" : ", " + refusal.field);
  const std::string sentence = place + " (" + refusal.code + "): " + refusal.reason;
  if (isNewer(refusal.code)) return stop(index, sentence);
  findings_.add(kindOf(refusal.code), index, sentence);
  stop(index, sentence);
}

}  // namespace minutebook
