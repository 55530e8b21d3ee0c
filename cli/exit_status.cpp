#include "cli/exit_status.h"

namespace minutebook {

ExitStatus statusOf(FaultKind kind) {
  switch (kind) {
    case FaultKind::kCorrupt:
      return kNotVerified;
    case FaultKind::kIo:
    case FaultKind::kConfig:
      return kMachine;
    case FaultKind::kBusy:
      return kInUse;
    case FaultKind::kMissing:
      return kNotFound;
    case FaultKind::kKey:
      return kKey;
    case FaultKind::kNotTheirs:
      return kRefused;
    case FaultKind::kUsage:
      return kUsage;
    case FaultKind::kBug:
      break;
  }
  return kOurBug;
}

}  // namespace minutebook
