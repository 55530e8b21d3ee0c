// A witness that serves, killed at every write-side call that one request makes it do: it never
// gives a cosignature for what it has not stored, and goes on from a whole state.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "ledger/witness/http_client.h"
#include "ledger/witness/witness.h"
#include "tests/support/files.h"
#include "tests/support/fixed_random.h"
#include "tests/support/temp_directory.h"
#include "tests/support/write_calls.h"
#include "tests/unit/witness/watched_log.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

/// One witness that is started, asked once, and killed on the way.
class KilledWitness {
 public:
  explicit KilledWitness(fs::path place) : place_(std::move(place)) {
    FixedRandom random;
    Witness::create(state(), "experts.example/w", random);
    Witness witness(state());
    (void)witness.watch(log_.vkey());
    if (witness.add(log_.request(0, 3).encode(), 1000).refusal) throw std::runtime_error("no");
  }

  /// What came of one trial.
  struct Trial {
    bool traced = true;
    bool answered = false;
    std::uint64_t calls = 0;
  };

  /// Kills it as it makes call number `which` after it has begun to listen; it is asked for 3 to 5.
  Trial run(std::uint64_t which) {
    fs::remove(place_ / "said");
    const pid_t child = ::fork();
    if (child == 0) become();
    std::atomic<bool> over = false;
    Trial trial;
    std::thread asker([&] {
      const std::string url = waitForUrl(over);
      if (!url.empty()) {
        const auto answers =
            askAll({{url + "/add-checkpoint", log_.request(3, 5).encode()}}, HttpLimits{});
        trial.answered = answers.front().status == 200;
      }
      if (!over) ::kill(child, SIGTERM);
    });
    const auto end = killAtWriteCall(child, which);
    over = true;
    asker.join();
    trial.traced = end.has_value();
    trial.calls = end ? end->calls : 0;
    return trial;
  }

  /// What it has cosigned, as a new process finds it; that it goes on is tried.
  std::uint64_t sizeAfter() {
    Witness witness(state());
    const auto latest = witness.latest(SignedLog::kOrigin);
    const std::uint64_t size = latest ? latest->size : 0;
    const WitnessReply reply = witness.add(log_.request(size, 9).encode(), 3000);
    EXPECT_FALSE(reply.refusal) << reply.refusal->reason;
    return size;
  }

 private:
  fs::path state() const { return place_ / "state"; }

  [[noreturn]] void become() const {
    const int said = ::open((place_ / "said").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const int nothing = ::open("/dev/null", O_RDWR);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(said, STDOUT_FILENO);
    ::dup2(nothing, STDERR_FILENO);
    askToBeTraced();
    const std::string directory = state().string();
    ::execl(MINUTEBOOK_PROGRAM, "minutebook", "witness", "serve", "--dir", directory.c_str(),
            "--listen", "127.0.0.1:0", static_cast<char*>(nullptr));
    ::_exit(127);
  }

  std::string waitForUrl(const std::atomic<bool>& over) const {
    while (!over) {
      const std::string said = fs::exists(place_ / "said") ? readFile(place_ / "said") : "";
      const std::size_t at = said.find("http://");
      if (at != std::string::npos && said.find('\n', at) != std::string::npos) {
        return said.substr(at, said.find(' ', at) - at);
      }
      ::usleep(2000);
    }
    return "";
  }

  fs::path place_;
  SignedLog log_{20};
};

TEST(WitnessKill, NeverAnswersForWhatItHasNotStored) {
  TempDirectory temp;
  const auto trialAt = [&](std::uint64_t which) {
    const fs::path place = temp.path() / std::to_string(which);
    fs::create_directories(place);
    return KilledWitness(place);
  };
  const auto whole = trialAt(0).run(UINT64_MAX);
  if (!whole.traced) GTEST_SKIP() << "Processes cannot be traced here.";
  ASSERT_TRUE(whole.answered);
  int storedUnanswered = 0;
  int notStored = 0;
  for (std::uint64_t which = 1; which <= whole.calls; ++which) {
    SCOPED_TRACE("call " + std::to_string(which) + " of " + std::to_string(whole.calls));
    KilledWitness witness = trialAt(which);
    const auto trial = witness.run(which);
    const std::uint64_t size = witness.sizeAfter();
    EXPECT_TRUE(size == 3 || size == 5) << size;
    EXPECT_TRUE(size == 5 || !trial.answered) << "answered, and not stored";
    storedUnanswered += size == 5 && !trial.answered ? 1 : 0;
    notStored += size == 3 ? 1 : 0;
  }
  // Both sides of the moment were met: before it was stored, and between that and the answer.
  EXPECT_GT(notStored, 0);
  EXPECT_GT(storedUnanswered, 0);
}

}  // namespace
}  // namespace minutebook
