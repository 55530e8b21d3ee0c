#include "ledger/seal/leftovers.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

std::uint64_t countIn(std::string_view value, std::string_view text) {
  Leftovers leftovers;
  leftovers.add(asBytes(value));
  return leftovers.countIn(asBytes(text));
}

TEST(Leftovers, FindsATextWhereverItStands) {
  EXPECT_EQ(countIn("a seat by the door", "asked for a seat by the door."), 1u);
  EXPECT_EQ(countIn("a seat by the door", "a seat by the doo"), 0u);
  EXPECT_EQ(countIn("aaaaaa", "aaaaaaaa"), 3u);
}

TEST(Leftovers, FindsItAsJsonWrites) {
  EXPECT_EQ(countIn("said \"no\" twice", R"({"t":"said \"no\" twice"})"), 1u);
  EXPECT_EQ(countIn("one\ntwo\tthree", R"(one\ntwo\tthree)"), 1u);
  EXPECT_EQ(countIn("caf\xc3\xa9 corner", R"(caf\u00e9 corner)"), 1u);
  EXPECT_EQ(countIn("\xf0\x9f\x98\x80 glad", R"(\ud83d\ude00 glad)"), 1u);
  EXPECT_EQ(countIn("\"caf\xc3\xa9\" corner", "\\\"caf\xc3\xa9\\\" corner"), 1u);
}

TEST(Leftovers, FindsItAsUtf16OfEitherByteOrder) {
  const std::string little("c\0a\0f\0\xe9\0\x3d\xd8\x00\xde!\0", 14);
  const std::string big("\0c\0a\0f\0\xe9\xd8\x3d\xde\x00\0!", 14);
  const std::string text = "caf\xc3\xa9\xf0\x9f\x98\x80!";
  EXPECT_EQ(countIn(text, "x" + little + "x"), 1u);
  EXPECT_EQ(countIn(text, "x" + big + "x"), 1u);
}

TEST(Leftovers, FindsTheTextsInsideAStruct) {
  const std::string body("\x01\0\0\0hidden words\0\0\0\0\x02", 21);
  EXPECT_EQ(countIn(body, "some hidden words here"), 1u);
}

TEST(Leftovers, CountsWhatIsTooShortToBeLookedFor) {
  Leftovers leftovers;
  leftovers.add(asBytes("yes"));
  leftovers.add(asBytes("long enough"));
  leftovers.add(Bytes{1, 2, 3, 4, 5, 6, 7, 0xff});
  EXPECT_EQ(leftovers.values(), 3u);
  EXPECT_EQ(leftovers.notSearched(), 2u);
  EXPECT_EQ(leftovers.countIn(asBytes("yes yes")), 0u);
}

TEST(Leftovers, LooksForTheBeginningOfALongText) {
  const std::string text = std::string(kLeftoverBytesMax - 1, 'x') + "\xc3\xa9 and more";
  EXPECT_EQ(countIn(text, std::string(kLeftoverBytesMax - 1, 'x')), 1u);
  EXPECT_EQ(countIn(text, text), 1u);
}

TEST(Leftovers, FindsWhatLiesAcrossTwoReadsOfAFile) {
  constexpr std::size_t kReadBytes = std::size_t{1} << 20;
  const TempDirectory temp;
  Leftovers leftovers;
  leftovers.add(asBytes("across the edge"));
  for (std::size_t at = kReadBytes - 40; at < kReadBytes + 50; ++at) {
    const auto path = temp.path() / "file";
    std::ofstream(path, std::ios::binary)
        << std::string(at, ' ') << "across the edge" << std::string(3000, ' ');
    ASSERT_EQ(leftovers.countInFile(path), 1u) << at;
  }
  EXPECT_EQ(leftovers.countInFile(temp.path() / "absent"), std::nullopt);
}

}  // namespace
}  // namespace minutebook
