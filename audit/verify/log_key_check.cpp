#include "audit/verify/log_key_check.h"

#include <algorithm>

#include "ledger/tlog/fingerprint.h"

namespace minutebook {

namespace {

std::optional<PublicKey> keyIn(const std::string& vkey) {
  Sha256 hasher;
  const Outcome<VerifierKey> parsed = VerifierKey::parse(hasher, vkey);
  if (!parsed || parsed.value().type != NoteKeyType::kEd25519) return std::nullopt;
  return PublicKey::of(parsed.value().publicKey);
}

/// What the log says of a verifier key; null if it names no such key for checkpoints.
const KeyInLog* findLogKey(const KeyHistory& history, const std::string& vkey) {
  const auto key = keyIn(vkey);
  const KeyInLog* known = key ? history.find(*key) : nullptr;
  return known && known->purpose == schema::KeyPurpose::LOG ? known : nullptr;
}

std::string entryName(std::uint64_t index) {
  return "entry " + std::to_string(index);
}

/// The revocation, if it stands before the end of what the checkpoint covers.
const KeyEnd* endWithin(const KeyInLog* key, std::uint64_t size) {
  return key && key->end && key->end->entry < size ? &*key->end : nullptr;
}

std::optional<Finding> findRevoked(const KeyHistory& history, const Checkpoint& checkpoint,
                                   const std::vector<std::string>& signers) {
  std::string revokedIn;
  for (const std::string& vkey : signers) {
    const KeyEnd* end = endWithin(findLogKey(history, vkey), checkpoint.size);
    if (!end) return std::nullopt;
    revokedIn += (revokedIn.empty() ? "" : ", ") + entryName(end->entry);
  }
  if (signers.empty()) return std::nullopt;
  return Finding{FindingKind::kCheckpointRevokedKey, std::nullopt, 1,
                 "Revoked by " + revokedIn + ", which this checkpoint of " +
                     std::to_string(checkpoint.size) +
                     " entries covers. Ask the keeper, by another way, for the key that is in "
                     "force and who signed this."};
}

std::string inWords(schema::KeyRevocation why) {
  switch (why) {
    case schema::KeyRevocation::REPLACED:
      return "was retired";
    case schema::KeyRevocation::LOST:
      return "was lost";
    case schema::KeyRevocation::SEEN_BY_OTHERS:
      return "was seen by others";
    default:
      return "was revoked";
  }
}

/// Where the newest of the reader's keys was enrolled.
std::uint64_t newestEnrolled(const KeyHistory& history, const std::vector<std::string>& vkeys) {
  std::uint64_t newest = 0;
  for (const std::string& vkey : vkeys) {
    const KeyInLog* known = findLogKey(history, vkey);
    if (known) newest = std::max(newest, known->enrolled);
  }
  return newest;
}

bool isAmong(const std::vector<std::string>& vkeys, const std::string& vkey) {
  return std::find(vkeys.begin(), vkeys.end(), vkey) != vkeys.end();
}

}  // namespace

LogKeyCheck checkLogKeys(const KeyHistory& history, const Checkpoint& checkpoint,
                         const KeysAtHand& keys) {
  LogKeyCheck check;
  check.finding = findRevoked(history, checkpoint, keys.signers);
  const std::uint64_t newest = newestEnrolled(history, keys.trusted);
  for (const std::string& vkey : keys.shown) {
    if (isAmong(keys.trusted, vkey)) continue;
    const KeyInLog* known = findLogKey(history, vkey);
    if (!known) {
      check.notes.push_back("The file vkey shows a key for checkpoints that no entry enrols: " +
                            vkey + ". Nothing was checked with it.");
    } else if (!known->end && known->enrolled > newest) {
      check.notes.push_back("The log has a newer key for its checkpoints, by entry " +
                            std::to_string(known->enrolled) + ": " + vkey +
                            ". When yours is retired you will need it: compare its fingerprint "
                            "with the keeper by another way (" +
                            fingerprintOf(vkey) + ").");
    }
  }
  return check;
}

std::optional<std::string> successorInWords(const KeyHistory& history,
                                            const std::vector<std::string>& trusted) {
  const KeyInLog* theirs = nullptr;
  std::string origin;
  for (const std::string& vkey : trusted) {
    const KeyInLog* known = findLogKey(history, vkey);
    if (!known || !known->end) continue;
    theirs = known;
    origin = vkey.substr(0, vkey.find('+'));
  }
  if (!theirs) return std::nullopt;
  std::string said = "What is here says of your key that it " + inWords(theirs->end->why) +
                     " (entry " + std::to_string(theirs->end->entry) + ")";
  for (const KeyInLog& each : history.keys()) {
    if (each.purpose != schema::KeyPurpose::LOG || each.end) continue;
    Sha256 hasher;
    const std::string vkey =
        VerifierKey{origin, NoteKeyType::kEd25519, toBytes(each.key.view())}.encode(hasher);
    said += ", and entry " + std::to_string(each.enrolled) + " enrols the key " + vkey +
            " (fingerprint: " + fingerprintOf(vkey) + ")";
  }
  return said +
         ". Do not take a key from here on trust: ask the keeper for the fingerprint by another "
         "way, and if it is the same, check again with --vkey and that key. " +
         (theirs->end->why == schema::KeyRevocation::REPLACED
              ? "What your own key signed before still holds."
              : "What your own key signed until then still holds; who else had it may have signed "
                "more.");
}

}  // namespace minutebook
