// cli/handing_out/gather.h
//
// Picks out the openings that one reader may see.

#pragma once

#include <vector>

#include "cli/handing_out/disclosure_record.h"
#include "ledger/bundle/openings_text.h"
#include "ledger/bundle/scope.h"
#include "ledger/crypto/data_keys.h"
#include "ledger/event/catalogue.h"
#include "ledger/store/entry_store.h"

namespace minutebook {

/// Openings in the order of entries and fields, and for each the field that it opens.
struct Gathered {
  std::vector<BundleOpening> openings;
  std::vector<DisclosedField> fields;
};

/// Every opening that the reader of `scope` may see and whose data key is still there. Throws
/// kCorrupt if one of them does not open.
Gathered gatherOpenings(const EntryStore& store, const DataKeys& keys, const Catalogue& catalogue,
                        const BundleScope& scope);

/// The same of a few entries.
Gathered gatherOpenings(const EntryStore& store, const DataKeys& keys, const Catalogue& catalogue,
                        const BundleScope& scope, const std::vector<std::uint64_t>& entries);

/// The one opening of `field` in the entry at `index`; nothing if there is none any more. Who may
/// see it is for the caller to judge, by `about`.
struct OneOpening {
  BundleOpening opening;
  DisclosedField field;
  SealedFor about;
};
std::optional<OneOpening> openOne(const EntryStore& store, const DataKeys& keys,
                                  const Catalogue& catalogue, std::uint64_t index,
                                  const SealedField& field);

}  // namespace minutebook
