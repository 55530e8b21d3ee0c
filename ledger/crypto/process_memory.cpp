#include "ledger/crypto/process_memory.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace minutebook {

void keepMemoryPrivate() {
  const rlimit none{0, 0};
  (void)::setrlimit(RLIMIT_CORE, &none);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  // Also where the system hands cores to a program, which the limit does not stop everywhere.
  (void)::prctl(PR_SET_DUMPABLE, 0);
#endif
}

}  // namespace minutebook
