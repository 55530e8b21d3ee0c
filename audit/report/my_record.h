// audit/report/my_record.h
//
// All that is held on one person: for them to read, and to say what is wrong.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "audit/report/report.h"
#include "ledger/base/days.h"
#include "ledger/view/query.h"

namespace minutebook {

/// The sealed value called `field` of an entry as words, for those who may see it; for everybody
/// else, why it is not shown.
using OpenSealed = std::function<std::string(std::int64_t entry, const std::string& field)>;

/// Whether the sealed value called `field` of an entry is kept for the person the page is about:
/// under their own data key, as a sum or survey answers of theirs; or was until it was erased.
using IsKeptFor = std::function<bool(std::int64_t entry, const std::string& field)>;

/// Whose record, for whom, and on which day.
struct MyRecordOptions {
  std::string participant;
  DayNumber today = 0;
  OpenSealed open;             ///< Empty: everything sealed stays so.
  IsKeptFor isKeptFor = {};    ///< Empty: nobody can tell.
  bool forThemselves = false;  ///< They read it, and no one else.
};

/// Everything that names the participant, by what it is; nothing if nobody of that id is on the
/// register. What was said without a name is nobody's record, and is not in it; for themselves,
/// what is kept under their key without naming them stands at the end.
std::optional<Report> myRecord(Query& query, const MyRecordOptions& options);

}  // namespace minutebook
