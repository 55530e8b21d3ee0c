// tests/crash/small_disk.h
//
// A disk with room for little, for tests of what happens when it is full.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace minutebook {

/// A file system in memory, seen by this process and its children only. Needs to be root, or to be
/// allowed to play root in a user namespace.
class SmallDisk {
 public:
  /// Mounts it over the directory `at`, which is there. `trouble()` says why it could not.
  SmallDisk(std::filesystem::path at, std::uint64_t bytes);
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk();

  /// Why there is no such disk here; empty if there is.
  const std::string& trouble() const { return trouble_; }
  const std::filesystem::path& path() const { return at_; }

  /// Takes all the room that is left but about `bytes`, until giveBack().
  void fillBut(std::uint64_t bytes);
  void giveBack();

 private:
  std::filesystem::path at_;
  std::string trouble_;
};

}  // namespace minutebook
