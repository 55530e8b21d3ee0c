#include "cli/viewing.h"

#include "ledger/base/fault.h"
#include "ledger/rules/authority.h"
#include "ledger/rules/fact_keys.h"

namespace minutebook {

namespace {

using schema::Audience;

[[noreturn]] void wrong(const std::string& what, std::string remedy) {
  throw Fault(FaultKind::kUsage, what, std::move(remedy));
}

[[noreturn]] void notTheirs(const std::string& what, std::string remedy) {
  throw Fault(FaultKind::kNotTheirs, what, std::move(remedy));
}

bool isOnRegister(const EntryStore& store, const std::string& participant) {
  return store.findFact(fact::record(schema::Register::PARTICIPANT, participant)).has_value();
}

}  // namespace

bool saysPurpose(const std::optional<std::string>& purpose) {
  return purpose && purpose->find_first_not_of(" \t\r\n") != std::string::npos;
}

void checkAuditor(const EntryStore& store, const std::string& participant,
                  const std::optional<std::string>& purpose) {
  std::optional<std::string> held = store.findFact(fact::rights(participant));
  if (!held || (fact::indexOf(*held) & rightBit(schema::Right::AUDITOR)) == 0) {
    notTheirs(participant + " does not hold the right of an auditor",
              "A steward can give it: minutebook record rightGranted --participant " + participant +
                  " --right auditor --reason \"...\"");
  }
  if (saysPurpose(purpose)) return;
  wrong("an auditor says what the sealed values are opened for",
        "Add --purpose \"Checking what was paid in 2025\": it is recorded with what was opened, "
        "and whoever it is about can read it.");
}

Viewer viewerOf(const Arguments& arguments, const EntryStore& store, Audience otherwise) {
  std::optional<Viewer> viewer = Viewer{otherwise, ""};
  if (arguments.as) viewer = parseViewer(*arguments.as);
  if (!viewer) {
    wrong("--as \"" + *arguments.as + "\" names no reader",
          "Write --as public, members or coordinators; --as P-7 for that person themself; or "
          "--as auditor:P-9 with --purpose.");
  }
  if (!viewer->participant.empty() && !isOnRegister(store, viewer->participant)) {
    wrong("--as " + *arguments.as + ": " + viewer->participant + " is not on the register",
          "Write public, members or coordinators, or somebody's id as minutebook list people shows "
          "it.");
  }
  if (viewer->audience == Audience::AUDITOR) {
    checkAuditor(store, viewer->participant, arguments.purpose);
  } else if (arguments.purpose) {
    wrong("--purpose goes with an auditor",
          "Leave it out, or say who reads: --as auditor:P-9 --purpose \"...\"");
  }
  return *viewer;
}

ShownTo shownTo(const Viewer& viewer) {
  if (viewer.audience == Audience::COORDINATORS || viewer.audience == Audience::AUDITOR) return {};
  return {viewer.participant};
}

void checkMayReadPageOf(const Viewer& viewer, const std::string& participant) {
  bool may = viewer.audience == Audience::COORDINATORS || viewer.audience == Audience::AUDITOR ||
             (viewer.audience == Audience::SELF && viewer.participant == participant);
  if (may) return;
  notTheirs("what is held on " + participant + " is not for " + viewerInWords(viewer),
            "It is for " + participant +
                ", for coordinators, and for an auditor with a purpose: --as " + participant +
                ", --as coordinators, or --as auditor:P-9 --purpose \"...\"");
}

}  // namespace minutebook
