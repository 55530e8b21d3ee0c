#include "bench/verifying.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

#include "audit/verify/verify_log.h"
#include "ledger/base/directory.h"
#include "ledger/base/fault.h"
#include "ledger/store/entry_store.h"
#include "ledger/tlog/published_log.h"

namespace minutebook::bench {

namespace {

double secondsOf(const std::function<void()>& run) {
  const auto began = std::chrono::steady_clock::now();
  run();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

Head headOf(const MadeLedger& made) {
  return EntryStore::open(made.ledger(), StoreAccess::kRead, "bench")->head();
}

/// One published log, checked in several ways, each from a fresh reader.
class Checks {
 public:
  explicit Checks(const MadeLedger& made)
      : directory_(Directory::open(made.published(), Readers::kEveryone)), head_(headOf(made)) {}

  std::uint64_t entries() const { return head_.frontier.size(); }

  void hash() const {
    const PublishedLog log(directory_, entries());
    Sha256 hasher;
    Frontier frontier;
    log.forEach(0, entries(), [&](std::uint64_t, ByteView entry) {
      frontier.append(hasher, leafHash(hasher, entry));
    });
    if (frontier != head_.frontier) throw Fault(FaultKind::kBug, "the entries give another root");
  }

  void verify(Workers workers, Part rules) const {
    const PublishedLog log(directory_, entries());
    Sha256 hasher;
    LogExpectations expected;
    expected.root = head_.frontier.root(hasher);
    expected.workers = workers;
    expected.rules = rules;
    const LogCheck check = verifyLog(log, catalogue_, expected);
    const bool isReplayed = rules == Part::kLeftOut || check.rulesReplayedTo == entries();
    if (!check.findings.empty() || check.entries != entries() || !isReplayed) {
      throw Fault(FaultKind::kBug, "the log does not verify");
    }
  }

 private:
  Catalogue catalogue_;
  Directory directory_;
  Head head_;
};

}  // namespace

VerifyFigures measureVerifying(const BenchArguments& arguments, const MadeLedger& made) {
  const Checks checks(made);
  std::vector<double> limit, proofs, one, two, shareOne, shareTwo;
  for (std::uint64_t round = 0; round < arguments.rounds; ++round) {
    limit.push_back(secondsOf([&] { checks.hash(); }));
    proofs.push_back(secondsOf([&] { checks.verify(Workers::kOne, Part::kLeftOut); }));
    one.push_back(secondsOf([&] { checks.verify(Workers::kOne, Part::kDone); }));
    two.push_back(secondsOf([&] { checks.verify(Workers::kTwo, Part::kDone); }));
    shareOne.push_back(limit.back() / one.back());
    shareTwo.push_back(limit.back() / two.back());
  }
  return {checks.entries(), arguments.rounds, median(limit),    median(proofs),
          median(one),      median(two),      median(shareOne), median(shareTwo)};
}

}  // namespace minutebook::bench
