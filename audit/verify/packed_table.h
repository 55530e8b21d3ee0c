// audit/verify/packed_table.h
//
// Millions of short facts in little memory: the one thing that replaying the rules has to keep.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook {

/// Keys and values up to 65,535 bytes in blocks, found through an open-addressed table of their
/// places: some ten bytes on top of each pair. Grows only. One thread at a time.
class PackedTable {
 public:
  PackedTable();

  /// The pair holds from now on. Throws kBug if one of them is too long.
  void set(std::string_view key, std::string_view value);
  std::optional<std::string> find(std::string_view key) const;
  std::size_t size() const { return count_; }

 private:
  struct Pair {
    std::string_view key;
    std::string_view value;
  };
  Pair pairAt(std::uint64_t place) const;
  Pair pairIn(std::size_t slot) const;
  /// The slot of a key, or the empty one where it belongs.
  std::size_t slotOf(std::string_view key, std::uint64_t hash) const;
  std::uint64_t write(std::string_view key, std::string_view value);
  void grow();

  std::vector<std::vector<char>> blocks_;  // Never moved: a pair lies in one block.
  // Sixteen bits of the key's hash, then block number and offset plus one; 0 is empty. Most
  // questions are about keys that are not there: the bits answer without looking at the block.
  std::vector<std::uint64_t> slots_;
  std::size_t count_ = 0;
};

}  // namespace minutebook
