#include "audit/verify/checkpoint_trust.h"

#include <algorithm>
#include <utility>

namespace minutebook {

namespace {

bool isIn(const std::string& one, const std::vector<std::string>& many) {
  return std::find(many.begin(), many.end(), one) != many.end();
}

bool areAllIn(const std::vector<std::string>& some, const std::vector<std::string>& many) {
  return std::all_of(some.begin(), some.end(), [&](const auto& one) { return isIn(one, many); });
}

std::string joined(const std::set<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text.empty() ? "nobody" : text;
}

}  // namespace

CheckpointTrust::CheckpointTrust(const GivenTrust& given, const std::vector<std::string>& shown,
                                 FindingList& findings) {
  std::vector<std::string> policyLogs;
  if (given.policy) {
    Sha256 hasher;
    Outcome<Policy> policy = Policy::parse(hasher, *given.policy);
    if (policy) {
      policy_ = std::move(policy).value();
      policyLogs = policy_->vkeys();
      policyLogs.resize(policy_->logs().size());
    } else {
      findings.add(FindingKind::kPolicyRefused, std::nullopt,
                   policy.refusal().reason + " (" + policy.refusal().code + ")");
    }
  }
  logKeys_ = given.vkeys;
  if (!logKeys_.empty() && !policyLogs.empty() && !areAllIn(logKeys_, policyLogs)) {
    findings.add(FindingKind::kPolicyOtherLog, std::nullopt, "Given: " + logKeys_.front() + ".");
  }
  if (logKeys_.empty() && !policyLogs.empty()) {
    // A policy may know many logs: of those it knows, the one that is shown is meant.
    const bool known = !shown.empty() && areAllIn(shown, policyLogs);
    logKeys_ = known ? shown : policyLogs;
  }
  if (logKeys_.empty()) {
    source_ = KeySource::kDirectory;
    logKeys_ = shown;
  } else if (!shown.empty() && shown != logKeys_) {
    findings.add(FindingKind::kVkeyOther, std::nullopt,
                 "Given: " + logKeys_.front() + ". Shown: " + shown.front() + ".");
  }
}

std::vector<std::string> CheckpointTrust::vkeys() const {
  std::vector<std::string> all = logKeys_;
  if (!policy_) return all;
  const std::vector<std::string> known = policy_->vkeys();
  all.insert(all.end(), known.begin() + static_cast<std::ptrdiff_t>(policy_->logs().size()),
             known.end());
  return all;
}

void CheckpointTrust::judgeQuorum(const TrustedKeys& keys, const OpenedCheckpoint& opened,
                                  FindingList& findings, std::vector<std::string>& notes) const {
  if (!policy_) {
    notes.push_back(
        "No witness was asked for, so only the log's own key vouches that others were shown the "
        "same. With --policy FILE the check holds it against who has to cosign.");
    return;
  }
  const std::set<std::string> cosigners = policy_->cosigners(keys, opened.signatures);
  const std::string sentence =
      "Asked for: " + policy_->quorumInWords() + ". Cosigned: " + joined(cosigners) + ".";
  if (policy_->quorumMet(cosigners)) {
    notes.push_back(sentence);
  } else {
    findings.add(FindingKind::kQuorumMissed, std::nullopt, sentence);
  }
}

}  // namespace minutebook
