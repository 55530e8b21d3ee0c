// A file that shows that a log contradicts itself, checked with nothing but its own bytes.

#include "ledger/tlog/misbehaviour.h"

#include <algorithm>

#include "audit/verify/witnessed.h"
#include "cli/checking/given.h"
#include "cli/verify_parts.h"

namespace minutebook {

namespace {

/// Whether the key in the file is one that the reader got by another way.
bool isTheReadersKey(const Call& call, const std::string& vkey) {
  const PublishedExpectations expected = expectationsOf(call);
  const std::vector<std::string> keys =
      expected.policy ? expected.policy->vkeys() : keyLines(expected.vkeys.value_or(""));
  return std::find(keys.begin(), keys.end(), vkey) != keys.end();
}

ExitStatus tellNotShown(Call& call, const std::string& path, const Refusal& why) {
  const std::vector<Finding> findings = {
      {FindingKind::kMisbehaviourNotShown, std::nullopt, 1, why.reason + " (" + why.code + ")"}};
  if (call.console.isJson()) {
    call.console.document("minutebook/verify/1",
                          Json::object({{"file", Json::text(path)},
                                        {"verified", Json::boolean(false)},
                                        {"findings", findingsJson(findings)}}));
  } else {
    tellFindings(call.console, findings);
    call.console.line("Not verified: " + path + " shows nothing against the log.");
  }
  return kNotVerified;
}

Json headJson(const Checkpoint& head) {
  return Json::object({{"size", number(head.size)}, {"root", Json::text(toHex(head.root.view()))}});
}

std::string headInWords(const Checkpoint& head) {
  return std::to_string(head.size) + " entries with root " + toHex(head.root.view());
}

void tellShown(Call& call, const std::string& path, const std::string& vkey,
               const Contradiction& both) {
  const bool keyKnown = isTheReadersKey(call, vkey);
  if (call.console.isJson()) {
    call.console.document("minutebook/verify/1",
                          Json::object({{"file", Json::text(path)},
                                        {"verified", Json::boolean(true)},
                                        {"findings", Json::list()},
                                        {"origin", Json::text(shown(both.earlier.origin))},
                                        {"verifierKey", Json::text(shown(vkey))},
                                        {"keyIsTheGivenOne", Json::boolean(keyKnown)},
                                        {"earlier", headJson(both.earlier)},
                                        {"later", headJson(both.later)}}));
    return;
  }
  call.console.line("One key signed " + headInWords(both.earlier) + " and " +
                    headInWords(both.later) + "; no log of " + both.earlier.origin +
                    " can have both.");
  call.console.line(keyKnown ? "It is the key that you gave."
                             : "Note: The key is " + vkey +
                                   ". Whose it is, this file does not show: compare it with the "
                                   "one that you know, or give that with --vkey.");
  call.console.line("Verified: " + path + " proves that two histories were signed.");
}

}  // namespace

ExitStatus verifyMisbehaviourIn(Call& call, const std::string& path) {
  const Bytes bytes = readGiven(path, kMisbehaviourBytesMax);
  const auto evidence = Misbehaviour::parse(asText(bytes));
  if (!evidence) return tellNotShown(call, path, evidence.refusal());
  Sha256 hasher;
  const auto both = checkMisbehaviour(hasher, evidence.value());
  if (!both) return tellNotShown(call, path, both.refusal());
  tellShown(call, path, evidence.value().vkey, both.value());
  return kDone;
}

}  // namespace minutebook
