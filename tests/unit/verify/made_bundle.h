// tests/unit/verify/made_bundle.h
//
// A bundle of a small ledger, put together from its parts, so that each part can be put together
// wrongly: by somebody on the way, or by a clerk who signs what they should not.

#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "audit/verify/bundle_files.h"
#include "audit/verify/bundle_openings.h"
#include "audit/verify/verify_bundle.h"
#include "ledger/bundle/openings_text.h"
#include "ledger/bundle/tar.h"
#include "ledger/tlog/note.h"
#include "ledger/tlog/published_log.h"
#include "tests/unit/verify/small_ledger.h"

namespace minutebook {

/// What the bundles below are of, after fill(): 7 T opened, 8 an input of P-7 in T with sealed
/// text, 9 a concern (by P-9, sealed as is its text), 10 P-10 with a sealed name, 11 and 12 the
/// erasure of P-10.
inline void fillForBundles(Scenario& scenario) {
  fill(scenario);
  scenario.record({R"({"kind": "initiativeOpened", "id": "T", "title": "Repairs"})"});
  scenario.record({R"({"kind": "inputReceived", "id": "I-2", "initiative": "T",
      "participant": "P-7", "inputKind": "proposal", "text": "Ask us first.",
      "onBehalfOf": {"participant": "P-7", "basis": "presentAndAgreed"}})"});
  scenario.record({R"({"kind": "concernRaised", "id": "C-1", "topic": "papers", "by": "P-9",
      "text": "They came late."})"});
  scenario.record({R"({"kind": "participantJoined", "id": "P-10", "name": "Alex Example"})"});
  scenario.record({R"({"kind": "erasureRequested", "participant": "P-10",
      "what": {"everything": null}, "legalBasis": "our own promise"})"});
  scenario.record({R"({"kind": "erasureDone", "participant": "P-10", "requested": ")" +
                   scenario.refTo(scenario.log().size() - 1) +
                   R"(", "what": {"everything": null}})"});
  std::erase_if(scenario.openings(), [](const auto& one) { return one.first == 10; });
  scenario.rootThreads();
}

/// Every opening of a ledger that `scope` lets through, in order.
inline std::vector<BundleOpening> openingsFor(Scenario& scenario, const BundleScope& scope) {
  std::vector<BundleOpening> made;
  Aead aead;
  for (const auto& [index, opening] : scenario.openings()) {
    const EntryParts entry = decodeEntry(scenario.log().entry(index)).value();
    const Statement statement = std::move(Statement::decode(entry.statement)).value();
    const Mentions mentions = mentionsOf(statement, theCatalogue());
    const DataKey* key = scenario.keys().find(opening.keyId);
    for (const SealedField& field : mentions.sealed) {
      if (field.path != opening.path || !isInScope(scope, statement, mentions)) continue;
      if (!mayOpen(scope.reader, {field.audience, key->subject, recordOf(mentions)})) continue;
      auto value = openValue(aead, *key, {Scenario::kOrigin, statement.id()}, opening);
      made.push_back({index, statement.id(), opening.path, value->salt, SecretBytes(value->value)});
    }
  }
  std::sort(made.begin(), made.end(), [](const BundleOpening& a, const BundleOpening& b) {
    return std::tie(a.entry, a.path) < std::tie(b.entry, b.path);
  });
  return made;
}

/// A bundle in a directory of its own. Public members may be changed; then sign() or write().
class MadeBundle {
 public:
  MadeBundle(Scenario& scenario, BundleScope scope) {
    scenario.publish(directory_);
    manifest.origin = Scenario::kOrigin;
    manifest.scope = std::move(scope);
    manifest.size = scenario.log().size();
    manifest.root = scenario.root();
    openings = openingsFor(scenario, manifest.scope);
    count();
    write();
  }

  /// What the verifier counts.
  void count() {
    const PublishedLog log(directory_, manifest.size);
    manifest.counts = checkBundleOpenings(log, theCatalogue(), manifest.scope, openings).counts;
  }
  /// Openings, then sign().
  void write() {
    put("openings", asText(encodeOpenings(openings).view()));
    sign();
  }
  /// Lists the files as they are and signs.
  void sign() {
    FindingList ignored;
    signList(encodeFileList(listFiles(directory_, namesIn(directory_, ignored))));
  }
  void signList(const std::string& list) {
    put("files", list);
    Sha256 hasher;
    manifest.listBytes = list.size();
    manifest.listHash = hasher.of(asBytes(list));
    signText(manifest.encode());
  }
  void signText(const std::string& text) {
    Sha256 hasher;
    SignedNote note{text, {}};
    note.signatures.push_back(signNote(hasher, signer, signingKey, text));
    put("manifest", note.encode());
  }

  void put(const std::string& file, std::string_view text) {
    std::filesystem::create_directories((path() / file).parent_path());
    std::ofstream out(path() / file, std::ios::binary | std::ios::trunc);
    out << text;
  }
  std::string get(const std::string& file) const {
    return std::string(asText(directory_.read(file, 1 << 24).value()));
  }
  void remove(const std::string& file) { std::filesystem::remove_all(path() / file); }

  const std::filesystem::path& path() const { return temp_.path(); }
  const Directory& directory() const { return directory_; }

  BundleManifest manifest;
  std::vector<BundleOpening> openings;
  std::string signer = clerkNoteName(Scenario::kOrigin);
  SigningKey signingKey = SigningKey::fromSeed(Bytes(32, 2));  // The clerk's, in a Scenario.

 private:
  TempDirectory temp_;
  Directory directory_ = Directory::open(temp_.path(), Readers::kEveryone);
};

}  // namespace minutebook
