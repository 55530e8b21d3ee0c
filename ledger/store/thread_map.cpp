#include "ledger/store/thread_map.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "ledger/base/directory.h"
#include "ledger/base/fault.h"
#include "ledger/crypto/merkle.h"
#include "ledger/event/submission.h"
#include "ledger/store/store_parts.h"
#include "ledger/store/threads.h"

namespace minutebook {

namespace {

constexpr std::string_view kHead = "minutebook/threads-map/v1\n";
constexpr std::size_t kHashBytes = 32;
constexpr std::size_t kLeafBytes = 72;
constexpr std::size_t kHeadBytes = kHead.size() + 8 + 8 + kHashBytes;

Bytes headOf(const ThreadCount& count) {
  Bytes head = toBytes(asBytes(kHead));
  appendU64(head, count.size);
  appendU64(head, count.threads);
  append(head, count.root.view());
  return head;
}

Directory folderOf(const EntryStore& store) {
  return Directory::open(store.parts().ledger, Readers::kOwner);
}

/// The file for one count, open for reading. One thread at a time.
class MapFile : public HashReader {
 public:
  /// Nothing if there is no file for that count.
  static std::optional<MapFile> open(const EntryStore& store, const ThreadCount& count) {
    FileDescriptor file = folderOf(store).openFile(kThreadMapFile, O_RDONLY);
    if (!file) return std::nullopt;
    MapFile map(std::move(file), count);
    const Bytes head = headOf(count);
    Bytes there(head.size());
    if (!map.readAt(there, 0) || there != head) return std::nullopt;
    return map;
  }

  Hash subtree(unsigned level, std::uint64_t index) override {
    if (level == 0) {
      const MapLeaf leaf = leafAt(index);
      return threadLeaf(hasher_, leaf.key, leaf.head);
    }
    Bytes bytes(kHashBytes);
    if (!readAt(bytes, nodesAt(level) + index * kHashBytes)) isDamaged_ = true;
    return Hash::of(bytes).value_or(Hash());
  }

