// audit/verify/verify_bundle.h
//
// A bundle checked by somebody who has neither ledger nor keys: the published log in it, the
// clerk's signature, every file, every opening. What is proved: docs/formats/bundle.md.

#pragma once

#include <optional>
#include <vector>

#include "audit/verify/finding.h"
#include "audit/verify/verify_published.h"
#include "ledger/base/file_tree.h"
#include "ledger/bundle/manifest.h"
#include "ledger/event/catalogue.h"

namespace minutebook {

/// What verifying a bundle came to.
struct BundleCheck {
  std::vector<Finding> findings;  ///< Of everything, `published` included.
  PublishedCheck published;
  /// As far as it could be read; vouched for only if there is no finding.
  std::optional<BundleManifest> manifest;
  std::uint64_t files = 0;  ///< That are as they were listed.
  SealedCounts counts;      ///< As counted here, not as the manifest says.
};

/// Whether a tree is meant as a bundle: it has a manifest, a list of files or openings.
bool looksLikeBundle(const FileTree& tree);

/// Verifies everything: the log as verifyPublished() does, then manifest, files and openings.
/// Throws kIo if reading fails; damage is a finding.
BundleCheck verifyBundle(const FileTree& tree, const Catalogue& catalogue,
                         const PublishedExpectations& expectations);

}  // namespace minutebook
