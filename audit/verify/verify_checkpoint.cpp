#include "audit/verify/verify_checkpoint.h"

#include <string>
#include <utility>

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

std::vector<std::string> chooseKeys(std::string_view checkpoint,
                                    const PublishedExpectations& expected) {
  if (expected.policy) return logKeysIn(*expected.policy, claimedOrigin(checkpoint));
  if (expected.vkeys) return keysFor(checkpoint, keyLines(*expected.vkeys));
  throw Fault(FaultKind::kBug, "a checkpoint was to be verified without a key");
}

}  // namespace

CheckpointCheck verifyCheckpoint(std::string_view checkpoint,
                                 const PublishedExpectations& expected) {
  CheckpointCheck check;
  auto refuse = [&](FindingKind kind, std::string why) {
    check.findings.push_back({kind, std::nullopt, 1, std::move(why)});
  };
  const std::vector<std::string> keys = chooseKeys(checkpoint, expected);
  if (keys.empty()) {
    refuse(FindingKind::kCheckpointRefused,
           "The policy knows no log called " + claimedOrigin(checkpoint) + ".");
    return check;
  }
  auto witnessed = openWitnessed(checkpoint, keys, expected.policy ? &*expected.policy : nullptr);
  if (!witnessed) {
    FindingList refused;
    refused.add(FindingKind::kCheckpointRefused, witnessed.refusal());
    check.findings = refused.sorted();
    return check;
  }
  check.checkpoint = std::move(witnessed.value().opened.checkpoint);
  check.quorum = std::move(witnessed.value().quorum);
  if (check.quorum && !check.quorum->met) {
    refuse(FindingKind::kQuorumNotMet, inWords(*check.quorum));
  }
  return check;
}

}  // namespace minutebook
