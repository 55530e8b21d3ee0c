#include "audit/verify/signature_checker.h"

#include <string>
#include <utility>

namespace minutebook {

namespace {

constexpr std::size_t kBatch = 128;
/// Keys kept ready; a ledger has some hundreds of authors, a hostile log a new one for each entry.
constexpr std::size_t kKeysMax = 1024;

}  // namespace

SignatureChecker::~SignatureChecker() {
  if (running_.valid()) running_.wait();
}

void SignatureChecker::add(SignatureJob job) {
  gathering_.push_back(std::move(job));
  if (gathering_.size() >= kBatch) flush();
}

void SignatureChecker::finish() {
  flush();
  collect();
}

void SignatureChecker::flush() {
  collect();
  checking_ = std::exchange(gathering_, {});
  if (checking_.empty()) return;
  const auto policy = workers_ == Workers::kTwo ? std::launch::async : std::launch::deferred;
  running_ = std::async(policy, [this] { return check(checking_); });
  if (workers_ == Workers::kOne) collect();
}

void SignatureChecker::collect() {
  if (!running_.valid()) return;
  for (const std::uint64_t index : running_.get()) {
    findings_.add(FindingKind::kSubmissionBadSignature, index,
                  "The submission that begins at entry " + std::to_string(index) +
                      " is not signed by its author.");
  }
  checked_ += checking_.size();
}

SignatureChecker::Bad SignatureChecker::check(const std::vector<SignatureJob>& jobs) {
  Bad bad;
  for (const SignatureJob& job : jobs) {
    auto key = keys_.find(job.author);
    if (key == keys_.end()) {
      if (keys_.size() >= kKeysMax) keys_.clear();
      key = keys_.emplace(job.author, VerifyKey(job.author)).first;
    }
    if (!key->second.verify(job.message, job.signature)) bad.push_back(job.index);
  }
  return bad;
}

}  // namespace minutebook
