#include "ledger/store/writer_lock.h"

#include <gtest/gtest.h>

#include <fstream>
#include <optional>

#include "tests/support/fault_of.h"
#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

TEST(WriterLock, IsHeldByOneAndGivenBack) {
  const TempDirectory temp;
  EXPECT_FALSE(isBeingWritten(temp.path()));
  {
    std::optional<WriterLock> lock(WriterLock::take(temp.path(), "process 3 (publish)"));
    EXPECT_TRUE(isBeingWritten(temp.path()));
    EXPECT_EQ(writerInWords(temp.path()), "process 3 (publish)");
    EXPECT_EQ(faultOf([&] { WriterLock::take(temp.path(), "second"); }), FaultKind::kBusy);
    EXPECT_EQ(writerInWords(temp.path()), "process 3 (publish)");
  }
  EXPECT_FALSE(isBeingWritten(temp.path()));
  EXPECT_EQ(writerInWords(temp.path()), "another process");
  WriterLock::take(temp.path(), "next");
}

TEST(WriterLock, ShowsNothingButPrintableWords) {
  const TempDirectory temp;
  std::ofstream(temp.path() / "LOCK") << "\x1b[31mred\x07 alert" << std::string(500, 'x');
  const std::string words = writerInWords(temp.path());
  EXPECT_EQ(words.substr(0, 15), "?[31mred? alert");
  EXPECT_EQ(words.size(), 200u);
}

}  // namespace
}  // namespace minutebook
