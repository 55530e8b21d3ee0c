#include "ledger/crypto/rotation.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>
#include <vector>

#include "ledger/base/fault.h"
#include "ledger/crypto/data_keys.h"
#include "ledger/crypto/key_ring.h"
#include "ledger/crypto/overwrite.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;

constexpr const char* kFolder = "keys";
/// Before the swap the new folder, after it the old one: in either case not the ledger's.
constexpr const char* kOtherFolder = "keys.rotating";
constexpr std::string_view kWritingFile = ".writing";
constexpr std::size_t kOtherFileBytesMax = std::size_t{1} << 20;

[[noreturn]] void failIo(const std::string& what) {
  throw Fault(FaultKind::kIo, what + ": " + std::system_category().message(errno),
              "Check that the disk is healthy and the folder may be used by you.");
}

void syncFolder(const fs::path& path) {
  FileDescriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder || ::fsync(folder.get()) != 0) failIo("syncing " + path.string());
}

/// What is in a folder and is neither a key nor left over from a write.
std::vector<std::string> otherFiles(const Directory& keys) {
  std::vector<std::string> known = {
      "master.key", "master.scrypt",           "data.keys",
      "import.key", std::string(kWritingFile), std::string(kDyingFile)};
  for (const ListedKey& key : listKeys(keys)) known.push_back(key.name + ".key");
  std::vector<std::string> others;
  for (const Directory::Item& item : keys.list("")) {
    if (std::find(known.begin(), known.end(), item.name) != known.end()) continue;
    if (item.kind != Directory::Item::Kind::kFile || item.name.ends_with(".key")) {
      throw Fault(FaultKind::kConfig,
                  (keys.path() / item.name).string() + " is no key that can be wrapped again",
                  "Move it out of the folder, then try again. Nothing was changed.");
    }
    others.push_back(item.name);
  }
  return others;
}

/// Everything in `keys`, under `master`, written into `to` under `newMaster`.
void wrapAll(Directory& keys, MasterKey& master, Directory& to, MasterKey& newMaster,
             RandomSource& random) {
  KeyRing ring(keys, master);
  KeyRing newRing(to, newMaster);
  for (const ListedKey& key : listKeys(keys)) {
    newRing.add(key.name, ring.get(key.name), random);
  }
  if (keys.fileBytes("import.key")) newRing.addImportKey(ring.importKey(), random);
  for (const std::string& name : otherFiles(keys)) {
    to.writeDurably(name, *keys.read(name, kOtherFileBytesMax));
  }
  DataKeys(keys, master, DataKeys::Access::kRead).wrapAgain(to, newMaster, random);
}

/// Reads the new folder back as the next command will, and compares key by key. The old keys are
/// destroyed after this, so what cannot be read is found now.
Rotated compare(Directory& keys, MasterKey& master, Directory& to, MasterKey& newMaster) {
  KeyRing ring(keys, master);
  KeyRing newRing(to, newMaster);
  Rotated rotated;
  bool same = listKeys(keys) == listKeys(to);
  for (const ListedKey& key : listKeys(keys)) {
    same = same && sameBytes(ring.get(key.name).seed(), newRing.get(key.name).seed());
    ++rotated.namedKeys;
  }
  if (keys.fileBytes("import.key")) {
    same = same && sameBytes(ring.importKey().view(), newRing.importKey().view());
    ++rotated.namedKeys;
  }
  DataKeys before(keys, master, DataKeys::Access::kRead);
  DataKeys after(to, newMaster, DataKeys::Access::kRead);
  rotated.dataKeys = after.size();
  if (!same || !after.holdsTheSameAs(before)) {
    throw Fault(FaultKind::kIo, "what was written to " + to.path().string() + " reads otherwise",
                "Nothing was changed. Check the disk, then try again.");
  }
  return rotated;
}

/// False where the file system cannot.
bool swapFolders(const fs::path& ledger) {
  const fs::path a = ledger / kFolder;
  const fs::path b = ledger / kOtherFolder;
  if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) failIo("swapping " + a.string() + " and " + b.string());
  return false;
}

}  // namespace

Rotated rotateMasterKey(const fs::path& ledger, MasterKey& master,
                        std::optional<ByteView> passphrase, RandomSource& random) {
  if (fs::is_symlink(fs::symlink_status(ledger / kFolder))) {
    throw Fault(FaultKind::kConfig, (ledger / kFolder).string() + " is a symbolic link",
                "Put the folder itself there for the rotation. Nothing was changed.");
  }
  removeRotationLeftovers(ledger);
  Directory keys = Directory::open(ledger / kFolder, Readers::kOwner);
  keys.hold();  // A key made at this moment by another command waits, and then fails aloud.
  if (!master.isKeptIn(keys)) {
    throw Fault(FaultKind::kBusy, keys.path().string() + " was changed by another program",
                "Try again, with the passphrase that is the right one now.");
  }
  otherFiles(keys);  // What cannot be taken along stops it before anything is made.
  // Whatever fails from here on, the folder that did not take its place goes with the next writing.
  Directory to = Directory::create(ledger / kOtherFolder, Readers::kOwner);
  MasterKey made = MasterKey::create(to, passphrase, random);
  wrapAll(keys, master, to, made, random);
  MasterKey again = MasterKey::open(to, passphrase);
  const Rotated rotated = compare(keys, master, to, again);
  const bool swapped = swapFolders(ledger);
  removeRotationLeftovers(ledger);
  if (swapped) return rotated;
  throw Fault(FaultKind::kConfig,
              "the file system of " + ledger.string() + " cannot swap two folders in one step",
              "Nothing was changed. Copy the ledger's folder to a disk of this machine (ext4, xfs "
              "or btrfs), rotate there, and copy keys/ back.");
}

bool hasRotationLeftovers(const fs::path& ledger) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(ledger / kOtherFolder, ignored));
}

bool removeRotationLeftovers(const fs::path& ledger) {
  if (!hasRotationLeftovers(ledger)) return false;
  // The swap must be on disk before the folder that lost its place is destroyed.
  syncFolder(ledger);
  Directory old = Directory::open(ledger / kOtherFolder, Readers::kOwner);
  std::vector<std::string> files;
  for (const Directory::Item& item : old.list("")) {
    if (item.kind == Directory::Item::Kind::kFile) files.push_back(item.name);
  }
  for (const std::string& name : files) overwriteFile(old, name);
  for (const std::string& name : files) old.remove(name);
  old.syncFolders();
  if (::rmdir((ledger / kOtherFolder).c_str()) != 0) {
    failIo("removing " + (ledger / kOtherFolder).string());
  }
  syncFolder(ledger);
  return true;
}

}  // namespace minutebook
