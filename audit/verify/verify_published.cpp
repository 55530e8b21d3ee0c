#include "audit/verify/verify_published.h"

#include <algorithm>
#include <utility>

#include "audit/verify/damage.h"
#include "audit/verify/log_key_check.h"
#include "audit/verify/published_files.h"
#include "ledger/tlog/published_log.h"

namespace minutebook {

namespace {

constexpr std::size_t kVkeyBytesMax = 4096;
constexpr std::size_t kSchemaBytesMax = std::size_t{16} << 20;

/// Verifies one directory. Used once.
class PublishedVerifier {
 public:
  PublishedVerifier(const FileTree& directory, const Catalogue& catalogue,
                    const PublishedExpectations& expected)
      : directory_(directory), catalogue_(catalogue), expected_(expected) {}

  PublishedCheck run() {
    checkSchema();
    if (const auto vkeys = chooseKeys()) openWith(*vkeys);
    if (check_.checkpoint) checkTree(*check_.checkpoint);
    check_.findings = findings_.sorted();
    return std::move(check_);
  }

 private:
  /// The text of one file, or nothing, with the finding said.
  std::optional<std::string> readText(std::string_view name, std::size_t bytesMax,
                                      FindingKind absent, FindingKind damaged) {
    std::optional<Bytes> bytes;
    if (auto damage = damageOf([&] { bytes = directory_.read(name, bytesMax); })) {
      findings_.add(damaged, std::nullopt, *damage + ".");
      return std::nullopt;
    }
    if (bytes) return std::string(asText(*bytes));
    findings_.add(absent, std::nullopt, std::string(name) + " is not in the directory.");
    return std::nullopt;
  }

  void checkSchema() {
    const auto schema = readText(kSchemaFile, kSchemaBytesMax, FindingKind::kSchemaMissing,
                                 FindingKind::kSchemaMissing);
    if (!schema || !expected_.schema || *schema == *expected_.schema) return;
    check_.notes.push_back(
        "schema.capnp is another than this program's. No signature covers it: compare it with the "
        "released one of the version that published here.");
  }

  std::optional<std::vector<std::string>> chooseKeys() {
    const auto shown =
        readText(kVkeyFile, kVkeyBytesMax, FindingKind::kVkeyMissing, FindingKind::kVkeyRefused);
    if (shown && !shown->ends_with('\n')) {
      findings_.add(FindingKind::kVkeyRefused, std::nullopt, "vkey does not end in a line feed.");
    }
    if (expected_.policy) return policyKeys(*expected_.policy, shown);
    if (!expected_.vkeys) {
      check_.keySource = KeySource::kDirectory;
      check_.notes.push_back(
          "Checked against the key in the directory itself: this shows that the log is whole, not "
          "whose it is. Get the key from its keeper another way and give it with the check.");
      if (!shown) return std::nullopt;
      return keyLines(*shown);
    }
    std::optional<Bytes> checkpoint;
    (void)damageOf([&] { checkpoint = directory_.read(kCheckpointFile, kNoteBytesMax); });
    std::vector<std::string> given =
        keysFor(checkpoint ? asText(*checkpoint) : "", keyLines(*expected_.vkeys));
    compareKeys(given, shown);
    return given;
  }

  /// The policy may know several logs: whose this is, its checkpoint says, and the key proves.
  std::optional<std::vector<std::string>> policyKeys(const Policy& policy,
                                                     const std::optional<std::string>& shown) {
    std::optional<Bytes> checkpoint;
    // Damage is a finding when the checkpoint is opened.
    (void)damageOf([&] { checkpoint = directory_.read(kCheckpointFile, kNoteBytesMax); });
    const std::string origin = checkpoint ? claimedOrigin(asText(*checkpoint)) : "";
    std::vector<std::string> keys = logKeysIn(policy, origin);
    if (!keys.empty()) {
      compareKeys(keys, shown);
      return keys;
    }
    if (checkpoint) {
      findings_.add(FindingKind::kCheckpointRefused, std::nullopt,
                    "The policy knows no log called " + origin + ".");
    } else {
      findings_.add(FindingKind::kCheckpointMissing, std::nullopt,
                    "There is no checkpoint in the directory that can be read.");
    }
    return std::nullopt;
  }

