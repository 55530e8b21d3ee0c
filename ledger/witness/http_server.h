// ledger/witness/http_server.h
//
// A witness on the network: C2SP tlog-witness over HTTP, parsed by libevent. Plain HTTP on this
// machine by default; whoever opens it to others puts a web server with TLS in front.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/witness/witness.h"

namespace minutebook {

/// Where to listen: a numeric address, and a port; 0 takes any that is free.
struct ListenAddress {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;

  /// "127.0.0.1:7001" or "[::1]:7001"; nothing if it is neither.
  static std::optional<ListenAddress> parse(std::string_view text);
  /// Whether only this machine can reach it.
  bool isLoopback() const;
};

/// What the server is given besides its witness.
struct ServerSetting {
  ListenAddress listen;
  int timeoutSeconds = 10;                       ///< Of one connection without a word.
  std::function<std::int64_t()> now;             ///< Unix seconds.
  std::function<void(const std::string&)> told;  ///< One line for each request.
};

/// Answers `POST /add-checkpoint` and `GET /<hex SHA-256 of origin>/checkpoint`, one at a time.
///
/// A resource: neither copied nor moved. Everything runs in the thread that calls run(), except
/// stop(). `witness` must outlive it.
class WitnessServer {
 public:
  /// Listens from now on. Throws kConfig if it cannot.
  WitnessServer(Witness& witness, ServerSetting setting);
  WitnessServer(const WitnessServer&) = delete;
  WitnessServer& operator=(const WitnessServer&) = delete;
  ~WitnessServer();

  /// "http://127.0.0.1:7001": what a policy names.
  std::string url() const;
  /// Answers until stop(). Throws on what Witness throws: then the one who asked got no answer.
  void run();
  /// The same, and ends on SIGINT and SIGTERM, too.
  void runUntilSignal();
  /// Ends run() soon. Any thread may call it.
  void stop();

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace minutebook
