#include "audit/standards/two_threads.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "ledger/base/fault.h"
#include "tests/support/fault_of.h"

namespace minutebook {
namespace {

/// Counts how often each piece was done, and by whom.
struct Done {
  explicit Done(std::size_t pieces) : times(pieces) {
    work.own = [] {};
    work.pieces = pieces;
    work.piece = [this](std::size_t thread, std::size_t piece) {
      ++times[piece];
      EXPECT_EQ(thread == 0, std::this_thread::get_id() == asking);
    };
  }

  std::vector<std::atomic<int>> times;
  std::thread::id asking = std::this_thread::get_id();
  WorkForTwo work;
};

TEST(TwoThreadsTest, DoEveryPieceOnce) {
  for (std::size_t pieces : {0, 1, 2, 500}) {
    Done done(pieces);
    doOnTwoThreads(done.work);
    for (const auto& times : done.times) EXPECT_EQ(times, 1);
  }
}

TEST(TwoThreadsTest, WorkBesideEachOther) {
  Done done(2);
  std::atomic<bool> isDone = false;
  done.work.own = [&] {
    while (!isDone) std::this_thread::yield();
  };
  done.work.piece = [&](std::size_t thread, std::size_t) {
    if (thread == 1) isDone = true;
  };
  doOnTwoThreads(done.work);
  EXPECT_TRUE(isDone);
}

TEST(TwoThreadsTest, ThrowWhatTheThreadThatAsksThrew) {
  Done done(500);
  done.work.own = [] { throw Fault(FaultKind::kKey, "a key that is not there"); };
  EXPECT_EQ(faultOf([&] { doOnTwoThreads(done.work); }), FaultKind::kKey);
}

TEST(TwoThreadsTest, ThrowWhatTheOtherThrewAndBeginNoMore) {
  constexpr std::size_t kMany = 100'000;
  std::atomic<bool> hasThrown = false;
  std::size_t done = 0;
  WorkForTwo work;
  work.own = [&] {
    while (!hasThrown) std::this_thread::yield();
  };
  work.pieces = kMany;
  work.piece = [&](std::size_t thread, std::size_t) {
    if (thread == 0) {
      ++done;
      return std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    hasThrown = true;
    throw Fault(FaultKind::kIo, "a disk that cannot be read");
  };
  EXPECT_EQ(faultOf([&] { doOnTwoThreads(work); }), FaultKind::kIo);
  EXPECT_LT(done, kMany - 1);
}

}  // namespace
}  // namespace minutebook
