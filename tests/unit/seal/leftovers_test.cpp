#include "ledger/seal/leftovers.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

std::uint64_t sumOf(const LeftoverHits& hits) {
  std::uint64_t sum = 0;
  for (const auto& [value, times] : hits) sum += times;
  return sum;
}

std::uint64_t countIn(std::string_view value, std::string_view text) {
  Leftovers leftovers;
  leftovers.add(asBytes(value), "a text");
  return sumOf(leftovers.hitsIn(asBytes(text)));
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

TEST(Leftovers, FindsItAsBase64WhereverItBegins) {
  const std::string text = "by post to the \"green door\", ask";
  for (std::size_t before = 0; before < 7; ++before) {
    const std::string around = std::string(before, '?') + text + "...";
    EXPECT_EQ(countIn(text, toBase64(asBytes(around))), 1u) << before;
  }
  EXPECT_EQ(countIn("\xc3\xbf\xc3\xbf\xc3\xbe corner", "w7_Dv8O-IGNvcm5lcg"), 1u);
  EXPECT_EQ(countIn(text, toBase64(asBytes("by post to the \"green boat\", ask"))), 0u);
}

TEST(Leftovers, FindsItAsHexInEitherCase) {
  EXPECT_EQ(countIn("join us", "x'6a6f696e207573'"), 1u);
  EXPECT_EQ(countIn("join us", "6A6F696E207573"), 1u);
  EXPECT_EQ(countIn("join us", "6a6f696e207574"), 0u);
}

TEST(Leftovers, FindsTheHashOfADocument) {
  Bytes hash;
  for (int i = 0; i < 32; ++i) hash.push_back(static_cast<std::uint8_t>(i * 37 + 11));
  Leftovers leftovers;
  leftovers.addBytes(hash, "a hash");
  EXPECT_EQ(sumOf(leftovers.hitsIn(hash)), 1u);
  EXPECT_EQ(sumOf(leftovers.hitsIn(asBytes("sha256:" + toHex(hash)))), 1u);
  EXPECT_EQ(sumOf(leftovers.hitsIn(asBytes(toBase64(hash)))), 1u);
  EXPECT_EQ(leftovers.notSearched(), 0u);
}

TEST(Leftovers, SaysWhichValueItFoundAndHowOften) {
  Leftovers leftovers;
  leftovers.add(asBytes("first words"), "participant joined, contact");
  leftovers.add(asBytes("other words"), "input received, text");
  const LeftoverHits hits = leftovers.hitsIn(asBytes("other words, and other words"));
  EXPECT_EQ(hits, (LeftoverHits{{1, 2}}));
  EXPECT_EQ(leftovers.what(1), "input received, text");
}

TEST(Leftovers, SetsAsideWhatEverybodyHas) {
  Leftovers leftovers;
  leftovers.add(asBytes("telephone"), "participant joined, contact");
  leftovers.add(asBytes("green door"), "participant joined, contact");
  leftovers.setAside("How it came in: e-mail, telephone, in person.");
  EXPECT_TRUE(leftovers.isSetAside(0));
  EXPECT_FALSE(leftovers.isSetAside(1));
  EXPECT_EQ(leftovers.hitsIn(asBytes("telephone")), (LeftoverHits{{0, 1}}));
}

TEST(Leftovers, CountsWhatIsTooShortToBeLookedFor) {
  Leftovers leftovers;
  leftovers.add(asBytes("yes"), "a text");
  leftovers.add(asBytes("long enough"), "a text");
  leftovers.add(Bytes{1, 2, 3, 4, 5, 6, 7, 0xff}, "a struct");
  EXPECT_EQ(leftovers.values(), 3u);
  EXPECT_EQ(leftovers.notSearched(), 2u);
  EXPECT_EQ(sumOf(leftovers.hitsIn(asBytes("yes yes"))), 0u);
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
  leftovers.add(asBytes("across the edge"), "a text");
  for (std::size_t at = kReadBytes - 40; at < kReadBytes + 50; ++at) {
    const auto path = temp.path() / "file";
    std::ofstream(path, std::ios::binary)
        << std::string(at, ' ') << "across the edge" << std::string(3000, ' ');
    ASSERT_EQ(leftovers.hitsInFile(path), (LeftoverHits{{0, 1}})) << at;
  }
  EXPECT_EQ(leftovers.hitsInFile(temp.path() / "absent"), std::nullopt);
}

}  // namespace
}  // namespace minutebook
