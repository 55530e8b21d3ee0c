// The texts of a bundle: what is written is read back, and nothing else is read.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/bundle/disclosure_file.h"
#include "ledger/bundle/file_list.h"
#include "ledger/bundle/manifest.h"
#include "ledger/bundle/openings_text.h"

namespace minutebook {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

Hash hashOf(std::uint8_t byte) {
  Hash hash;
  hash.bytes.fill(byte);
  return hash;
}

BundleManifest someManifest() {
  BundleManifest manifest;
  manifest.origin = "example.org/panel";
  manifest.scope = {{schema::Audience::AUDITOR, "P-9"}, "T"};
  manifest.size = 812;
  manifest.root = hashOf(7);
  manifest.counts.sealed = 120;
  manifest.counts.opened = 40;
  manifest.counts.sealedForReader = 70;
  manifest.counts.erasedBy = {{640, 7}, {702, 3}};
  manifest.counts.outside = 15;
  manifest.listBytes = 2310;
  manifest.listHash = hashOf(9);
  return manifest;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

TEST(BundleManifest, IsTheTextOfTheFormatsPage) {
  EXPECT_EQ(someManifest().encode(),
            "minutebook/bundle/v1\n"
            "origin example.org/panel\n"
            "for auditor:P-9\n"
            "initiative T\n"
            "tree 812 BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n"
            "sealed 120\n"
            "opened 40\n"
            "sealed-for-reader 70\n"
            "erased 640 7\n"
            "erased 702 3\n"
            "missing 0\n"
            "outside 15\n"
            "files 2310 0909090909090909090909090909090909090909090909090909090909090909\n");
  EXPECT_EQ(clerkNoteName("example.org/panel"), "example.org/panel/clerk");
  EXPECT_EQ(someManifest().counts.erased(), 10u);
}

TEST(BundleManifest, IsReadBackAndInNoOtherSpelling) {
  const std::string good = someManifest().encode();
  ASSERT_EQ(BundleManifest::parse(good).value(), someManifest());
  BundleManifest whole = someManifest();
  whole.scope = {{schema::Audience::SELF, "P-7"}, {}};
  whole.counts.erasedBy.clear();
  ASSERT_EQ(BundleManifest::parse(whole.encode()).value(), whole);
  const std::vector<std::pair<std::string, std::string>> changes = {
      {"bundle/v1", "bundle/v2"},
      {"origin example.org/panel", "origin "},
      {"for auditor:P-9", "for everybody else"},
      {"for auditor:P-9", "for auditor:"},
      {"for auditor:P-9\n", ""},
      {"initiative T", "initiative T T"},
      {"initiative T", "initiative "},
      {"tree 812", "tree 0812"},
      {"tree 812 ", "tree 812  "},
      {"tree 812", "tree 4611686018427387905"},
      {"wc=", "wd="},
      {"sealed 120", "sealed +120"},
      {"opened 40\n", ""},
      {"erased 640 7", "erased 640 07"},
      {"erased 640 7\nerased 702 3", "erased 702 3\nerased 640 7"},
      {"erased 640 7\n", "erased 640 7\nerased 640 7\n"},
      {"missing 0", "missing 0\r"},
      {"outside 15\n", "outside 15\n\n"},
      {"09\n", "0A\n"},
      {"09\n", "09"},
      {"09\n", "09\nmore\n"}};
  for (const auto& [from, to] : changes) {
    const auto read = BundleManifest::parse(replaced(good, from, to));
    ASSERT_FALSE(read) << to;
    EXPECT_EQ(read.refusal().code, "bundle.malformed");
    EXPECT_THAT(read.refusal().remedy, testing::Not(IsEmpty()));
  }
}

TEST(FileList, IsReadBackAndInNoOtherSpelling) {
  const std::vector<ListedFile> files = {{"a", 0, hashOf(1)}, {"tile/0/000.p/3", 96, hashOf(2)}};
  const std::string good = encodeFileList(files);
  EXPECT_EQ(good,
            toHex(hashOf(1).view()) + " 0 a\n" + toHex(hashOf(2).view()) + " 96 tile/0/000.p/3\n");
  EXPECT_EQ(parseFileList(good).value(), files);
  EXPECT_TRUE(parseFileList("").value().empty());
  const std::vector<std::pair<std::string, std::string>> changes = {
      {" 0 a", " 00 a"},        {" 0 a", " 0  a"},    {" 0 a", " 0 /a"},
      {" 0 a", " 0 ../a"},      {" 0 a", " 0 z"},     {" 0 a", " 0 tile/0/000.p/3"},
      {" 0 a", " 268435457 a"}, {"01 0", "0 0"},      {" 96 ", " -96 "},
      {"p/3\n", "p/3"},         {"p/3\n", "p/3\n\n"}, {"tile/0", "tile//0"},
      {"tile/0", "tile/./0"},   {"tile/0", "tile\\0"}};
  for (const auto& [from, to] : changes) {
    EXPECT_FALSE(parseFileList(replaced(good, from, to))) << to;
  }
}

std::vector<BundleOpening> someOpenings() {
  std::vector<BundleOpening> openings;
  for (std::uint64_t entry : {3, 5}) {
    BundleOpening opening;
    opening.entry = entry;
    opening.statement = *StatementId::parse("01920000-0000-7000-8000-000000000004");
    opening.path = {20, {{4, kNoListIndex}}};
    opening.salt.fill(6);
    opening.value = SecretBytes(asBytes(entry == 3 ? "Mo" : ""));
    openings.push_back(std::move(opening));
  }
  return openings;
}

TEST(Openings, AreReadBackAndInNoOtherSpelling) {
  const SecretBytes written = encodeOpenings(someOpenings());
  const std::string good(asText(written.view()));
  const std::string salt = toHex(Bytes(32, 6));
  EXPECT_EQ(good,
            "minutebook/openings/v1\n"
            "3 01920000-0000-7000-8000-000000000004 0014010004ffff " +
                salt +
                " TW8=\n"
                "5 01920000-0000-7000-8000-000000000004 0014010004ffff " +
                salt + " \n");
  const auto read = parseOpenings(good);
  ASSERT_TRUE(read);
  ASSERT_EQ(read.value().size(), 2u);
  EXPECT_EQ(asText(read.value()[0].value.view()), "Mo");
  EXPECT_EQ(read.value()[1].entry, 5u);
  EXPECT_TRUE(sameBytes(encodeOpenings(read.value()).view(), written.view()));
  const std::vector<std::pair<std::string, std::string>> changes = {
      {"openings/v1", "openings/v2"},
      {"\n3 ", "\n03 "},
      {"\n3 ", "\n "},
      {"\n3 ", "\n3  "},
      {"-8000-", "-8000"},
      {"0014010004ffff", "0014020004ffff"},
      {"ffff", "FFFF"},
      {"0606 TW", "06 TW"},
      {"TW8=", "TW8"},
      {"TW8=", "TW9="},
      {"TW8=", "TW8= "},
      {" \n", "\n"}};
  for (const auto& [from, to] : changes) {
    const auto refused = parseOpenings(replaced(good, from, to));
    ASSERT_FALSE(refused) << to;
    // The sentence says where, never what: an opened value belongs in no message.
    EXPECT_THAT(refused.refusal().reason, testing::Not(HasSubstr("TW8")));
  }
  EXPECT_FALSE(parseOpenings(good.substr(0, good.size() - 1)));
  EXPECT_FALSE(parseOpenings(""));
}

DisclosureFile someDisclosure() {
  DisclosureFile file;
  file.origin = "example.org/panel";
  file.reader = {schema::Audience::AUDITOR, "P-9"};
  file.purpose = "To check \"it\"";
  file.recordedIn = 12;
  file.vkey = "example.org/panel+00000000+AQ==";
  file.proof = "c2sp.org/tlog-proof@v1\n";
  file.entry = {1, 2, 3};
  file.path = {20, {{4, kNoListIndex}}};
  file.salt.fill(6);
  file.value = SecretBytes(asBytes("Mo"));
  return file;
}

TEST(DisclosureFile, IsReadBackAndInNoOtherSpelling) {
  const SecretBytes written = someDisclosure().encode();
  const std::string good(asText(written.view()));
  const auto read = DisclosureFile::parse(good);
  ASSERT_TRUE(read);
  EXPECT_EQ(asText(read.value().value.view()), "Mo");
  EXPECT_EQ(read.value().purpose, "To check \"it\"");
  EXPECT_EQ(read.value().recordedIn, 12u);
  const std::vector<std::pair<std::string, std::string>> changes = {
      {"disclosure/1", "disclosure/2"},
      {"auditor:P-9", "nobody at all"},
      {"12", "012"},
      {"12", "\"12\""},
      {"TW8=", "TW8"},
      {"0606", "06"},
      {"AQID", "AQI D"},
      {"\"for\"", "\"to\""},
      {"  \"salt", "  \"more\": 1,\n  \"salt"},
      {"}\n", "}"},
      {"}\n", "}\n\n"},
      {"{\n", "{"},
      {"0014010004ffff", ""},
      {"0014010004ffff", "0014020004ffff"}};
  for (const auto& [from, to] : changes) {
    const auto refused = DisclosureFile::parse(replaced(good, from, to));
    ASSERT_FALSE(refused) << to;
    EXPECT_EQ(refused.refusal().code, "disclosure.malformed");
  }
  DisclosureFile unrecorded = someDisclosure();
  unrecorded.recordedIn = std::nullopt;
  const SecretBytes text = unrecorded.encode();
  EXPECT_THAT(std::string(asText(text.view())), HasSubstr("\"recordedIn\": null"));
  EXPECT_FALSE(DisclosureFile::parse(asText(text.view())).value().recordedIn);
  EXPECT_FALSE(DisclosureFile::parse(std::string(kDisclosureBytesMax + 1, ' ')));
}

}  // namespace
}  // namespace minutebook
