// ledger/door/door.h
//
// Door checks: conditions on sealed values, judged once, with the values in hand, after the rules
// said yes and before anything is stored. Replay cannot say them again and reports "not replayed".

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ledger/base/outcome.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/compose.h"
#include "ledger/rules/admit.h"
#include "ledger/rules/facts.h"
#include "ledger/seal/disclosures.h"

namespace minutebook {

/// The checks that this program can run for a clause: SHA-256 of the SQL of the one of that name,
/// or nothing. Asked only for clauses; empty: it knows none.
using KnownChecks = std::function<std::optional<Hash>(std::string_view name)>;

/// The plain values of one statement's sealed fields, as they were before they were sealed.
using Secrets = std::vector<PlainSecret>;

/// Which statement of the submission stopped at the door, and why.
struct StoppedAtDoor {
  std::size_t statement = 0;
  Refusal refusal;
};

/// Looks at what only the keeper can see. Its arguments must outlive it.
class Door {
 public:
  /// `facts` are those that the submission was admitted against. `disclosures` opens earlier sealed
  /// values; where it opens nothing, what rests on them is not judged.
  Door(const Catalogue& catalogue, const Facts& facts, Disclosures& disclosures,
       KnownChecks knownChecks);

  /// The first statement of an admitted submission that may not come in, and the reason. `secrets`
  /// holds one list for each statement. Codes: those of class `door` in schema/refusals.capnp.
  /// Throws kBug if there is not one list for each statement.
  std::optional<StoppedAtDoor> check(const Admitted& admitted,
                                     std::span<const Secrets> secrets) const;

 private:
  struct Visit;  // One submission at the door.
  std::optional<Refusal> checkOne(const Visit& visit) const;
  std::optional<Refusal> checkReferences(const Visit& visit) const;
  /// What a sealed value names.
  std::vector<Mention> namedIn(const PlainSecret& secret, const FieldInfo& field) const;
  std::optional<Refusal> checkClause(const Visit& visit) const;
  std::optional<Refusal> checkAnswer(const Visit& visit) const;
  std::optional<std::string> personIn(const Visit& visit, std::string_view concern,
                                      std::string_view field) const;

  const Catalogue& catalogue_;
  const Facts& facts_;
  Disclosures& disclosures_;
  KnownChecks knownChecks_;
};

}  // namespace minutebook
