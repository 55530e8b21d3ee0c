// ledger/event/short_stack.h
//
// The steps of a walk down a record. Every walk needs some, so they lie in the walker itself.
// Private to ledger/event.

#pragma once

#include <kj/debug.h>

#include <array>
#include <cstddef>
#include <type_traits>

namespace minutebook {

/// A stack of at most `kMost` values. One more, which only a record nested into itself asks for, is
/// a kj::Exception, as for any bytes that cannot be read.
template <typename T, std::size_t kMost>
class ShortStack {
 public:
  static_assert(std::is_trivially_copyable_v<T>);

  /// One more on top. Throws kj::Exception where there is no room.
  void push(const T& value) {
    KJ_REQUIRE(size_ < kMost, "a record nested too deep");
    values_[size_++] = value;
  }
  void pop() { --size_; }
  /// Down to `size` values; nothing if it holds fewer.
  void cutTo(std::size_t size) { size_ = size < size_ ? size : size_; }

  std::size_t size() const { return size_; }
  T& top() { return values_[size_ - 1]; }
  const T& top() const { return values_[size_ - 1]; }
  const T* begin() const { return values_.data(); }
  const T* end() const { return values_.data() + size_; }

 private:
  std::size_t size_ = 0;
  std::array<T, kMost> values_;
};

}  // namespace minutebook
