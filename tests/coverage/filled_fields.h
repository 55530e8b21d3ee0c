// tests/coverage/filled_fields.h
//
// Which fields a statement fills, as the names that people use for them: "decisionMade.how", and
// "decisionMade.how=majority" for the choice that was made.

#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/event/catalogue.h"

namespace minutebook {

/// Does the schema have this field? "kind.field", dotted on through structs, unions and lists, with
/// "=choice" where a choice is meant. "statement.field" is of the envelope around every record.
bool isFieldOfSchema(std::string_view path, const Catalogue& catalogue);

/// Every field that a kind has, in the form of filledFields(). A struct that a kind uses in several
/// places counts once: "messageSent/MessageDocument.pages". What can only be left out
/// ("notRecorded" of a union) is not among them.
std::set<std::string> fieldsOfKind(const KindInfo& kind);

/// What one record line fills: paths and choices as isFieldOfSchema() knows them, and the names of
/// fieldsOfKind(). The line is composed to a statement and read back from its bytes. Throws kBug,
/// with the refusal, if it cannot be.
std::set<std::string> filledFields(std::string_view line);

/// The fields that the lines of a file fill, together. Throws kMissing if there is no such file.
std::set<std::string> filledByFile(const std::string& path);

/// What each file of tests/coverage/ledger fills, by its number ("07"), and under "itself" what
/// only the ledger says.
std::map<std::string, std::set<std::string>> filledByLedger();

}  // namespace minutebook
