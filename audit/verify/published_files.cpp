#include "audit/verify/published_files.h"

#include <algorithm>
#include <optional>
#include <string>

#include "audit/verify/damage.h"
#include "ledger/tlog/tile.h"

namespace minutebook {

namespace {

constexpr std::string_view kTileFolder = "tile";
// tile/<level>/x###/.../###.p/<width>: no tile of any log lies deeper.
constexpr unsigned kDepthMax = 12;

/// Goes through the folders once. Used once.
class ExtraFileChecker {
 public:
  ExtraFileChecker(const FileTree& directory, const PublishedLog& log, FindingList& findings)
      : directory_(directory), log_(log), findings_(findings) {}

  ExtraFiles run() {
    folder(std::string(kTileFolder), 0);
    return extra_;
  }

 private:
  void folder(const std::string& path, unsigned depth) {
    for (const FileTree::Item& item : directory_.list(path)) {
      const std::string name = path + "/" + item.name;
      if (item.kind == FileTree::Item::Kind::kFolder && depth < kDepthMax) {
        folder(name, depth + 1);
        continue;
      }
      const std::optional<TilePath> tile = TilePath::parse(name);
      if (item.kind == FileTree::Item::Kind::kFile && tile && tile->level <= kTileLevelMax) {
        file(*tile);
      } else {
        findings_.add(FindingKind::kFileUnexpected, std::nullopt, name + " is no tile.");
      }
    }
  }

  void file(const TilePath& path) {
    const unsigned width = tileWidth(path.level, path.n, log_.size());
    if (path.width == width) return;  // Verified with the log.
    ++(path.width > width ? extra_.beyond : extra_.leftover);
    const unsigned common = std::min(width, path.width);
    std::optional<bool> same;
    auto damage = damageOf([&] {
      same = path.kind == TilePath::Kind::kHashes ? hashesAgree(path, common)
                                                  : entriesAgree(path, common);
    });
    if (!damage && same == true) return;
    findings_.add(FindingKind::kFileContradicts, std::nullopt,
                  damage ? *damage + "." : path.encode() + " is not what the entries give.");
  }

  bool hashesAgree(const TilePath& path, unsigned common) const {
    const auto bytes = directory_.read(path.encode(), kFullTileBytes);
    if (!bytes || bytes->size() != std::size_t{32} * path.width) return false;
    if (common == 0) return true;
    // At its width under the checkpoint: at another, the log would read this very file.
    const unsigned width = tileWidth(path.level, path.n, log_.size());
    const auto verified = log_.tile(path.level, path.n, width);
    const std::size_t length = std::size_t{32} * common;
    return sameBytes(ByteView(*verified).first(length), ByteView(*bytes).first(length));
  }

  bool entriesAgree(const TilePath& path, unsigned common) const {
    const auto bytes = directory_.read(path.encode(), kBundleBytesMax);
    if (!bytes) return false;
    const auto entries = decodeBundle(*bytes, path.width);
    if (!entries) return false;
    for (unsigned i = 0; i < common; ++i) {
      if (!sameBytes((*entries)[i], log_.entry(path.n * kTileWidth + i))) return false;
    }
    return true;
  }

  const FileTree& directory_;
  const PublishedLog& log_;
  FindingList& findings_;
  ExtraFiles extra_;
};

}  // namespace

ExtraFiles checkExtraFiles(const FileTree& directory, const PublishedLog& log,
                           FindingList& findings) {
  return ExtraFileChecker(directory, log, findings).run();
}

}  // namespace minutebook
