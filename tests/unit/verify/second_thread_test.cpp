// tests/unit/verify/second_thread_test.cpp

#include "audit/verify/second_thread.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace minutebook {
namespace {

class SecondThreadTest : public testing::TestWithParam<Workers> {};

TEST_P(SecondThreadTest, KeepsTheOrderOfWhatIsInOrderAndDoesAllTheRest) {
  SecondThread threads(GetParam());
  std::vector<int> done;
  std::atomic<int> others = 0;
  for (int i = 0; i < 500; ++i) {
    threads.inOrder([&done, i] { done.push_back(i); });
    threads.anyTime([&others] { ++others; });
  }
  threads.finish();
  ASSERT_EQ(done.size(), 500u);
  for (int i = 0; i < 500; ++i) ASSERT_EQ(done[static_cast<std::size_t>(i)], i);
  EXPECT_EQ(others, 500);
}

TEST_P(SecondThreadTest, ThrowsAgainWhatATaskThrewAndGoesNoFurther) {
  SecondThread threads(GetParam());
  int after = 0;
  const auto all = [&] {
    threads.inOrder([] { throw std::runtime_error("a disk that cannot be read"); });
    for (int i = 0; i < 100; ++i) threads.inOrder([&after] { ++after; });
    threads.finish();
  };
  EXPECT_THROW(all(), std::runtime_error);
  EXPECT_EQ(after, 0);
}

INSTANTIATE_TEST_SUITE_P(Workers, SecondThreadTest, testing::Values(Workers::kOne, Workers::kTwo));

}  // namespace
}  // namespace minutebook
