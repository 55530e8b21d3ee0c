#include "ledger/bundle/manifest.h"

#include "ledger/base/ids.h"
#include "ledger/bundle/text_lines.h"
#include "ledger/tlog/note.h"
#include "ledger/tlog/tree.h"

namespace minutebook {

namespace {

constexpr std::string_view kHead = "minutebook/bundle/v1";
constexpr std::string_view kOrigin = "origin ";
constexpr std::string_view kReader = "for ";
constexpr std::string_view kInitiative = "initiative ";
constexpr std::string_view kTree = "tree ";
constexpr std::string_view kSealed = "sealed ";
constexpr std::string_view kOpened = "opened ";
constexpr std::string_view kSealedForReader = "sealed-for-reader ";
constexpr std::string_view kErased = "erased ";
constexpr std::string_view kMissing = "missing ";
constexpr std::string_view kOutside = "outside ";
constexpr std::string_view kFiles = "files ";

/// Reads line after line. What is read wrongly is found at the end, by writing it again.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : text_(text) {}

  bool nextIs(std::string_view key) const { return text_.starts_with(key); }
  /// The rest of the next line, if it begins with `key`; else empty.
  std::string_view value(std::string_view key) {
    if (!nextIs(key)) return {};
    text_.remove_prefix(key.size());
    return takeUpTo(text_, '\n').value_or(std::string_view());
  }
  std::uint64_t number(std::string_view key) { return parseDecimal(value(key)).value_or(0); }
  /// A number and, after a space, a text.
  std::pair<std::uint64_t, std::string_view> numberAndText(std::string_view key) {
    std::string_view rest = value(key);
    const auto first = takeUpTo(rest, ' ').value_or(std::string_view());
    return {parseDecimal(first).value_or(0), rest};
  }

 private:
  std::string_view text_;
};

Hash hashIn(const std::optional<Bytes>& raw) {
  const auto hash = raw ? Hash::of(*raw) : std::nullopt;
  return hash.value_or(Hash());
}

std::string line(std::string_view key, std::uint64_t number) {
  return std::string(key) + std::to_string(number) + "\n";
}

std::string line(std::string_view key, std::uint64_t number, const std::string& text) {
  return std::string(key) + std::to_string(number) + " " + text + "\n";
}

SealedCounts readCounts(LineReader& lines) {
  SealedCounts counts;
  counts.sealed = lines.number(kSealed);
  counts.opened = lines.number(kOpened);
  counts.sealedForReader = lines.number(kSealedForReader);
  while (lines.nextIs(kErased)) {
    const auto [entry, count] = lines.numberAndText(kErased);
    counts.erasedBy[entry] = parseDecimal(count).value_or(0);
  }
  counts.missing = lines.number(kMissing);
  counts.outside = lines.number(kOutside);
  return counts;
}

}  // namespace

std::string BundleManifest::encode() const {
  std::string text = std::string(kHead) + "\n" + std::string(kOrigin) + origin + "\n";
  text += std::string(kReader) + formatViewer(scope.reader) + "\n";
  if (scope.initiative) text += std::string(kInitiative) + *scope.initiative + "\n";
  text += line(kTree, size, toBase64(root.view()));
  text += line(kSealed, counts.sealed) + line(kOpened, counts.opened);
  text += line(kSealedForReader, counts.sealedForReader);
  for (const auto& [entry, count] : counts.erasedBy) {
    text += line(kErased, entry, std::to_string(count));
  }
  text += line(kMissing, counts.missing) + line(kOutside, counts.outside);
  return text + line(kFiles, listBytes, toHex(listHash.view()));
}

Outcome<BundleManifest> BundleManifest::parse(std::string_view text) {
  std::string_view rest = text;
  if (takeUpTo(rest, '\n') != kHead) {
    return bundleMalformed("The first line of the manifest does not say that it is one.");
  }
  LineReader lines(rest);
  BundleManifest manifest;
  manifest.origin = lines.value(kOrigin);
  if (!isKeyName(manifest.origin)) return bundleMalformed("The manifest names no ledger.");
  const std::optional<Viewer> reader = parseViewer(lines.value(kReader));
  if (!reader) return bundleMalformed("The manifest does not say for whom the bundle is.");
  manifest.scope.reader = *reader;
  if (lines.nextIs(kInitiative)) {
    manifest.scope.initiative = std::string(lines.value(kInitiative));
    if (!isRecordId(*manifest.scope.initiative)) {
      return bundleMalformed("What the manifest names as an initiative cannot be one.");
    }
  }
  const auto [size, root] = lines.numberAndText(kTree);
  manifest.size = size;
  manifest.root = hashIn(fromBase64(root));
  manifest.counts = readCounts(lines);
  const auto [listBytes, listHash] = lines.numberAndText(kFiles);
  manifest.listBytes = listBytes;
  manifest.listHash = hashIn(fromHex(listHash));
  const std::string written = manifest.encode();
  if (written != text) return bundleMalformed("In the manifest: " + otherSpelling(text, written));
  if (manifest.size > kTreeSizeMax) {
    return bundleMalformed("The manifest is of more entries than any log has.");
  }
  return manifest;
}

std::string clerkNoteName(std::string_view origin) {
  return std::string(origin) + "/clerk";
}

}  // namespace minutebook
