// cli/exit_status.h
//
// What the program's exit status says. Final: docs/formats/exit-status.md.

#pragma once

#include "ledger/base/fault.h"

namespace minutebook {

enum ExitStatus {
  kDone = 0,
  kRefused = 1,  ///< A rule said no, or it is not for whoever reads.
  kUsage = 2,
  kFindings = 3,     ///< A check has findings.
  kNotVerified = 4,  ///< Evidence does not verify, or stored bytes are corrupt.
  kMachine = 5,      ///< Disk, configuration.
  kPartly = 6,       ///< Some of the work is durable, the rest was refused.
  kInUse = 7,        ///< In use or moved on; try again.
  kNotFound = 8,     ///< No such ledger or record.
  kKey = 9,          ///< A key is missing, or the passphrase is wrong.
  kOurBug = 70,
  kInterrupted = 130,
};

/// The status of a fault that reached main().
ExitStatus statusOf(FaultKind kind);

}  // namespace minutebook
