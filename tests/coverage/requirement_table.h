// tests/coverage/requirement_table.h
//
// docs/requirements/ as rows: which fields, checks and reports serve each requirement. The pages
// are the one source; people read them and the tests parse them.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minutebook {

/// One requirement and what serves it.
struct Requirement {
  std::string id;                     ///< "R-012"
  std::string asks;                   ///< In a few words.
  std::vector<std::string> servedBy;  ///< "kind.field" or "kind.field=choice"; empty: see whyNone.
  std::string whyNone;                ///< A sentence, where no record serves it.
  std::vector<std::string> checks;    ///< Clause ids.
  std::vector<std::string> reports;   ///< By the names of report kinds.
  std::vector<std::string> files;     ///< "07", or "itself".
  std::string where;                  ///< "1-shared-power.md:12", for messages.
};

/// The rows of one page, in their order. Throws kUsage, naming the line, if a row has not six
/// cells.
std::vector<Requirement> parseRequirements(std::string_view page, const std::string& name);

/// The rows of all pages, in the order of their names.
std::vector<Requirement> allRequirements();

}  // namespace minutebook
