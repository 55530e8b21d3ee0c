#include "audit/verify/clerk_keys.h"

#include <set>

#include "ledger/event/form.h"
#include "ledger/event/submission.h"

namespace minutebook {

namespace {

template <typename Data>
PublicKey keyIn(const Data& data) {
  return PublicKey::of({data.begin(), data.size()}).value_or(PublicKey());
}

void read(const Statement& statement, const Catalogue& catalogue, std::set<PublicKey>& keys) {
  const schema::Record::Reader record = statement.record();
  if (!record.isLedgerOpened() && !record.isKeyEnrolled() && !record.isKeyRevoked()) return;
  // Canonical bytes may hold anything in a field; only what is well formed can be read.
  if (checkForm(statement, catalogue)) return;
  if (record.isLedgerOpened()) {
    keys.insert(keyIn(record.getLedgerOpened().getClerkKey()));
  } else if (record.isKeyRevoked()) {
    keys.erase(keyIn(record.getKeyRevoked().getPublicKey()));
  } else if (record.getKeyEnrolled().getPurpose() == schema::KeyPurpose::CLERK) {
    keys.insert(keyIn(record.getKeyEnrolled().getPublicKey()));
  }
}

}  // namespace

std::vector<PublicKey> clerkKeysOf(const LogReader& log, const Catalogue& catalogue) {
  std::set<PublicKey> keys;
  log.forEach(0, log.size(), [&](std::uint64_t, ByteView bytes) {
    const Outcome<EntryParts> entry = decodeEntry(bytes);
    if (!entry) return;
    const Outcome<Statement> statement = Statement::decode(entry.value().statement);
    if (statement) read(statement.value(), catalogue, keys);
  });
  keys.erase(PublicKey());
  return {keys.begin(), keys.end()};
}

}  // namespace minutebook
