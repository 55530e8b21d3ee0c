// ledger/event/text_forms.h
//
// The one text of each common type: 2021-11, 11.00 GBP, about 5000, group:WG. JSON, CSV, flags and
// reports all write values this way.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/outcome.h"
#include "ledger/base/when.h"
#include "schema/common.capnp.h"

namespace minutebook {

/// Each writes `text` into an empty builder and returns nothing, or says what is wrong with it. A
/// text that says nothing ("unknown", "not recorded") must not get this far: see saysNothing().
/// Codes: date.*, money.*, number.form, reference.form, who.form, document.form.
std::optional<Refusal> writeWhen(schema::When::Builder to, std::string_view text);
std::optional<Refusal> writeMoney(schema::Money::Builder to, std::string_view text);
std::optional<Refusal> writeCount(schema::Count::Builder to, std::string_view text);
std::optional<Refusal> writeFigure(schema::Figure::Builder to, std::string_view text);
std::optional<Refusal> writeDocument(schema::Document::Builder to, std::string_view text);
std::optional<Refusal> writeRef(schema::Ref::Builder to, std::string_view text);
/// The pieces together make one Who: "LE-1", "group:WG", "organisation:ORG",
/// "outside: survey respondents (about 1571)", "words: we".
std::optional<Refusal> writeWho(schema::Who::Builder to, const std::vector<std::string>& pieces);

/// The same texts back. What was not recorded is "not recorded", an unknown date "unknown".
std::string readWhen(schema::When::Reader from);
std::string readMoney(schema::Money::Reader from);
std::string readCount(schema::Count::Reader from);
std::string readFigure(schema::Figure::Reader from);
std::string readDocument(schema::Document::Reader from);
std::string readRef(schema::Ref::Reader from);
std::vector<std::string> readWho(schema::Who::Reader from);

/// A When as a value that can be compared; nothing if its fields are no date.
std::optional<Moment> momentOf(schema::When::Reader from);

/// "unknown" and "not recorded" leave a field absent.
bool saysNothing(std::string_view text);

/// The bytes of "sha256:<64 hex digits>" or of plain hex; nothing otherwise.
std::optional<Bytes> parseHexData(std::string_view text);

}  // namespace minutebook
