// audit/report/search.h
//
// Words, found in the public text of the record. Private text is not searched: it is in no index.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "audit/report/withheld_words.h"
#include "ledger/view/query.h"

namespace minutebook {

/// The entries in which all words are found, as word beginnings: "pay" finds "payment". One word
/// with a space in it is a phrase. Case and accents do not matter. At most 200, the best first.
/// What is `withheld` from the reader is not found; null: nothing is.
Report searchFor(Query& query, const std::vector<std::string>& words, const Scope& scope,
                 const WithheldWords* withheld = nullptr);

}  // namespace minutebook
