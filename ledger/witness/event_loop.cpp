#include "ledger/witness/event_loop.h"

#include <event2/dns.h>
#include <event2/event.h>
#include <event2/http.h>

#include "ledger/base/fault.h"

namespace minutebook {

void FreeEvents::operator()(event* one) const noexcept {
  if (one != nullptr) event_free(one);
}
void FreeEvents::operator()(event_base* base) const noexcept {
  if (base != nullptr) event_base_free(base);
}
void FreeEvents::operator()(evdns_base* base) const noexcept {
  if (base != nullptr) evdns_base_free(base, 0);
}
void FreeEvents::operator()(evhttp* http) const noexcept {
  if (http != nullptr) evhttp_free(http);
}
void FreeEvents::operator()(evhttp_connection* connection) const noexcept {
  if (connection != nullptr) evhttp_connection_free(connection);
}
void FreeEvents::operator()(evhttp_uri* uri) const noexcept {
  if (uri != nullptr) evhttp_uri_free(uri);
}

EventOwned<event_base> makeEventLoop() {
  event_set_log_callback([](int, const char*) {});
  EventOwned<event_base> base(event_base_new());
  if (!base) {
    throw Fault(FaultKind::kIo, "the system gives no means to wait for the network",
                "Close other programs and try again.");
  }
  return base;
}

IgnoreBrokenPipes::IgnoreBrokenPipes() {
  struct sigaction ignore = {};
  ignore.sa_handler = SIG_IGN;
  ::sigaction(SIGPIPE, &ignore, &before_);
}

IgnoreBrokenPipes::~IgnoreBrokenPipes() {
  ::sigaction(SIGPIPE, &before_, nullptr);
}

}  // namespace minutebook
