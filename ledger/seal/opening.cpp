#include "ledger/seal/opening.h"

#include <algorithm>

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

/// What the box is bound to: it opens at this place of this statement of this ledger, or nowhere.
Bytes contextOf(const StatementPlace& place, const FieldPath& path) {
  Bytes context;
  append(context, place.origin);
  appendU8(context, 0);
  append(context, place.id.view());
  append(context, path.bytes());
  return context;
}

}  // namespace

Hash commitmentOf(Sha256& hasher, const Salt& salt, const FieldPath& path, ByteView value) {
  static constexpr std::string_view kTag("minutebook/field/v1\0", 20);
  Bytes length;
  appendU32(length, static_cast<std::uint32_t>(value.size()));
  return hasher.of(asBytes(kTag), ByteView(salt), path.bytes(), length, value);
}

Bytes Opening::storedBytes() const {
  Bytes stored = toBytes(keyId.view());
  append(stored, box);
  return stored;
}

std::optional<Opening> Opening::parse(const FieldPath& path, ByteView stored) {
  constexpr std::size_t kIdBytes = 16;
  if (stored.size() < kIdBytes + kAeadOverheadBytes + sizeof(Salt)) return std::nullopt;
  return Opening{path, *DataKeyId::of(stored.first(kIdBytes)), toBytes(stored.subspan(kIdBytes))};
}

Opening sealValue(Aead& aead, const DataKey& key, const StatementPlace& place,
                  const FieldPath& path, const OpenedValue& value, RandomSource& random) {
  SecretBytes plain(value.salt.size() + value.value.size());
  std::copy(value.salt.begin(), value.salt.end(), plain.span().begin());
  std::copy(value.value.begin(), value.value.end(), plain.span().begin() + sizeof(Salt));
  return {path, key.id, aead.seal(key.key.view(), contextOf(place, path), plain.view(), random)};
}

std::optional<OpenedValue> openValue(Aead& aead, const DataKey& key, const StatementPlace& place,
                                     const Opening& opening) {
  if (key.id != opening.keyId) return std::nullopt;
  std::optional<SecretBytes> plain =
      aead.open(key.key.view(), contextOf(place, opening.path), opening.box);
  if (!plain || plain->size() < sizeof(Salt)) return std::nullopt;
  OpenedValue value;
  ByteView bytes = plain->view();
  std::copy_n(bytes.begin(), value.salt.size(), value.salt.begin());
  value.value = toBytes(bytes.subspan(sizeof(Salt)));
  return value;
}

}  // namespace minutebook
