// tests/unit/store/store_recipe.h
//
// Entries that anybody can work out from their index, so that a test that has lost its memory (a
// killed process) can still say what must be on disk.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/event/submission.h"
#include "ledger/store/log_appender.h"

namespace minutebook {

/// Entry number `index`: about 250 bytes that do not compress well.
inline Bytes recipeEntry(std::uint64_t index) {
  EntryParts parts;
  parts.recordedAt = 1700000000 + static_cast<std::int64_t>(index / 1000);
  parts.count = 1;
  Sha256 hasher;
  for (std::uint64_t i = 0; i < 4; ++i) {
    Bytes seed;
    appendU64(seed, index);
    appendU64(seed, i);
    append(parts.statement, hasher.of(seed).view());
  }
  parts.signature = Bytes(64, static_cast<std::uint8_t>(index));
  return encodeEntry(parts);
}

/// Every third entry has one opening, every ninth another.
inline std::vector<Opening> recipeOpenings(std::uint64_t index) {
  std::vector<Opening> openings;
  for (std::uint16_t i = 0; i < 2 && index % (i == 0 ? 3 : 9) == 0; ++i) {
    Opening opening;
    opening.path = {72, {{1, kNoListIndex}, {i, i}}};
    opening.keyId.bytes.fill(static_cast<std::uint8_t>(index + i));
    opening.box = Bytes(80, static_cast<std::uint8_t>(index));
    openings.push_back(opening);
  }
  return openings;
}

/// Appends `count` recipe entries as one batch.
inline void appendRecipe(EntryStore& store, LogAppender& appender, std::uint64_t count) {
  std::vector<std::vector<Opening>> openings;
  for (std::uint64_t i = 0; i < count; ++i) openings.push_back(recipeOpenings(store.size() + i));
  std::vector<NewEntry> entries;
  for (std::uint64_t i = 0; i < count; ++i) {
    entries.push_back({recipeEntry(store.size() + i), &openings[i]});
  }
  const std::uint64_t last = store.size() + count - 1;
  appender.append(entries, 1700000000 + static_cast<std::int64_t>(last / 1000));
}

/// What is wrong with the store, as the recipe and RFC 6962 tell; empty if nothing is.
inline std::string checkRecipe(const EntryStore& store) {
  Sha256 hasher;
  Frontier frontier;
  std::vector<FullTile> tiles;
  TileBuilder builder(store.reader());
  std::map<std::uint64_t, std::vector<Opening>> openings;
  store.forEachOpening(
      [&](std::uint64_t index, const Opening& opening) { openings[index].push_back(opening); });
  std::string wrong;
  store.reader().forEach(0, store.size(), [&](std::uint64_t index, ByteView entry) {
    if (!sameBytes(entry, recipeEntry(index))) wrong += "entry " + std::to_string(index) + "; ";
    if (openings[index] != recipeOpenings(index)) {
      wrong += "openings of " + std::to_string(index) + "; ";
    }
    frontier.append(hasher, leafHash(hasher, entry),
                    [&](const Subtree& subtree) { builder.add(hasher, subtree, tiles); });
  });
  if (openings.size() > store.size()) wrong += "openings without an entry; ";
  if (!(frontier == store.head().frontier)) wrong += "frontier; ";
  for (const FullTile& tile : tiles) {
    if (store.reader().tile(tile.level, tile.n, kTileWidth) != tile.hashes) {
      wrong += "tile " + std::to_string(tile.level) + "/" + std::to_string(tile.n) + "; ";
    }
  }
  return wrong;
}

}  // namespace minutebook
