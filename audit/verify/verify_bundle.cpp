#include "audit/verify/verify_bundle.h"

#include <utility>

#include "audit/verify/bundle_files.h"
#include "audit/verify/bundle_openings.h"
#include "audit/verify/clerk_keys.h"
#include "audit/verify/damage.h"
#include "ledger/crypto/secret_bytes.h"
#include "ledger/tlog/note.h"
#include "ledger/tlog/published_log.h"

namespace minutebook {

namespace {

/// Verifies one bundle. Used once.
class BundleVerifier {
 public:
  BundleVerifier(const FileTree& tree, const Catalogue& catalogue)
      : tree_(tree), catalogue_(catalogue) {}

  BundleCheck run(const PublishedExpectations& expectations) {
    check_.published = verifyPublished(tree_, catalogue_, expectations);
    findings_.add(check_.published.findings);
    const std::optional<SignedNote> note = readManifest();
    check_.files =
        checkBundleFiles(tree_, check_.manifest ? &*check_.manifest : nullptr, findings_);
    const std::optional<Checkpoint>& head = check_.published.checkpoint;
    // An entry that cannot be read is a finding already, and nothing behind it can be judged.
    if (note && head && check_.published.log.entries == head->size) {
      const PublishedLog log(tree_, head->size);
      checkSignature(*note, log);
      checkPlace(*head);
      checkOpenings(log);
    }
    check_.findings = findings_.sorted();
    return std::move(check_);
  }

 private:
  void refuse(FindingKind kind, const std::string& why) { findings_.add(kind, std::nullopt, why); }

  void refuse(FindingKind kind, const Refusal& refusal) { findings_.add(kind, refusal); }

  /// A file's bytes. Where it is absent, or cannot be read, the finding is said.
  std::optional<Bytes> read(std::string_view name, std::size_t bytesMax, FindingKind absent,
                            FindingKind damaged) {
    std::optional<Bytes> bytes;
    if (auto damage = damageOf([&] { bytes = tree_.read(name, bytesMax); })) {
      refuse(damaged, *damage + ".");
    } else if (!bytes) {
      refuse(absent, "There is no file called " + std::string(name) + ".");
    }
    return bytes;
  }

  /// The note, with its text in check_.manifest; nothing if it cannot be read.
  std::optional<SignedNote> readManifest() {
    const auto bytes = read(kManifestFile, kNoteBytesMax, FindingKind::kManifestMissing,
                            FindingKind::kManifestRefused);
    if (!bytes) return std::nullopt;
    Outcome<SignedNote> note = SignedNote::parse(asText(*bytes));
    if (!note) {
      refuse(FindingKind::kManifestRefused, note.refusal());
      return std::nullopt;
    }
    Outcome<BundleManifest> manifest = BundleManifest::parse(note.value().text);
    if (!manifest) {
      refuse(FindingKind::kManifestRefused, manifest.refusal());
      return std::nullopt;
    }
    check_.manifest = std::move(manifest).value();
    return std::move(note).value();
  }

  void checkSignature(const SignedNote& note, const LogReader& log) {
    Sha256 hasher;
    std::vector<std::string> vkeys;
    const std::string name = clerkNoteName(check_.published.checkpoint->origin);
    for (const PublicKey& key : clerkKeysOf(log, catalogue_)) {
      vkeys.push_back(VerifierKey{name, NoteKeyType::kEd25519, toBytes(key.view())}.encode(hasher));
    }
    const auto keys = TrustedKeys::of(hasher, vkeys);
    if (!keys) return refuse(FindingKind::kManifestNotTheClerks, keys.refusal());
    const auto verified = keys.value().verify(note);
    if (!verified) refuse(FindingKind::kManifestNotTheClerks, verified.refusal());
  }

  void checkPlace(const Checkpoint& head) {
    const BundleManifest& manifest = *check_.manifest;
    if (manifest.origin == head.origin && manifest.size == head.size &&
        manifest.root == head.root) {
      return;
    }
    refuse(FindingKind::kManifestOtherLog,
           "The manifest is of " + manifest.origin + " with " + std::to_string(manifest.size) +
               " entries, the checkpoint of " + head.origin + " with " + std::to_string(head.size) +
               ", or their roots differ.");
  }

  void checkOpenings(const LogReader& log) {
    std::optional<Bytes> bytes = read(kOpeningsFile, kBundleFileBytesMax,
                                      FindingKind::kOpeningsRefused, FindingKind::kOpeningsRefused);
    if (!bytes) return;
    const auto openings = parseOpenings(asText(*bytes));
    wipe(*bytes);
    if (!openings) return refuse(FindingKind::kOpeningsRefused, openings.refusal());
    const BundleOpeningsCheck checked =
        checkBundleOpenings(log, catalogue_, check_.manifest->scope, openings.value());
    findings_.add(checked.findings);
    check_.counts = checked.counts;
    if (checked.counts == check_.manifest->counts) return;
    const SealedCounts& said = check_.manifest->counts;
    refuse(FindingKind::kManifestOtherCounts,
           "The manifest says " + std::to_string(said.sealed) + " sealed and " +
               std::to_string(said.opened) + " opened; here are " +
               std::to_string(checked.counts.sealed) + " sealed and " +
               std::to_string(checked.counts.opened) +
               " opened, or erased and missing ones differ.");
  }

  const FileTree& tree_;
  const Catalogue& catalogue_;
  FindingList findings_;
  BundleCheck check_;
};

}  // namespace

bool looksLikeBundle(const FileTree& tree) {
  for (const FileTree::Item& item : tree.list("")) {
    if (item.name == kManifestFile || item.name == kFileListFile || item.name == kOpeningsFile) {
      return true;
    }
  }
  return false;
}

BundleCheck verifyBundle(const FileTree& tree, const Catalogue& catalogue,
                         const PublishedExpectations& expectations) {
  return BundleVerifier(tree, catalogue).run(expectations);
}

}  // namespace minutebook
