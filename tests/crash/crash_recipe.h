// tests/crash/crash_recipe.h
//
// What the writer that is killed writes, and how the test that kills it knows what must be there.

#pragma once

#include <string>

#include "tests/unit/store/store_recipe.h"

namespace minutebook {

/// Entries of the batch that begins at `size`: small and large ones mixed.
inline std::uint64_t batchAt(std::uint64_t size) {
  return size % 5 == 0 ? 1 : size % 7 == 0 ? 400 : size % 3 == 0 ? 30 : 7;
}

/// Whether a ledger of recipe batches can have this size.
inline bool isBatchEdge(std::uint64_t size) {
  std::uint64_t edge = 0;
  while (edge < size) edge += batchAt(edge);
  return edge == size;
}

inline std::string factKey(std::uint64_t index) {
  Bytes seed;
  appendU64(seed, index);
  return "f" + toHex(sha256(seed).view());
}

/// One fact an entry, and one that every entry replaces.
inline void bringFactsUp(EntryStore& store) {
  FactTable& facts = store.parts().facts;
  for (std::uint64_t i = facts.upTo(); i < store.size(); ++i) {
    facts.stage(factKey(i), std::to_string(i));
    facts.stage("latest", std::to_string(i));
  }
  facts.reach(store.size());
}

/// What is wrong with the facts; empty if nothing is.
inline std::string checkFacts(const EntryStore& store) {
  const std::uint64_t upTo = store.factsUpTo();
  std::string wrong = upTo > store.size() ? "facts ahead of entries; " : "";
  for (std::uint64_t i = 0; i < store.size(); ++i) {
    const auto found = store.findFact(factKey(i));
    if (i < upTo && found != std::to_string(i)) wrong += "fact lost " + std::to_string(i) + "; ";
    if (i >= upTo && found) wrong += "fact early " + std::to_string(i) + "; ";
  }
  const auto latest = store.findFact("latest");
  if (upTo > 0 && latest != std::to_string(upTo - 1)) wrong += "latest is not the latest; ";
  return wrong;
}

}  // namespace minutebook
