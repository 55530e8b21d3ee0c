#include "ledger/store/derive.h"

#include <utility>
#include <vector>

#include "ledger/base/fault.h"
#include "ledger/crypto/merkle.h"
#include "ledger/event/submission.h"
#include "ledger/store/store_parts.h"

namespace minutebook {

namespace {

[[noreturn]] void corrupt(std::uint64_t index, const std::string& why) {
  throw Fault(FaultKind::kCorrupt, "entry " + std::to_string(index) + ": " + why,
              "Keep this directory as it is and restore the ledger from a backup.");
}

/// Gathers entries into submissions and applies each as it is complete.
class Deriver {
 public:
  Deriver(EntryStore& store, StoreFacts& facts, const Catalogue& catalogue)
      : store_(store), facts_(facts), catalogue_(catalogue) {}

  std::optional<DeriveStop> run() {
    const std::uint64_t size = store_.size();
    store_.reader().forEach(store_.factsUpTo(), size, [this](std::uint64_t index, ByteView entry) {
      if (!stop_) take(index, entry);
    });
    if (!stop_ && expected_ != submission_.statements.size()) {
      corrupt(size - 1, "the log ends in the middle of a submission");
    }
    return std::move(stop_);
  }

 private:
  void take(std::uint64_t index, ByteView bytes) {
    Outcome<EntryParts> entry = decodeEntry(bytes);
    if (!entry) corrupt(index, entry.refusal().reason);
    EntryParts parts = std::move(entry).value();
    if (submission_.statements.empty()) {
      expected_ = parts.count;
      recordedAt_ = parts.recordedAt;
      submission_.signature = std::move(parts.signature);
    }
    if (parts.ordinal != submission_.statements.size() || parts.count != expected_ ||
        parts.recordedAt != recordedAt_) {
      corrupt(index, "it does not follow the other entries of its submission");
    }
    Outcome<Statement> statement = Statement::decode(parts.statement);
    if (!statement) corrupt(index, statement.refusal().reason);
    submission_.statements.push_back(std::move(statement).value());
    leaves_.push_back(leafHash(hasher_, bytes));
    if (submission_.statements.size() == expected_) apply();
  }

  void apply() {
    const std::uint64_t first = facts_.size();
    auto answer = readmit(std::move(submission_), facts_, recordedAt_, catalogue_);
    submission_ = {};
    expected_ = 0;
    if (const NotAdmitted* no = std::get_if<NotAdmitted>(&answer)) {
      stop_ = {first + no->statement, no->refusal.code + ": " + no->refusal.reason};
      return;
    }
    facts_.apply(std::get<Admitted>(answer), leaves_);
    leaves_.clear();
    FactTable& table = store_.parts().facts;
    if (store_.parts().access == StoreAccess::kWrite && table.isTailLong()) table.writeTail();
  }

  EntryStore& store_;
  StoreFacts& facts_;
  const Catalogue& catalogue_;
  Sha256 hasher_;
  Submission submission_;
  std::uint32_t expected_ = 0;  // Statements of the submission being gathered.
  std::int64_t recordedAt_ = 0;
  std::vector<Hash> leaves_;
  std::optional<DeriveStop> stop_;
};

}  // namespace

std::optional<DeriveStop> deriveFacts(EntryStore& store, StoreFacts& facts,
                                      const Catalogue& catalogue) {
  return Deriver(store, facts, catalogue).run();
}

}  // namespace minutebook
