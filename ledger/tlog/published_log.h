// ledger/tlog/published_log.h
//
// A log as a directory of files in tlog-tiles layout: read by anyone, written by publish.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/directory.h"
#include "ledger/tlog/log_reader.h"
#include "ledger/tlog/tile.h"

namespace minutebook {

/// The name of the checkpoint in a published directory.
constexpr std::string_view kCheckpointFile = "checkpoint";
/// Beside it, a signed checkpoint that waits for witnesses to cosign it. It promises nothing to
/// readers, who read kCheckpointFile.
constexpr std::string_view kWaitingCheckpointFile = "checkpoint-to-cosign";

/// The signed checkpoint of a published directory, unverified; nothing if there is none yet.
std::optional<std::string> readPublishedCheckpoint(const FileTree& directory);

/// Reads the entries and tiles of a published directory up to one size.
///
/// No symbolic link is followed, every file must have exactly the size its place demands. A missing
/// file throws kCorrupt too: a signed checkpoint obliges the log to serve it. If a partial file is
/// gone because the full one has come, that one is read.
class PublishedLog : public LogReader {
 public:
  /// `size` comes from a checkpoint that has been verified. `directory` must outlive this.
  PublishedLog(const FileTree& directory, std::uint64_t size);

  std::uint64_t size() const override { return size_; }
  Bytes entry(std::uint64_t index) const override;
  void forEach(std::uint64_t from, std::uint64_t to, const EntryVisitor& visit) const override;
  /// Never nothing: throws instead.
  std::optional<Bytes> tile(unsigned level, std::uint64_t n, unsigned width) const override;

 private:
  /// A bundle's bytes and where its entries lie in them.
  struct Bundle {
    std::uint64_t n = UINT64_MAX;
    Bytes bytes;
    std::vector<ByteView> entries;
  };
  const Bundle& loadBundle(std::uint64_t n) const;

  const FileTree& directory_;
  std::uint64_t size_;
  mutable Bundle last_;  // Entries are mostly asked for in order.
};

/// Writes every tile and bundle that a checkpoint of `size` obliges the log to serve, durably, and
/// returns how many files were written. Full ones that are there with the right size are kept, so
/// publishing again costs what was added. The checkpoint is not touched: write it with
/// publishCheckpoint() when this has returned.
///
/// On a throw the directory holds whole files of this log only, and the old checkpoint still has
/// every file it needs. Throws kBug if size > log.size().
std::uint64_t publishTiles(const LogReader& log, std::uint64_t size, Directory& directory);

/// Replaces the checkpoint, durably, then removes the partial files that have become full and that
/// a checkpoint of `size` does not need. The last step of publishing.
void publishCheckpoint(Directory& directory, std::string_view signedCheckpoint, std::uint64_t size);

}  // namespace minutebook
