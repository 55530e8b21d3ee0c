#include "bench/verifying.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <set>
#include <vector>

#include "audit/verify/verify_log.h"
#include "ledger/base/directory.h"
#include "ledger/base/fault.h"
#include "ledger/event/mentions.h"
#include "ledger/event/submission.h"
#include "ledger/event/text_forms.h"
#include "ledger/rules/admit.h"
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

constexpr std::size_t kPrefixBytes = 1;
constexpr std::size_t kNodeBytes = kPrefixBytes + 32 + 32;
constexpr std::size_t kThreadKeyBytes = 22;  // Beside the names of register and record.
constexpr std::size_t kThreadLinkBytes = kPrefixBytes + 32 + 8 + 32;
constexpr std::size_t kThreadLeafBytes = kPrefixBytes + 32 + 8 + 32;

/// How long each message is that the formats ask to hash of this log.
std::vector<std::uint32_t> hashedLengths(const LogReader& log, const Catalogue& catalogue) {
  std::vector<std::uint32_t> lengths;
  std::set<ThreadName> threads;
  auto add = [&](std::size_t length) { lengths.push_back(static_cast<std::uint32_t>(length)); };
  log.forEach(0, log.size(), [&](std::uint64_t, ByteView entry) {
    const Bytes bytes = decodeEntry(entry).value().statement;
    for (const std::size_t leaf : {entry.size(), bytes.size()}) {
      add(kPrefixBytes + leaf);
      add(kNodeBytes);  // A tree has as many nodes as leaves, but for one.
    }
    const Statement statement = Statement::decode(bytes).value();
    for (const ThreadName& name : threadsOf(mentionsOf(statement, catalogue))) {
      add(kThreadKeyBytes + registerName(name.where).size() + name.id.size());
      add(kThreadLinkBytes);
      threads.insert(name);
    }
  });
  for (std::size_t n = threads.size(); n > 0; --n) {
    add(kThreadLeafBytes);
    add(kNodeBytes);
  }
  return lengths;
}

/// One published log, checked in several ways, each from a fresh reader.
class Checks {
 public:
  explicit Checks(const MadeLedger& made)
      : directory_(Directory::open(made.published(), Readers::kEveryone)),
        head_(headOf(made)),
        lengths_(hashedLengths(PublishedLog(directory_, entries()), catalogue_)) {}

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

  /// Every entry looked at, every message hashed: of zeros, so that nothing else is done.
  void readAndHash() const {
    const PublishedLog log(directory_, entries());
    std::size_t bytes = 0;
    log.forEach(0, entries(), [&](std::uint64_t, ByteView entry) { bytes += entry.size(); });
    const Bytes zeros(*std::max_element(lengths_.begin(), lengths_.end()));
    Sha256 hasher;
    Hash hash;
    for (const std::uint32_t length : lengths_) hash = hasher.of(ByteView(zeros).first(length));
    if (bytes == 0 || hash == Hash()) throw Fault(FaultKind::kBug, "nothing was read or hashed");
  }

  /// How much is checked beyond the bytes themselves.
  enum class Beyond { kNothing, kSignatures, kRules };

  void verify(Workers workers, Beyond beyond) const {
    const PublishedLog log(directory_, entries());
    Sha256 hasher;
    LogExpectations expected;
    expected.root = head_.frontier.root(hasher);
    expected.workers = workers;
    expected.rules = beyond == Beyond::kRules ? Part::kDone : Part::kLeftOut;
    if (beyond == Beyond::kNothing) expected.form = expected.signatures = Part::kLeftOut;
    const LogCheck check = verifyLog(log, catalogue_, expected);
    const bool isReplayed = beyond != Beyond::kRules || check.rulesReplayedTo == entries();
    if (!check.findings.empty() || check.entries != entries() || !isReplayed) {
      throw Fault(FaultKind::kBug, "the log does not verify");
    }
  }

 private:
  Catalogue catalogue_;
  Directory directory_;
  Head head_;
  std::vector<std::uint32_t> lengths_;
};

/// One way to verify, over the rounds.
class Way {
 public:
  void add(const std::function<void()>& run, double limit) {
    seconds_.push_back(secondsOf(run));
    shares_.push_back(limit / seconds_.back());
  }
  WayFigures figure() const { return {median(seconds_), median(shares_)}; }

 private:
  std::vector<double> seconds_, shares_;
};

}  // namespace

VerifyFigures measureVerifying(const BenchArguments& arguments, const MadeLedger& made) {
  const Checks checks(made);
  std::vector<double> least, limit;
  Way bytesOne, bytesTwo, signedOne, allOne, allTwo;
  using Beyond = Checks::Beyond;
  for (std::uint64_t round = 0; round < arguments.rounds; ++round) {
    least.push_back(secondsOf([&] { checks.hash(); }));
    limit.push_back(secondsOf([&] { checks.readAndHash(); }));
    bytesOne.add([&] { checks.verify(Workers::kOne, Beyond::kNothing); }, limit.back());
    signedOne.add([&] { checks.verify(Workers::kOne, Beyond::kSignatures); }, limit.back());
    allOne.add([&] { checks.verify(Workers::kOne, Beyond::kRules); }, limit.back());
    bytesTwo.add([&] { checks.verify(Workers::kTwo, Beyond::kNothing); }, limit.back());
    allTwo.add([&] { checks.verify(Workers::kTwo, Beyond::kRules); }, limit.back());
  }
  VerifyFigures figures;
  figures.entries = checks.entries();
  figures.rounds = arguments.rounds;
  figures.least = median(least);
  figures.limit = median(limit);
  figures.bytesOne = bytesOne.figure();
  figures.bytesTwo = bytesTwo.figure();
  figures.signedOne = signedOne.figure();
  figures.allOne = allOne.figure();
  figures.allTwo = allTwo.figure();
  return figures;
}

}  // namespace minutebook::bench
