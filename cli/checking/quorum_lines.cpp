#include "cli/checking/quorum_lines.h"

#include <algorithm>
#include <utility>

#include "cli/checking/given.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

template <typename Names>
Json namesJson(const Names& names) {
  Json list = Json::list();
  for (const std::string& name : names) list.add(Json::text(name));
  return list;
}

/// The keeper's own policy names no log: it is the one whose key the reader gives.
Policy withLogs(const std::vector<std::string>& vkeys, std::string_view text) {
  std::string named;
  for (const std::string& key : vkeys) named += "log " + key + "\n";
  Sha256 hasher;
  Outcome<Policy> policy = Policy::parse(hasher, named + std::string(text));
  if (policy) return std::move(policy).value();
  throw Fault(FaultKind::kUsage, "the verifier key cannot be read as one",
              "Copy the key again, whole, from where its owner publishes it.");
}

/// One of them is enough: while one key follows another, a policy may know only one.
void checkIsLog(const std::vector<std::string>& vkeys, const Policy& policy,
                const std::string& path) {
  Sha256 hasher;
  for (const PolicyLog& log : policy.logs()) {
    const std::string known = log.key.encode(hasher);
    if (std::find(vkeys.begin(), vkeys.end(), known) != vkeys.end()) return;
  }
  throw Fault(FaultKind::kUsage, path + " names other keys than " + vkeys.front(),
              "Ask whoever gave you the policy which key is the log's.");
}

}  // namespace

Policy policyFor(const Arguments& arguments) {
  const std::string& path = arguments.policy.value();
  const Bytes bytes = readGiven(path, kPolicyBytesMax);
  Sha256 hasher;
  Outcome<Policy> policy = Policy::parse(hasher, asText(bytes));
  if (!policy) {
    throw Fault(FaultKind::kConfig, path + " is not a policy: " + policy.refusal().reason,
                policy.refusal().remedy);
  }
  if (!arguments.vkey) return std::move(policy).value();
  if (policy.value().logs().empty()) {
    return withLogs(keyLines(*arguments.vkey), asText(bytes));
  }
  checkIsLog(keyLines(*arguments.vkey), policy.value(), path);
  return std::move(policy).value();
}

void tellQuorum(Console& console, const std::optional<QuorumCheck>& quorum) {
  if (!quorum) {
    console.line("Could not check: witnesses, for no policy was given (--policy FILE).");
    return;
  }
  std::string names;
  for (const std::string& name : quorum->cosigners) names += (names.empty() ? "" : ", ") + name;
  console.line("Witnesses asked for: " + quorum->asked +
               ". Cosigned by: " + (names.empty() ? "nobody" : names) + ".");
}

Json quorumJson(const std::optional<QuorumCheck>& quorum) {
  if (!quorum) return Json();
  return Json::object({{"asked", Json::text(quorum->asked)},
                       {"met", Json::boolean(quorum->met)},
                       {"cosigned", namesJson(quorum->cosigners)},
                       {"absent", namesJson(quorum->absent)}});
}

}  // namespace minutebook
