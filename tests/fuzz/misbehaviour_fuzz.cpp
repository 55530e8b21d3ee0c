// Evidence against a log: one spelling, and it holds only if it shows what it says.

#include "ledger/tlog/misbehaviour.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace minutebook;
  const std::string_view text = asText({data, size});
  const auto evidence = Misbehaviour::parse(text);
  if (!evidence) {
    demand(evidence.refusal().code == "misbehaviour.malformed");
    return 0;
  }
  demand(evidence.value().encode() == text);
  Sha256 hasher;
  const auto checked = checkMisbehaviour(hasher, evidence.value());
  if (checked) {
    const Contradiction& heads = checked.value();
    demand(heads.earlier.origin == heads.later.origin);
    demand(heads.earlier.size <= heads.later.size);
    demand(heads.earlier.size < heads.later.size || heads.earlier.root != heads.later.root);
  } else {
    demand(!checked.refusal().remedy.empty());
  }
  return 0;
}
