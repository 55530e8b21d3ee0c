// cli/emptied.h
//
// A correction is a whole new record: what it leaves out is empty from then on. Whoever writes one
// is told which fields that are.

#pragma once

#include <string>
#include <vector>

#include "ledger/event/catalogue.h"
#include "ledger/event/json.h"
#include "ledger/rules/facts.h"

namespace minutebook {

/// The fields, such as "due" and "story.personalStory", that the record has as it stands and that
/// the correction `line` leaves out; none if `line` is no correction, or of no entry of `facts`.
std::vector<std::string> emptiedBy(const Json& line, const Catalogue& catalogue,
                                   const Facts& facts);

}  // namespace minutebook
