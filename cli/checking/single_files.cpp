// A signed checkpoint, checked for itself.

#include "audit/verify/verify_checkpoint.h"
#include "cli/checking/given.h"
#include "cli/checking/quorum_lines.h"
#include "cli/verify_parts.h"
#include "ledger/base/civil.h"
#include "ledger/base/fault.h"
#include "ledger/tlog/tile.h"

namespace minutebook {

namespace {

void needKey(const Call& call, const std::string& what) {
  if (call.arguments.vkey || call.arguments.policy) return;
  throw Fault(FaultKind::kUsage, what + " brings no key to check it with",
              "Add --vkey KEY with the verifier key of the log, or --policy FILE.");
}

ExitStatus conclude(Console& console, bool isSound, const std::string& path,
                    const std::string& what) {
  console.line(isSound ? "Verified: " + what : "Not verified: " + path + ".");
  return isSound ? kDone : kNotVerified;
}

Json checkpointJson(const Checkpoint& checkpoint) {
  return Json::object({{"origin", Json::text(shown(checkpoint.origin))},
                       {"size", number(checkpoint.size)},
                       {"root", Json::text(toHex(checkpoint.root.view()))}});
}

Json singleJson(const std::string& path, const std::vector<Finding>& findings,
                const std::optional<QuorumCheck>& quorum) {
  return Json::object({{"file", Json::text(path)},
                       {"verified", Json::boolean(findings.empty())},
                       {"findings", findingsJson(findings)},
                       {"witnesses", quorumJson(quorum)}});
}

}  // namespace

ExitStatus verifyCheckpointIn(Call& call, const std::string& path) {
  needKey(call, "a checkpoint");
  const CheckpointCheck check =
      verifyCheckpoint(asText(readGiven(path, kNoteBytesMax)), expectationsOf(call));
  const bool isSound = check.findings.empty();
  if (call.console.isJson()) {
    Json json = singleJson(path, check.findings, check.quorum);
    if (check.checkpoint) json.set("checkpoint", checkpointJson(*check.checkpoint));
    call.console.document("minutebook/verify/1", json);
    return isSound ? kDone : kNotVerified;
  }
  tellFindings(call.console, check.findings);
  if (check.checkpoint) {
    call.console.line("A checkpoint of " + check.checkpoint->origin + ": " +
                      std::to_string(check.checkpoint->size) + " entries with root " +
                      toHex(check.checkpoint->root.view()) + ".");
    tellQuorum(call.console, check.quorum);
  }
  return conclude(call.console, isSound, path,
                  "the log has signed this. To see that two checkpoints are of one history, name "
                  "both, and a published directory.");
}

}  // namespace minutebook
