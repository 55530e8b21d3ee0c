#include "ledger/witness/http_server.h"

#include <arpa/inet.h>
#include <event2/buffer.h>
#include <event2/event.h>
#include <event2/http.h>
#include <event2/listener.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <exception>
#include <utility>
#include <vector>

#include "ledger/base/fault.h"
#include "ledger/witness/event_loop.h"

namespace minutebook {

namespace {

constexpr std::size_t kHeaderBytesMax = 8192;
constexpr std::string_view kAddCheckpoint = "/add-checkpoint";
constexpr std::string_view kCheckpoint = "/checkpoint";
constexpr char kPlainText[] = "text/plain; charset=utf-8";
constexpr char kSizeText[] = "text/x.tlog.size";

/// What goes back over the wire.
struct Reply {
  int status;
  const char* type;
  std::string body;
};

std::string bodyOf(evhttp_request* request) {
  evbuffer* buffer = evhttp_request_get_input_buffer(request);
  std::string body(evbuffer_get_length(buffer), '\0');
  evbuffer_copyout(buffer, body.data(), body.size());
  return body;
}

std::string pathOf(evhttp_request* request) {
  const evhttp_uri* uri = evhttp_request_get_evhttp_uri(request);
  const char* path = uri == nullptr ? nullptr : evhttp_uri_get_path(uri);
  return path == nullptr ? "" : path;
}

void send(evhttp_request* request, const Reply& reply) {
  evhttp_add_header(evhttp_request_get_output_headers(request), "Content-Type", reply.type);
  evbuffer* out = evhttp_request_get_output_buffer(request);
  evbuffer_add(out, reply.body.data(), reply.body.size());
  evhttp_send_reply(request, reply.status, nullptr, nullptr);
}

Reply textOf(const WitnessReply& reply) {
  const int status = httpStatusOf(reply);
  if (status == 200) return {status, kPlainText, reply.cosignature};
  if (status == 409) return {status, kSizeText, std::to_string(reply.latestSize) + "\n"};
  return {status, kPlainText, reply.refusal->reason + " (" + reply.refusal->code + ")\n"};
}

bool isIp(int family, const std::string& host) {
  std::array<unsigned char, sizeof(in6_addr)> address{};
  return ::inet_pton(family, host.c_str(), address.data()) == 1;
}

}  // namespace

std::optional<ListenAddress> ListenAddress::parse(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto port = parseDecimal(text.substr(colon + 1), UINT16_MAX);
  std::string_view host = text.substr(0, colon);
  const bool bracketed = host.starts_with('[') && host.ends_with(']');
  if (bracketed) host = host.substr(1, host.size() - 2);
  const ListenAddress address{std::string(host), static_cast<std::uint16_t>(port.value_or(0))};
  if (!port || !isIp(bracketed ? AF_INET6 : AF_INET, address.host)) return std::nullopt;
  return address;
}

bool ListenAddress::isLoopback() const {
  return host.starts_with("127.") || host == "::1";
}

/// libevent's side of the server.
class WitnessServer::Parts {
 public:
  Parts(Witness& witness, ServerSetting setting)
      : witness_(witness),
        setting_(std::move(setting)),
        loop_(makeEventLoop()),
        http_(evhttp_new(loop_.get())) {
    std::array<int, 2> pipe{-1, -1};
    if (!http_ || ::pipe(pipe.data()) != 0) {
      throw Fault(FaultKind::kIo, "the system gives no means to serve", "Try again.");
    }
    stopReader_ = FileDescriptor(pipe[0]);
    stopWriter_ = FileDescriptor(pipe[1]);
    evhttp_set_allowed_methods(http_.get(), EVHTTP_REQ_GET | EVHTTP_REQ_POST);
    evhttp_set_max_headers_size(http_.get(), kHeaderBytesMax);
    evhttp_set_max_body_size(http_.get(), kAddCheckpointBytesMax);
    evhttp_set_timeout(http_.get(), setting_.timeoutSeconds);
    evhttp_set_gencb(http_.get(), &Parts::onRequest, this);
    listen();
    stopped_.reset(event_new(loop_.get(), stopReader_.get(), EV_READ, &Parts::onStop, loop_.get()));
    event_add(stopped_.get(), nullptr);
  }
  std::string url() const {
    const std::string host = isIp(AF_INET6, setting_.listen.host) ? "[" + setting_.listen.host + "]"
                                                                  : setting_.listen.host;
    return "http://" + host + ":" + std::to_string(port_);
  }

  void run() {
    const IgnoreBrokenPipes ignored;
    event_base_dispatch(loop_.get());
    if (carried_) std::rethrow_exception(std::exchange(carried_, nullptr));
  }

