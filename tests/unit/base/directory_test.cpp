// tests/unit/base/directory_test.cpp

#include "ledger/base/directory.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "tests/support/fault_of.h"
#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

void writeRaw(const fs::path& path, std::string_view content) {
  std::ofstream(path, std::ios::binary) << content;
}

mode_t modeOf(const fs::path& path) {
  struct stat status {};
  EXPECT_EQ(::stat(path.c_str(), &status), 0);
  return status.st_mode & 0777;
}

class DirectoryTest : public ::testing::Test {
 protected:
  TempDirectory temp_;
  Directory directory_ = Directory::open(temp_.path(), Readers::kEveryone);
};

TEST_F(DirectoryTest, ReadsBackWhatItWroteInFoldersItMade) {
  directory_.writeDurably("tile/0/x001/000", asBytes("hashes"));
  const auto bytes = directory_.read("tile/0/x001/000", 100);
  ASSERT_TRUE(bytes);
  EXPECT_EQ(asText(*bytes), "hashes");
  EXPECT_EQ(directory_.fileBytes("tile/0/x001/000"), 6u);
}

TEST_F(DirectoryTest, ReplacesAFileAsAWholeAndLeavesNothingElse) {
  directory_.writeDurably("a", asBytes("a long first content"));
  directory_.writeDurably("a", asBytes("short"));
  EXPECT_EQ(asText(*directory_.read("a", 100)), "short");
  EXPECT_EQ(directory_.list("").size(), 1u);
}

TEST_F(DirectoryTest, AbsentIsNothing) {
  EXPECT_FALSE(directory_.read("a", 10));
  EXPECT_FALSE(directory_.read("b/c", 10));
  EXPECT_FALSE(directory_.fileBytes("b/c"));
  EXPECT_TRUE(directory_.list("b").empty());
  directory_.remove("b/c");
}

TEST_F(DirectoryTest, ReadsUpToTheBoundAndNoFurther) {
  directory_.writeDurably("a", asBytes("12345"));
  EXPECT_EQ(directory_.read("a", 5)->size(), 5u);
  EXPECT_EQ(faultOf([&] { (void)directory_.read("a", 4); }), FaultKind::kCorrupt);
}

TEST_F(DirectoryTest, NeverFollowsALink) {
  TempDirectory elsewhere;
  writeRaw(elsewhere.path() / "secret", "secret");
  fs::create_symlink(elsewhere.path() / "secret", temp_.path() / "file");
  fs::create_directory_symlink(elsewhere.path(), temp_.path() / "folder");
  EXPECT_EQ(faultOf([&] { (void)directory_.read("file", 10); }), FaultKind::kCorrupt);
  EXPECT_EQ(faultOf([&] { (void)directory_.fileBytes("file"); }), FaultKind::kCorrupt);
  EXPECT_EQ(faultOf([&] { (void)directory_.read("folder/secret", 10); }), FaultKind::kCorrupt);
  EXPECT_EQ(faultOf([&] { directory_.write("folder/new", asBytes("x")); }), FaultKind::kCorrupt);
  EXPECT_FALSE(fs::exists(elsewhere.path() / "new"));
  // Replacing a link replaces the link, not what it points to.
  directory_.writeDurably("file", asBytes("mine"));
  EXPECT_EQ(asText(*directory_.read("file", 10)), "mine");
  EXPECT_EQ(fs::file_size(elsewhere.path() / "secret"), 6u);
}

TEST_F(DirectoryTest, APipeOrAFolderIsNotAFile) {
  ASSERT_EQ(::mkfifo((temp_.path() / "pipe").c_str(), 0600), 0);
  fs::create_directory(temp_.path() / "folder");
  EXPECT_EQ(faultOf([&] { (void)directory_.read("pipe", 10); }), FaultKind::kCorrupt);
  EXPECT_EQ(faultOf([&] { (void)directory_.read("folder", 10); }), FaultKind::kCorrupt);
}

TEST_F(DirectoryTest, RefusesPathsThatLeaveIt) {
  for (const char* path : {"", "/etc/passwd", "../a", "a/../b", "a//b", "./a", "a/", "a/."}) {
    EXPECT_EQ(faultOf([&] { (void)directory_.read(path, 10); }), FaultKind::kBug) << path;
    EXPECT_EQ(faultOf([&] { directory_.write(path, {}); }), FaultKind::kBug) << path;
  }
}

TEST_F(DirectoryTest, ListsNamesInOrderWithTheirKind) {
  directory_.write("b", {});
  directory_.write("a/x", {});
  fs::create_symlink("b", temp_.path() / "c");
  const auto items = directory_.list("");
  ASSERT_EQ(items.size(), 3u);
  EXPECT_EQ(items[0].name, "a");
  EXPECT_EQ(items[0].kind, Directory::Item::Kind::kFolder);
  EXPECT_EQ(items[1].kind, Directory::Item::Kind::kFile);
  EXPECT_EQ(items[2].kind, Directory::Item::Kind::kOther);
}

TEST_F(DirectoryTest, ALeftoverOfACrashDoesNoHarm) {
  writeRaw(temp_.path() / ".writing", "half a fi");
  directory_.writeDurably("a", asBytes("whole"));
  EXPECT_EQ(asText(*directory_.read("a", 10)), "whole");
  EXPECT_EQ(directory_.list("").size(), 1u);
}

TEST_F(DirectoryTest, RemovesFilesAndEmptyFoldersOnly) {
  directory_.write("folder/file", {});
  EXPECT_EQ(faultOf([&] { directory_.remove("folder"); }), FaultKind::kIo);
  directory_.remove("folder/file");
  directory_.remove("folder");
  directory_.syncFolders();
  EXPECT_TRUE(directory_.list("").empty());
}

TEST(Directory, KeepsTheOwnersFilesFromOthers) {
  TempDirectory temp;
  Directory keys = Directory::create(temp.path() / "keys", Readers::kOwner);
  keys.writeDurably("sub/a.key", asBytes("secret"));
  EXPECT_EQ(modeOf(temp.path() / "keys"), 0700u);
  EXPECT_EQ(modeOf(temp.path() / "keys/sub"), 0700u);
  EXPECT_EQ(modeOf(temp.path() / "keys/sub/a.key"), 0600u);
}

TEST(Directory, OpeningNothingSaysSo) {
  TempDirectory temp;
  EXPECT_EQ(faultOf([&] { Directory::open(temp.path() / "no", Readers::kOwner); }),
            FaultKind::kMissing);
  writeRaw(temp.path() / "file", "x");
  EXPECT_EQ(faultOf([&] { Directory::open(temp.path() / "file", Readers::kOwner); }),
            FaultKind::kMissing);
}

TEST(Directory, CreatingTwiceOpensTheSameOne) {
  TempDirectory temp;
  Directory::create(temp.path() / "d/", Readers::kEveryone).writeDurably("a", asBytes("x"));
  EXPECT_TRUE(Directory::create(temp.path() / "d", Readers::kEveryone).read("a", 1));
}

}  // namespace
}  // namespace minutebook
