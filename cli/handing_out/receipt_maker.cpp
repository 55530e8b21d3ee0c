#include "cli/handing_out/receipt_maker.h"

#include <set>
#include <utility>

#include "cli/model.h"
#include "cli_files.h"
#include "ledger/base/fault.h"
#include "ledger/crypto/merkle.h"
#include "ledger/rules/authority.h"
#include "ledger/rules/fact_keys.h"

namespace minutebook {

namespace {

/// Hashes of a short list, for paths within a submission.
class ListedHashes : public HashReader {
 public:
  ListedHashes(Sha256& hasher, const std::vector<Hash>& leaves)
      : hasher_(hasher), leaves_(leaves) {}
  Hash subtree(unsigned level, std::uint64_t index) override {
    const std::size_t width = std::size_t{1} << level;
    return rootOf(hasher_, std::span(leaves_).subspan(index * width, width));
  }

 private:
  Sha256& hasher_;
  const std::vector<Hash>& leaves_;
};

Bytes authorOf(const ProvenEntry& proven) {
  const Outcome<EntryParts> entry = decodeEntry(proven.entry);
  if (!entry) throw Fault(FaultKind::kCorrupt, entry.refusal().reason, "Run minutebook verify.");
  const auto author = statementOf(entry.value()).reader().getAuthor();
  return Bytes(author.begin(), author.end());
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

const ReceiptMaker::Signed& ReceiptMaker::submissionAt(std::uint64_t first, std::uint32_t count) {
  if (submission_ && submission_->first == first) return *submission_;
  Signed read{first, {}, {}};
  store_.reader().forEach(first, first + count, [&](std::uint64_t index, ByteView bytes) {
    const Outcome<EntryParts> entry = decodeEntry(bytes);
    if (!entry) throw Fault(FaultKind::kCorrupt, entry.refusal().reason, "Run minutebook verify.");
    if (index == first) read.signature = entry.value().signature;
    read.statements.push_back(leafHash(hasher_, entry.value().statement));
  });
  submission_ = std::move(read);
  return *submission_;
}

ReceiptEntry ReceiptMaker::entry(std::uint64_t index) {
  ReceiptEntry made;
  made.proven = proven(index);
  const EntryParts parts = entryAt(store_, index);
  const Signed& whole = submissionAt(index - parts.ordinal, parts.count);
  ListedHashes statements(hasher_, whole.statements);
  made.submission = proveInclusion(statements, hasher_, {parts.ordinal, parts.count});
  if (parts.ordinal != 0) made.signature = whole.signature;
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
