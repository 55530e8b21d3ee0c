#include "ledger/store/backup.h"

#include <vector>

#include "ledger/crypto/sha256.h"
#include "ledger/store/rocks.h"
#include "ledger/store/store_parts.h"
#include "ledger/tlog/tree.h"

namespace minutebook {

namespace {

constexpr std::string_view kFormatLine = "minutebook/backup/v1";
constexpr std::size_t kNoteBytesMax = 4096;
constexpr std::size_t kBatchBytes = std::size_t{4} << 20;
constexpr Family kCopied[] = {Family::kMeta, Family::kEntry, Family::kOpening, Family::kTile};

/// Copies one family; how many keys it had.
std::uint64_t copyFamily(const Rocks& from, Rocks& to, Family which, const std::string& what) {
  rocksdb::ReadOptions how;
  how.fill_cache = false;
  rocksdb::WriteOptions quick;
  quick.disableWAL = true;  // A copy that is cut short is thrown away.
  rocksdb::WriteBatch batch;
  std::uint64_t count = 0;
  auto write = [&] {
    check(to.db().Write(quick, &batch), what);
    batch.Clear();
  };
  const auto each = from.iterate(which, how);
  for (each->SeekToFirst(); each->Valid(); each->Next(), ++count) {
    check(batch.Put(to.family(which), each->key(), each->value()), what);
    if (batch.GetDataSize() >= kBatchBytes) write();
  }
  check(each->status(), what);
  write();
  return count;
}

std::string linesOf(const BackupNote& note) {
  return std::string(kFormatLine) + "\norigin " + note.origin + "\ntree " +
         std::to_string(note.head.size) + " " + toBase64(note.head.root.view()) + "\nopenings " +
         std::to_string(note.openings) + "\nmade " + std::to_string(note.madeAt) + "\nfiles " +
         toHex(note.files.view()) + "\n";
}

/// What follows `name` and a blank in a line of that name.
std::optional<std::string_view> valueOf(std::string_view& text, std::string_view name) {
  const std::size_t end = text.find('\n');
  if (end == text.npos) return std::nullopt;
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  if (!line.starts_with(name) || line.size() <= name.size() || line[name.size()] != ' ') {
    return std::nullopt;
  }
  return line.substr(name.size() + 1);
}

std::optional<SignedHead> parseTree(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == text.npos) return std::nullopt;
  const auto size = parseDecimal(text.substr(0, blank), kTreeSizeMax);
  const auto root = fromBase64(text.substr(blank + 1));
  if (!size || !root || root->size() != 32) return std::nullopt;
  return SignedHead{*size, *Hash::of(*root)};
}

}  // namespace

std::uint64_t copyLog(const EntryStore& from, const std::filesystem::path& to) {
  const std::string what = "copying the log to " + to.string();
  Rocks copy(to / "log", RocksMode::kCreate, nullptr);
  std::uint64_t openings = 0;
  for (const Family which : kCopied) {
    const std::uint64_t count = copyFamily(from.parts().rocks, copy, which, what);
    if (which == Family::kOpening) openings = count;
  }
  copy.flush();
  return openings;
}

std::uint64_t countOpenings(const EntryStore& store) {
  std::uint64_t count = 0;
  store.forEachOpening([&](std::uint64_t, const Opening&) { ++count; });
  return count;
}

std::string BackupNote::encode() const {
  const std::string lines = linesOf(*this);
  return lines + toHex(sha256(asBytes(lines)).view()) + "\n";
}

std::optional<BackupNote> BackupNote::parse(std::string_view text) {
  const std::string_view whole = text;
  const std::string format = std::string(kFormatLine) + "\n";
  if (text.size() > kNoteBytesMax || !text.starts_with(format)) return std::nullopt;
  text.remove_prefix(format.size());
  const auto origin = valueOf(text, "origin");
  const auto tree = origin ? valueOf(text, "tree") : std::nullopt;
  const auto openings = tree ? valueOf(text, "openings") : std::nullopt;
  const auto made = openings ? valueOf(text, "made") : std::nullopt;
  const auto files = made ? valueOf(text, "files") : std::nullopt;
  if (!files) return std::nullopt;
  const auto head = parseTree(*tree);
  const auto count = parseDecimal(*openings);
  const auto time = parseDecimal(*made, INT64_MAX);
  const auto hash = fromHex(*files);
  if (!head || !count || !time || !hash || hash->size() != 32) return std::nullopt;
  BackupNote note{std::string(*origin), *head, *count, static_cast<std::int64_t>(*time),
                  *Hash::of(*hash)};
  if (note.encode() != whole) return std::nullopt;
  return note;
}

}  // namespace minutebook
