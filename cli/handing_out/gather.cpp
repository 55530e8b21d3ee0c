#include "cli/handing_out/gather.h"

#include <algorithm>
#include <numeric>

#include "audit/verify/erasures.h"
#include "cli/model.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

/// A statement of the log with all it mentions.
struct ReadEntry {
  std::uint64_t index;
  Statement statement;
  Mentions mentions;
};

ReadEntry readEntry(const EntryStore& store, const Catalogue& catalogue, std::uint64_t index) {
  Statement statement = statementOf(entryAt(store, index));
  Mentions mentions = mentionsOf(statement, catalogue);
  return {index, std::move(statement), std::move(mentions)};
}

BundleOpening open(Aead& aead, const DataKey& key, const ReadEntry& entry, const Opening& stored) {
  auto value = openValue(aead, key, {entry.statement.origin(), entry.statement.id()}, stored);
  if (!value) {
    throw Fault(FaultKind::kCorrupt,
                "an opening of entry " + std::to_string(entry.index) + " cannot be opened",
                "Run minutebook verify; if the ledger is damaged, restore it from a backup.");
  }
  BundleOpening opening{entry.index, entry.statement.id(), stored.path, value->salt,
                        SecretBytes(value->value)};
  wipe(value->value);
  wipe(value->salt);
  return opening;
}

/// Goes through all openings once. Used once.
class Gatherer {
 public:
  Gatherer(const EntryStore& store, const DataKeys& keys, const Catalogue& catalogue,
           const BundleScope& scope)
      : store_(store),
        keys_(keys),
        catalogue_(catalogue),
        scope_(scope),
        erasures_(store.reader(), catalogue),
        vault_(store, keys, "") {}

  Gathered run() {
    store_.forEachOpening(
        [this](std::uint64_t index, const Opening& stored) { take(index, stored); });
    return inOrder();
  }

  Gathered run(const std::vector<std::uint64_t>& entries) {
    for (std::uint64_t index : entries) {
      for (const Opening& stored : store_.openingsOf(index)) take(index, stored);
    }
    return inOrder();
  }

 private:
  void take(std::uint64_t index, const Opening& stored) {
    if (!entry_ || entry_->index != index) entry_ = readEntry(store_, catalogue_, index);
    if (!isInScope(scope_, entry_->statement, entry_->mentions)) return;
    const DataKey* key = keys_.find(stored.keyId);
    const auto& sealed = entry_->mentions.sealed;
    const auto field = std::find_if(sealed.begin(), sealed.end(), [&](const SealedField& one) {
      return one.path == stored.path;
    });
    if (!key || field == sealed.end()) return;
    const SealedFor value = vault_.sealedFor(index, entry_->mentions, *field, key->subject);
    if (!mayOpen(scope_.reader, value)) return;
    const bool isErased =
        erasures_.of(index, entry_->statement, entry_->mentions, *field).erased == Erased::kYes;
    if (isErased) return;
    made_.openings.push_back(open(aead_, *key, *entry_, stored));
    made_.fields.push_back(
        disclosedField(index, entry_->statement, entry_->mentions, *field, key->subject));
  }

  /// The store orders the fields of an entry by their bytes, a bundle by their steps.
  Gathered inOrder() {
    std::vector<std::size_t> order(made_.openings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
      const BundleOpening& first = made_.openings[a];
      const BundleOpening& second = made_.openings[b];
      return std::tie(first.entry, first.path) < std::tie(second.entry, second.path);
    });
    Gathered sorted;
    for (std::size_t i : order) {
      sorted.openings.push_back(std::move(made_.openings[i]));
      sorted.fields.push_back(std::move(made_.fields[i]));
    }
    return sorted;
  }

  const EntryStore& store_;
  const DataKeys& keys_;
  const Catalogue& catalogue_;
  const BundleScope& scope_;
  const Erasures erasures_;
  const Vault vault_;  // Asked whose something is; it opens nothing here.
  Aead aead_;
  std::optional<ReadEntry> entry_;  // The one whose openings are being taken.
  Gathered made_;
};

}  // namespace

Gathered gatherOpenings(const EntryStore& store, const DataKeys& keys, const Catalogue& catalogue,
                        const BundleScope& scope) {
  return Gatherer(store, keys, catalogue, scope).run();
}

Gathered gatherOpenings(const EntryStore& store, const DataKeys& keys, const Catalogue& catalogue,
                        const BundleScope& scope, const std::vector<std::uint64_t>& entries) {
  return Gatherer(store, keys, catalogue, scope).run(entries);
}

std::optional<OneOpening> openOne(const EntryStore& store, const DataKeys& keys,
                                  const Catalogue& catalogue, std::uint64_t index,
                                  const SealedField& field) {
  Aead aead;
  for (const Opening& stored : store.openingsOf(index)) {
    const DataKey* key = stored.path == field.path ? keys.find(stored.keyId) : nullptr;
    if (!key) continue;
    const ReadEntry entry = readEntry(store, catalogue, index);
    const Erasures erasures(store.reader(), catalogue);
    const bool isErased =
        erasures.of(index, entry.statement, entry.mentions, field).erased == Erased::kYes;
    if (isErased) return std::nullopt;
    return OneOpening{open(aead, *key, entry, stored),
                      disclosedField(index, entry.statement, entry.mentions, field, key->subject),
                      Vault(store, keys, "").sealedFor(index, entry.mentions, field, key->subject)};
  }
  return std::nullopt;
}

}  // namespace minutebook
