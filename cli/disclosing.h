// cli/disclosing.h
//
// Opens sealed fields for whoever reads, as far as the keys in the ledger's directory allow without
// asking: a key file opens, a passphrase must be given.

#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "audit/verify/erasures.h"
#include "cli/handing_out/disclosure_record.h"
#include "cli/model.h"
#include "cli/seal_words.h"
#include "ledger/event/compose.h"
#include "ledger/event/mentions.h"
#include "ledger/seal/disclosures.h"
#include "ledger/store/vault.h"

namespace minutebook {

/// One reader's view of one ledger. What is opened for an auditor is recorded, durably, before the
/// console shows the first of a result; nothing can be opened for them afterwards.
///
/// A resource: neither copied nor moved. The call and the reading must outlive it.
class Disclosing : public Disclosures {
 public:
  /// Opens for `reading.viewer`. With a passphrase-protected ledger and no --passphrase-file,
  /// everything stays sealed.
  Disclosing(Call& call, const Reading& reading);
  Disclosing(const Disclosing&) = delete;
  Disclosing& operator=(const Disclosing&) = delete;
  ~Disclosing() override;

  Disclosure open(std::uint64_t index, const FieldPath& path) override;

  /// The record line of an entry, its sealed fields opened where they may be; of those that are
  /// not, each says why: "state", one of "sealedForYou" (and "for", who may have it opened),
  /// "erased" (and "erasedBy", the entry) and "missing". With `only`, no other sealed field is
  /// looked at.
  Json lineOf(std::uint64_t index, const FieldPath* only = nullptr);

  /// The field of that name in an entry, as describe() and the read model name it; in a correction
  /// also as the corrected record names it. Null if nothing is sealed there.
  const SealedField* fieldOf(std::uint64_t index, const std::string& name);

  /// Whether a sealed value is kept for `participant`: under their data key, as their sum, or as
  /// their answers to a survey; or was until it was erased, as far as everybody may know.
  bool isKeptFor(std::uint64_t index, const SealedField& field, const std::string& participant);
  /// Whether keys are at hand; without them nothing is opened and isKeptFor() knows nobody.
  bool hasKeys() const { return unlocked_ != nullptr; }

  /// Survey sheets, opened to be added up and forgotten: a total is for every reader.
  Disclosures& forTotals();

 private:
  /// The keys, and the vault they open.
  struct Unlocked {
    Unlocked(Directory where, MasterKey key, const EntryStore& store, const std::string& origin);
    Directory directory;
    MasterKey master;
    DataKeys keys;
    Vault vault;
  };
  /// The entry that was looked at last.
  struct Looked {
    std::uint64_t index;
    Statement statement;
    Mentions mentions;
    const SealedField* find(const FieldPath& path) const;
  };
  class Totals;

  const Looked& look(std::uint64_t index);
  bool hasOpening(std::uint64_t index, const FieldPath& path) const;
  const Erasures& erasures();
  Disclosure goneFrom(const Looked& entry, const SealedField& field);
  bool wasKeptFor(const Looked& entry, const SealedField& field, const std::string& participant);
  Disclosure judge(const Looked& entry, const SealedField& field);
  void recordShown();
  void keepForTheRecord(const Looked& entry, const SealedField& field, const std::string& subject);

  Call& call_;
  const Reading& reading_;
  std::unique_ptr<Unlocked> unlocked_;
  std::unique_ptr<Looked> looked_;
  std::unique_ptr<Erasures> erasures_;  // Read when something is gone.
  std::unique_ptr<Disclosures> totals_;
  std::vector<DisclosedField> shown_;  // To an auditor, and where: each once.
  std::set<std::pair<std::uint64_t, FieldPath>> seen_;
  bool recorded_ = false;
  std::optional<bool> isOlder_;  // This copy than an erasure; asked when something is missing.
};

}  // namespace minutebook
