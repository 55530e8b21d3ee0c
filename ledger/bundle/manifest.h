// ledger/bundle/manifest.h
//
// What a bundle says of itself, as the text of a signed note by the ledger's clerk. Format:
// docs/formats/bundle.md.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/outcome.h"
#include "ledger/bundle/scope.h"
#include "ledger/crypto/sha256.h"

namespace minutebook {

/// The text of a manifest, taken apart. A value; parsed is not verified.
struct BundleManifest {
  std::string origin;
  BundleScope scope;
  std::uint64_t size = 0;  ///< Of the tree in the bundle's checkpoint.
  Hash root;
  SealedCounts counts;
  std::uint64_t listBytes = 0;  ///< Of the list of files.
  Hash listHash;

  bool operator==(const BundleManifest&) const = default;
  /// The note's text, ending in LF.
  std::string encode() const;
  /// Refused (`bundle.malformed`) unless `text` is exactly what encode() writes.
  static Outcome<BundleManifest> parse(std::string_view text);
};

/// The name that a ledger's clerk signs manifests under: "<origin>/clerk".
std::string clerkNoteName(std::string_view origin);

}  // namespace minutebook
