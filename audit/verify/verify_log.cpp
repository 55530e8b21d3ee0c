#include "audit/verify/verify_log.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <utility>

#include "audit/verify/damage.h"
#include "audit/verify/log_threads.h"
#include "audit/verify/second_thread.h"
#include "audit/verify/shared_log.h"
#include "audit/verify/signature_checker.h"
#include "audit/verify/submission_gatherer.h"
#include "audit/verify/tile_checker.h"
#include "ledger/event/form.h"
#include "ledger/event/submission.h"

namespace minutebook {

namespace {

/// Entries read together, so that what the rules look up between two of them does not send a
/// published log back and forth between its files: one bundle.
constexpr std::uint64_t kChunk = kTileWidth;

/// What replaying meets next: a submission and what its statements mention, or an end.
struct ReplayStep {
  LoggedSubmission whole;
  std::vector<Mentions> mentions;
  std::optional<ReplayStop> stop;
};

/// One pass over one log. Used once. With two threads the second replays the rules, which has to
/// go in order; the first does everything else, and either checks signatures.
class LogVerifier {
 public:
  LogVerifier(const LogReader& log, const Catalogue& catalogue, const LogExpectations& expected)
      : log_(log),
        catalogue_(catalogue),
        expected_(expected),
        tiles_(log_, findings_),
        replay_(log_, catalogue, replayFindings_),
        gatherer_(
            findings_, expected.origin, [this](LoggedSubmission whole) { judge(std::move(whole)); },
            [this](std::uint64_t first) { giveUp(first); }),
        workers_(expected.workers) {
    if (expected.rules == Part::kDone) return;
    replay_.stop(0, "The rules were not to be replayed.");
    ended_ = expected.threads == Part::kLeftOut;
  }

  LogCheck run() {
    const std::uint64_t size = log_.size();
    while (check_.entries < size && readChunk(std::min(size, check_.entries + kChunk))) {
    }
    if (check_.entries == size) {
      gatherer_.finish();
      tiles_.finish();
      compareRoot();
    }
    signatures_.flush(workers_);
    handOver();
    workers_.finish();
    return conclude();
  }

 private:
  /// False if the next entry cannot be read.
  bool readChunk(std::uint64_t to) {
    chunk_.clear();
    std::vector<std::size_t> ends;
    auto damage = damageOf([&] {
      log_.forEach(check_.entries, to, [&](std::uint64_t, ByteView entry) {
        append(chunk_, entry);
        ends.push_back(chunk_.size());
      });
    });
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
      take(ByteView(chunk_).subspan(begin, end - begin));
      begin = end;
    }
    if (!damage) {
      handOver();
      return true;
    }
    findings_.add(FindingKind::kEntryUnreadable, check_.entries,
                  *damage + "; entries from " + std::to_string(check_.entries) + " to " +
                      std::to_string(log_.size() - 1) + " were not checked.");
    stopReplay(check_.entries, "It cannot be read.");
    return false;
  }

  void take(ByteView entry) {
    const Hash leaf = leafHash(hasher_, entry);
    tiles_.append(hasher_, leaf);
    gatherer_.take(hasher_, check_.entries, entry, leaf);
    ++check_.entries;
  }

  void judge(LoggedSubmission whole) {
    ++check_.submissions;
    if (expected_.signatures == Part::kDone) checkSignature(whole);
    for (std::size_t i = 0; i < whole.submission.statements.size(); ++i) {
      check_.keys.take(whole.first + i, whole.submission.statements[i], catalogue_);
    }
    if (ended_) return;
    std::vector<Mentions> mentions = mentionsIn(whole);
    steps_.push_back({std::move(whole), std::move(mentions), std::nullopt});
  }

  /// What needs no fact is done here, for the rules' thread has the most to do. Nothing if a
  /// statement is not well formed: that is the rules' to say.
  std::vector<Mentions> mentionsIn(const LoggedSubmission& whole) const {
    std::vector<Mentions> mentions;
    mentions.reserve(whole.submission.statements.size());
    for (const Statement& statement : whole.submission.statements) {
      const bool isUnderstood = expected_.form == Part::kDone
                                    ? !checkForm(statement, catalogue_)
                                    : catalogue_.kind(statement.kindNumber()) != nullptr;
      if (!isUnderstood) return {};
      mentions.push_back(mentionsOf(statement, catalogue_));
    }
    return mentions;
  }

