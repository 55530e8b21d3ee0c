// cli/door/private_fields.h
//
// The public texts of a record line that look private, and the line with them sealed.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/door/private_text.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/json.h"

namespace minutebook {

/// A public text or a new id of a line that looks private, or a result that tells of a few. Never
/// its words: what is said of it is where they stand.
struct PrivateField {
  std::string field;               ///< Path for people: "options[2].reason".
  std::vector<std::string> place;  ///< The same, a member or a list's place each.
  std::vector<PrivateSpot> spots;  ///< At least one, unless `tells` says what it is.
  std::string tells;               ///< "tells what 4 people answered, ..."; empty for a text.
  bool canSeal = false;            ///< The field itself takes sealed text.
  bool canLeaveOut = false;        ///< The record says it all the same without it.
  /// The field beside it that it can be moved to and be sealed there; empty if there is none.
  std::string movesTo;
  std::vector<std::string> sealedFields;  ///< Of the same record, where it could be moved to.

  bool canBeKept() const { return canSeal || canLeaveOut || !movesTo.empty(); }
};

/// Adds the sealed name that `line` gives somebody, so that its own id and texts are compared, too.
void addNamesGiven(const Json& line, const KindInfo& kind, KnownNames& names);

/// Every public text and new id of `line`, a record line of `kind`, that looks private. What is not
/// as the schema says is passed over: composing it refuses it.
std::vector<PrivateField> privateFields(const Json& line, const KindInfo& kind,
                                        const Catalogue& catalogue, const KnownNames& names);

/// Whether anything in the line could hold a known name: if not, `names` need not be filled.
bool couldHoldAName(const Json& line, const KindInfo& kind, const Catalogue& catalogue,
                    const KnownNames& names);

/// The line with each of the fields that can be sealed, moved or left out, sealed, moved or left
/// out. `fields` are in the order that they were found in.
Json keptPrivate(const Json& line, const std::vector<PrivateField>& fields);

/// "looks as if it holds an e-mail address (characters 14 to 27)", or what it tells.
std::string describe(const PrivateField& field);

}  // namespace minutebook
