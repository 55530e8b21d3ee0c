// cli/standards/grant_folder.h
//
// The verdicts that go with a bundle: how a standard was kept, as anybody may read it, made from
// exactly the entries that the bundle proves.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "ledger/base/directory.h"
#include "ledger/base/outcome.h"

namespace minutebook {

/// A file of its own name that belongs in a folder.
struct NamedFile {
  std::string name;
  std::string text;
};

/// `conformance.html` and `conformance.json`, for everybody, of the standard that the call names
/// and of its initiative, as of the first `size` entries. Throws kMissing if there is no such
/// standard.
Outcome<std::vector<NamedFile>> conformanceFiles(Call& call, const std::string& standard,
                                                 std::uint64_t size);

}  // namespace minutebook
