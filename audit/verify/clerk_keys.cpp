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

/// Whether a key that was revoked counts all the same: what it signed before is still signed.
enum class Revoked { kLeftOut, kKept };

/// The keys of one purpose, as entry after entry names them.
struct Keys {
  schema::KeyPurpose purpose;
  Revoked revoked;
  std::set<PublicKey> keys;
};

void read(const Statement& statement, const Catalogue& catalogue, Keys& into) {
  const schema::Record::Reader record = statement.record();
  if (!record.isLedgerOpened() && !record.isKeyEnrolled() && !record.isKeyRevoked()) return;
  // Canonical bytes may hold anything in a field; only what is well formed can be read.
  if (checkForm(statement, catalogue)) return;
  if (record.isLedgerOpened()) {
    const bool isClerk = into.purpose == schema::KeyPurpose::CLERK;
    into.keys.insert(isClerk ? keyIn(record.getLedgerOpened().getClerkKey())
                             : keyIn(record.getLedgerOpened().getLogKey()));
  } else if (record.isKeyRevoked()) {
    if (into.revoked == Revoked::kLeftOut) {
      into.keys.erase(keyIn(record.getKeyRevoked().getPublicKey()));
    }
  } else if (record.getKeyEnrolled().getPurpose() == into.purpose) {
    into.keys.insert(keyIn(record.getKeyEnrolled().getPublicKey()));
  }
}

std::vector<PublicKey> keysOf(const LogReader& log, const Catalogue& catalogue, Keys into) {
  log.forEach(0, log.size(), [&](std::uint64_t, ByteView bytes) {
    const Outcome<EntryParts> entry = decodeEntry(bytes);
    if (!entry) return;
    const Outcome<Statement> statement = Statement::decode(entry.value().statement);
    if (statement) read(statement.value(), catalogue, into);
  });
  into.keys.erase(PublicKey());
  return {into.keys.begin(), into.keys.end()};
}

}  // namespace

std::vector<PublicKey> clerkKeysOf(const LogReader& log, const Catalogue& catalogue) {
  return keysOf(log, catalogue, {schema::KeyPurpose::CLERK, Revoked::kLeftOut, {}});
}

std::vector<PublicKey> logKeysOf(const LogReader& log, const Catalogue& catalogue) {
  return keysOf(log, catalogue, {schema::KeyPurpose::LOG, Revoked::kKept, {}});
}

}  // namespace minutebook
