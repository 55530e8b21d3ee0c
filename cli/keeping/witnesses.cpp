#include "cli/keeping/witnesses.h"

#include <chrono>
#include <utility>

#include "cli/witness/policy_file.h"
#include "ledger/base/directory.h"
#include "ledger/base/fault.h"
#include "ledger/witness/http_client.h"

namespace minutebook {

namespace {

std::optional<std::string> policyText(const Call& call, const LedgerPlace& place) {
  if (auto given = givenPolicyText(call.arguments)) return given;
  const Directory ledger = Directory::open(place.directory, Readers::kOwner);
  const std::optional<Bytes> own = ledger.read(kLedgerPolicyFile, kPolicyBytesMax + 1);
  if (!own) return std::nullopt;
  return std::string(asText(*own));
}

Policy parsed(const std::string& text) {
  Sha256 hasher;
  Outcome<Policy> policy = Policy::parse(hasher, text);
  if (policy) return std::move(policy).value();
  throw Fault(FaultKind::kConfig, "the policy cannot be read: " + policy.refusal().reason,
              policy.refusal().remedy);
}

}  // namespace

std::optional<Policy> policyForComparing(const Call& call, const LedgerPlace& place,
                                         const std::vector<std::string>& logKeys) {
  const std::optional<std::string> text = policyText(call, place);
  if (!text) return std::nullopt;
  Policy policy = parsed(*text);
  if (!policy.logs().empty()) return policy;
  std::string named;
  for (const std::string& key : logKeys) named += "log " + key + "\n";
  return parsed(named + *text);
}

std::vector<ShownByWitness> askNewest(const Call& call, const LedgerPlace& place,
                                      const Policy& policy) {
  HttpLimits limits;
  limits.time = std::chrono::milliseconds(call.arguments.witnessMilliseconds);
  return witnessedNotes(policy, place.origin, [limits](const std::vector<HttpRequest>& requests) {
    return askAll(requests, limits);
  });
}

}  // namespace minutebook
