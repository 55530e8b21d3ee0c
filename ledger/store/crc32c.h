// ledger/store/crc32c.h
//
// CRC-32C (Castagnoli), as RocksDB's log files carry it: wal_examiner.h reads them for itself.

#pragma once

#include <cstdint>

#include "ledger/base/bytes.h"

namespace minutebook {

/// The CRC-32C of everything so far followed by `bytes`; start from 0. Source: RFC 3720 appendix
/// B.4.
std::uint32_t crc32c(std::uint32_t soFar, ByteView bytes);

/// How RocksDB stores a CRC, so that a CRC over bytes that hold CRCs stays a good one.
constexpr std::uint32_t maskedCrc(std::uint32_t crc) {
  return ((crc >> 15) | (crc << 17)) + 0xa282ead8U;
}

}  // namespace minutebook
