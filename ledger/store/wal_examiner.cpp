#include "ledger/store/wal_examiner.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>

#include "ledger/base/directory.h"
#include "ledger/base/fault.h"
#include "ledger/store/crc32c.h"

namespace minutebook {

namespace {

constexpr std::size_t kBlockBytes = 32768;
constexpr std::size_t kHeaderBytes = 7;  // u32 masked CRC, u16 length, u8 type; little-endian.

enum RecordType : std::uint8_t { kZero = 0, kFull = 1, kFirst = 2, kMiddle = 3, kLast = 4 };

struct Header {
  std::uint32_t crc;
  std::size_t length;
  std::uint8_t type;
};

Header readHeader(const std::uint8_t* at) {
  return {std::uint32_t{at[0]} | std::uint32_t{at[1]} << 8 | std::uint32_t{at[2]} << 16 |
              std::uint32_t{at[3]} << 24,
          static_cast<std::size_t>(at[4] | at[5] << 8), at[6]};
}

bool allZero(ByteView bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t b) { return b == 0; });
}

/// One pass over one file.
class LogFileWalk {
 public:
  LogFileWalk(const std::filesystem::path& path, FileDescriptor file)
      : path_(path), file_(std::move(file)), block_(kBlockBytes) {}

  LogFileReport run() {
    for (;; blockStart_ += kBlockBytes) {
      blockBytes_ = readAt(blockStart_, block_);
      if (walkBlock()) return report_;
      if (blockBytes_ < kBlockBytes) break;
    }
    if (inFragments_) report_.end = LogFileEnd::kTorn;
    return report_;
  }

 private:
  std::size_t readAt(std::uint64_t offset, std::span<std::uint8_t> into) {
    std::size_t have = 0;
    while (have < into.size()) {
      const ssize_t got = ::pread(file_.get(), into.data() + have, into.size() - have,
                                  static_cast<off_t>(offset + have));
      if (got == 0) break;
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) {
        throw Fault(FaultKind::kIo,
                    "reading " + path_.string() + ": " + std::system_category().message(errno),
                    "Check that the disk is healthy.");
      }
      have += static_cast<std::size_t>(got);
    }
    return have;
  }

  /// True if the walk ends here with a torn write.
  bool walkBlock() {
    for (std::size_t at = 0;;) {
      const ByteView left = ByteView(block_).subspan(at, blockBytes_ - at);
      if (kBlockBytes - at < kHeaderBytes) {
        if (!allZero(left)) damaged(at, "the filler at the end of a block is not zero");
        return false;
      }
      if (left.empty()) return false;
      if (left.size() < kHeaderBytes) return torn();
      const Header header = readHeader(left.data());
      if (header.type == kZero && header.length == 0) {
        if (!zeroToTheEnd(at)) damaged(at, "a record has no header");
        return torn();
      }
      if (!fits(header, at, left)) return torn();
      take(header, at);
      at += kHeaderBytes + header.length;
    }
  }

  /// Whether the record is all there, with a good checksum. False: a write cut short. Throws else.
  bool fits(const Header& header, std::size_t at, ByteView left) {
    if (header.type < kFull || header.type > kLast) {
      damaged(at, "a record has the unknown type " + std::to_string(header.type));
    }
    if (kHeaderBytes + header.length > kBlockBytes - at) {
      damaged(at, "a record claims to be longer than its block");
    }
    if (kHeaderBytes + header.length > left.size()) {
      if (anotherLengthFits(header, left.subspan(kHeaderBytes))) {
        damaged(at, "a record's length was changed");
      }
      return false;
    }
    const std::uint32_t crc =
        crc32c(crc32c(0, {&header.type, 1}), left.subspan(kHeaderBytes, header.length));
    if (maskedCrc(crc) != header.crc) damaged(at, "a record fails its checksum");
    return true;
  }

  static bool anotherLengthFits(const Header& header, ByteView payload) {
    std::uint32_t crc = crc32c(0, {&header.type, 1});
    for (std::size_t length = 0;; ++length) {
      if (maskedCrc(crc) == header.crc) return true;
      if (length == payload.size()) return false;
      crc = crc32c(crc, payload.subspan(length, 1));
    }
  }

  /// Fragments must come first, middle, ..., last.
  void take(const Header& header, std::size_t at) {
    const bool begins = header.type == kFull || header.type == kFirst;
    if (begins == inFragments_) damaged(at, "the fragments of a record do not follow each other");
    inFragments_ = header.type == kFirst || header.type == kMiddle;
    if (inFragments_) return;
    ++report_.records;
    report_.wholeBytes = blockStart_ + at + kHeaderBytes + header.length;
  }

  bool zeroToTheEnd(std::size_t at) {
    if (!allZero(ByteView(block_).subspan(at, blockBytes_ - at))) return false;
    Bytes rest(kBlockBytes);
    for (std::uint64_t offset = blockStart_ + blockBytes_;; offset += kBlockBytes) {
      const std::size_t got = readAt(offset, rest);
      if (!allZero(ByteView(rest).first(got))) return false;
      if (got < kBlockBytes) return true;
    }
  }

  bool torn() {
    report_.end = LogFileEnd::kTorn;
    return true;
  }

  [[noreturn]] void damaged(std::size_t at, const std::string& how) {
    throw Fault(
        FaultKind::kCorrupt,
        path_.string() + " is damaged at byte " + std::to_string(blockStart_ + at) + ": " + how,
        "Keep this directory as it is and restore the ledger from a backup.");
  }

  const std::filesystem::path& path_;
  FileDescriptor file_;
  Bytes block_;
  std::size_t blockBytes_ = 0;
  std::uint64_t blockStart_ = 0;
  bool inFragments_ = false;
  LogFileReport report_;
};

}  // namespace

std::optional<LogFileReport> examineLogFile(const std::filesystem::path& file) {
  FileDescriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!opened) {
    if (errno == ENOENT) return std::nullopt;
    throw Fault(FaultKind::kIo,
                "opening " + file.string() + ": " + std::system_category().message(errno),
                "Check that you may read the ledger's files.");
  }
  return LogFileWalk(file, std::move(opened)).run();
}

}  // namespace minutebook
