// audit/report/earlier_reports.h
//
// Reports that were given out before, made again as they were: what a new one shows is judged
// beside them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "audit/report/gather.h"
#include "audit/report/surveys.h"
#include "ledger/view/read_model.h"

namespace minutebook {

/// The record as it was after so many entries; nothing if it never had as many.
using ModelAsOf = std::function<std::optional<ReadModel>(std::int64_t size)>;

/// A new report is compared with so many of them, the newest: each is made again for it. Counts
/// that only grow are then safe beside all older ones, too.
inline constexpr std::size_t kEarlierReportsMost = 12;

/// What is on record of a report that went out.
struct EarlierReport {
  std::string id;
  std::optional<std::int64_t> size;    ///< Entries it was made from.
  Scope scope;                         ///< By its parameter "initiative".
  std::optional<std::int64_t> fewest;  ///< By its parameter "k"; else as the record set it then.
};

/// Those that could hold counts of people over something private and that people other than
/// coordinators had, in the order of the record.
std::vector<EarlierReport> earlierReports(Query& query);

/// What a new report was compared with.
struct Compared {
  std::vector<SurveyReport> reports;  ///< As they were shown, in the order of the record.
  std::vector<std::string> unknown;   ///< Ids of those that do not say what they were made from.
};

/// Makes their surveys again, at most kEarlierReportsMost. `otherwise` is k where nothing set it.
Compared compareWith(const std::vector<EarlierReport>& reports, const ModelAsOf& asOf,
                     const SheetOpener& open, std::int64_t otherwise);

}  // namespace minutebook