  /// One key in common is enough: while one key follows another, a reader may know only one.
  void compareKeys(const std::vector<std::string>& given, const std::optional<std::string>& shown) {
    if (!shown) return;
    keys_.shown = keyLines(*shown);
    for (const std::string& key : given) {
      if (std::find(keys_.shown.begin(), keys_.shown.end(), key) != keys_.shown.end()) return;
    }
    findings_.add(FindingKind::kVkeyOther, std::nullopt,
                  "Given: " + given.front() + ". Shown: " + keys_.shown.front() + ".");
  }

  void openWith(const std::vector<std::string>& vkeys) {
    Sha256 hasher;
    const Outcome<TrustedKeys> keys = TrustedKeys::of(hasher, vkeys);
    if (!keys) return refused(FindingKind::kVkeyRefused, keys.refusal());
    const auto bytes = readText(kCheckpointFile, kNoteBytesMax, FindingKind::kCheckpointMissing,
                                FindingKind::kCheckpointRefused);
    if (!bytes) return;
    auto witnessed = openWitnessed(*bytes, vkeys, expected_.policy ? &*expected_.policy : nullptr);
    if (!witnessed) {
      refused(FindingKind::kCheckpointRefused, witnessed.refusal());
      if (witnessed.refusal().code == "note.untrusted") noteSuccessor(*bytes, vkeys);
      return;
    }
    keys_.trusted = vkeys;
    keys_.signers = witnessed.value().signers;
    check_.checkpoint = std::move(witnessed.value().opened.checkpoint);
    check_.quorum = std::move(witnessed.value().quorum);
    if (!check_.quorum || check_.quorum->met) return;
    findings_.add(FindingKind::kQuorumNotMet, std::nullopt, inWords(*check_.quorum));
  }

  /// Nothing of what is here has been verified: it is only told what it says of the reader's key.
  void noteSuccessor(const std::string& bytes, const std::vector<std::string>& trusted) {
    const auto note = SignedNote::parse(bytes);
    const auto claimed = note ? Checkpoint::parse(note.value().text) : note.refusal();
    if (!claimed) return;
    (void)damageOf([&] {
      const PublishedLog log(directory_, claimed.value().size);
      const auto said = successorInWords(keyHistoryOf(log, catalogue_), trusted);
      if (said) check_.notes.push_back(*said);
    });
  }

  void refused(FindingKind kind, const Refusal& refusal) { findings_.add(kind, refusal); }

  void checkTree(const Checkpoint& checkpoint) {
    const PublishedLog log(directory_, checkpoint.size);
    LogExpectations expected;
    expected.origin = checkpoint.origin;
    expected.root = checkpoint.root;
    expected.signatures = expected_.signatures;
    expected.rules = expected_.rules;
    expected.workers = expected_.workers;
    check_.log = verifyLog(log, catalogue_, expected);
    findings_.add(check_.log.findings);
    const LogKeyCheck keys = checkLogKeys(check_.log.keys, checkpoint, keys_);
    if (keys.finding) findings_.add({*keys.finding});
    for (const std::string& said : keys.notes) check_.notes.push_back(said);
    for (const std::string& said : check_.log.notes) check_.notes.push_back(said);
    // A log that claims more entries than it has files for ends here, however many it claims.
    if (check_.log.entries < checkpoint.size) return;
    forEachTile(checkpoint.size, [&](const TilePath&) { ++check_.files; });
    const ExtraFiles extra = checkExtraFiles(directory_, log, findings_);
    if (extra.beyond == 0) return;
    check_.notes.push_back(std::to_string(extra.beyond) +
                           " files hold entries after the checkpoint. They are not covered by it: "
                           "publishing was perhaps cut short.");
  }

  const FileTree& directory_;
  const Catalogue& catalogue_;
  const PublishedExpectations& expected_;
  FindingList findings_;
  KeysAtHand keys_;
  PublishedCheck check_;
};

}  // namespace

PublishedCheck verifyPublished(const FileTree& directory, const Catalogue& catalogue,
                               const PublishedExpectations& expectations) {
  return PublishedVerifier(directory, catalogue, expectations).run();
}

}  // namespace minutebook
