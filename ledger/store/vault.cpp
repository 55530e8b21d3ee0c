#include "ledger/store/vault.h"

#include "ledger/base/fault.h"
#include "ledger/event/submission.h"

namespace minutebook {

namespace {

constexpr const char* kRemedy =
    "Run minutebook verify; if the ledger is damaged, restore it from a backup.";

}  // namespace

Vault::Vault(const EntryStore& store, const DataKeys& keys, std::string origin)
    : store_(store), keys_(keys), origin_(std::move(origin)) {}

StatementId statementIdAt(const EntryStore& store, std::uint64_t index) {
  Outcome<EntryParts> entry = decodeEntry(store.reader().entry(index));
  if (!entry) throw Fault(FaultKind::kCorrupt, entry.refusal().reason, kRemedy);
  Outcome<Statement> statement = Statement::decode(entry.value().statement);
  if (!statement) throw Fault(FaultKind::kCorrupt, statement.refusal().reason, kRemedy);
  return statement.value().id();
}

std::optional<Opening> Vault::openingAt(std::uint64_t index, const FieldPath& path) const {
  for (Opening& opening : store_.openingsOf(index)) {
    if (opening.path == path) return std::move(opening);
  }
  return std::nullopt;
}

std::string Vault::subjectOf(std::uint64_t index, const FieldPath& path) const {
  std::optional<Opening> opening = openingAt(index, path);
  const DataKey* key = opening ? keys_.find(opening->keyId) : nullptr;
  return key ? key->subject : std::string();
}

SealedFor Vault::sealedFor(std::uint64_t index, const Mentions& mentions, const SealedField& field,
                           const std::string& subject) const {
  const SealedField* person = sheetPersonOf(mentions, field);
  return {field.audience, person ? subjectOf(index, person->path) : subject, recordOf(mentions)};
}

Disclosure Vault::open(std::uint64_t index, const FieldPath& path) {
  std::optional<Opening> opening = openingAt(index, path);
  if (!opening) return {SealState::kMissing, {}};
  const DataKey* key = keys_.find(opening->keyId);
  if (!key) return {SealState::kErased, {}};
  auto value = openValue(aead_, *key, {origin_, statementIdAt(store_, index)}, *opening);
  if (!value) {
    throw Fault(FaultKind::kCorrupt,
                "an opening of entry " + std::to_string(index) + " cannot be opened", kRemedy);
  }
  return {SealState::kOpen, std::move(value->value)};
}

}  // namespace minutebook
