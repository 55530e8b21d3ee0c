#include "audit/verify/clerk_keys.h"

#include <algorithm>

#include "audit/verify/key_history.h"

namespace minutebook {

std::vector<PublicKey> clerkKeysOf(const LogReader& log, const Catalogue& catalogue) {
  std::vector<PublicKey> keys;
  const KeyHistory history = keyHistoryOf(log, catalogue);
  for (const KeyInLog& key : history.keys()) {
    if (key.purpose == schema::KeyPurpose::CLERK && !key.end) keys.push_back(key.key);
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

}  // namespace minutebook
