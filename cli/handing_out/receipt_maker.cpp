#include "cli/handing_out/receipt_maker.h"

#include <set>
#include <utility>

#include "cli/model.h"
#include "cli_files.h"
#include "ledger/base/fault.h"
#include "ledger/rules/authority.h"
#include "ledger/rules/fact_keys.h"

namespace minutebook {

namespace {

Bytes authorOf(const ProvenEntry& proven) {
  const Outcome<EntryParts> entry = decodeEntry(proven.entry);
  if (!entry) throw Fault(FaultKind::kCorrupt, entry.refusal().reason, "Run minutebook verify.");
  return toBytes(statementOf(entry.value()).author());
}

/// Where the key was enrolled. The fact about a revoked one only says where it was revoked.
std::optional<std::uint64_t> entryNaming(const Bytes& key, const EntryStore& store, Query& model) {
  const auto stored = store.findFact(fact::key(key));
  const auto known = stored ? KeyFact::parse(*stored) : std::nullopt;
  if (known && known->active) return known->entry;
  const auto row = model.first(cli_files::key_entry_sql, {{":key", toHex(key)}});
  const auto entry = row ? row->number("entry") : std::nullopt;
  if (!entry) return std::nullopt;
  return static_cast<std::uint64_t>(*entry);
}

}  // namespace

ReceiptMaker::ReceiptMaker(const EntryStore& store, std::uint64_t size)
    : store_(store), size_(size), hashes_(store.reader(), size) {}

ProvenEntry ReceiptMaker::proven(std::uint64_t index) {
  return {index, store_.reader().entry(index), proveInclusion(hashes_, hasher_, {index, size_})};
}

SignedTree& ReceiptMaker::submissionAt(std::uint64_t first, std::uint32_t count) {
  if (!submission_ || submission_->first() != first) submission_.emplace(store_, first, count);
  return *submission_;
}

ReceiptEntry ReceiptMaker::entry(std::uint64_t index) {
  ReceiptEntry made;
  made.proven = proven(index);
  const EntryParts parts = entryAt(store_, index);
  SignedTree& whole = submissionAt(index - parts.ordinal, parts.count);
  made.submission = proveInclusion(whole, hasher_, {parts.ordinal, parts.count});
  if (parts.ordinal != 0) made.signature = whole.signature();
  return made;
}

TlogProof proofOf(const EntryStore& store, const NewCheckpoint& checkpoint, std::uint64_t index) {
  TileHashes hashes(store.reader(), checkpoint.head.size);
  Sha256 hasher;
  return {std::nullopt, index, proveInclusion(hashes, hasher, {index, checkpoint.head.size}),
          checkpoint.note};
}

std::vector<std::uint64_t> threadEntries(Query& model, const ThreadName& thread) {
  const Rows rows =
      model.all(cli_files::thread_entries_sql,
                {{":register", std::string(registerName(thread.where))}, {":id", thread.id}});
  std::vector<std::uint64_t> entries;
  for (const Row& row : rows.rows) {
    entries.push_back(static_cast<std::uint64_t>(row.count("entry")));
  }
  return entries;
}

std::vector<std::uint64_t> signerEntries(const Receipt& receipt, const EntryStore& store,
                                         Query& model) {
  std::set<Bytes> authors;
  for (const ReceiptEntry& entry : receipt.entries) authors.insert(authorOf(entry.proven));
  if (receipt.threads) authors.insert(authorOf(receipt.threads->rooted));
  std::set<std::uint64_t> entries;
  for (const Bytes& author : authors) {
    if (const auto entry = entryNaming(author, store, model)) entries.insert(*entry);
  }
  return {entries.begin(), entries.end()};
}

}  // namespace minutebook
