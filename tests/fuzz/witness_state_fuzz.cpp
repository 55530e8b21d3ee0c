// What a witness finds in its own file: only what log and witness have both signed is taken.

#include "ledger/witness/judge.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace minutebook;
  Sha256 hasher;
  const SigningKey key = SigningKey::fromSeed(Bytes(32, 0x21));
  const std::string origin = "log.example/book";
  const WatchedLog log{
      origin,
      {VerifierKey{origin, NoteKeyType::kEd25519, toBytes(key.publicKey().view())}.encode(hasher)}};
  const WitnessIdentity witness{"experts.example/w", SigningKey::fromSeed(Bytes(32, 0x31))};
  const std::string_view text = asText({data, size});
  const auto read = Witnessed::read(hasher, witness.vkey(hasher), log, text);
  if (!read) return 0;
  demand(read->note == text);
  const auto note = SignedNote::parse(text);
  demand(note && note.value().signatures.size() == 2);
  const auto head = Checkpoint::parse(note.value().text);
  demand(head && head.value().size == read->size && head.value().root == read->root);
  return 0;
}
