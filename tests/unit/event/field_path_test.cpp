#include "ledger/event/field_path.h"

#include <gtest/gtest.h>

namespace minutebook {
namespace {

TEST(FieldPath, IsBigEndianKindCountAndSteps) {
  FieldPath path{0x0102, {{3, kNoListIndex}, {0x0405, 6}}};
  EXPECT_EQ(toHex(path.bytes()), "0102020003ffff04050006");
  EXPECT_EQ(FieldPath::parse(path.bytes()), path);
}

TEST(FieldPath, IsParsedFromWhatItWritesOnly) {
  Bytes bytes = FieldPath{7, {{1, kNoListIndex}, {2, 0}}}.bytes();
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_FALSE(FieldPath::parse(ByteView(bytes).first(length))) << length;
  }
  bytes.push_back(0);
  EXPECT_FALSE(FieldPath::parse(bytes));
  EXPECT_TRUE(FieldPath::parse(FieldPath{7, std::vector<PathStep>(8)}.bytes()));
  EXPECT_FALSE(FieldPath::parse(FieldPath{7, std::vector<PathStep>(9)}.bytes()));
}

}  // namespace
}  // namespace minutebook
