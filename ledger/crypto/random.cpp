#include "ledger/crypto/random.h"

#include <openssl/rand.h>

#include <algorithm>

#include "ledger/base/fault.h"
#include "ledger/crypto/openssl.h"
#include "ledger/crypto/secret_bytes.h"

namespace minutebook {

SystemRandom::~SystemRandom() {
  wipe(block_);
}

void SystemRandom::fill(std::span<std::uint8_t> out) {
  while (!out.empty()) {
    if (used_ == block_.size()) {
      if (::RAND_bytes(block_.data(), static_cast<int>(block_.size())) != 1) {
        forgetOpenSslErrors();
        throw Fault(FaultKind::kIo, "the system gave no random bytes",
                    "Check that this process may use getrandom(2), then try again.");
      }
      used_ = 0;
    }
    const std::size_t count = std::min(out.size(), block_.size() - used_);
    const std::span<std::uint8_t> source = std::span(block_).subspan(used_, count);
    std::copy(source.begin(), source.end(), out.begin());
    wipe(source);
    used_ += count;
    out = out.subspan(count);
  }
}

std::unique_ptr<RandomSource> SystemRandom::another() {
  return std::make_unique<SystemRandom>();
}

}  // namespace minutebook
