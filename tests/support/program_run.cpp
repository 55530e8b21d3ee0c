#include "tests/support/program_run.h"
#include "tests/support/files.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "tests/support/write_calls.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

std::uint64_t since(Clock::time_point start) {
  const auto passed = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
  return static_cast<std::uint64_t>(passed.count());
}

int reap(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

void redirect(const fs::path& path, int flags, int to) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
  if (file < 0 || ::dup2(file, to) < 0) ::_exit(126);
}

}  // namespace

ProgramRunner::ProgramRunner(fs::path place, fs::path program)
    : place_(std::move(place)), program_(std::move(program)) {
  fs::create_directories(place_ / "home");
}

void ProgramRunner::become(const ProgramCall& call, const std::function<void()>& inChild) const {
  redirect(place_ / "in", O_RDONLY, STDIN_FILENO);
  redirect(place_ / "out", O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
  redirect(place_ / "err", O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
  ::setenv("HOME", (place_ / "home").c_str(), 1);
  ::unsetenv("XDG_STATE_HOME");
  ::unsetenv("MINUTEBOOK_LEDGER");
  ::setenv("MINUTEBOOK_TEST_SEED", std::to_string(runs_).c_str(), 1);
  const std::string minute = std::to_string(10 + runs_ % 50);
  const std::string hour = std::to_string(10 + runs_ / 50 % 14);
  const std::string day = std::to_string(10 + runs_ / 700 % 20);
  const std::string clock = "2024-03-" + day + "T" + hour + ":" + minute + ":00Z";
  ::setenv("MINUTEBOOK_TEST_CLOCK", clock.c_str(), 1);
  std::vector<std::string> words = {program_.string()};
  words.insert(words.end(), call.words.begin(), call.words.end());
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  if (inChild) inChild();
  ::execv(program_.c_str(), arguments.data());
  ::_exit(127);
}

pid_t ProgramRunner::start(const ProgramCall& call, const std::function<void()>& inChild) {
  ++runs_;
  std::ofstream(place_ / "in", std::ios::binary) << call.input;
  fs::remove(place_ / "out");
  fs::remove(place_ / "err");
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) become(call, inChild);
  return child;
}

ProgramEnd ProgramRunner::end(int status) const {
  ProgramEnd end;
  end.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  end.out = readFile(place_ / "out");
  end.err = readFile(place_ / "err");
  return end;
}

std::string ProgramRunner::saidSoFar() const {
  return readFile(place_ / "out");
}

ProgramEnd ProgramRunner::run(const ProgramCall& call, const std::function<void()>& inChild) {
  const Clock::time_point begin = Clock::now();
  const int status = reap(start(call, inChild));
  const std::uint64_t took = since(begin);
  ProgramEnd ended = end(status);
  ended.microseconds = took;
  return ended;
}

ProgramEnd ProgramRunner::runAndKill(const ProgramCall& call, std::uint64_t microseconds) {
  const pid_t child = start(call, nullptr);
  ::usleep(static_cast<useconds_t>(microseconds));
  ::kill(child, SIGKILL);
  return end(reap(child));
}

ProgramEnd ProgramRunner::runAndKillWhen(const ProgramCall& call,
                                         const std::function<bool()>& isTime) {
  const pid_t child = start(call, nullptr);
  int status = 0;
  while (!isTime()) {
    if (::waitpid(child, &status, WNOHANG) == child) return end(status);
    ::usleep(1000);
  }
  ::kill(child, SIGKILL);
  return end(reap(child));
}

std::optional<ProgramEnd> ProgramRunner::runAndKillAtCall(const ProgramCall& call,
                                                          std::uint64_t which) {
  const pid_t child = start(call, askToBeTraced);
  const std::optional<TracedEnd> traced = killAtWriteCall(child, which);
  if (!traced) return std::nullopt;
  ProgramEnd ended = end(traced->status);
  ended.writeCalls = traced->calls;
  return ended;
}

}  // namespace minutebook
