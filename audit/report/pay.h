// audit/report/pay.h
//
// What people are paid by policy, and how many payments are on record. Sums paid to a person are
// sealed and never in a public report.

#pragma once

#include <string>
#include <vector>

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

/// One rate of the pay policy: how much, on what basis, for whom and for what.
struct RateLine {
  std::string id;
  std::string amount;  ///< "11.00 GBP"; empty where it is not recorded.
  std::string basis;   ///< The schema's name: hourly, perDay ...
  std::string forWhom;
  std::string covers;  ///< Activities, in words.
  std::string remark;  ///< Region, when people were told, or why nobody is paid.
  std::int64_t entry = 0;
};

/// All that the record says about paying people.
struct Pay {
  std::vector<RateLine> rates;
  Figure payments;  ///< How many are on record.
  Figure times;     ///< How many pieces of time are logged.
};
/// Gathers the rates in `scope`, and counts the payments and the logged pieces of time.
Pay payOnRecord(Query& query, const Scope& scope);

/// "11.00 GBP an hour"; "not recorded" without an amount.
std::string rateWords(const RateLine& rate);

}  // namespace minutebook
