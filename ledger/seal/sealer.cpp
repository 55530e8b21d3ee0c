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
  return sealCommitted(draft, id, commitSecrets(draft, id, random_, hasher_));
}

std::vector<Opening> Sealer::sealCommitted(const Draft& draft, const StatementId& id,
                                           const std::vector<Salt>& salts) {
  std::vector<Opening> openings;
  StatementPlace place{origin_, id};
  for (std::size_t i = 0; i < draft.secrets().size(); ++i) {
    const PlainSecret& secret = draft.secrets()[i];
    OpenedValue value{salts.at(i), secret.value};
    const DataKey& key = keys_.ensure(secret.subject, random_);
    openings.push_back(sealValue(aead_, key, place, secret.path, value, random_));
    wipe(value.value);
    wipe(value.salt);
  }
  return openings;
}

}  // namespace minutebook
