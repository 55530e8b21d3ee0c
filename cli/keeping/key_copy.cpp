#include "cli/keeping/key_copy.h"

#include <sys/stat.h>

#include <algorithm>
#include <map>

#include "ledger/base/fault.h"
#include "ledger/crypto/secret_bytes.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKeyFileBytesMax = std::size_t{256} << 20;
constexpr std::string_view kDataKeys = "data.keys";
constexpr int kLooks = 3;

using KeyFiles = std::map<std::string, Bytes>;

KeyFiles readAll(const fs::path& keys) {
  const Directory directory = Directory::open(keys, Readers::kOwner);
  KeyFiles files;
  for (const FileTree::Item& item : directory.list("")) {
    if (item.kind != FileTree::Item::Kind::kFile) continue;
    if (auto bytes = directory.read(item.name, kKeyFileBytesMax)) files[item.name] = *bytes;
  }
  return files;
}

/// Whether nothing was replaced between two looks. Data keys may have been added at the end: they
/// open nothing that was in the log by then.
bool isOneMoment(const KeyFiles& first, const KeyFiles& second) {
  if (first.size() != second.size()) return false;
  for (const auto& [name, bytes] : first) {
    const auto later = second.find(name);
    if (later == second.end() || later->second.size() < bytes.size()) return false;
    if (name != kDataKeys && later->second.size() != bytes.size()) return false;
    if (!std::equal(bytes.begin(), bytes.end(), later->second.begin())) return false;
  }
  return true;
}

/// A path as it will be, also where it is not there yet.
fs::path resolved(const fs::path& path) {
  return fs::weakly_canonical(fs::absolute(path));
}

bool isBelow(const fs::path& path, const fs::path& folder) {
  const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

dev_t diskOf(const fs::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_dev : 0;
}

}  // namespace

void copyKeys(const fs::path& keys, Directory& to) {
  KeyFiles files = readAll(keys);
  for (int look = 1; !isOneMoment(files, readAll(keys)); ++look) {
    if (look == kLooks) {
      throw Fault(FaultKind::kBusy, keys.string() + " is being changed by another program",
                  "Try again when it has finished.");
    }
    files = readAll(keys);
  }
  for (auto& [name, bytes] : files) {
    to.write(name, bytes);
    wipe(bytes);
  }
  to.syncFolders();
}

void refuseOneInTheOther(const fs::path& log, const fs::path& keys) {
  const fs::path one = resolved(log);
  const fs::path other = resolved(keys);
  if (!isBelow(one, other) && !isBelow(other, one)) return;
  throw Fault(FaultKind::kUsage, "the keys and the copy of the log would lie in one place",
              "Whoever finds the two together can read everything that is sealed. Name another "
              "place for --keys, best on another disk.");
}

std::string tooClose(const fs::path& log, const fs::path& keys) {
  const fs::path one = resolved(log).parent_path();
  const fs::path other = resolved(keys).parent_path();
  const std::string apart =
      "Whoever gets both can read everything that is sealed: take one of them elsewhere.";
  if (one == other) return "The keys lie beside the copy of the log. " + apart;
  if (diskOf(one) == diskOf(other))
    return "The keys lie on the same disk as the log's copy. " + apart;
  return "";
}

}  // namespace minutebook
