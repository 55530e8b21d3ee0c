// ledger/bundle/scope.h
//
// For whom a bundle is and what it is of, and how its sealed fields are counted.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "ledger/event/mentions.h"
#include "ledger/seal/viewer.h"

namespace minutebook {

/// Whose bundle, and of what.
struct BundleScope {
  Viewer reader;
  /// Only entries of this co-production exercise are opened; nothing: all of them. The log is
  /// always whole.
  std::optional<std::string> initiative;

  bool operator==(const BundleScope&) const = default;
};

/// Whether an entry's sealed fields belong into a bundle of that scope: all do where no initiative
/// is named; else those of entries that name it as theirs, and of the one that set it up.
bool isInScope(const BundleScope& scope, const Statement& statement, const Mentions& mentions);

/// Stands for the erasure of a value whose owner is sealed: naming one would say whose it was.
constexpr std::uint64_t kErasureNotSaid = 0;  // The log's first entry opens it and erases nothing.

/// The sealed fields of the entries in scope: their sum is `sealed`.
struct SealedCounts {
  std::uint64_t sealed = 0;
  std::uint64_t opened = 0;
  std::uint64_t sealedForReader = 0;
  /// By the entry of the erasure, or kErasureNotSaid: how many.
  std::map<std::uint64_t, std::uint64_t> erasedBy;
  std::uint64_t missing = 0;  ///< Neither opening nor erasure, though the reader may see it.
  std::uint64_t outside = 0;  ///< Of entries out of scope; not in `sealed`.

  std::uint64_t erased() const;
  bool operator==(const SealedCounts&) const = default;
};

}  // namespace minutebook
