#include "audit/verify/receipt_signers.h"

#include <utility>

#include "ledger/event/form.h"
#include "ledger/tlog/tree.h"

namespace minutebook {

namespace {

template <typename Data>
ByteView viewOf(const Data& data) {
  return {data.begin(), data.size()};
}

}  // namespace

template <typename Data>
bool ReceiptSigners::name(const Data& key, KnownSigner signer) {
  const auto known = PublicKey::of(viewOf(key));
  if (known) signers_.emplace(*known, std::move(signer));
  return known.has_value();
}

bool ReceiptSigners::add(const ProvenEntry& proven) {
  const Outcome<EntryParts> entry = decodeEntry(proven.entry);
  if (!entry) return false;
  const Outcome<Statement> statement = Statement::decode(entry.value().statement);
  // Canonical bytes may hold anything in a field; only what is well formed can be read.
  if (!statement || checkForm(statement.value(), catalogue_)) return false;
  const schema::Record::Reader record = statement.value().record();
  if (record.isLedgerOpened()) {
    const auto opened = record.getLedgerOpened();
    return name(opened.getStewardKey(), {opened.getSteward().cStr(), proven.index}) &&
           name(opened.getClerkKey(), {"", proven.index});
  }
  if (!record.isKeyEnrolled()) return false;
  const auto enrolled = record.getKeyEnrolled();
  if (enrolled.getPurpose() == schema::KeyPurpose::CLERK) {
    return name(enrolled.getPublicKey(), {"", proven.index});
  }
  return enrolled.getPurpose() == schema::KeyPurpose::AUTHOR &&
         name(enrolled.getPublicKey(), {enrolled.getParticipant().cStr(), proven.index});
}

const KnownSigner* ReceiptSigners::find(ByteView publicKey) const {
  const auto key = PublicKey::of(publicKey);
  const auto known = key ? signers_.find(*key) : signers_.end();
  return known == signers_.end() ? nullptr : &known->second;
}

SubmissionAnswer checkSubmission(const EntryParts& entry, const Statement& statement,
                                 std::span<const Hash> path, ByteView signature,
                                 std::string_view origin) {
  if (statement.origin() != origin) return SubmissionAnswer::kOtherOrigin;
  const auto author = PublicKey::of(statement.author());
  const auto signed64 = Signature::of(signature);
  Sha256 hasher;
  const auto root =
      rootFromPath(hasher, statement.leaf(hasher), {entry.ordinal, entry.count}, path);
  if (!author || !signed64 || !root) return SubmissionAnswer::kDoesNotHold;
  const Bytes message = submissionMessage(origin, entry.count, *root);
  return VerifyKey(*author).verify(message, *signed64) ? SubmissionAnswer::kHolds
                                                       : SubmissionAnswer::kDoesNotHold;
}

}  // namespace minutebook