  void runUntilSignal() {
    const EventOwned<event> interrupt(
        evsignal_new(loop_.get(), SIGINT, &Parts::onStop, loop_.get()));
    const EventOwned<event> terminate(
        evsignal_new(loop_.get(), SIGTERM, &Parts::onStop, loop_.get()));
    event_add(interrupt.get(), nullptr);
    event_add(terminate.get(), nullptr);
    run();
  }

  void stop() {
    const char byte = 0;
    (void)!::write(stopWriter_.get(), &byte, 1);
  }

 private:
  void listen() {
    evhttp_bound_socket* bound = evhttp_bind_socket_with_handle(
        http_.get(), setting_.listen.host.c_str(), setting_.listen.port);
    if (bound == nullptr) {
      throw Fault(FaultKind::kConfig,
                  "cannot listen on " + setting_.listen.host + " port " +
                      std::to_string(setting_.listen.port),
                  "Is another program listening there? Choose another port with --listen.");
    }
    evconnlistener_set_error_cb(evhttp_bound_socket_get_listener(bound), &Parts::onListenError);
    sockaddr_storage address{};
    socklen_t size = sizeof(address);
    ::getsockname(evhttp_bound_socket_get_fd(bound), reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.ss_family == AF_INET6
                      ? reinterpret_cast<const sockaddr_in6&>(address).sin6_port
                      : reinterpret_cast<const sockaddr_in&>(address).sin_port);
  }

  /// No connection can be had, for example because too many are open: waits a second, not in a
  /// loop.
  static void onListenError(evconnlistener* listener, void*) noexcept {
    const timeval second{1, 0};
    evconnlistener_disable(listener);
    event_base_once(
        evconnlistener_get_base(listener), -1, EV_TIMEOUT,
        [](evutil_socket_t, short, void* again) {
          evconnlistener_enable(static_cast<evconnlistener*>(again));
        },
        listener, &second);
  }

  static void onStop(evutil_socket_t, short, void* base) noexcept {
    event_base_loopbreak(static_cast<event_base*>(base));
  }

  /// libevent knows no exceptions: one is carried past it, and run() throws it on.
  static void onRequest(evhttp_request* request, void* self) noexcept {
    auto& parts = *static_cast<Parts*>(self);
    try {
      parts.answer(request);
    } catch (...) {
      parts.carried_ = std::current_exception();
      event_base_loopbreak(parts.loop_.get());
    }
  }

  void answer(evhttp_request* request) {
    const std::string path = pathOf(request);
    const bool post = evhttp_request_get_command(request) == EVHTTP_REQ_POST;
    Reply reply{404, kPlainText, "There is nothing here.\n"};
    if (path == kAddCheckpoint) {
      reply =
          post ? add(bodyOf(request)) : Reply{405, kPlainText, "A checkpoint is posted here.\n"};
    } else if (path.starts_with('/') && path.ends_with(kCheckpoint) && !post) {
      const std::string hash = path.substr(1, path.size() - 1 - kCheckpoint.size());
      if (const auto note = witness_.latestByHash(hash)) reply = {200, kPlainText, *note};
    }
    send(request, reply);
  }

  Reply add(const std::string& body) {
    const WitnessReply reply =
        witness_.add(body, static_cast<std::uint64_t>(std::max<std::int64_t>(setting_.now(), 0)));
    const std::string code = reply.refusal ? reply.refusal->code : "cosigned";
    setting_.told(
        std::to_string(httpStatusOf(reply)) + " " + code + ", " + std::to_string(reply.latestSize) +
        " entries" +
        (reply.evidence.empty() ? "" : "; the log contradicts itself: " + reply.evidence));
    return textOf(reply);
  }

  Witness& witness_;
  ServerSetting setting_;
  FileDescriptor stopReader_;  // A byte in this pipe ends the loop, from whatever thread.
  FileDescriptor stopWriter_;
  std::exception_ptr carried_;
  std::uint16_t port_ = 0;
  EventOwned<event_base> loop_;
  EventOwned<evhttp> http_;
  EventOwned<event> stopped_;
};

WitnessServer::WitnessServer(Witness& witness, ServerSetting setting)
    : parts_(std::make_unique<Parts>(witness, std::move(setting))) {}

WitnessServer::~WitnessServer() = default;

std::string WitnessServer::url() const {
  return parts_->url();
}
void WitnessServer::run() {
  parts_->run();
}
void WitnessServer::runUntilSignal() {
  parts_->runUntilSignal();
}
void WitnessServer::stop() {
  parts_->stop();
}

}  // namespace minutebook