  /// The leaves at `key` or beside it, with their paths; nothing if the file is damaged.
  std::optional<std::vector<MapLeaf>> find(const Hash& key) {
    std::uint64_t from = 0;
    std::uint64_t to = count_.threads;
    while (from < to) {
      const std::uint64_t middle = from + (to - from) / 2;
      if (leafAt(middle).key < key) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    std::vector<MapLeaf> found;
    const bool isThere = from < count_.threads && leafAt(from).key == key;
    if (!isThere && from > 0) found.push_back(proved(from - 1));
    if (from < count_.threads) found.push_back(proved(from));
    if (isDamaged_) return std::nullopt;
    return found;
  }

 private:
  MapFile(FileDescriptor file, const ThreadCount& count) : file_(std::move(file)), count_(count) {}

  bool readAt(std::span<std::uint8_t> to, std::uint64_t offset) const {
    return ::pread(file_.get(), to.data(), to.size(), static_cast<off_t>(offset)) ==
           static_cast<ssize_t>(to.size());
  }

  std::uint64_t nodesAt(unsigned level) const {
    std::uint64_t offset = kHeadBytes + count_.threads * kLeafBytes;
    for (unsigned below = 1; below < level; ++below) {
      offset += (count_.threads >> below) * kHashBytes;
    }
    return offset;
  }

  MapLeaf leafAt(std::uint64_t place) {
    Bytes bytes(kLeafBytes);
    MapLeaf leaf{place, {}, {}, {}};
    const bool isRead = readAt(bytes, kHeadBytes + place * kLeafBytes);
    const auto head = ThreadHead::parse(asText(ByteView(bytes).subspan(kHashBytes)));
    if (!isRead || !head) {
      isDamaged_ = true;
      return leaf;
    }
    leaf.key = *Hash::of(ByteView(bytes).first(kHashBytes));
    leaf.head = *head;
    return leaf;
  }

  MapLeaf proved(std::uint64_t place) {
    MapLeaf leaf = leafAt(place);
    const LeafPosition position{place, count_.threads};
    leaf.path = proveInclusion(*this, hasher_, position);
    if (!verifyInclusion(hasher_, threadLeaf(hasher_, leaf.key, leaf.head), position, leaf.path,
                         count_.root)) {
      isDamaged_ = true;
    }
    return leaf;
  }

  FileDescriptor file_;
  ThreadCount count_;
  Sha256 hasher_;
  bool isDamaged_ = false;
};

/// Head, leaves and the hashes of every complete subtree, level by level.
Bytes contentOf(const EntryStore& store, const ThreadCount& count) {
  Bytes content = headOf(count);
  Sha256 hasher;
  std::vector<Hash> level;
  forEachThread(store, [&](const Hash& key, const ThreadHead& head) {
    append(content, key.view());
    append(content, asBytes(head.stored()));
    level.push_back(threadLeaf(hasher, key, head));
  });
  if (level.size() != count.threads || rootOf(hasher, level) != count.root) {
    throw Fault(FaultKind::kCorrupt, "the ledger's threads are not those that its clerk counted",
                "Run rebuild, which makes the lookups again from the entries; then verify.");
  }
  while (level.size() > 1) {
    std::vector<Hash> above;
    for (std::size_t i = 0; i + 1 < level.size(); i += 2) {
      above.push_back(nodeHash(hasher, level[i], level[i + 1]));
      append(content, above.back().view());
    }
    level = std::move(above);
  }
  return content;
}

/// Not synced: what a crash leaves of it does not lead to the root, and is then made again.
void write(const EntryStore& store, const ThreadCount& count) {
  const Bytes content = contentOf(store, count);
  const std::string scratch = std::string(kThreadMapFile) + ".new";
  const Directory folder = folderOf(store);
  const FileDescriptor file = folder.openFile(scratch, O_WRONLY | O_CREAT | O_TRUNC);
  writeAllAt(file, content, 0, scratch);
  const std::filesystem::path path = folder.path();
  if (std::rename((path / scratch).c_str(), (path / kThreadMapFile).c_str()) == 0) return;
  throw Fault(FaultKind::kIo, "naming " + (path / kThreadMapFile).string() + ": " +
                                  std::system_category().message(errno));
}

}  // namespace

ThreadCount newestThreadCount(const EntryStore& store) {
  const std::uint64_t size = store.size();
  if (size == 0) throw Fault(FaultKind::kBug, "the threads of an empty ledger");
  const Outcome<EntryParts> entry = decodeEntry(store.reader().entry(size - 1));
  const Outcome<Statement> statement =
      entry ? Statement::decode(entry.value().statement) : entry.refusal();
  if (!statement || !statement.value().record().isThreadsRooted()) {
    throw Fault(FaultKind::kBug, "the newest entry is no count of threads");
  }
  const auto counted = statement.value().record().getThreadsRooted();
  const auto root = Hash::of({counted.getRoot().begin(), counted.getRoot().size()});
  return {counted.getSize(), counted.getThreads(), root.value_or(Hash())};
}

void keepThreadMap(const EntryStore& store) {
  const ThreadCount count = newestThreadCount(store);
  if (!MapFile::open(store, count)) write(store, count);
}

std::vector<MapLeaf> findInThreadMap(const EntryStore& store, const Hash& key) {
  const ThreadCount count = newestThreadCount(store);
  if (auto kept = MapFile::open(store, count)) {
    if (auto found = kept->find(key)) return std::move(*found);
  }
  write(store, count);
  auto made = MapFile::open(store, count);
  auto found = made ? made->find(key) : std::nullopt;
  if (found) return std::move(*found);
  throw Fault(FaultKind::kIo, "what was just written to threads-map cannot be read again",
              "Look at the disk that the ledger is on.");
}

}  // namespace minutebook
