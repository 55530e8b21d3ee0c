// cli/disclosure_record.h
//
// That sealed values were opened for an auditor, written down before they are shown.

#pragma once

#include <string>
#include <vector>

#include "cli/model.h"
#include "ledger/base/ids.h"

namespace minutebook {

/// One value that was opened.
struct ShownValue {
  StatementId statement;
  std::string field;
  /// Whose details it is; empty where the entry keeps that sealed, or it is nobody's.
  std::string aboutWhom;
};

/// Records, signed by the ledger's clerk and durably, that `values` were opened for the reading's
/// viewer, with --purpose: one disclosureMade, or as many as fit them. Nothing to record is done.
/// Throws as Writing does, kConfig if the rules refuse it, and kUsage for more values than one run
/// may open.
void recordDisclosures(Call& call, const Reading& reading, const std::vector<ShownValue>& values);

}  // namespace minutebook
