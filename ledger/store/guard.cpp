#include "ledger/store/guard.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "ledger/base/directory.h"
#include "ledger/base/fault.h"
#include "ledger/crypto/sha256.h"
#include "ledger/tlog/tile_hashes.h"

namespace minutebook {

namespace {

constexpr std::string_view kFormat = "minutebook/guard/v1";
constexpr char kFile[] = "signed";
constexpr char kLock[] = "lock";
constexpr std::size_t kFileBytesMax = 4096;

std::string encode(const std::string& origin, const SignedHead& head) {
  std::string text = std::string(kFormat) + "\n" + origin + "\n" + std::to_string(head.size) +
                     "\n" + toBase64(head.root.view()) + "\n";
  return text + toHex(sha256(asBytes(text)).view()) + "\n";
}

std::optional<SignedHead> decode(const std::string& origin, std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::string_view rest = text; rest.find('\n') != std::string_view::npos;) {
    lines.push_back(rest.substr(0, rest.find('\n')));
    rest.remove_prefix(lines.back().size() + 1);
  }
  if (lines.size() != 5) return std::nullopt;
  const std::optional<std::uint64_t> size = parseDecimal(lines[2], kTreeSizeMax);
  const std::optional<Bytes> root = fromBase64(lines[3]);
  if (!size || !root || root->size() != 32) return std::nullopt;
  const SignedHead head{*size, *Hash::of(*root)};
  if (encode(origin, head) != text) return std::nullopt;
  return head;
}

void lockFor(const Directory& directory, const FileDescriptor& file) {
  while (::flock(file.get(), LOCK_EX) != 0) {
    if (errno == EINTR) continue;
    throw Fault(FaultKind::kIo,
                "locking " + (directory.path() / kLock).string() + ": " +
                    std::system_category().message(errno),
                "Keep the guard on a disk of this machine.");
  }
}

[[noreturn]] void contradiction(const std::string& what) {
  throw Fault(FaultKind::kCorrupt, what,
              "This looks like a restored old copy, or a second one: sign and write nothing, and "
              "find the copy that holds all of it.");
}

}  // namespace

std::string inWords(const SignedHead& head) {
  return "size " + std::to_string(head.size) + " with root " + toBase64(head.root.view());
}

std::filesystem::path defaultGuardDirectory(const std::string& origin) {
  const std::string name = toHex(sha256(asBytes(origin)).view());
  const char* state = std::getenv("XDG_STATE_HOME");
  // The XDG base directory specification: a relative path is to be ignored.
  if (state != nullptr && state[0] == '/')
    return std::filesystem::path(state) / "minutebook" / name;
  const char* home = std::getenv("HOME");
  if (home == nullptr || home[0] != '/') {
    throw Fault(FaultKind::kConfig,
                "no place for the guard: neither XDG_STATE_HOME nor HOME is set",
                "Set one of them, or name a directory with --guard.");
  }
  return std::filesystem::path(home) / ".local" / "state" / "minutebook" / name;
}

GuardLock GuardLock::take(const std::filesystem::path& directory) {
  std::error_code error;
  std::filesystem::create_directories(directory.parent_path(), error);
  const Directory made = Directory::create(directory, Readers::kOwner);
  FileDescriptor file = made.openFile(kLock, O_RDWR | O_CREAT);
  lockFor(made, file);
  return GuardLock(std::move(file));
}

Guard::Guard(std::filesystem::path directory, std::string origin)
    : directory_(std::move(directory)), origin_(std::move(origin)) {}

std::optional<SignedHead> Guard::last() const {
  std::error_code error;
  if (!std::filesystem::exists(directory_, error)) return std::nullopt;
  const std::optional<Bytes> bytes =
      Directory::open(directory_, Readers::kOwner).read(kFile, kFileBytesMax);
  if (!bytes) return std::nullopt;
  const std::optional<SignedHead> head = decode(origin_, asText(*bytes));
  if (!head) {
    throw Fault(FaultKind::kCorrupt,
                (directory_ / kFile).string() + " cannot be read as the guard of " + origin_,
                "Restore it from what was last published; until then sign nothing.");
  }
  return head;
}

void Guard::advance(const std::optional<SignedHead>& expected, const SignedHead& next) {
  const GuardLock lock = GuardLock::take(directory_);
  const std::optional<SignedHead> now = last();
  if (now != expected) {
    throw Fault(FaultKind::kBusy,
                "the guard in " + directory_.string() + " has moved on to " +
                    (now ? inWords(*now) : "nothing"),
                "Another process has signed meanwhile; try again.");
  }
  if (now && (next.size < now->size || (next.size == now->size && next.root != now->root))) {
    contradiction("this ledger is at " + inWords(next) + ", but " + inWords(*now) +
                  " was signed before");
  }
  Directory::open(directory_, Readers::kOwner).writeDurably(kFile, asBytes(encode(origin_, next)));
}

GuardAnswer compareWithGuard(const Guard& guard, const LogReader& log) {
  const std::optional<SignedHead> signedHead = guard.last();
  if (!signedHead) return GuardAnswer::kNotCompared;
  if (signedHead->size > log.size()) {
    contradiction("this ledger holds " + std::to_string(log.size()) + " entries, but " +
                  inWords(*signedHead) + " was signed before");
  }
  Sha256 hasher;
  TileHashes hashes(log, log.size());
  const SignedHead held{signedHead->size, rootAt(hashes, hasher, signedHead->size)};
  if (held != *signedHead) {
    contradiction("this ledger has " + inWords(held) + ", but " + inWords(*signedHead) +
                  " was signed before");
  }
  return GuardAnswer::kHolds;
}

}  // namespace minutebook
