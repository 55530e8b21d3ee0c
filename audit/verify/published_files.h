// audit/verify/published_files.h
//
// The files below `tile/` of a published directory, seen as files: which are there that a
// checkpoint does not ask for, and do they agree with those it does.

#pragma once

#include <cstdint>

#include "audit/verify/finding.h"
#include "ledger/base/file_tree.h"
#include "ledger/tlog/published_log.h"

namespace minutebook {

/// What stands among the tiles.
struct ExtraFiles {
  std::uint64_t leftover = 0;  ///< Partial tiles and bundles of smaller sizes.
  std::uint64_t beyond = 0;    ///< Tiles and bundles of entries after the checkpoint.
};

/// Looks at every file below `tile/`. A leftover must be the beginning of the tile or bundle that
/// `log` has in its place; of what goes beyond, the part that the checkpoint covers. Run it after
/// the log's own files have been verified.
ExtraFiles checkExtraFiles(const FileTree& directory, const PublishedLog& log,
                           FindingList& findings);

}  // namespace minutebook
