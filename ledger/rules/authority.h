// ledger/rules/authority.h
//
// Who may record what: keys speak for participants, participants hold rights, kinds name the rights
// that record them, and some acts belong to a person.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/outcome.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/statement.h"
#include "ledger/rules/facts.h"
#include "schema/identity.capnp.h"

namespace minutebook {

/// The fact about a public key.
struct KeyFact {
  schema::KeyPurpose purpose = schema::KeyPurpose::NOT_RECORDED;
  bool active = false;
  std::uint64_t entry = 0;  ///< Where it was enrolled, or revoked if it is not active.
  std::string participant;  ///< Of author keys; empty for the ledger's own.

  bool operator==(const KeyFact&) const = default;
  /// u8 purpose || u8 active || u64 entry || participant.
  std::string value() const;
  /// Nothing if the value is too short to be one.
  static std::optional<KeyFact> parse(std::string_view value);
};

/// The key's fact; nothing if it was never enrolled.
std::optional<KeyFact> findKey(const Facts& facts, ByteView publicKey);

/// One bit for a right; rights are the sum of theirs.
constexpr std::uint64_t rightBit(schema::Right right) {
  return std::uint64_t{1} << static_cast<unsigned>(right);
}

/// The rights of a participant: 0 if they hold none.
std::uint64_t rightsOf(const Facts& facts, std::string_view participant);

/// Who a statement's author key speaks for.
struct KnownAuthor {
  std::string participant;   ///< Empty for the ledger itself.
  std::uint64_t rights = 0;  ///< The ledger itself has the bit of Right::CLERK and no other.

  bool has(schema::Right right) const { return (rights & rightBit(right)) != 0; }
  /// Holds nothing that would let them record other people's acts.
  bool onlyMember() const {
    return !has(schema::Right::STEWARD) && !has(schema::Right::COORDINATOR) &&
           !has(schema::Right::RECORDER) && !has(schema::Right::CLERK);
  }
};

/// Codes: key.unknown, key.revoked, key.not-for-authors.
Outcome<KnownAuthor> authorOf(const Statement& statement, const Facts& facts);

/// Whether `author` may record this. Whoever holds any right at all is a member, too, and a member
/// may record the acts that belong to them. A correction takes what the kind it corrects takes, and
/// is somebody's own only if the entry was theirs before and after; an entry that somebody recorded
/// with their own key is corrected by them or on their behalf. Codes: right.missing,
/// on-behalf.missing, on-behalf.other-person.
std::optional<Refusal> checkAuthority(const Statement& statement, const KnownAuthor& author,
                                      const Facts& facts, const Catalogue& catalogue);

}  // namespace minutebook
