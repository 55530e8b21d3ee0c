// ledger/crypto/scrypt.h
//
// A key from a passphrase (RFC 7914), slow and large in memory on purpose.

#pragma once

#include <cstdint>

#include "ledger/base/bytes.h"
#include "ledger/crypto/secret_bytes.h"

namespace minutebook {

/// The cost of one guess. The defaults take about a tenth of a second and 32 MiB.
struct ScryptCost {
  std::uint64_t n = 1 << 15;  ///< Iterations, a power of two above 1.
  std::uint64_t r = 8;        ///< Block size in units of 128 bytes.
  std::uint64_t p = 1;        ///< Parallel lanes.

  bool operator==(const ScryptCost&) const = default;
};

/// `keyBytes` bytes derived from passphrase and salt.
/// Throws kConfig if the cost is not one that RFC 7914 allows or needs more than 1 GiB.
SecretBytes scrypt(ByteView passphrase, ByteView salt, const ScryptCost& cost,
                   std::size_t keyBytes);

}  // namespace minutebook
