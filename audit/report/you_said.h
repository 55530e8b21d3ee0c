// audit/report/you_said.h
//
// "You said, we did": every input with what came of it; adopted, declined and pending alike.

#pragma once

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

/// What has no answer stands first, the oldest and most personal of it on top. JSON schema:
/// "minutebook/report-you-said/1".
Report youSaidWeDid(Query& query, const Scope& scope);

}  // namespace minutebook
