// ledger/event/statement.h
//
// What one author said: canonical Cap'n Proto bytes, never re-serialised. Layout and a worked
// example: docs/formats/statement.md.

#pragma once

#include <capnp/serialize.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/bytes.h"
#include "ledger/base/ids.h"
#include "ledger/base/outcome.h"
#include "ledger/crypto/sha256.h"
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

  ByteView bytes() const;
  /// RFC 6962 leaf hash of bytes(): the submission's root is over these. Computed once.
  const Hash& leaf(Sha256& hasher) const;
  schema::Statement::Reader reader() const { return reader_; }
  schema::Record::Reader record() const { return reader_.getRecord(); }

  /// The union discriminant of the record, also of a kind this schema does not know.
  std::uint16_t kindNumber() const { return kind_; }
  /// All zero when the bytes hold no 16-byte id.
  StatementId id() const { return id_; }

 private:
  friend std::optional<Refusal> checkForm(const Statement&, const Catalogue&);
  Statement() = default;
  void hold(ByteView canonical);
  void readKnown();
  struct Held;  // The words and the message over them; moved as one, so the reader stays valid.
  struct Release {
    void operator()(Held*) const;
  };
  std::unique_ptr<Held, Release> held_;
  schema::Statement::Reader reader_;
  std::uint16_t kind_ = 0;
  StatementId id_;
  mutable std::optional<Hash> leaf_;
  mutable const Catalogue* wellFormedFor_ = nullptr;
};

/// True if `bytes` are one segment in canonical form. Source: Cap'n Proto encoding,
/// "Canonicalization".
bool isCanonicalSegment(ByteView bytes);

}  // namespace minutebook
