// A stored or published entry.

#include "ledger/event/submission.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace minutebook;
  Outcome<EntryParts> parts = decodeEntry({data, size});
  if (!parts) return 0;
  demand(sameBytes(encodeEntry(parts.value()), {data, size}));
  (void)Statement::decode(parts.value().statement);
  return 0;
}
