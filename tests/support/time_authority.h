// tests/support/time_authority.h
//
// A time-stamp authority (RFC 3161) of the tests' own, with a root above it. Its clock says what
// the test wants, and its certificates hold for the year 2020 alone.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "ledger/base/bytes.h"

namespace minutebook {

/// Why a certificate was given up. Source: RFC 5280 section 5.3.1.
enum class GivenUp { kWithoutReason, kKeyCompromise, kSuperseded };

/// Moments of 2020, in seconds since the Unix epoch.
constexpr std::int64_t kBefore2020 = 1'577'000'000;
constexpr std::int64_t kIn2020 = 1'590'000'000;  ///< 2020-05-20T18:40:00Z
constexpr std::int64_t kLaterIn2020 = 1'600'000'000;
constexpr std::int64_t kAfter2020 = 1'620'000'000;

/// Makes tokens with keys of its own. A resource.
class TimeAuthority {
 public:
  TimeAuthority();
  ~TimeAuthority();
  TimeAuthority(const TimeAuthority&) = delete;
  TimeAuthority& operator=(const TimeAuthority&) = delete;

  /// The answer to a request (DER), as given at `time`; a request it does not understand is turned
  /// down in words.
  Bytes reply(ByteView request, std::int64_t time) const;
  /// The root's certificate, DER.
  Bytes root() const;
  /// The certificate that tokens are signed with, DER.
  Bytes certificate() const;
  /// The root's list of revoked certificates, DER: this authority's since `time`, or nobody's.
  Bytes revocations(std::optional<GivenUp> reason, std::int64_t time) const;

 private:
  struct Keys;
  std::unique_ptr<Keys> keys_;
};

}  // namespace minutebook
