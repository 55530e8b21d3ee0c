// The note of a backup and the mark of a restored ledger: what is read is exactly what is written.

#include "ledger/store/backup.h"
#include "ledger/store/restored.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace minutebook;
  const std::string_view text = asText({data, size});
  if (const auto note = BackupNote::parse(text)) demand(note->encode() == text);
  if (const auto mark = RestoredMark::parse(text)) demand(mark->encode() == text);
  return 0;
}
