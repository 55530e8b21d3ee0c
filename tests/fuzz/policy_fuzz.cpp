// A tlog-policy: who has to cosign, in words that other programs write too.

#include "ledger/tlog/policy.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace minutebook;
  Sha256 hasher;
  const auto policy = Policy::parse(hasher, asText({data, size}));
  if (!policy) {
    demand(policy.refusal().code == "policy.malformed" && !policy.refusal().remedy.empty());
    return 0;
  }
  const Policy& read = policy.value();
  const auto again = Policy::parse(hasher, read.encode());
  demand(again && again.value() == read);
  // Everybody is always enough, and nobody only where nobody is asked for.
  std::set<std::string> all;
  for (const PolicyWitness& witness : read.witnesses()) all.insert(witness.name);
  demand(read.quorumMet(all));
  demand(read.quorumMet({}) == !read.asksForWitnesses());
  demand(!read.quorumInWords().empty());
  demand(static_cast<bool>(TrustedKeys::of(hasher, read.vkeys())));
  return 0;
}
