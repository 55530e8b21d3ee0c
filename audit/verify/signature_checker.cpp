#include "audit/verify/signature_checker.h"

#include <algorithm>
#include <string>
#include <utility>

namespace minutebook {

namespace {

constexpr std::size_t kBatch = 64;
/// Keys kept ready; a ledger has some hundreds of authors, a hostile log a new one for each entry.
constexpr std::size_t kKeysMax = 1024;

}  // namespace

void SignatureChecker::add(SignatureJob job, SecondThread& threads) {
  gathering_.push_back(std::move(job));
  if (gathering_.size() >= kBatch) flush(threads);
}

void SignatureChecker::flush(SecondThread& threads) {
  if (gathering_.empty()) return;
  threads.anyTime([this, jobs = std::exchange(gathering_, {})] { check(jobs); });
}

void SignatureChecker::tell(FindingList& findings) {
  std::sort(bad_.begin(), bad_.end());
  for (const std::uint64_t index : bad_) {
    findings.add(FindingKind::kSubmissionBadSignature, index,
                 "The submission that begins at entry " + std::to_string(index) +
                     " is not signed by its author.");
  }
}

std::unique_ptr<SignatureChecker::Keys> SignatureChecker::takeKeys() {
  const std::lock_guard lock(mutex_);
  if (idleKeys_.empty()) return std::make_unique<Keys>();
  std::unique_ptr<Keys> keys = std::move(idleKeys_.back());
  idleKeys_.pop_back();
  return keys;
}

void SignatureChecker::check(const std::vector<SignatureJob>& jobs) {
  std::unique_ptr<Keys> keys = takeKeys();
  std::vector<std::uint64_t> bad;
  for (const SignatureJob& job : jobs) {
    auto key = keys->find(job.author);
    if (key == keys->end()) {
      if (keys->size() >= kKeysMax) keys->clear();
      key = keys->emplace(job.author, VerifyKey(job.author)).first;
    }
    if (!key->second.verify(job.message, job.signature)) bad.push_back(job.index);
  }
  const std::lock_guard lock(mutex_);
  idleKeys_.push_back(std::move(keys));
  bad_.insert(bad_.end(), bad.begin(), bad.end());
  checked_ += jobs.size();
}

}  // namespace minutebook
