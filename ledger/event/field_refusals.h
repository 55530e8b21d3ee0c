// ledger/event/field_refusals.h
//
// What is said about a field that cannot be written. Private to ledger/event.

#pragma once

#include <capnp/dynamic.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/outcome.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/json.h"

namespace minutebook {

/// "options[2]" and "id" make "options[2].id".
std::string pathOf(const std::string& at, const std::string& name);

/// record.wrong-type: `value` stands where `wanted` ("a text") is expected.
Refusal wrongType(const std::string& at, const Json& value, const std::string& wanted);

/// record.unknown-choice: `said` is none of `choices`. Every one of them is told in plain words,
/// with what `helps` says of it (empty, or one for each), and the one that is meant most likely.
Refusal unknownChoice(const std::string& at, const std::string& said,
                      const std::vector<std::string>& choices,
                      const std::vector<std::string>& helps = {});

/// The refusal with `where` as its field, unless it names one.
Refusal at(Refusal refusal, const std::string& where);

/// Text, number or true and false: something with characters.
bool isPlain(const Json& value);

/// Sets a text field. record.two-members if it holds another text already: a currency can be named
/// by its own field and behind the amount.
std::optional<Refusal> setText(capnp::DynamicStruct::Builder to, capnp::StructSchema::Field field,
                               const std::string& text, const std::string& where);

/// What a Who is written as: one text or a list of them. Commas in a single text separate ids, but
/// not the words of a description.
Outcome<std::vector<std::string>> whoPieces(const Json& value, const std::string& where);

/// A text that names or gives out a record's id.
bool mayBeId(const FieldInfo& field);

/// statement.bad-id if the field holds ids and `text` is none.
std::optional<Refusal> idProblem(const FieldInfo& field, std::string_view text,
                                 const std::string& where);

}  // namespace minutebook
