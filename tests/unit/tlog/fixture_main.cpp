// tests/unit/tlog/fixture_main.cpp
//
// tlog_fixture DIR N [all]: publishes a log of N entries, entry i being the ASCII decimal of i,
// under a fixed key, with the proof of the middle entry; with `all`, of every entry, and for every
// smaller size its checkpoint (old-M) and what a witness would be asked from there (request-M).
// Prints the verifier key. An independent verifier reads what it wrote: see tests/tlog_oracle.sh.

#include <fstream>
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

/// One log and everything that is written about it. Used once.
class Fixture {
 public:
  Fixture(const std::string& path, std::uint64_t size)
      : directory_(Directory::create(path, Readers::kEveryone)), size_(size) {
    growTo(log_, size);
  }

  void publish() {
    publishTiles(log_, size_, directory_);
    checkpoint_ = signedAt(size_, log_.root());
    publishCheckpoint(directory_, checkpoint_, size_);
    const VerifierKey vkey{kOrigin, NoteKeyType::kEd25519, toBytes(key_.publicKey().view())};
    std::cout << vkey.encode(hasher_) << "\n";
  }
  void proveMiddle() {
    if (size_ != 0) prove(size_ / 2, "middle");
  }
  void proveAll() {
    for (std::uint64_t index = 0; index < size_; ++index) {
      prove(index, "proof-" + std::to_string(index));
    }
    for (std::uint64_t old = 0; old < size_; ++old) askFrom(old);
  }

 private:
  /// Not synced: there are hundreds, and they are read at once.
  void put(const std::string& name, const std::string& text) {
    std::ofstream(directory_.path() / name, std::ios::binary) << text;
  }
  std::string signedAt(std::uint64_t size, const Hash& root) {
    return signCheckpoint(hasher_, key_, {kOrigin, size, root, {}}).encode();
  }
  void prove(std::uint64_t index, const std::string& name) {
    TileHashes hashes(log_, size_);
    const TlogProof proof{std::nullopt, index, proveInclusion(hashes, hasher_, {index, size_}),
                          checkpoint_};
    put(name + ".tlog-proof", proof.encode());
  }
  void askFrom(std::uint64_t old) {
    TileHashes hashes(log_, size_);
    put("old-" + std::to_string(old), signedAt(old, rootAt(hashes, hasher_, old)));
    std::string request = "old " + std::to_string(old) + "\n";
    if (old != 0) {
      for (const Hash& hash : proveConsistency(hashes, hasher_, {old, size_})) {
        request += toBase64(hash.view()) + "\n";
      }
    }
    put("request-" + std::to_string(old), request + "\n" + checkpoint_);
  }

  Sha256 hasher_;
  SigningKey key_ = SigningKey::fromSeed(sha256(asBytes("minutebook fixture key")).view());
  Directory directory_;
  MemoryLog log_;
  std::uint64_t size_;
  std::string checkpoint_;
};

void writeFixture(const std::string& path, std::uint64_t size, bool isAll) {
  Fixture fixture(path, size);
  fixture.publish();
  fixture.proveMiddle();
  if (isAll) fixture.proveAll();
}

}  // namespace
}  // namespace minutebook

int main(int count, char** words) {
  const bool isAll = count == 4 && std::string(words[3]) == "all";
  const auto size =
      count == 3 || isAll ? minutebook::parseDecimal(words[2], minutebook::kSizeMax) : std::nullopt;
  if (!size) {
    std::cerr << "usage: tlog_fixture DIR N [all], N up to a million\n";
    return 2;
  }
  try {
    minutebook::writeFixture(words[1], *size, isAll);
  } catch (const minutebook::Fault& fault) {
    std::cerr << "tlog_fixture: " << fault.what() << "\n" << fault.remedy() << "\n";
    return 1;
  }
  return 0;
}
