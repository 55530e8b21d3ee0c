// audit/report/power_sharing.h
//
// The power sharing report, for boards: what was declared against what the record bears out, and
// who held which part of the power. It says what is on record; it gives no score and ranks nobody.

#pragma once

#include "audit/report/metrics/pages.h"
#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

/// Nobody is named in it beyond what decisions and roles say. JSON schema:
/// "minutebook/report-power-sharing/1".
Report powerSharingReport(Query& query, const MetricPageOptions& options);

}  // namespace minutebook
