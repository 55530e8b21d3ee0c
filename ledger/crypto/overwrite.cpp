#include "ledger/crypto/overwrite.h"

#include <fcntl.h>

namespace minutebook {

namespace {

/// More than any file of keys; what is larger is no key's.
constexpr std::uint64_t kOverwritten = std::uint64_t{1} << 30;

}  // namespace

void overwriteFile(const Directory& folder, const std::string& name) {
  const std::string what = (folder.path() / name).string();
  FileDescriptor file = folder.openFile(name, O_RDWR);
  const std::uint64_t bytes = folder.fileBytes(name).value_or(0);
  if (!file || bytes > kOverwritten) return;
  // Ones, not zeros: a reader that still has the file open must see damage, never a torn end.
  writeAllAt(file, Bytes(static_cast<std::size_t>(bytes), 0xff), 0, what);
  syncData(file, what);
}

}  // namespace minutebook
