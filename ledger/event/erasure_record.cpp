#include "ledger/event/erasure_record.h"

#include "ledger/event/form.h"

namespace minutebook {

namespace {

std::string textOf(capnp::Text::Reader text) {
  return {text.begin(), text.size()};
}

std::optional<StatementId> entryNamed(schema::Ref::Reader ref) {
  if (!ref.isEntry()) return std::nullopt;
  const auto id = ref.getEntry();
  return StatementId::of({id.begin(), id.size()});
}

/// Requests and what was done say in the same words how much it is about.
template <typename What>
void readWhat(const What& what, ErasureRecord& to) {
  if (what.isEverything()) to.reach = ErasureReach::kEverything;
  if (!what.isThese()) return;
  to.reach = ErasureReach::kEntries;
  for (const auto ref : what.getThese()) {
    if (const auto id = entryNamed(ref)) to.entries.insert(*id);
  }
}

}  // namespace

std::optional<ErasureRecord> erasureIn(const Statement& statement, const Catalogue& catalogue) {
  const schema::Record::Reader record = statement.record();
  if (!record.isErasureRequested() && !record.isErasureDone()) return std::nullopt;
  // Canonical bytes may hold anything in a field; only what is well formed can be read.
  if (checkForm(statement, catalogue)) return std::nullopt;
  ErasureRecord erasure;
  if (record.isErasureRequested()) {
    const auto asked = record.getErasureRequested();
    erasure.participant = textOf(asked.getParticipant());
    erasure.askedBy = textOf(asked.getAskedBy());
    erasure.legalBasis = textOf(asked.getLegalBasis());
    readWhat(asked.getWhat(), erasure);
    return erasure;
  }
  const auto done = record.getErasureDone();
  erasure.isDone = true;
  erasure.participant = textOf(done.getParticipant());
  erasure.legalBasis = textOf(done.getLegalBasis());
  erasure.requested = entryNamed(done.getRequested());
  readWhat(done.getWhat(), erasure);
  for (const auto id : done.getKeys()) {
    if (const auto key = DataKeyId::of({id.begin(), id.size()})) erasure.keys.push_back(*key);
  }
  return erasure;
}

std::vector<ErasedKey> erasedKeysOf(const ErasureRecord& done) {
  std::vector<ErasedKey> erased;
  for (const DataKeyId& id : done.keys) {
    erased.push_back(
        {id, done.reach == ErasureReach::kEntries ? done.entries : std::set<StatementId>{}});
  }
  return erased;
}

}  // namespace minutebook
