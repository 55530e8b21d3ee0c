// tests/unit/tlog/fingerprint_test.cpp

#include "ledger/tlog/fingerprint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "ledger/tlog/note.h"

namespace minutebook {
namespace {

TEST(Fingerprint, BeginsWithTheIdOfTheKey) {
  Sha256 hasher;
  const VerifierKey key{"example.org/g", NoteKeyType::kEd25519, Bytes(32, 7)};
  EXPECT_EQ(readU32(key.fingerprint(hasher).view()), key.id(hasher));
}

TEST(Fingerprint, IsSixteenWordsInFourGroups) {
  Hash hash;
  for (std::size_t i = 0; i < hash.bytes.size(); ++i) hash.bytes[i] = static_cast<std::uint8_t>(i);
  EXPECT_EQ(fingerprintInWords(hash),
            "acorn actor album amber, angle apple apron arch, arrow atlas attic award, bacon badge "
            "baker banjo");
  hash.bytes[0] = 255;
  EXPECT_TRUE(fingerprintInWords(hash).starts_with("zebra actor"));
}

TEST(Fingerprint, IsTheWorkedExamplesOfItsPage) {
  Sha256 hasher;
  const auto key = VerifierKey::parse(
      hasher, "example.org/g+e8fd6e02+AVaMdylRh6UlFjz4KkT1OvBWfhpu8llQiCUrWzMMFozf");
  EXPECT_EQ(fingerprintInWords(key.value().fingerprint(hasher)),
            "shell willow frame album, dish umbrella bowl boat, fiddle star napkin barn, guitar "
            "broom knot eagle");
}

TEST(Fingerprint, OfWhatIsNoKeyIsNothing) {
  EXPECT_EQ(fingerprintOf("example.org/g+e8fd6e02"), "");
  EXPECT_EQ(fingerprintOf("example.org/g+e8fd6e02+AVaMdylRh6UlFjz4KkT1OvBWfhpu8llQiCUrWzMMFozf"),
            "shell willow frame album, dish umbrella bowl boat, fiddle star napkin barn, guitar "
            "broom knot eagle");
}

/// How many letters one would have to change, add or drop.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = std::min({above + 1, row[j] + 1, corner + (a[i] == b[j] ? 0u : 1u)});
      corner = above;
    }
  }
  return row.back();
}

TEST(FingerprintWords, AreShortSortedAndNotEasilyTakenForEachOther) {
  const auto& words = fingerprintWords();
  EXPECT_TRUE(std::is_sorted(words.begin(), words.end()));
  std::set<std::string_view> beginnings;
  for (const std::string_view word : words) {
    EXPECT_TRUE(word.size() >= 3 && word.size() <= 8) << word;
    EXPECT_TRUE(std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        << word;
    EXPECT_TRUE(beginnings.insert(word.substr(0, 4)).second) << word;
    for (const std::string_view other : words) {
      EXPECT_TRUE(word == other || distance(word, other) > 1) << word << " and " << other;
    }
  }
}

}  // namespace
}  // namespace minutebook
