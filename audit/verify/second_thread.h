// audit/verify/second_thread.h
//
// Work for two: what has to be done in order, by one thread after the other, and what either may
// do. Whatever the threads do when, the same work is done in the same order.

#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace minutebook {

/// How many threads a check may use.
enum class Workers { kOne, kTwo };

/// Takes tasks from the thread that made it. With one worker every task is done at once; with two
/// a second thread is begun with the first task. What a task throws ends the work: it is thrown
/// again by the next call.
class SecondThread {
 public:
  using Task = std::function<void()>;

  explicit SecondThread(Workers workers) : workers_(workers) {}
  /// Tasks that nobody has begun are dropped.
  ~SecondThread();
  SecondThread(const SecondThread&) = delete;
  SecondThread& operator=(const SecondThread&) = delete;

  /// Done after all earlier tasks in order, never two of them at once. Only a few wait: the caller
  /// does other tasks meanwhile, or waits.
  void inOrder(Task task);
  /// Done at any time, by either thread, beside any other task.
  void anyTime(Task task);
  /// Returns when every task is done.
  void finish();

 private:
  using Lock = std::unique_lock<std::mutex>;
  void begin();
  void work();
  void run(Lock& lock, std::deque<Task>& from);
  void throwFailure(Lock& lock);

  const Workers workers_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Task> ordered_;
  std::deque<Task> others_;
  unsigned running_ = 0;
  bool ends_ = false;
  std::shared_future<void> failure_;  // Of the first task that threw; else of none.
  std::thread thread_;
};

}  // namespace minutebook
