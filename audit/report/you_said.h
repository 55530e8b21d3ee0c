// audit/report/you_said.h
//
// "You said, we did": every input with what came of it; adopted, declined and pending alike.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/report/gather.h"
#include "audit/report/inputs.h"
#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

/// What has no answer stands first, the oldest and most personal of it on top. JSON schema:
/// "minutebook/report-you-said/1". With a meeting's id: only what was said there.
Report youSaidWeDid(Query& query, const Scope& scope, const std::string& meeting = "");

/// The column of inputTable() with what people thought of the answers.
inline constexpr std::string_view kVerdictColumn = "Your verdict";

/// Inputs as rows: what was said, by whom, what was done and why, who was told, and what changed.
Table inputTable(std::string caption, const std::vector<InputLine>& inputs);

}  // namespace minutebook
