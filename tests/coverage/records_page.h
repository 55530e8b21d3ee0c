// tests/coverage/records_page.h
//
// The pages under docs/formats/records/, made from the schema: every kind with its fields, who sees
// them, and how it can be refused.

#pragma once

#include <string>
#include <vector>

#include "ledger/event/catalogue.h"

namespace minutebook {

/// The families of kinds in the order of the schema, which are the names of the pages.
std::vector<std::string> familiesOf(const Catalogue& catalogue);

/// The page of one family, as Markdown.
std::string familyPage(const std::string& family, const Catalogue& catalogue);

/// The page that leads to the others: every kind by family, the envelope, and the refusals that
/// any record can meet.
std::string recordsPage(const Catalogue& catalogue);

}  // namespace minutebook
