// audit/verify/signature_checker.h
//
// Checks the authors' signatures, beside the reading of the log where a second thread is allowed.

#pragma once

#include <cstdint>
#include <future>
#include <map>
#include <vector>

#include "audit/verify/finding.h"
#include "ledger/crypto/ed25519.h"

namespace minutebook {

/// How many threads a check may use.
enum class Workers { kOne, kTwo };

/// One signature to check. `index` is the first entry of its submission.
struct SignatureJob {
  std::uint64_t index = 0;
  PublicKey author;
  Signature signature;
  Bytes message;
};

/// Takes jobs in order; what it finds is in `findings` after finish(), which it must outlive. With
/// two workers at most one batch is being checked while the next one gathers.
class SignatureChecker {
 public:
  /// No thread is started before there is a batch to check.
  SignatureChecker(Workers workers, FindingList& findings)
      : workers_(workers), findings_(findings) {}
  ~SignatureChecker();
  SignatureChecker(const SignatureChecker&) = delete;
  SignatureChecker& operator=(const SignatureChecker&) = delete;

  /// Checks it now or later.
  void add(SignatureJob job);
  /// Checks what is left, and waits.
  void finish();
  std::uint64_t checked() const { return checked_; }

 private:
  using Bad = std::vector<std::uint64_t>;  // Indexes of the first entries of bad submissions.

  void flush();
  void collect();
  Bad check(const std::vector<SignatureJob>& jobs);

  Workers workers_;
  FindingList& findings_;
  std::vector<SignatureJob> gathering_;
  std::vector<SignatureJob> checking_;  // The batch that running_ works on.
  std::future<Bad> running_;
  std::map<PublicKey, VerifyKey> keys_;  // Used by check() only, which never runs twice at once.
  std::uint64_t checked_ = 0;
};

}  // namespace minutebook
