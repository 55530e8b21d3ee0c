#include "audit/verify/continued.h"

#include "ledger/event/form.h"
#include "ledger/event/statement.h"
#include "ledger/event/submission.h"

namespace minutebook {

std::optional<Checkpoint> continuedCheckpoint(const LogReader& log, const Catalogue& catalogue) {
  if (log.size() == 0) return std::nullopt;
  const Outcome<EntryParts> entry = decodeEntry(log.entry(0));
  if (!entry) return std::nullopt;
  const Outcome<Statement> statement = Statement::decode(entry.value().statement);
  if (!statement || checkForm(statement.value(), catalogue)) return std::nullopt;
  const schema::Record::Reader record = statement.value().record();
  if (!record.isLedgerOpened() || !record.getLedgerOpened().hasContinues()) return std::nullopt;
  const auto continues = record.getLedgerOpened().getContinues();
  const auto note = SignedNote::parse(continues.getFinalCheckpoint().cStr());
  if (!note) return std::nullopt;
  Outcome<Checkpoint> checkpoint = Checkpoint::parse(note.value().text);
  if (!checkpoint || checkpoint.value().origin != continues.getOldOrigin().cStr()) {
    return std::nullopt;
  }
  return std::move(checkpoint).value();
}

}  // namespace minutebook
