#include "cli/witness/cosign_file.h"

#include <filesystem>
#include <utility>
#include <vector>

#include "ledger/base/fault.h"
#include "ledger/tlog/published_log.h"
#include "ledger/tlog/tile_hashes.h"
#include "ledger/witness/add_checkpoint.h"

namespace minutebook {

namespace {

std::string readText(const std::string& path) {
  const std::filesystem::path whole = std::filesystem::absolute(path);
  const Directory folder = Directory::open(whole.parent_path(), Readers::kEveryone);
  const auto bytes = folder.read(whole.filename().string(), kNoteBytesMax);
  if (bytes) return std::string(asText(*bytes));
  throw Fault(FaultKind::kMissing, "there is no file " + path, "Check the path.");
}

std::string noteIn(const Directory& directory) {
  for (const std::string_view name : {kWaitingCheckpointFile, kCheckpointFile}) {
    if (const auto bytes = directory.read(name, kNoteBytesMax)) {
      return std::string(asText(*bytes));
    }
  }
  throw Fault(FaultKind::kMissing, "there is no checkpoint in " + directory.path().string(),
              "Give the directory that the log's keeper has published.");
}

/// The proof from `from`, made of the tiles, which must give the checkpoint's own root.
std::vector<Hash> proofFrom(const Directory& directory, std::uint64_t from,
                            const Checkpoint& checkpoint) {
  const PublishedLog log(directory, checkpoint.size);
  TileHashes hashes(log, checkpoint.size);
  Sha256 hasher;
  if (rootAt(hashes, hasher, checkpoint.size) != checkpoint.root) {
    throw Fault(FaultKind::kCorrupt,
                directory.path().string() + " does not hold the tree of this checkpoint",
                "Copy the published directory again, whole, and keep what you have as it is.");
  }
  if (from > checkpoint.size) return {};
  return proveConsistency(hashes, hasher, {from, checkpoint.size});
}

}  // namespace

Outcome<std::string> requestFrom(const std::string& path,
                                 const std::optional<std::string>& published,
                                 const Witness& witness) {
  const bool isDirectory = std::filesystem::is_directory(path);
  std::optional<Directory> tiles;
  if (isDirectory || published) {
    tiles = Directory::open(isDirectory ? path : *published, Readers::kEveryone);
  }
  std::string text = isDirectory ? noteIn(*tiles) : readText(path);
  if (text.starts_with("old ")) return text;
  AddCheckpoint request{0, {}, std::move(text)};
  const auto note = SignedNote::parse(request.checkpoint);
  const auto head = note ? Checkpoint::parse(note.value().text) : note.refusal();
  // What cannot be read is refused by the witness, in its own words.
  if (!head) return request.encode();
  const auto latest = witness.latest(originOf(request));
  request.oldSize = latest ? latest->size : 0;
  if (tiles) {
    request.proof = proofFrom(*tiles, request.oldSize, head.value());
  } else if (request.oldSize > 0 && request.oldSize < head.value().size) {
    throw Fault(FaultKind::kUsage,
                "this witness has cosigned " + std::to_string(request.oldSize) +
                    " entries, and nothing shows that these " + std::to_string(head.value().size) +
                    " continue them",
                "Add the log's published directory: --published DIR.");
  }
  return request.encode();
}

}  // namespace minutebook
