// ledger/bundle/openings_text.h
//
// The opened values of a bundle: which field of which entry, its salt and what it says. Format:
// docs/formats/bundle.md.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ledger/base/ids.h"
#include "ledger/base/outcome.h"
#include "ledger/crypto/secret_bytes.h"
#include "ledger/seal/opening.h"

namespace minutebook {

/// One opened value. Moved, not copied; the value is wiped by the destructor.
struct BundleOpening {
  std::uint64_t entry = 0;
  StatementId statement;
  FieldPath path;
  Salt salt{};
  SecretBytes value;  ///< Text and Data their bytes, structs canonical words.
};

/// The file of openings: a head line, then a line for each, in the order given. Wiped when let go.
SecretBytes encodeOpenings(const std::vector<BundleOpening>& openings);
/// Refused (`bundle.malformed`), naming the line, unless `text` is what encodeOpenings() writes for
/// some openings. Their order is for the verifier to judge.
Outcome<std::vector<BundleOpening>> parseOpenings(std::string_view text);

}  // namespace minutebook
