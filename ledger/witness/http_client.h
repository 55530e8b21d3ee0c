// ledger/witness/http_client.h
//
// Asking several witnesses at once, over plain HTTP. What they sign proves itself, so nothing here
// has to be secret; who is asked is what the policy names, and no answer leads elsewhere.

#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace minutebook {

/// One question.
struct HttpRequest {
  std::string url;                  ///< http://host[:port]/path, no user, query or fragment.
  std::optional<std::string> body;  ///< What is posted; nothing: a GET.
};

/// What came of it: a status, or why there is none.
struct HttpAnswer {
  int status = 0;
  std::string contentType;
  std::string body;
  std::string trouble;  ///< In words, if there is no status.
};

/// How long and how much.
struct HttpLimits {
  std::chrono::milliseconds time{10'000};  ///< For all questions together.
  std::size_t bodyBytesMax = 1 << 16;      ///< Of one answer.
};

/// Asks all at once and returns when all have answered or the time is over; the answers stand in
/// the order of the questions. Redirects are not followed, nothing is asked twice. Throws kIo if
/// the system has nothing to wait with.
std::vector<HttpAnswer> askAll(const std::vector<HttpRequest>& requests, HttpLimits limits);

}  // namespace minutebook
