// ledger/event/compose.h
//
// From JSON (and so from flags and CSV, which become JSON first) to a statement and back, by one
// walk over the schema's fields.

#pragma once

#include <capnp/message.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/base/ids.h"
#include "ledger/base/outcome.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/field_path.h"
#include "ledger/event/json.h"
#include "ledger/event/statement.h"

namespace minutebook {

/// A value that is to be sealed: it is in no statement yet, and never will be.
struct PlainSecret {
  FieldPath path;
  std::string field;    ///< Path for people.
  Bytes value;          ///< Text and Data: their bytes. Structs: canonical words.
  std::string subject;  ///< Whose data key: "participant/LE-1", "accounts/T2U", "ledger/".
  schema::Audience audience = schema::Audience::NOT_RECORDED;
};

/// What is not in the line: who speaks, to which ledger.
struct Speaker {
  std::string origin;
  Bytes authorKey;                ///< 32 bytes.
  std::string authorParticipant;  ///< The record id of the author; sealed fields "about author".
};

/// A statement in the making. Seal its secrets, in order, then finish() it. Used once.
class Draft {
 public:
  Draft();
  ~Draft();
  Draft(Draft&&) noexcept;
  Draft& operator=(Draft&&) noexcept;

  const std::vector<PlainSecret>& secrets() const;
  /// Gives the secrets away, when they are sealed and the draft is finished.
  std::vector<PlainSecret> takeSecrets();
  /// Gives the statement its id; the line may have given one already.
  void setStatementId(const StatementId& id);
  /// The commitment of secrets()[i]; each must be set before finish(), and may be set again.
  void setCommitment(std::size_t i, const Hash& commitment);
  /// Canonical bytes. Code: statement.too-long. Throws kBug if a commitment is missing.
  Outcome<Statement> finish();

  struct Parts;  // Of ledger/event only.

 private:
  friend class Composer;
  std::unique_ptr<Parts> parts_;
};

/// Turns record lines into drafts. Holds no state between lines.
class Composer {
 public:
  /// Every line is said by `speaker`. The catalogue must outlive this.
  Composer(const Catalogue& catalogue, Speaker speaker);

  /// A record line: {"kind": ..., "id": ..., "occurredAt": ..., field: value ...}; envelope names
  /// beside the record's own fields. "statementId" may be given as text. Codes: those of the
  /// value's form (date.*, money.*, ...), record.unknown-kind, record.unknown-field and
  /// record.unknown-choice (with the nearest name), record.two-members, record.wrong-type,
  /// record.missing, correction.nested, statement.bad-id; and checkForm()'s for what is sealed.
  Outcome<Draft> compose(const Json& line) const;

 private:
  const Catalogue& catalogue_;
  Speaker speaker_;
};

/// Opens a sealed field for whoever is reading, or says nothing.
using Reveal = std::function<std::optional<Bytes>(const FieldPath&)>;

/// The record line of a statement: composing it again gives the same public bytes. Sealed fields
/// show their opened value where `reveal` gives one, and {"commitment": "<hex>"} otherwise. A kind
/// that this schema does not know is {"kind": "unknown kind N"}; a statement with a field of
/// another type than the schema says is shown as far as it can be read, with "unreadable": true.
Json describe(const Statement& statement, const Catalogue& catalogue, const Reveal& reveal = {});

}  // namespace minutebook
