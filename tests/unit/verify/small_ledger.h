// tests/unit/verify/small_ledger.h
//
// The ledger that verifying is tested on, and how to spoil it.

#pragma once

#include <string>
#include <vector>

#include "audit/verify/verify_log.h"
#include "tests/support/scenario.h"

namespace minutebook {

/// Entries: 0 opened, 1 right, 2 to 4 one submission (P-7, P-8, an input of P-7), 5 P-9, 6 threads
/// rooted. Sealed: P-7's name and P-9's contact.
inline void fill(Scenario& scenario) {
  scenario.record({R"({"kind": "participantJoined", "id": "P-7", "name": "Robin Example"})",
                   R"({"kind": "participantJoined", "id": "P-8"})",
                   R"({"kind": "inputReceived", "id": "I-1", "from": "P-7",
                       "onBehalfOf": {"participant": "P-7", "basis": "presentAndAgreed"},
                       "inputKind": "proposal", "text": {"public": "Use simpler words."}})"});
  scenario.record({R"({"kind": "participantJoined", "id": "P-9", "contact": "by post"})"});
  scenario.rootThreads();
}

inline void appendAll(MemoryLog& log, const std::vector<Bytes>& entries) {
  for (const Bytes& entry : entries) log.append(entry);
}

/// "tile.wrong@3" for each finding; those of no one entry without index.
inline std::vector<std::string> codesOf(const std::vector<Finding>& findings) {
  std::vector<std::string> codes;
  for (const Finding& finding : findings) {
    codes.push_back(std::string(finding.code()) +
                    (finding.index ? "@" + std::to_string(*finding.index) : ""));
  }
  return codes;
}

/// What verifying finds in a log of these entries.
inline LogCheck checkEntries(const std::vector<Bytes>& entries,
                             const LogExpectations& expectations = {}) {
  MemoryLog log;
  appendAll(log, entries);
  return verifyLog(log, theCatalogue(), expectations);
}

/// The entry with one part changed.
template <typename Change>
Bytes changed(const Bytes& entry, Change&& change) {
  EntryParts parts = decodeEntry(entry).value();
  change(parts);
  return encodeEntry(parts);
}

}  // namespace minutebook
