// tests/unit/bundle/tar_test.cpp

#include "ledger/bundle/tar.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <map>

#include "ledger/base/fault.h"
#include "tests/support/fault_of.h"
#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using Files = std::map<std::string, std::string>;

const Files kFiles = {{"checkpoint", "signed"},
                      {"empty", ""},
                      {"tile/0/000", std::string(512, 't')},
                      {"tile/entries/x001/000", std::string(513, 'e')}};

class TarTest : public testing::Test {
 protected:
  /// The archive of some files, as bytes.
  std::string made(const Files& files) {
    const std::filesystem::path path = temp_.path() / "made.tar";
    std::filesystem::remove(path);
    const FileDescriptor file =
        Directory::open(temp_.path(), Readers::kOwner).openFile("made.tar", O_RDWR | O_CREAT);
    TarWriter writer(file, "made.tar");
    for (const auto& [name, content] : files) writer.add(name, asBytes(content));
    writer.finish();
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  TarFile opened(const std::string& bytes) {
    std::ofstream(path(), std::ios::binary | std::ios::trunc) << bytes;
    return TarFile::open(path());
  }

  /// The sentence that the bytes are refused with; empty if they are not.
  std::string refusalOf(const std::string& bytes) {
    try {
      opened(bytes);
    } catch (const Fault& fault) {
      EXPECT_EQ(fault.kind(), FaultKind::kCorrupt);
      EXPECT_FALSE(fault.remedy().empty());
      return fault.what();
    }
    return "";
  }

  std::filesystem::path path() const { return temp_.path() / "some.tar"; }

  TempDirectory temp_;
};

/// A header with some bytes changed, and its checksum made right again.
std::string withHeader(std::string archive, std::size_t at, const std::string& bytes) {
  archive.replace(at, bytes.size(), bytes);
  archive.replace(148, 8, 8, ' ');
  unsigned sum = 0;
  for (std::size_t i = 0; i < 512; ++i) sum += static_cast<unsigned char>(archive[i]);
  std::string digits(6, '0');
  for (std::size_t i = 6; i > 0; sum >>= 3) digits[--i] = static_cast<char>('0' + (sum & 7));
  return archive.replace(148, 8, digits + std::string(1, '\0') + " ");
}

TEST_F(TarTest, GivesBackWhatWasPutIn) {
  const TarFile archive = opened(made(kFiles));
  for (const auto& [name, content] : kFiles) {
    EXPECT_EQ(asText(archive.read(name, 1024).value()), content) << name;
    EXPECT_EQ(archive.fileBytes(name), content.size()) << name;
  }
  EXPECT_FALSE(archive.read("tile", 1024));
  EXPECT_FALSE(archive.read("../some.tar", 1024));
  EXPECT_FALSE(archive.fileBytes("absent"));
}

TEST_F(TarTest, ListsFoldersThatHaveNoEntryOfTheirOwn) {
  const TarFile archive = opened(made(kFiles));
  auto namesIn = [&](const std::string& folder) {
    std::vector<std::string> names;
    for (const FileTree::Item& item : archive.list(folder)) {
      names.push_back(item.name + (item.kind == FileTree::Item::Kind::kFolder ? "/" : ""));
    }
    return names;
  };
  EXPECT_THAT(namesIn(""), ElementsAre("checkpoint", "empty", "tile/"));
  EXPECT_THAT(namesIn("tile"), ElementsAre("0/", "entries/"));
  EXPECT_THAT(namesIn("tile/entries/x001"), ElementsAre("000"));
  EXPECT_THAT(namesIn("absent"), ElementsAre());
}

TEST_F(TarTest, TheSameFilesAreTheSameBytes) {
  EXPECT_EQ(made(kFiles), made(kFiles));
  EXPECT_EQ(made({}), std::string(1024, '\0'));
  EXPECT_EQ(made(kFiles).size(), 4 * 512 + 512 + 0 + 512 + 1024 + 1024u);
}

TEST_F(TarTest, WritesOnlyWhatItWouldRead) {
  for (const std::string name : {"", "/a", "a/", "a//b", "./a", "a/../b", "..", "a b", "a\n"}) {
    EXPECT_EQ(faultOf([&] { made({{name, "x"}}); }), FaultKind::kBug) << name;
  }
  EXPECT_EQ(faultOf([&] { made({{std::string(101, 'a'), "x"}}); }), FaultKind::kBug);
  EXPECT_EQ(refusalOf(made({{std::string(100, 'a'), "x"}})), "");
}

TEST_F(TarTest, RefusesWhatItWouldNotHaveWrittenWithASentence) {
  const std::string good = made({{"a", "one"}, {"b", "two"}});
  const std::string first = good.substr(0, 1024);
  const std::string second = good.substr(1024, 1024);
  const std::string end(1024, '\0');
  const std::string under = made({{"a/b", "two"}}).substr(0, 1024);
  ASSERT_EQ(refusalOf(first + second + end), "");
  const std::vector<std::pair<std::string, std::string>> cases = {
      {withHeader(good, 156, "1"), "\"a\" is a link"},
      {withHeader(good, 156, "2"), "\"a\" is a link"},
      {withHeader(good, 156, "3"), "\"a\" is a device"},
      {withHeader(good, 156, "4"), "\"a\" is a device"},
      {withHeader(good, 156, "6"), "\"a\" is a device"},
      {withHeader(good, 156, "5"), "\"a\" is a folder"},
      {withHeader(good, 156, "x"), "\"a\" is of a kind of its own"},
      {withHeader(good, 156, "L"), "\"a\" is of a kind of its own"},
      {withHeader(good, 156, std::string(1, '\0')), "is not spelt as this program spells it"},
      {withHeader(good, 0, "/a"), "begins at the root of a disk"},
      {withHeader(good, 0, "../a"), "is no name of a bundle's file"},
      {withHeader(good, 0, "x/../a"), "is no name of a bundle's file"},
      {withHeader(good, 0, "a\x1b[31m"), "is no name of a bundle's file"},
      {withHeader(good, 0, std::string(1, '\0')), "is no name of a bundle's file"},
      {withHeader(good, 100, "0000777"), "is not spelt as this program spells it"},
      {withHeader(good, 108, "0001750"), "is not spelt as this program spells it"},
      {withHeader(good, 136, "14000000000"), "is not spelt as this program spells it"},
      {withHeader(good, 157, "b"), "is not spelt as this program spells it"},
      {withHeader(good, 265, "root"), "is not spelt as this program spells it"},
      {withHeader(good, 345, "up"), "is not spelt as this program spells it"},
      {withHeader(good, 124, "\x80"), "is not spelt as this program spells it"},
      {withHeader(good, 124, "77777777777"), "is larger than a bundle's file"},
      {withHeader(good, 124, "00001000000"), "is cut off"},
      {std::string(good).replace(148, 1, "7"), "is not spelt as this program spells it"},
      {std::string(good).replace(520, 1, "x"), "bytes hide behind \"a\""},
      {first + first + end, "\"a\" stands there twice"},
      {second + first + end, "\"a\" is not in the order of names"},
      {first + under + end, "\"a/b\" lies in a file as if that were a folder"},
      {good + std::string(512, '\0'), "more bytes follow"},
      {good + "x", "more bytes follow"},
      {good + good, "more bytes follow"},
      {first + second + std::string(512, '\0'), "does not end as it should"},
      {first + std::string(512, '\0') + second + end, "does not end as it should"},
      {first + second, "is cut off"},
      {good.substr(0, 700), "is cut off"},
      {"", "is cut off"},
      {"\x1f\x8b" + good, "is"},
  };
  for (const auto& [bytes, sentence] : cases) {
    EXPECT_THAT(refusalOf(bytes), HasSubstr(sentence));
  }
}

TEST_F(TarTest, RefusesEveryFlippedBitOfAHeader) {
  const std::string good = made({{"a", "one"}});
  for (std::size_t at = 0; at < 512; ++at) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 4);
    EXPECT_NE(refusalOf(bytes), "") << at;
  }
}

TEST_F(TarTest, FollowsNoLinkAndReadsNoPipe) {
  std::filesystem::create_symlink("made.tar", path());
  made(kFiles);
  EXPECT_EQ(faultOf([&] { TarFile::open(path()); }), FaultKind::kCorrupt);
  EXPECT_EQ(faultOf([&] { TarFile::open(temp_.path() / "absent.tar"); }), FaultKind::kMissing);
}

TEST_F(TarTest, AFileLargerThanAskedForIsNotRead) {
  const TarFile archive = opened(made(kFiles));
  EXPECT_EQ(faultOf([&] { archive.read("tile/0/000", 511); }), FaultKind::kCorrupt);
  EXPECT_TRUE(archive.read("tile/0/000", 512));
}

}  // namespace
}  // namespace minutebook
