// tests/unit/verify/verify_log_property.cpp
//
// However a log is spoilt, one thread and two find the same, in the same order.

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/verify/small_ledger.h"

namespace minutebook {
namespace {

/// Some chunks long, with large and small submissions and two counts of threads.
std::vector<Bytes> soundEntries() {
  Scenario scenario;
  fill(scenario);
  int next = 100;
  for (int size : {300, 1, 1, 40, 1, 400}) {
    std::vector<std::string> lines;
    for (; size > 0; --size) {
      lines.push_back(R"({"kind": "participantJoined", "id": "P-)" + std::to_string(next++) +
                      "\"}");
    }
    scenario.recordAll(lines);
    if (next == 402) scenario.rootThreads();
  }
  scenario.rootThreads();
  return scenario.entries();
}

void spoil(std::vector<Bytes>& entries) {
  const auto at = *rc::gen::inRange<std::size_t>(0, entries.size());
  switch (*rc::gen::inRange(0, 6)) {
    case 0:
      entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(at));
      break;
    case 1:
      std::swap(entries[at], entries[entries.size() - 1 - at]);
      break;
    case 2:
      entries.resize(at);
      break;
    case 3:
      entries.push_back(entries[at]);
      break;
    case 4:
      entries[at] = changed(entries[at], [](EntryParts& parts) {
        if (!parts.signature.empty()) parts.signature[3] ^= 1;
      });
      break;
    default:
      entries[at][*rc::gen::inRange<std::size_t>(0, entries[at].size())] ^= 0x10;
  }
}

LogCheck checkWith(Workers workers, const std::vector<Bytes>& entries, const Hash& root) {
  LogExpectations expected;
  expected.root = root;
  expected.workers = workers;
  return checkEntries(entries, expected);
}

RC_GTEST_PROP(VerifyLog, FindsTheSameWithOneThreadAndWithTwo, ()) {
  static const std::vector<Bytes> sound = soundEntries();
  static const Hash root = checkWith(Workers::kOne, sound, Hash()).root;
  std::vector<Bytes> entries = sound;
  for (int times = *rc::gen::inRange(0, 4); times > 0 && !entries.empty(); --times) spoil(entries);
  const LogCheck one = checkWith(Workers::kOne, entries, root);
  const LogCheck two = checkWith(Workers::kTwo, entries, root);
  RC_ASSERT(one.findings == two.findings);
  RC_ASSERT(one.stopped == two.stopped);
  RC_ASSERT(one.signaturesChecked == two.signaturesChecked);
  RC_ASSERT(one.submissions == two.submissions);
  RC_ASSERT(one.rulesReplayedTo == two.rulesReplayedTo);
  RC_ASSERT(one.threads == two.threads);
  RC_ASSERT(one.root == two.root);
  RC_ASSERT(one.findings.empty() == (entries == sound));
}

}  // namespace
}  // namespace minutebook
