// Segments from anybody: judged as the library does, without it.

#include "tests/fuzz/fuzz_target.h"
#include "tests/support/library_canonical.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace minutebook;
  const ByteView bytes(data, size);
  if (size > kStatementBytesMax) return 0;
  const bool isCanonical = isCanonicalSegment(bytes);
  const bool isForLibrary = libraryCallsCanonical(bytes);
  demand(!isCanonical || isForLibrary);
  // For the library lists of nothing may be longer.
  demand(isCanonical || !isForLibrary || !holdsStruct(bytes) || !whyMalformed(bytes).empty());
  return 0;
}
