// cli/handing_out/unfinished.h
//
// What a killed run left beside the place where something was to be handed out. It may hold opened
// values, so the next run takes it away; another run that is still at work is left alone.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/directory.h"

namespace minutebook {

/// Stands between the name that something is to have and 16 hex digits, while it is in the making.
inline constexpr std::string_view kMakingMark = ".making-";

/// The lock of a folder: held for the moment between making something in it and locking that, so
/// that nobody takes it for a leftover. Where folders cannot be locked, isHeld() is false.
class FolderLock {
 public:
  explicit FolderLock(const std::filesystem::path& folder);
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock() = default;

  bool isHeld() const { return isHeld_; }

 private:
  FileDescriptor folder_;  // Its lock goes with it.
  bool isHeld_ = false;
};

/// Locks a file or folder in the making until `made` is closed, or this process ends in any way.
void holdInTheMaking(const FileDescriptor& made);

/// Removes every leftover in `folder` that is this user's and that no running process holds. Their
/// names. What cannot be locked or removed stays.
std::vector<std::string> removeUnfinished(const std::filesystem::path& folder);

}  // namespace minutebook
