// ledger/witness/event_loop.h
//
// What libevent hands out, given back in time. Private to ledger/witness.

#pragma once

#include <csignal>
#include <memory>

struct event;
struct event_base;
struct evdns_base;
struct evhttp;
struct evhttp_connection;
struct evhttp_uri;

namespace minutebook {

/// Gives libevent's things back.
struct FreeEvents {
  /// Each kind in its own way; null is fine.
  void operator()(event* one) const noexcept;
  void operator()(event_base* base) const noexcept;
  void operator()(evdns_base* base) const noexcept;
  void operator()(evhttp* http) const noexcept;
  void operator()(evhttp_connection* connection) const noexcept;
  void operator()(evhttp_uri* uri) const noexcept;
};

template <typename T>
using EventOwned = std::unique_ptr<T, FreeEvents>;

/// A loop of its own; libevent's warnings are not printed, for every one ends in an answer. Throws
/// kIo if the system has nothing to wait with.
EventOwned<event_base> makeEventLoop();

/// While it lives, writing to somebody who hung up is an answer and not the end of the process.
class IgnoreBrokenPipes {
 public:
  IgnoreBrokenPipes();
  IgnoreBrokenPipes(const IgnoreBrokenPipes&) = delete;
  IgnoreBrokenPipes& operator=(const IgnoreBrokenPipes&) = delete;
  ~IgnoreBrokenPipes();

 private:
  struct sigaction before_ = {};
};

}  // namespace minutebook
