#include "ledger/seal/sealer.h"

namespace minutebook {

Sealer::Sealer(DataKeys& keys, RandomSource& random, std::string origin)
    : keys_(keys), random_(random), origin_(std::move(origin)) {}

std::vector<Salt> commitSecrets(Draft& draft, const StatementId& id, RandomSource& random,
                                Sha256& hasher) {
  std::vector<Salt> salts(draft.secrets().size());
  draft.setStatementId(id);
  for (std::size_t i = 0; i < salts.size(); ++i) {
    const PlainSecret& secret = draft.secrets()[i];
    random.fill(salts[i]);
    draft.setCommitment(i, commitmentOf(hasher, salts[i], secret.path, secret.value));
  }
  return salts;
}

std::vector<Opening> Sealer::seal(Draft& draft, const StatementId& id) {
  std::vector<Opening> openings;
  draft.setStatementId(id);
  for (std::size_t i = 0; i < draft.secrets().size(); ++i) {
    const PlainSecret& secret = draft.secrets()[i];
    Salt salt;
    random_.fill(salt);
    draft.setCommitment(i, commitmentOf(hasher_, salt, secret.path, secret.value));
    openings.push_back(openingOf(secret, id, salt));
    wipe(salt);
  }
  return openings;
}

std::vector<Opening> Sealer::sealCommitted(const Draft& draft, const StatementId& id,
                                           const std::vector<Salt>& salts) {
  std::vector<Opening> openings;
  for (std::size_t i = 0; i < draft.secrets().size(); ++i) {
    openings.push_back(openingOf(draft.secrets()[i], id, salts.at(i)));
  }
  return openings;
}

Opening Sealer::openingOf(const PlainSecret& secret, const StatementId& id, const Salt& salt) {
  OpenedValue value{salt, secret.value};
  const DataKey& key = keys_.ensure(secret.subject, random_);
  Opening opening = sealValue(aead_, key, {origin_, id}, secret.path, value, random_);
  wipe(value.value);
  wipe(value.salt);
  return opening;
}

}  // namespace minutebook
