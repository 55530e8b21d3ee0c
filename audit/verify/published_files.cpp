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
    std::optional<std::string> why;
    auto damage = damageOf([&] {
      why = path.kind == TilePath::Kind::kHashes ? whyOtherHashes(path, common)
                                                 : whyOtherEntries(path, common);
    });
    if (!damage && !why) return;
    findings_.add(FindingKind::kFileContradicts, std::nullopt,
                  damage ? *damage + "." : path.encode() + " " + *why + ".");
  }

  std::optional<std::string> whyOtherHashes(const TilePath& path, unsigned common) const {
    const Bytes bytes = directory_.read(path.encode(), kFullTileBytes).value_or(Bytes());
    if (bytes.size() != std::size_t{32} * path.width) return whyNoTile(bytes.size(), path);
    if (common == 0) return std::nullopt;
    // At its width under the checkpoint: at another, the log would read this very file.
    const unsigned width = tileWidth(path.level, path.n, log_.size());
    std::optional<Bytes> verified;
    // That the log's own tile cannot be read is a finding already.
    if (damageOf([&] { verified = log_.tile(path.level, path.n, width); })) return std::nullopt;
    for (std::size_t i = 0; i < common; ++i) {
      if (sameBytes(ByteView(*verified).subspan(32 * i, 32), ByteView(bytes).subspan(32 * i, 32))) {
        continue;
      }
      return "is not what the entries give, from hash " + std::to_string(i) + " on";
    }
    return std::nullopt;
  }

  std::optional<std::string> whyOtherEntries(const TilePath& path, unsigned common) const {
    const Bytes bytes = directory_.read(path.encode(), kBundleBytesMax).value_or(Bytes());
    const auto entries = decodeBundle(bytes, path.width);
    if (!entries) return whyNoBundle(bytes, path);
    for (unsigned i = 0; i < common; ++i) {
      const std::uint64_t index = path.n * kTileWidth + i;
      if (sameBytes((*entries)[i], log_.entry(index))) continue;
      return "holds another entry " + std::to_string(index) + " than the log";
    }
    return std::nullopt;
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
