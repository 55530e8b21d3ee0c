#include "audit/verify/verify_stamped.h"

#include <utility>

#include "audit/verify/witnessed.h"
#include "ledger/base/civil.h"
#include "ledger/crypto/sha256.h"
#include "ledger/tlog/stamped_checkpoint.h"

namespace minutebook {

namespace {

std::string inUtc(std::int64_t seconds) {
  return formatCivil(civilFromUnix(seconds));
}

/// Verifies one stamped checkpoint. Used once.
class StampedVerifier {
 public:
  explicit StampedVerifier(const StampedExpectations& expectations) : expectations_(expectations) {}

  StampedCheck run(std::string_view text) {
    const Outcome<StampedCheckpoint> stamped = StampedCheckpoint::parse(text);
    if (!stamped) {
      refuse(FindingKind::kStampedRefused, stamped.refusal());
    } else if (checkCheckpoint(stamped.value().checkpoint)) {
      checkStamps(stamped.value());
    }
    check_.findings = findings_.sorted();
    return std::move(check_);
  }

 private:
  void refuse(FindingKind kind, const Refusal& refusal) { findings_.add(kind, refusal); }

  bool checkCheckpoint(const std::string& signedCheckpoint) {
    if (!expectations_.vkeys) {
      findings_.add(FindingKind::kVkeyMissing, std::nullopt,
                    "Give the log's verifier key with --vkey.");
      return false;
    }
    Sha256 hasher;
    const std::vector<std::string> vkeys = keyLines(*expectations_.vkeys);
    const auto keys = TrustedKeys::of(hasher, vkeys);
    if (!keys) {
      refuse(FindingKind::kVkeyRefused, keys.refusal());
      return false;
    }
    auto opened = openCheckpoint(keys.value(), keys.value().key(0).name, signedCheckpoint);
    if (!opened) {
      refuse(FindingKind::kCheckpointRefused, opened.refusal());
      return false;
    }
    check_.checkpoint = std::move(opened).value().checkpoint;
    return true;
  }

  void checkStamps(const StampedCheckpoint& stamped) {
    if (stamped.stamps.empty()) check_.notes.push_back("It has no time stamp yet.");
    for (std::size_t place = 0; place < stamped.stamps.size(); ++place) {
      const std::string data = stamped.bytesOf(place).data;
      auto verified =
          verifyTimeStamp(stamped.stamps[place], asBytes(data), expectations_.authorities);
      if (!verified) {
        findings_.add(FindingKind::kStampDoesNotHold, std::nullopt,
                      "Stamp " + std::to_string(place + 1) + ": " + verified.refusal().reason +
                          " (" + verified.refusal().code + ")");
        return;
      }
      checkOrder(verified.value());
      tellUnchecked(verified.value(), place + 1);
      check_.stamps.push_back(std::move(verified).value());
    }
  }

  void checkOrder(const VerifiedStamp& stamp) {
    if (check_.stamps.empty()) return;
    const VerifiedStamp& before = check_.stamps.back();
    if (stamp.stamp.time < before.stamp.time) {
      findings_.add(FindingKind::kStampTimeBack, std::nullopt,
                    inUtc(stamp.stamp.time) + " after " + inUtc(before.stamp.time) + ".");
    } else if (stamp.stamp.time > before.holdsUntil) {
      check_.notes.push_back(
          "The stamp of " + inUtc(stamp.stamp.time) +
          " came only after the certificates of the one before had run out, on " +
          inUtc(before.holdsUntil) +
          ": that one must be judged by what was known of its keys then.");
    }
  }

  void tellUnchecked(const VerifiedStamp& stamp, std::size_t number) {
    const std::string which = "Stamp " + std::to_string(number);
    if (!stamp.rootIsGiven) {
      check_.notes.push_back(
          "Could not check: whether you trust the authority of " + which +
          ". Its root certificate came with the file. Compare its SHA-256 with the one that the "
          "authority publishes, or give its certificate with --tsa: " +
          toHex(stamp.rootFingerprint.view()));
    }
    if (stamp.revocation == Revocation::kNotLookedAt) {
      check_.notes.push_back("Could not check: whether the certificate of " + which +
                             " had been revoked. No list for all of its certificates came with "
                             "the file.");
    }
  }

  const StampedExpectations& expectations_;
  FindingList findings_;
  StampedCheck check_;
};

}  // namespace

StampedCheck verifyStamped(std::string_view text, const StampedExpectations& expectations) {
  return StampedVerifier(expectations).run(text);
}

}  // namespace minutebook
