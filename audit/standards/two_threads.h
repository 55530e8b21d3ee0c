// audit/standards/two_threads.h
//
// Work for two threads: what only the one may do that asks, and what either may do.

#pragma once

#include <cstddef>
#include <functional>

namespace minutebook {

/// What there is to do. Neither function may touch what the other thread's does, unless it is only
/// read.
struct WorkForTwo {
  /// Done by the thread that asks, before it takes pieces.
  std::function<void()> own;
  std::size_t pieces = 0;
  /// Does one piece: `thread` is 0 for the one that asks and 1 for the other.
  std::function<void(std::size_t thread, std::size_t piece)> piece;
};

/// Does all of it and returns when both threads have ended. Pieces are begun in their order, each
/// once. What either throws comes out of here; the other begins no more pieces then.
void doOnTwoThreads(const WorkForTwo& work);

}  // namespace minutebook
