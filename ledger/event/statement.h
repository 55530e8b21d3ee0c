// ledger/event/statement.h
//
// What one author said: canonical Cap'n Proto bytes, never re-serialised. Layout and a worked
// example: docs/formats/statement.md.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/bytes.h"
#include "ledger/base/ids.h"
#include "ledger/base/outcome.h"
#include "ledger/crypto/sha256.h"
#include "ledger/event/canonical.h"
#include "schema/statement.capnp.h"

namespace minutebook {

inline constexpr std::size_t kStatementBytesMax = 61440;
inline constexpr std::size_t kListLengthMax = 4096;
inline constexpr std::size_t kNestingMax = 16;

class Catalogue;

/// The canonical bytes of one statement. A value: moved, never changed. Unknown fields and kinds of
/// a newer schema are kept, so it verifies although admission (form.h) would refuse it.
class Statement {
 public:
  /// Codes: statement.too-long, statement.malformed, statement.not-canonical. Nothing throws: a
  /// kj::Exception ends here.
  static Outcome<Statement> decode(ByteView bytes);

  /// The canonical form of a message in the making. Code: statement.too-long.
  static Outcome<Statement> canonicalOf(schema::Statement::Reader draft);

  ByteView bytes() const { return words_.bytes(); }
  const CanonicalWords& words() const { return words_; }
  /// RFC 6962 leaf hash of bytes(): the submission's root is over these. Computed once.
  const Hash& leaf(Sha256& hasher) const;
  schema::Statement::Reader reader() const { return reader_; }
  schema::Record::Reader record() const { return reader_.getRecord(); }

  /// The union discriminant of the record, also of a kind this schema does not know.
  std::uint16_t kindNumber() const { return kind_; }
  /// All zero when the bytes hold no 16-byte id.
  StatementId id() const { return id_; }
  /// Which ledger it was made to, and its author's public key, as they stand in bytes().
  std::string_view origin() const { return origin_; }
  ByteView author() const { return author_; }

 private:
  friend std::optional<Refusal> checkForm(const Statement&, const Catalogue&);
  explicit Statement(CanonicalWords words);

  CanonicalWords words_;
  schema::Statement::Reader reader_;
  std::uint16_t kind_ = 0;
  StatementId id_;
  std::string_view origin_;
  ByteView author_;
  mutable std::optional<Hash> leaf_;
  mutable const Catalogue* wellFormedFor_ = nullptr;
};

}  // namespace minutebook
