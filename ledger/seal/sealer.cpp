#include "ledger/seal/sealer.h"

namespace minutebook {

Sealer::Sealer(DataKeys& keys, RandomSource& random, std::string origin)
    : keys_(keys), random_(random), origin_(std::move(origin)) {}

std::vector<Opening> Sealer::seal(Draft& draft, const StatementId& id) {
  std::vector<Opening> openings;
  StatementPlace place{origin_, id};
  draft.setStatementId(id);
  for (std::size_t i = 0; i < draft.secrets().size(); ++i) {
    const PlainSecret& secret = draft.secrets()[i];
    OpenedValue value;
    random_.fill(value.salt);
    value.value = secret.value;
    draft.setCommitment(i, commitmentOf(hasher_, value.salt, secret.path, secret.value));
    const DataKey& key = keys_.ensure(secret.subject, random_);
    openings.push_back(sealValue(aead_, key, place, secret.path, value, random_));
    wipe(value.value);
  }
  return openings;
}

}  // namespace minutebook
