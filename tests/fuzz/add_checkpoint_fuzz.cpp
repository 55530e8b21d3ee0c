// What a log asks a witness: one spelling, and whatever it is, the witness never cosigns what its
// log has not signed or what does not continue what it cosigned.

#include "ledger/witness/judge.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace minutebook;
  const std::string_view body = asText({data, size});
  const auto request = AddCheckpoint::parse(body);
  if (!request) {
    demand(request.refusal().code == "witness.request-malformed");
    return 0;
  }
  demand(request.value().encode() == body);
  Sha256 hasher;
  const SigningKey key = SigningKey::fromSeed(Bytes(32, 0x21));
  const std::string origin = "log.example/book";
  const WatchedLog log{
      origin,
      {VerifierKey{origin, NoteKeyType::kEd25519, toBytes(key.publicKey().view())}.encode(hasher)}};
  for (const std::uint64_t known : {std::uint64_t{0}, std::uint64_t{7}}) {
    std::optional<Witnessed> latest;
    if (known > 0) latest = Witnessed{known, kEmptyRoot, 1, ""};
    const auto judged = judge(hasher, log, latest, request.value());
    if (!judged) {
      demand(!judged.refusal().remedy.empty());
      continue;
    }
    demand(request.value().oldSize == known);
    demand(judged.value().checkpoint.size >= known);
    demand(judged.value().checkpoint.origin == origin);
  }
  return 0;
}
