// tests/unit/crypto/process_memory_test.cpp

#include "ledger/crypto/process_memory.h"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

namespace minutebook {
namespace {

/// How a child ends that does `first`, says what the system thinks of it, and aborts.
int abortAfter(void (*first)()) {
  const pid_t child = ::fork();
  if (child == 0) {
    rlimit all{RLIM_INFINITY, RLIM_INFINITY};
    ::getrlimit(RLIMIT_CORE, &all);
    all.rlim_cur = all.rlim_max;
    ::setrlimit(RLIMIT_CORE, &all);
    first();
    rlimit now{};
    if (::getrlimit(RLIMIT_CORE, &now) != 0 || now.rlim_cur != 0 || now.rlim_max != 0) ::_exit(1);
#if !defined(__SANITIZE_ADDRESS__)
    if (::prctl(PR_GET_DUMPABLE) != 0) ::_exit(2);
#endif
    std::abort();
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

TEST(ProcessMemory, AProcessThatFailsLeavesNoCore) {
  const int status = abortAfter(keepMemoryPrivate);
  ASSERT_TRUE(WIFSIGNALED(status)) << "exit " << WEXITSTATUS(status);
  EXPECT_EQ(WTERMSIG(status), SIGABRT);
  EXPECT_FALSE(WCOREDUMP(status));
}

TEST(ProcessMemory, ThatIsNotSoByItself) {
  const int status = abortAfter([] {});
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_NE(WEXITSTATUS(status), 0);
}

}  // namespace
}  // namespace minutebook
