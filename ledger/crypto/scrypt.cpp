#include "ledger/crypto/scrypt.h"

#include <openssl/evp.h>

#include "ledger/base/fault.h"
#include "ledger/crypto/openssl.h"

namespace minutebook {

namespace {

constexpr std::uint64_t kMemoryBytesMax = std::uint64_t{1} << 30;

}  // namespace

SecretBytes scrypt(ByteView passphrase, ByteView salt, const ScryptCost& cost,
                   std::size_t keyBytes) {
  SecretBytes key(keyBytes);
  // OpenSSL checks N, r and p itself; a bound of its own keeps a forged file from taking all
  // memory.
  if (::EVP_PBE_scrypt(asText(passphrase).data(), passphrase.size(), salt.data(), salt.size(),
                       cost.n, cost.r, cost.p, kMemoryBytesMax, key.span().data(),
                       key.size()) != 1) {
    forgetOpenSslErrors();
    throw Fault(FaultKind::kConfig,
                "scrypt cannot work with N=" + std::to_string(cost.n) +
                    ", r=" + std::to_string(cost.r) + ", p=" + std::to_string(cost.p),
                "Use N a power of two above 1, and values that need at most 1 GiB.");
  }
  return key;
}

}  // namespace minutebook
