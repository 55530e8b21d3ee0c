#include "ledger/witness/http_client.h"

#include <arpa/inet.h>
#include <event2/buffer.h>
#include <event2/dns.h>
#include <event2/event.h>
#include <event2/http.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "ledger/base/fault.h"
#include "ledger/witness/event_loop.h"

namespace minutebook {

namespace {

constexpr int kHttpPort = 80;
constexpr std::size_t kHeaderBytesMax = 8192;

struct Target {
  std::string host;
  std::uint16_t port = kHttpPort;
  std::string authority;  // For the Host header.
  std::string path;
};

/// The library takes the address apart; what it cannot, or what is more than an address, is none.
std::optional<Target> targetOf(const std::string& url) {
  const EventOwned<evhttp_uri> uri(evhttp_uri_parse(url.c_str()));
  if (!uri) return std::nullopt;
  const char* scheme = evhttp_uri_get_scheme(uri.get());
  const char* host = evhttp_uri_get_host(uri.get());
  const char* path = evhttp_uri_get_path(uri.get());
  const int port = evhttp_uri_get_port(uri.get());
  const bool plain = evhttp_uri_get_userinfo(uri.get()) == nullptr &&
                     evhttp_uri_get_query(uri.get()) == nullptr &&
                     evhttp_uri_get_fragment(uri.get()) == nullptr;
  if (scheme == nullptr || std::strcmp(scheme, "http") != 0 || host == nullptr || *host == '\0' ||
      !plain || port == 0 || port > UINT16_MAX) {
    return std::nullopt;
  }
  Target target;
  target.host = host;
  if (port > 0) target.port = static_cast<std::uint16_t>(port);
  target.authority = target.host + ":" + std::to_string(target.port);
  target.path = path == nullptr || *path == '\0' ? "/" : path;
  // An IPv6 address stands in brackets in an address, and without them in a call.
  if (target.host.starts_with('[') && target.host.ends_with(']')) {
    target.host = target.host.substr(1, target.host.size() - 2);
  }
  return target;
}

bool isNumeric(const std::string& host) {
  std::array<unsigned char, sizeof(in6_addr)> address{};
  return ::inet_pton(AF_INET, host.c_str(), address.data()) == 1 ||
         ::inet_pton(AF_INET6, host.c_str(), address.data()) == 1;
}

std::string timeOverInWords(std::chrono::milliseconds time) {
  const auto whole = time.count() / 1000;
  return "it did not answer within " + (time.count() % 1000 == 0
                                            ? std::to_string(whole) + " seconds"
                                            : std::to_string(time.count()) + " milliseconds");
}

std::string errorInWords(evhttp_request_error error) {
  switch (error) {
    case EVREQ_HTTP_EOF:
      return "it hung up before it had answered";
    case EVREQ_HTTP_INVALID_HEADER:
      return "what it sent is no answer of a web server";
    case EVREQ_HTTP_DATA_TOO_LONG:
      return "it sent more than an answer needs";
    default:
      return "the connection broke";
  }
}

/// All questions of one call.
class Exchange {
 public:
  Exchange(const std::vector<HttpRequest>& requests, HttpLimits limits)
      : limits_(limits), loop_(makeEventLoop()), asked_(requests.size()) {
    for (std::size_t i = 0; i < requests.size(); ++i) {
      asked_[i].exchange = this;
      ask(requests[i], asked_[i]);
    }
  }

  std::vector<HttpAnswer> run() {
    const IgnoreBrokenPipes ignored;
    if (open_ > 0) {
      const EventOwned<event> deadline(event_new(
          loop_.get(), -1, 0,
          [](evutil_socket_t, short, void* base) {
            event_base_loopbreak(static_cast<event_base*>(base));
          },
          loop_.get()));
      timeval time{};
      time.tv_sec = static_cast<time_t>(limits_.time.count() / 1000);
      time.tv_usec = static_cast<suseconds_t>(limits_.time.count() % 1000 * 1000);
      if (!deadline || event_add(deadline.get(), &time) != 0) {
        throw Fault(FaultKind::kIo, "the system keeps no time for the network", "Try again.");
      }
      event_base_dispatch(loop_.get());
    }
    std::vector<HttpAnswer> answers;
    for (Asked& asked : asked_) {
      if (asked.open) asked.answer.trouble = timeOverInWords(limits_.time);
      answers.push_back(std::move(asked.answer));
    }
    return answers;
  }

