// audit/verify/verify_openings.h
//
// Sealed values against the log: each opening opens and is what was committed to, and each
// commitment has an opening or a recorded erasure.

#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "audit/verify/finding.h"
#include "ledger/crypto/data_keys.h"
#include "ledger/event/catalogue.h"
#include "ledger/seal/opening.h"
#include "ledger/tlog/log_reader.h"

namespace minutebook {

/// Calls its visitor with every stored opening, in the order of the entries.
using OpeningSource =
    std::function<void(const std::function<void(std::uint64_t index, const Opening& opening)>&)>;

/// What verifying openings came to. `commitments` is the sum of `opened`, `notChecked`, `erased`
/// and those that have a finding.
struct OpeningsCheck {
  std::vector<Finding> findings;  ///< Lowest index first.
  std::uint64_t commitments = 0;
  std::uint64_t opened = 0;      ///< Decrypted, and their value is the one committed to.
  std::uint64_t notChecked = 0;  ///< There, but no keys were given to open them with.
  std::uint64_t erased = 0;      ///< Gone, by an erasure that the log records.
};

/// `keys` null: openings are counted, not opened. Commitments of kinds that this schema does not
/// know are not seen. Reads the log twice, as what is erased is recorded after it. Entries that
/// cannot be decoded are passed over: verifyLog() names them. Throws as `log` and `openings` do.
OpeningsCheck verifyOpenings(const LogReader& log, const Catalogue& catalogue,
                             const OpeningSource& openings, const DataKeys* keys);

}  // namespace minutebook