  void stopReplay(std::uint64_t index, std::string reason) {
    if (!ended_) steps_.push_back({{}, {}, ReplayStop{index, std::move(reason)}});
  }

  void handOver() {
    if (steps_.empty()) return;
    auto steps = std::make_shared<std::vector<ReplayStep>>(std::exchange(steps_, {}));
    workers_.inOrder([this, steps = std::move(steps)] {
      for (ReplayStep& step : *steps) replay(step);
    });
  }

  void replay(ReplayStep& step) {
    if (ended_) return;
    if (expected_.rules == Part::kLeftOut) {
      ended_ = !follow(step);
      return;
    }
    if (step.stop) {
      replay_.stop(step.stop->index, std::move(step.stop->reason));
    } else {
      replay_.take(std::move(step.whole), std::move(step.mentions));
    }
    if (replay_.stopped()) ended_ = true;
  }

  /// The threads without the rules. False where nobody can say what an entry joins.
  bool follow(const ReplayStep& step) {
    if (step.mentions.empty()) return false;
    if (auto wrong = threads_.contradiction(step.whole)) {
      replayFindings_.add(FindingKind::kThreadsWrong, step.whole.first, *wrong);
    }
    threads_.take(step.whole.first, step.whole.entryLeaves, step.mentions);
    return true;
  }

  void checkSignature(const LoggedSubmission& whole) {
    auto author = PublicKey::of(whole.author());
    auto signature = Signature::of(whole.submission.signature);
    if (!author || !signature) {
      findings_.add(FindingKind::kSubmissionBadSignature, whole.first,
                    "The submission that begins at entry " + std::to_string(whole.first) +
                        " names no author's key of 32 bytes.");
      return;
    }
    signatures_.add({whole.first, *author, *signature,
                     submissionMessage(whole.origin(), whole.statementLeaves.size(),
                                       rootOf(hasher_, whole.statementLeaves))},
                    workers_);
  }

  void giveUp(std::uint64_t first) {
    stopReplay(first, "The submission that begins at entry " + std::to_string(first) +
                          " is not whole or not readable.");
  }

  void compareRoot() {
    if (!expected_.root) return;
    const Hash root = tiles_.frontier().root(hasher_);
    if (root == *expected_.root) return;
    findings_.add(FindingKind::kRootWrong, std::nullopt,
                  "The " + std::to_string(check_.entries) + " entries give " + toHex(root.view()) +
                      "; " + toHex(expected_.root->view()) + " was signed or stored.");
  }

  LogCheck conclude() {
    signatures_.tell(findings_);
    findings_.add(replayFindings_.sorted());
    check_.findings = findings_.sorted();
    check_.signaturesChecked = signatures_.checked();
    check_.tilesChecked = tiles_.checked();
    const bool isReplayed = expected_.rules == Part::kDone;
    check_.threads = isReplayed ? replay_.facts().threadCount() : threads_.count();
    check_.rulesReplayedTo = replay_.facts().size();
    check_.stopped = replay_.stopped();
    check_.origin = gatherer_.origin();
    check_.root = tiles_.frontier().root(hasher_);
    // What cannot be read a second time is a finding already.
    (void)damageOf([&] { check_.notes = doubtfulSignatures(log_, check_.keys); });
    return std::move(check_);
  }

  const SharedLog log_;
  const Catalogue& catalogue_;
  const LogExpectations& expected_;
  Sha256 hasher_;
  FindingList findings_;
  FindingList replayFindings_;
  LogCheck check_;
  TileChecker tiles_;
  SignatureChecker signatures_;
  Replay replay_;
  LogThreads threads_;  // Where the rules are left out; else replay_ has them.
  SubmissionGatherer gatherer_;
  Bytes chunk_;
  std::vector<ReplayStep> steps_;    // Not handed over yet.
  std::atomic<bool> ended_ = false;  // Nothing more needs to be handed over.
  SecondThread workers_;             // Last: it ends before what its tasks use.
};

}  // namespace

LogCheck verifyLog(const LogReader& log, const Catalogue& catalogue,
                   const LogExpectations& expectations) {
  return LogVerifier(log, catalogue, expectations).run();
}

}  // namespace minutebook
