// audit/report/who_decided.h
//
// Who decided, on one short page: trail.h is the long form.

#pragma once

#include <optional>
#include <string_view>

#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

/// For a decision, matter, input, meeting, work or version of a work: who decided, in which role
/// and expertise, how, because of which inputs, and when against when each group joined. What is
/// not recorded is said so. Nothing for any other register.
std::optional<Report> whoDecidedReport(Query& query, std::string_view where, std::string_view id);

}  // namespace minutebook
