// tests/unit/tlog/fixture_main.cpp
//
// tlog_fixture DIR N: publishes a log of N entries, entry i being the ASCII decimal of i, under a
// fixed key. Prints the verifier key. An independent verifier reads what it wrote: see
// tests/tlog_oracle.sh.

#include <iostream>
#include <string>

#include "ledger/base/fault.h"
#include "ledger/tlog/checkpoint.h"
#include "ledger/tlog/proof.h"
#include "ledger/tlog/published_log.h"
#include "ledger/tlog/tile_hashes.h"
#include "tests/support/memory_log.h"

namespace minutebook {
namespace {

constexpr char kOrigin[] = "log.example.org/fixture";
constexpr std::uint64_t kSizeMax = 1000000;

void writeFixture(const std::string& path, std::uint64_t size) {
  Sha256 hasher;
  const SigningKey key = SigningKey::fromSeed(sha256(asBytes("minutebook fixture key")).view());
  Directory directory = Directory::create(path, Readers::kEveryone);
  MemoryLog log;
  growTo(log, size);
  publishTiles(log, size, directory);
  const std::string checkpoint =
      signCheckpoint(hasher, key, {kOrigin, size, log.root(), {}}).encode();
  publishCheckpoint(directory, checkpoint, size);
  const VerifierKey vkey{kOrigin, NoteKeyType::kEd25519, toBytes(key.publicKey().view())};
  std::cout << vkey.encode(hasher) << "\n";
  if (size == 0) return;
  TileHashes hashes(log, size);
  const TlogProof proof{std::nullopt, size / 2, proveInclusion(hashes, hasher, {size / 2, size}),
                        checkpoint};
  directory.writeDurably("middle.tlog-proof", asBytes(proof.encode()));
}

}  // namespace
}  // namespace minutebook

int main(int count, char** words) {
  const auto size =
      count == 3 ? minutebook::parseDecimal(words[2], minutebook::kSizeMax) : std::nullopt;
  if (!size) {
    std::cerr << "usage: tlog_fixture DIR N, N up to a million\n";
    return 2;
  }
  try {
    minutebook::writeFixture(words[1], *size);
  } catch (const minutebook::Fault& fault) {
    std::cerr << "tlog_fixture: " << fault.what() << "\n" << fault.remedy() << "\n";
    return 1;
  }
  return 0;
}
