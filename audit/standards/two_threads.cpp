#include "audit/standards/two_threads.h"

#include <atomic>
#include <future>

namespace minutebook {

namespace {

/// The pieces that nobody has begun.
class Pieces {
 public:
  explicit Pieces(const WorkForTwo& work) : work_(work) {}

  /// Does one after the other until none is left.
  void doAs(std::size_t thread) {
    const End end{*this};
    for (std::size_t next = begun_++; next < work_.pieces; next = begun_++) {
      work_.piece(thread, next);
    }
  }

  /// Leaves no piece to anybody, whether a thread has found none or throws.
  struct End {
    ~End() { pieces.begun_ = pieces.work_.pieces; }
    Pieces& pieces;
  };

 private:
  const WorkForTwo& work_;
  std::atomic<std::size_t> begun_ = 0;
};

}  // namespace

void doOnTwoThreads(const WorkForTwo& work) {
  Pieces pieces(work);
  // Its destructor waits for the other thread, its get() throws what that one threw.
  std::future<void> other = std::async(std::launch::async, [&] { pieces.doAs(1); });
  const Pieces::End end{pieces};
  work.own();
  pieces.doAs(0);
  other.get();
}

}  // namespace minutebook
