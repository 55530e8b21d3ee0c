// The archive that a bundle may come in. What is read is exactly what would have been written.

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include <string>

#include "ledger/base/fault.h"
#include "ledger/bundle/file_list.h"
#include "ledger/bundle/tar.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

using namespace minutebook;

void writeAgain(const TarFile& archive, const std::string& folder, TarWriter& writer) {
  for (const FileTree::Item& item : archive.list(folder)) {
    const std::string name = folder.empty() ? item.name : folder + "/" + item.name;
    if (item.kind == FileTree::Item::Kind::kFile) {
      writer.add(name, archive.read(name, kBundleFileBytesMax).value());
    } else {
      writeAgain(archive, name, writer);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FileDescriptor file(::memfd_create("archive", 0));
  writeAllAt(file, {data, size}, 0, "the archive");
  try {
    const TarFile archive = TarFile::of(std::move(file), "the archive");
    // Flat archives only: folders sort after the names that share their beginning.
    for (const FileTree::Item& item : archive.list("")) {
      if (item.kind == FileTree::Item::Kind::kFolder) return 0;
    }
    FileDescriptor again(::memfd_create("again", 0));
    TarWriter writer(again, "again");
    writeAgain(archive, "", writer);
    writer.finish();
    Bytes bytes(size);
    demand(::pread(again.get(), bytes.data(), size, 0) == static_cast<ssize_t>(size));
    demand(sameBytes(bytes, {data, size}));
  } catch (const Fault& fault) {
    demand(fault.kind() == FaultKind::kCorrupt && !fault.remedy().empty());
  }
  return 0;
}
