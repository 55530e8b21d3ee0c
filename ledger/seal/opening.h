// ledger/seal/opening.h
//
// A sealed value apart from the log: its salt and text, encrypted under the data key of whoever it
// is about. Commitments and bytes: docs/formats/seal.md.

#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "ledger/base/bytes.h"
#include "ledger/base/ids.h"
#include "ledger/crypto/aead.h"
#include "ledger/crypto/data_keys.h"
#include "ledger/crypto/sha256.h"
#include "ledger/event/field_path.h"

namespace minutebook {

/// 32 random bytes for each sealed value, never used twice: without it a short value could be
/// guessed.
using Salt = std::array<std::uint8_t, 32>;

/// SHA-256("minutebook/field/v1\0" || salt || path || u32 length || value), big-endian.
Hash commitmentOf(Sha256& hasher, const Salt& salt, const FieldPath& path, ByteView value);

/// What is stored beside the entry, in the same batch: which data key, and the AES-256-GCM box of
/// (salt || value). The additional data is origin || 00 || statement id || path.
struct Opening {
  FieldPath path;
  DataKeyId keyId;
  Bytes box;

  bool operator==(const Opening&) const = default;
  /// keyId || box: the stored value; the path is in the key beside the entry's index.
  Bytes storedBytes() const;
  /// Nothing if the bytes cannot be an opening.
  static std::optional<Opening> parse(const FieldPath& path, ByteView stored);
};

/// What an opening holds once opened.
struct OpenedValue {
  Salt salt{};
  Bytes value;
};

/// Which statement an opening belongs to.
struct StatementPlace {
  std::string_view origin;
  StatementId id;
};

/// The box for a value. `key` is the data key of opening's subject.
Opening sealValue(Aead& aead, const DataKey& key, const StatementPlace& place,
                  const FieldPath& path, const OpenedValue& value, RandomSource& random);
/// Nothing if the key is not the one, or a byte was changed.
std::optional<OpenedValue> openValue(Aead& aead, const DataKey& key, const StatementPlace& place,
                                     const Opening& opening);

}  // namespace minutebook
