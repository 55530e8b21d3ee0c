#include "audit/verify/witnessed.h"

#include <algorithm>
#include <utility>

namespace minutebook {

namespace {

template <typename Names>
std::string listed(const Names& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text.empty() ? "nobody" : text;
}

}  // namespace

std::vector<std::string> keyLines(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  std::vector<std::string> lines;
  for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n')) {
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  lines.emplace_back(text);
  return lines;
}

std::vector<std::string> keysFor(std::string_view checkpoint, std::vector<std::string> given) {
  const std::string named = claimedOrigin(checkpoint) + "+";
  std::vector<std::string> its;
  for (const std::string& vkey : given) {
    if (vkey.starts_with(named)) its.push_back(vkey);
  }
  return its.empty() ? given : its;
}

std::string claimedOrigin(std::string_view checkpoint) {
  const std::size_t end = checkpoint.find('\n');
  return end == checkpoint.npos ? "" : std::string(checkpoint.substr(0, end));
}

std::vector<std::string> logKeysIn(const Policy& policy, std::string_view origin) {
  Sha256 hasher;
  std::vector<std::string> vkeys;
  for (const PolicyLog& log : policy.logs()) {
    if (log.key.name == origin) vkeys.push_back(log.key.encode(hasher));
  }
  return vkeys;
}

Outcome<WitnessedCheckpoint> openWitnessed(std::string_view checkpoint,
                                           const std::vector<std::string>& logKeys,
                                           const Policy* policy) {
  Sha256 hasher;
  std::vector<std::string> vkeys = logKeys;
  if (policy) {
    for (const PolicyWitness& witness : policy->witnesses()) {
      vkeys.push_back(witness.key.encode(hasher));
    }
  }
  const Outcome<TrustedKeys> keys = TrustedKeys::of(hasher, vkeys);
  if (!keys) return keys.refusal();
  // A log's key bears the name of its origin.
  Outcome<OpenedCheckpoint> opened =
      openCheckpoint(keys.value(), keys.value().key(0).name, checkpoint);
  if (!opened) return opened.refusal();
  WitnessedCheckpoint witnessed{std::move(opened).value(), std::nullopt};
  for (const VerifiedSignature& signature : witnessed.opened.signatures) {
    if (signature.key < logKeys.size()) witnessed.signers.push_back(logKeys[signature.key]);
  }
  if (policy) witnessed.quorum = quorumOf(*policy, keys.value(), witnessed.opened);
  return witnessed;
}

QuorumCheck quorumOf(const Policy& policy, const TrustedKeys& keys,
                     const OpenedCheckpoint& opened) {
  QuorumCheck quorum;
  quorum.cosigners = policy.cosigners(keys, opened.signatures);
  for (const PolicyWitness& witness : policy.witnesses()) {
    if (!quorum.cosigners.contains(witness.name)) quorum.absent.push_back(witness.name);
  }
  quorum.asked = policy.quorumInWords();
  quorum.met = policy.quorumMet(quorum.cosigners);
  return quorum;
}

std::string inWords(const QuorumCheck& quorum) {
  return "Asked for: " + quorum.asked + ". Cosigned by: " + listed(quorum.cosigners) +
         ". Not by: " + listed(quorum.absent) + ".";
}

}  // namespace minutebook
