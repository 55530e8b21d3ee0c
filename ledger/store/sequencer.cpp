#include "ledger/store/sequencer.h"

#include "ledger/base/fault.h"
#include "ledger/event/submission.h"
#include "ledger/store/derive.h"
#include "ledger/store/log_appender.h"
#include "ledger/store/store_facts.h"

namespace minutebook {

struct Sequencer::Parts {
  explicit Parts(EntryStore& openStore) : store(openStore), facts(openStore), appender(openStore) {}

  EntryStore& store;
  StoreFacts facts;
  LogAppender appender;
  std::vector<NewEntry> entries;  // Kept for its memory.
};

Sequencer::Sequencer(EntryStore& store, const Catalogue& catalogue)
    : parts_(std::make_unique<Parts>(store)) {
  if (store.parts().access != StoreAccess::kWrite) {
    throw Fault(FaultKind::kBug, "a sequencer needs a store that is open for writing");
  }
  if (const auto stop = deriveFacts(store, parts_->facts, catalogue)) {
    throw Fault(FaultKind::kConfig,
                "the rules of this program refuse entry " + std::to_string(stop->index) + " (" +
                    stop->why + ")",
                "Use the newest version of this program to write; verify tells more.");
  }
}

Sequencer::~Sequencer() = default;

const Facts& Sequencer::facts() const {
  return parts_->facts;
}

std::uint64_t Sequencer::size() const noexcept {
  return parts_->store.size();
}

Appended Sequencer::append(const Admitted& admitted,
                           const std::vector<std::vector<Opening>>& openings) {
  const Submission& submission = admitted.submission();
  const std::size_t count = submission.statements.size();
  if (admitted.ledgerSize() != size()) {
    throw Fault(FaultKind::kBug, "the log has grown since the rules were asked");
  }
  if (admitted.time() < parts_->facts.newestTime()) {
    throw Fault(FaultKind::kBug, "time has gone back since the rules were asked");
  }
  if (!openings.empty() && openings.size() != count) {
    throw Fault(FaultKind::kBug, "openings for another number of statements");
  }
  const Appended where{size(), count};
  std::vector<NewEntry>& entries = parts_->entries;
  entries.clear();
  for (std::size_t i = 0; i < count; ++i) {
    EntryParts entry;
    entry.recordedAt = admitted.time();
    entry.ordinal = static_cast<std::uint32_t>(i);
    entry.count = static_cast<std::uint32_t>(count);
    entry.statement = toBytes(submission.statements[i].bytes());
    if (i == 0) entry.signature = submission.signature;
    entries.push_back({encodeEntry(entry), openings.empty() ? nullptr : &openings[i]});
  }
  const std::vector<Hash> leaves = parts_->appender.append(entries, admitted.time());
  parts_->facts.apply(admitted, leaves);
  FactTable& table = parts_->store.parts().facts;
  if (table.isTailLong()) table.writeTail();
  return where;
}

}  // namespace minutebook
