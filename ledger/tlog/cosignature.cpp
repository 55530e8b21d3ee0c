#include "ledger/tlog/cosignature.h"

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

constexpr std::size_t kTimeBytes = 8;

}  // namespace

std::string cosignatureMessage(std::uint64_t time, std::string_view checkpointText) {
  std::string message = "cosignature/v1\ntime " + std::to_string(time) + "\n";
  message += checkpointText;
  return message;
}

Bytes Cosignature::encode() const {
  Bytes bytes;
  appendU64(bytes, time);
  append(bytes, signature.view());
  return bytes;
}

std::optional<Cosignature> Cosignature::parse(ByteView bytes) {
  if (bytes.size() < kTimeBytes) return std::nullopt;
  const std::uint64_t time = readU64(bytes);
  const std::optional<Signature> signature = Signature::of(bytes.subspan(kTimeBytes));
  if (time > kCosignatureTimeMax || !signature) return std::nullopt;
  return Cosignature{time, *signature};
}

NoteSignature cosign(Sha256& hasher, std::string_view name, const SigningKey& key,
                     std::uint64_t time, std::string_view checkpointText) {
  if (!isKeyName(name) || time > kCosignatureTimeMax) {
    throw Fault(FaultKind::kBug, "not a cosignature that can be made");
  }
  const VerifierKey verifier{std::string(name), NoteKeyType::kCosignatureV1,
                             toBytes(key.publicKey().view())};
  const Signature signature = key.sign(asBytes(cosignatureMessage(time, checkpointText)));
  return {verifier.name, verifier.id(hasher), Cosignature{time, signature}.encode()};
}

std::optional<std::uint64_t> verifyCosignature(const VerifyKey& key, ByteView bytes,
                                               std::string_view checkpointText) {
  const std::optional<Cosignature> cosignature = Cosignature::parse(bytes);
  if (!cosignature) return std::nullopt;
  const std::string message = cosignatureMessage(cosignature->time, checkpointText);
  if (!key.verify(asBytes(message), cosignature->signature)) return std::nullopt;
  return cosignature->time;
}

}  // namespace minutebook
