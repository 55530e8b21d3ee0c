#include "ledger/store/crc32c.h"

#include <gtest/gtest.h>

namespace minutebook {
namespace {

// The known answers of RFC 3720 appendix B.4, and the usual check value.
TEST(Crc32c, GivesTheKnownAnswers) {
  EXPECT_EQ(crc32c(0, asBytes("123456789")), 0xe3069283U);
  EXPECT_EQ(crc32c(0, Bytes(32, 0x00)), 0x8a9136aaU);
  EXPECT_EQ(crc32c(0, Bytes(32, 0xff)), 0x62a8ab43U);
  EXPECT_EQ(crc32c(0, {}), 0U);
}

TEST(Crc32c, IsTheSameInPieces) {
  const std::string text = "a text that is longer than eight bytes, in two pieces";
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    const std::uint32_t first = crc32c(0, asBytes(text.substr(0, cut)));
    EXPECT_EQ(crc32c(first, asBytes(text.substr(cut))), crc32c(0, asBytes(text))) << cut;
  }
}

}  // namespace
}  // namespace minutebook
