// ledger/seal/disclosures.h
//
// The opened form of a sealed field, or nothing. The vault can give it, a bundle may, and everybody
// else gives nothing; readers are written against this and cannot tell the difference.

#pragma once

#include <cstdint>
#include <optional>

#include "ledger/base/bytes.h"
#include "ledger/event/field_path.h"

namespace minutebook {

/// Why a sealed field shows what it shows.
enum class SealState {
  kOpen,          ///< Opened for this reader.
  kSealedForYou,  ///< It exists; this reader may not see it, or the keys are not at hand.
  kErased,        ///< The data key was destroyed by a recorded erasure.
  /// Gone, by an erasure that is known but stands after the end of this copy of the log.
  kErasedElsewhere,
  kMissing,  ///< Neither opening nor erasure: a finding.
};

/// What a reader gets to see of one sealed field.
struct Disclosure {
  SealState state = SealState::kSealedForYou;
  Bytes value;  ///< With kOpen only: Text and Data their bytes, structs canonical words.
  /// With kErased: the entry that records the erasure, where whoever opens knows it.
  std::optional<std::uint64_t> erasedBy = {};
};

/// One reader's view of the sealed fields.
class Disclosures {
 public:
  virtual ~Disclosures() = default;
  /// The field at `path` of the entry at `index`. Throws kCorrupt if an opening contradicts the
  /// commitment in the log.
  virtual Disclosure open(std::uint64_t index, const FieldPath& path) = 0;
};

/// Opens nothing.
class NothingDisclosed : public Disclosures {
 public:
  Disclosure open(std::uint64_t, const FieldPath&) override { return {}; }
};

}  // namespace minutebook
