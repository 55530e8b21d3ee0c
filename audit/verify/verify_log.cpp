#include "audit/verify/verify_log.h"

#include <algorithm>
#include <utility>

#include "audit/verify/damage.h"
#include "audit/verify/submission_gatherer.h"
#include "audit/verify/tile_checker.h"
#include "ledger/event/submission.h"

namespace minutebook {

namespace {

/// Entries read together, so that what the rules look up between two of them does not send a
/// published log back and forth between its files: one bundle.
constexpr std::uint64_t kChunk = kTileWidth;

/// One pass over one log. Used once.
class LogVerifier {
 public:
  LogVerifier(const LogReader& log, const Catalogue& catalogue, const LogExpectations& expected)
      : log_(log),
        catalogue_(catalogue),
        expected_(expected),
        tiles_(log, findings_),
        signatures_(expected.workers, findings_),
        replay_(log, catalogue, findings_),
        gatherer_(
            findings_, expected.origin, [this](LoggedSubmission whole) { judge(std::move(whole)); },
            [this](std::uint64_t first) { giveUp(first); }) {
    if (expected.rules == Part::kLeftOut) replay_.stop(0, "The rules were not to be replayed.");
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
    signatures_.finish();
    return conclude();
  }

 private:
  /// False if the next entry cannot be read.
  bool readChunk(std::uint64_t to) {
    std::vector<Bytes> entries;
    auto damage = damageOf([&] {
      log_.forEach(check_.entries, to,
                   [&](std::uint64_t, ByteView entry) { entries.push_back(toBytes(entry)); });
    });
    for (const Bytes& entry : entries) take(entry);
    if (!damage) return true;
    findings_.add(FindingKind::kEntryUnreadable, check_.entries,
                  *damage + "; entries from " + std::to_string(check_.entries) + " to " +
                      std::to_string(log_.size() - 1) + " were not checked.");
    replay_.stop(check_.entries, "It cannot be read.");
    return false;
  }

  void take(const Bytes& entry) {
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
    replay_.take(std::move(whole));
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
                                       rootOf(hasher_, whole.statementLeaves))});
  }

  void giveUp(std::uint64_t first) {
    replay_.stop(first, "The submission that begins at entry " + std::to_string(first) +
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
    check_.findings = findings_.sorted();
    check_.signaturesChecked = signatures_.checked();
    check_.tilesChecked = tiles_.checked();
    check_.threads = replay_.facts().threadCount();
    check_.rulesReplayedTo = replay_.facts().size();
    check_.stopped = replay_.stopped();
    check_.origin = gatherer_.origin();
    check_.root = tiles_.frontier().root(hasher_);
    // What cannot be read a second time is a finding already.
    (void)damageOf([&] { check_.notes = doubtfulSignatures(log_, check_.keys); });
    return std::move(check_);
  }

  const LogReader& log_;
  const Catalogue& catalogue_;
  const LogExpectations& expected_;
  Sha256 hasher_;
  FindingList findings_;
  LogCheck check_;
  TileChecker tiles_;
  SignatureChecker signatures_;
  Replay replay_;
  SubmissionGatherer gatherer_;
};

}  // namespace

LogCheck verifyLog(const LogReader& log, const Catalogue& catalogue,
                   const LogExpectations& expectations) {
  return LogVerifier(log, catalogue, expectations).run();
}

}  // namespace minutebook
