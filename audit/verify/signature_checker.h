// audit/verify/signature_checker.h
//
// Checks the authors' signatures, beside the reading of the log where a second thread is allowed.

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "audit/verify/finding.h"
#include "audit/verify/second_thread.h"
#include "ledger/crypto/ed25519.h"

namespace minutebook {

/// One signature to check. `index` is the first entry of its submission.
struct SignatureJob {
  std::uint64_t index = 0;
  PublicKey author;
  Signature signature;
  Bytes message;
};

/// Takes jobs and has `threads` check them in batches, in any order. They must have finished before
/// this is destroyed or asked what was found.
class SignatureChecker {
 public:
  /// Has it checked with the next batch.
  void add(SignatureJob job, SecondThread& threads);
  /// The last batch is not waited for.
  void flush(SecondThread& threads);

  /// Says what was found. After SecondThread::finish().
  void tell(FindingList& findings);
  /// After SecondThread::finish().
  std::uint64_t checked() const { return checked_; }

 private:
  /// Keys made ready, for one thread at a time.
  using Keys = std::map<PublicKey, VerifyKey>;
  void check(const std::vector<SignatureJob>& jobs);
  std::unique_ptr<Keys> takeKeys();

  std::vector<SignatureJob> gathering_;
  std::mutex mutex_;  // Of all below.
  std::vector<std::unique_ptr<Keys>> idleKeys_;
  std::vector<std::uint64_t> bad_;
  std::uint64_t checked_ = 0;
};

}  // namespace minutebook
