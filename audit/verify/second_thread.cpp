#include "audit/verify/second_thread.h"

#include <utility>

namespace minutebook {

namespace {

/// Tasks of either sort that may wait: each may hold a whole submission.
constexpr std::size_t kWaitingMax = 4;

}  // namespace

SecondThread::~SecondThread() {
  {
    const Lock lock(mutex_);
    ends_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void SecondThread::begin() {
  if (!thread_.joinable()) thread_ = std::thread([this] { work(); });
}

void SecondThread::throwFailure(Lock&) {
  if (failure_.valid()) failure_.get();
}

void SecondThread::inOrder(Task task) {
  if (workers_ == Workers::kOne) return task();
  begin();
  Lock lock(mutex_);
  while (ordered_.size() >= kWaitingMax && !failure_.valid()) {
    if (others_.empty()) {
      changed_.wait(lock);
    } else {
      run(lock, others_);
    }
  }
  throwFailure(lock);
  ordered_.push_back(std::move(task));
  changed_.notify_all();
}

void SecondThread::anyTime(Task task) {
  if (workers_ == Workers::kOne) return task();
  begin();
  Lock lock(mutex_);
  throwFailure(lock);
  others_.push_back(std::move(task));
  changed_.notify_all();
  while (others_.size() > kWaitingMax && !failure_.valid()) run(lock, others_);
}

void SecondThread::finish() {
  Lock lock(mutex_);
  while (!failure_.valid() && (running_ > 0 || !ordered_.empty() || !others_.empty())) {
    if (others_.empty()) {
      changed_.wait(lock);
    } else {
      run(lock, others_);
    }
  }
  throwFailure(lock);
}

void SecondThread::work() {
  Lock lock(mutex_);
  while (!ends_ && !failure_.valid()) {
    if (!ordered_.empty()) {
      run(lock, ordered_);
    } else if (!others_.empty()) {
      run(lock, others_);
    } else {
      changed_.wait(lock);
    }
  }
}

/// Only the second thread runs what is in order, so none overtakes another.
void SecondThread::run(Lock& lock, std::deque<Task>& from) {
  Task task = std::move(from.front());
  from.pop_front();
  ++running_;
  lock.unlock();
  bool isDone = false;
  std::packaged_task<void()> job([&] {
    task();
    isDone = true;
  });
  std::shared_future<void> outcome = job.get_future().share();
  job();
  task = nullptr;
  lock.lock();
  --running_;
  if (!isDone && !failure_.valid()) failure_ = std::move(outcome);
  changed_.notify_all();
}

}  // namespace minutebook