 private:
  struct Asked {
    Exchange* exchange = nullptr;
    HttpAnswer answer;
    bool open = false;
    EventOwned<evhttp_connection> connection;
  };

  void ask(const HttpRequest& request, Asked& asked) {
    const std::optional<Target> target = targetOf(request.url);
    if (!target) {
      asked.answer.trouble = "\"" + request.url + "\" is not an address that begins with http://";
      return;
    }
    asked.connection.reset(evhttp_connection_base_new(loop_.get(), resolverFor(target->host),
                                                      target->host.c_str(), target->port));
    evhttp_request* question =
        asked.connection ? evhttp_request_new(&Exchange::onAnswer, &asked) : nullptr;
    if (question == nullptr) {
      throw Fault(FaultKind::kIo, "the system has no memory for a connection", "Try again.");
    }
    evhttp_connection_set_max_body_size(asked.connection.get(),
                                        static_cast<ev_ssize_t>(limits_.bodyBytesMax));
    evhttp_connection_set_max_headers_size(asked.connection.get(), kHeaderBytesMax);
    evhttp_connection_set_retries(asked.connection.get(), 0);
    evhttp_request_set_error_cb(question, &Exchange::onError);
    evkeyvalq* headers = evhttp_request_get_output_headers(question);
    evhttp_add_header(headers, "Host", target->authority.c_str());
    evhttp_add_header(headers, "Connection", "close");
    if (request.body) {
      evhttp_add_header(headers, "Content-Type", "text/plain; charset=utf-8");
      evbuffer_add(evhttp_request_get_output_buffer(question), request.body->data(),
                   request.body->size());
    }
    asked.open = true;
    ++open_;
    if (evhttp_make_request(asked.connection.get(), question,
                            request.body ? EVHTTP_REQ_POST : EVHTTP_REQ_GET,
                            target->path.c_str()) != 0) {
      finish(asked, "it could not be reached");
    }
  }

  /// Names are looked up by the library, within the same time limit; numbers need nobody.
  evdns_base* resolverFor(const std::string& host) {
    if (isNumeric(host)) return nullptr;
    if (!resolver_) {
      resolver_.reset(evdns_base_new(
          loop_.get(), EVDNS_BASE_INITIALIZE_NAMESERVERS | EVDNS_BASE_DISABLE_WHEN_INACTIVE));
    }
    return resolver_.get();
  }

  void finish(Asked& asked, std::string trouble) {
    if (!asked.open) return;
    asked.open = false;
    if (asked.answer.trouble.empty()) asked.answer.trouble = std::move(trouble);
    if (--open_ == 0) event_base_loopbreak(loop_.get());
  }

  static void onError(evhttp_request_error error, void* argument) noexcept {
    auto& asked = *static_cast<Asked*>(argument);
    if (asked.open) asked.answer.trouble = errorInWords(error);
  }

  static void onAnswer(evhttp_request* request, void* argument) noexcept {
    auto& asked = *static_cast<Asked*>(argument);
    const int status = request == nullptr ? 0 : evhttp_request_get_response_code(request);
    if (status == 0) return asked.exchange->finish(asked, "it could not be reached");
    asked.answer.status = status;
    const char* type =
        evhttp_find_header(evhttp_request_get_input_headers(request), "Content-Type");
    if (type != nullptr) asked.answer.contentType = type;
    evbuffer* body = evhttp_request_get_input_buffer(request);
    asked.answer.body.resize(evbuffer_get_length(body));
    evbuffer_copyout(body, asked.answer.body.data(), asked.answer.body.size());
    asked.answer.trouble.clear();
    asked.open = false;
    if (--asked.exchange->open_ == 0) event_base_loopbreak(asked.exchange->loop_.get());
  }

  HttpLimits limits_;
  // Let go from the last to the first: connections before the resolver, and that before the loop.
  EventOwned<event_base> loop_;
  EventOwned<evdns_base> resolver_;
  std::vector<Asked> asked_;
  std::size_t open_ = 0;
};

}  // namespace

std::vector<HttpAnswer> askAll(const std::vector<HttpRequest>& requests, HttpLimits limits) {
  return Exchange(requests, limits).run();
}

}  // namespace minutebook
