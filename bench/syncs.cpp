#include "bench/syncs.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <thread>

namespace minutebook::bench {

namespace {

std::atomic<std::uint64_t> calls = 0;
std::atomic<std::int64_t> waitedNs = 0;
std::atomic<std::int64_t> delayUs = 0;

int countedSync(long number, int file) {
  const auto began = std::chrono::steady_clock::now();
  if (delayUs > 0) std::this_thread::sleep_for(std::chrono::microseconds(delayUs));
  const long result = ::syscall(number, file);
  waitedNs += std::chrono::nanoseconds(std::chrono::steady_clock::now() - began).count();
  ++calls;
  return static_cast<int>(result);
}

}  // namespace

std::uint64_t syncsSoFar() {
  return calls;
}

std::chrono::nanoseconds syncTimeSoFar() {
  return std::chrono::nanoseconds(waitedNs);
}

void delaySyncs(std::chrono::microseconds delay) {
  delayUs = delay.count();
}

}  // namespace minutebook::bench

// These take the place of the C library's for everything that is linked into this program.
extern "C" int fsync(int file) {
  return minutebook::bench::countedSync(SYS_fsync, file);
}
extern "C" int fdatasync(int file) {
  return minutebook::bench::countedSync(SYS_fdatasync, file);
}
