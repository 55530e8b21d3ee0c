// tests/support/lines.h
//
// Record lines turned into statements for tests: a fixed speaker, a fixed id, and commitments that
// depend on nothing but the sealed value and its place, so that equal lines give equal bytes.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "ledger/base/fault.h"
#include "ledger/crypto/sha256.h"
#include "ledger/event/compose.h"
#include "ledger/event/form.h"

namespace minutebook {

/// The schema, read once for all tests of a program.
inline const Catalogue& theCatalogue() {
  static const Catalogue catalogue;
  return catalogue;
}

/// Speaks to example.org/ledger with the key 01 01 ... 01, as participant P-1.
inline Speaker theSpeaker() {
  return {"example.org/ledger", Bytes(32, 1), "P-1"};
}

inline StatementId theStatementId() {
  return *StatementId::parse("01920000-0000-7000-8000-00000000abcd");
}

/// A statement and what was sealed on the way.
struct SealedLine {
  Statement statement;
  std::map<FieldPath, Bytes> secrets;

  /// Opens every sealed value.
  Reveal reveal() const {
    return [this](const FieldPath& path) -> std::optional<Bytes> {
      auto found = secrets.find(path);
      if (found == secrets.end()) return std::nullopt;
      return found->second;
    };
  }
};

/// Composes a line and fills in its commitments, without asking checkForm().
inline Outcome<SealedLine> sealedLine(const Json& line) {
  Outcome<Draft> draft = Composer(theCatalogue(), theSpeaker()).compose(line);
  if (!draft) return draft.refusal();
  std::map<FieldPath, Bytes> secrets;
  for (std::size_t i = 0; i < draft.value().secrets().size(); ++i) {
    const PlainSecret& secret = draft.value().secrets()[i];
    Bytes message = secret.path.bytes();
    append(message, secret.value);
    draft.value().setCommitment(i, sha256(message));
    secrets[secret.path] = secret.value;
  }
  if (!line.find("statementId")) draft.value().setStatementId(theStatementId());
  Outcome<Statement> statement = draft.value().finish();
  if (!statement) return statement.refusal();
  return SealedLine{std::move(statement).value(), std::move(secrets)};
}

inline Outcome<SealedLine> sealedLine(std::string_view text) {
  Outcome<Json> line = parseJson(text);
  if (!line) return line.refusal();
  return sealedLine(line.value());
}

/// The statement of a line that must be good. Throws kBug, with the refusal, if it is not.
inline Statement statementOf(std::string_view text) {
  Outcome<SealedLine> line = sealedLine(text);
  if (!line) throw Fault(FaultKind::kBug, line.refusal().code + ": " + line.refusal().reason);
  return std::move(std::move(line).value().statement);
}

/// "code at field" of the first refusal on the way from a line to a well-formed statement; empty if
/// there is none.
inline std::string verdictOn(std::string_view text) {
  Outcome<SealedLine> line = sealedLine(text);
  std::optional<Refusal> refusal;
  if (!line) {
    refusal = line.refusal();
  } else {
    refusal = checkForm(line.value().statement, theCatalogue());
  }
  if (!refusal) return "";
  if (refusal->reason.empty() || refusal->remedy.empty()) return refusal->code + " says nothing";
  return refusal->code + (refusal->field.empty() ? "" : " at " + refusal->field);
}

}  // namespace minutebook
