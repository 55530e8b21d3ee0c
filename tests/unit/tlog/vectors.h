// tests/unit/tlog/vectors.h
//
// Reading known answers, and the slow and plain way to the same hashes.

#pragma once

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "ledger/base/bytes.h"
#include "tests/support/memory_log.h"

namespace minutebook {

/// Parses a JSON file; throws if there is none.
inline nlohmann::json readJson(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("no file " + path);
  return nlohmann::json::parse(in);
}

/// A file of tests/golden.
inline nlohmann::json goldenJson(const std::string& name) {
  return readJson(std::string(MINUTEBOOK_SOURCE_DIR) + "/tests/golden/" + name);
}

inline Hash hashOf(const nlohmann::json& hex) {
  return Hash::of(fromHex(hex.get<std::string>()).value()).value();
}

inline std::vector<Hash> hashesOf(const nlohmann::json& list) {
  std::vector<Hash> hashes;
  for (const auto& hex : list) hashes.push_back(hashOf(hex));
  return hashes;
}

/// Hashes of complete subtrees, worked out from all leaf hashes each time: slow and plain, to
/// compare the tiles with.
class LeafHashes : public HashReader {
 public:
  explicit LeafHashes(std::vector<Hash> leaves) : leaves_(std::move(leaves)) {}

  Hash subtree(unsigned level, std::uint64_t index) override {
    const std::size_t width = std::size_t{1} << level;
    return rootOf(hasher_, std::span(leaves_).subspan(index * width, width));
  }

 private:
  std::vector<Hash> leaves_;
  Sha256 hasher_;
};

}  // namespace minutebook
