// ledger/view/model_lock.h
//
// One process at a time changes a read model's file.

#pragma once

#include <filesystem>

#include "ledger/base/directory.h"

namespace minutebook {

/// Held from construction to destruction; the lock file stays.
class ModelLock {
 public:
  /// Waits up to half a minute. Throws kBusy then, and kIo.
  explicit ModelLock(const std::filesystem::path& modelFile);

 private:
  FileDescriptor file_;
};

}  // namespace minutebook
