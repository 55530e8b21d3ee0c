#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>

#include "tests/crash/crash_recipe.h"
#include "tests/support/temp_directory.h"

extern char** environ;

namespace minutebook {
namespace {

/// Runs the writer, kills it once it has acknowledged `lines` batches and some microseconds more;
/// returns the last size that it acknowledged.
std::uint64_t runAndKill(const std::filesystem::path& ledger, int lines, unsigned microseconds) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return 0;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  std::string program = MINUTEBOOK_STORE_WRITER;
  std::string path = ledger.string();
  char* arguments[] = {program.data(), path.data(), nullptr};
  pid_t child = 0;
  EXPECT_EQ(::posix_spawn(&child, program.c_str(), &actions, nullptr, arguments, environ), 0);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  std::string said;
  char c = 0;
  for (int seen = 0; seen < lines && ::read(ends[0], &c, 1) == 1; seen += c == '\n') said += c;
  ::usleep(microseconds);
  ::kill(child, SIGKILL);
  while (::read(ends[0], &c, 1) == 1) said += c;
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself";
  said.erase(said.rfind('\n') == std::string::npos ? 0 : said.rfind('\n'));
  const std::size_t line = said.rfind('\n');
  return parseDecimal(line == std::string::npos ? said : said.substr(line + 1)).value_or(0);
}

TEST(KilledStore, LosesNoAcknowledgedBatchAndKeepsNoHalfOne) {
  const TempDirectory temp;
  EntryStore::create(temp.path() / "ledger");
  std::mt19937 random(20240611);
  for (int round = 0; round < 25; ++round) {
    const int lines = static_cast<int>(random() % 30);
    const std::uint64_t acknowledged =
        runAndKill(temp.path() / "ledger", lines, static_cast<unsigned>(random() % 4000));
    // Readers see the same as the next writer, before it has mended anything.
    std::uint64_t seen = 0;
    {
      const auto reader = EntryStore::open(temp.path() / "ledger", StoreAccess::kRead, "");
      seen = reader->size();
      ASSERT_EQ(checkFacts(*reader), "") << round;
    }
    const auto store = EntryStore::open(temp.path() / "ledger", StoreAccess::kWrite, "test");
    ASSERT_GE(store->size(), acknowledged) << round;
    ASSERT_EQ(store->size(), seen) << round;
    ASSERT_TRUE(isBatchEdge(store->size())) << round << ": " << store->size();
    ASSERT_EQ(checkRecipe(*store), "") << round;
    ASSERT_EQ(checkFacts(*store), "") << round;
    store->verifyChecksums();
  }
}

}  // namespace
}  // namespace minutebook
