// A checkpoint with time stamps: the file itself, and the DER that its lines hold. What is read of
// the file is exactly what would have been written; no token makes the reader stumble.

#include "ledger/crypto/time_stamp.h"
#include "ledger/tlog/stamped_checkpoint.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace minutebook;
  const ByteView bytes{data, size};
  const auto stamped = StampedCheckpoint::parse(asText(bytes));
  if (!stamped) {
    demand(!stamped.refusal().remedy.empty());
    // Bytes that are no such file may be one of its parts.
    if (const auto token = tokenOfReply(bytes)) demand(!token.value().empty());
    (void)certificatesIn(bytes);
    (void)crlsIn(bytes);
    if (const auto asked = StampRequest::parse(bytes)) {
      demand(sameBytes(asked.value().encode(), bytes));
    }
    return 0;
  }
  demand(stamped.value().encode() == asText(bytes));
  for (std::size_t place = 0; place < stamped.value().stamps.size(); ++place) {
    const std::string over = stamped.value().bytesOf(place).data;
    const auto verified = verifyTimeStamp(stamped.value().stamps[place], asBytes(over), {});
    if (!verified) demand(!verified.refusal().remedy.empty());
  }
  return 0;
}
