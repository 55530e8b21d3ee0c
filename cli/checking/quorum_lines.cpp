#include "cli/checking/quorum_lines.h"

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

}  // namespace

Policy readPolicyFile(const std::string& path) {
  const Bytes bytes = readGiven(path, kPolicyBytesMax);
  Sha256 hasher;
  Outcome<Policy> policy = Policy::parse(hasher, asText(bytes));
  if (policy) return std::move(policy).value();
  throw Fault(FaultKind::kConfig, path + " is not a policy: " + policy.refusal().reason,
              policy.refusal().remedy);
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
