// audit/verify/verify_published.h
//
// A published directory, checked by somebody who has nothing else but, at best, the log's key.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/verify/finding.h"
#include "audit/verify/verify_log.h"
#include "audit/verify/witnessed.h"
#include "ledger/base/file_tree.h"
#include "ledger/event/catalogue.h"
#include "ledger/tlog/checkpoint.h"

namespace minutebook {

/// Where the key came from that a checkpoint was checked with.
enum class KeySource {
  kGiven,      ///< The reader had it: the check proves whose log this is.
  kDirectory,  ///< It lay beside the checkpoint: whoever made the directory may have made the key.
};

/// Names of the two texts beside the tiles.
constexpr std::string_view kVkeyFile = "vkey";
constexpr std::string_view kSchemaFile = "schema.capnp";

/// What the reader has besides the directory.
struct PublishedExpectations {
  /// Verifier keys of the log, one a line; nothing: those in the directory.
  std::optional<std::string> vkeys;
  /// Knows the log's key in the place of `vkeys`, and which witnesses must have cosigned.
  std::optional<Policy> policy;
  /// The text of this program's own schema; nothing: not compared.
  std::optional<std::string> schema;
  Part signatures = Part::kDone;
  Part rules = Part::kDone;
  Workers workers = Workers::kTwo;
};

/// What verifying a published directory came to.
struct PublishedCheck {
  std::vector<Finding> findings;   ///< Of everything, `log` included.
  std::vector<std::string> notes;  ///< Sentences that must be read with the result.
  KeySource keySource = KeySource::kGiven;
  std::optional<Checkpoint> checkpoint;  ///< Verified; nothing: then no entry was looked at.
  std::optional<QuorumCheck> quorum;     ///< Where a policy was given and the checkpoint opened.
  LogCheck log;
  std::uint64_t files = 0;  ///< Tiles and bundles that the checkpoint obliges the log to serve.
};

/// Signature first, then origin, then size and root, then every file: each must exist and hold
/// exactly what the entries give. Leftover tiles must agree with the tree; what goes beyond the
/// checkpoint is noted. `schema.capnp` must be there; a signature does not cover it. Throws kIo if
/// reading fails.
PublishedCheck verifyPublished(const FileTree& directory, const Catalogue& catalogue,
                               const PublishedExpectations& expectations);

}  // namespace minutebook
