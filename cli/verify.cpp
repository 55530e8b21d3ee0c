// `minutebook verify [PATH...]`: a ledger, from raw bytes upwards. What was handed over, such as a
// published directory: cli/checking/.

#include <algorithm>
#include <filesystem>

#include "audit/verify/damage.h"
#include "audit/verify/verify_log.h"
#include "audit/verify/verify_openings.h"
#include "cli/checking/given.h"
#include "cli/commands.h"
#include "cli/erasure/again.h"
#include "cli/finding_lines.h"
#include "cli/handing_out/evidence.h"
#include "cli/session.h"
#include "cli/verify_parts.h"
#include "ledger/base/fault.h"
#include "ledger/store/erasure.h"

namespace minutebook {

namespace {

Json textsJson(const std::vector<std::string>& texts) {
  Json list = Json::list();
  for (const std::string& text : texts) list.add(Json::text(text));
  return list;
}

/// What verifying a ledger came to, with what its own files add.
struct LedgerCheck {
  LogCheck log;
  OpeningsCheck openings;
  std::vector<Finding> findings;
  GuardAnswer guard = GuardAnswer::kNotCompared;
  bool keysAtHand = false;
  /// Sealed values that went with an erasure which this older copy does not hold.
  std::uint64_t goneElsewhere = 0;
  std::vector<std::string> notes;  ///< What is to be known and is no fault.
};

OpeningsCheck checkOpenings(Call& call, const LedgerPlace& place, const EntryStore& store,
                            LedgerCheck& check) {
  auto openings = [&](const std::function<void(std::uint64_t, const Opening&)>& visit) {
    store.forEachOpening(visit);
  };
  auto master = masterKeyAtHand(place, call.arguments, call.surroundings);
  if (!master) return verifyOpenings(store.reader(), call.catalogue, openings, nullptr);
  Directory keyDirectory = Directory::open(place.directory / "keys", Readers::kOwner);
  DataKeys keys(keyDirectory, *master, DataKeys::Access::kRead);
  check.keysAtHand = true;
  return verifyOpenings(store.reader(), call.catalogue, openings, &keys);
}

bool contradictsGuard(const LedgerCheck& check) {
  return std::any_of(check.findings.begin(), check.findings.end(), [](const Finding& finding) {
    return finding.kind == FindingKind::kGuardContradicted;
  });
}

std::string guardCode(const LedgerCheck& check) {
  if (contradictsGuard(check)) return "contradicted";
  return check.guard == GuardAnswer::kHolds ? "holds" : "not compared";
}

std::string guardInWords(const LedgerCheck& check) {
  if (contradictsGuard(check)) {
    return "Compared with the last signed checkpoint: it does not follow from it.";
  }
  return check.guard == GuardAnswer::kHolds
             ? "Compared with the last signed checkpoint: it follows from it."
             : "Not compared with a signed checkpoint: none is known here.";
}

/// What an older copy has brought back goes before anything is judged; damage is found below.
void eraseAgainFirst(Call& call, const LedgerPlace& place) {
  (void)damageOf([&] { openForReading(place, call.catalogue, call.arguments, call.surroundings); });
}

/// What could not be destroyed, and keys that a record names without their being its person's.
void findKeysNotErased(Call& call, const LedgerPlace& place, const EntryStore& store,
                       FindingList& findings) {
  if (!std::filesystem::exists(place.directory / "keys")) return;
  for (const KeyStillHere& key : keysStillHere(call, place, store)) {
    findings.add(FindingKind::kKeyNotErased, std::nullopt, key.inWords());
  }
}

/// Of an older copy that was put back, what an erasure that it does not hold took away is no fault.
void noteOlderCopy(LedgerCheck& check) {
  std::vector<Finding>& findings = check.openings.findings;
  const auto missing = std::find_if(findings.begin(), findings.end(), [](const Finding& one) {
    return one.kind == FindingKind::kOpeningMissing;
  });
  std::string gone = "nothing sealed is missing for it";
  if (missing != findings.end()) {
    check.goneElsewhere = missing->times;
    gone = std::to_string(missing->times) +
           (missing->times == 1 ? " sealed field is" : " sealed fields are") +
           " not here any more, destroyed again when this copy was opened";
    findings.erase(missing);
  }
  check.notes.push_back(
      "This copy of the ledger is older than an erasure that is known here: " + gone +
      ". That is no fault. The newest copy holds the erasure's own entry and says "
      "which fields it was; go on with that one.");
}

/// Damage that one part stops at is a finding, so that the others are looked at all the same.
LedgerCheck checkLedger(Call& call, const LedgerPlace& place) {
  eraseAgainFirst(call, place);
  auto store = EntryStore::open(place.directory, StoreAccess::kExamine, "minutebook verify");
  FindingList findings;
  auto damageIn = [&](auto&& part) {
    auto damage = damageOf(part);
    if (damage) findings.add(FindingKind::kStoreDamaged, std::nullopt, *damage + ".");
  };
  damageIn([&] { store->verifyChecksums(); });
  LedgerCheck check;
  Sha256 hasher;
  LogExpectations expectations;
  expectations.origin = place.origin;
  expectations.root = store->head().frontier.root(hasher);
  if (erasureBegun(*store)) {
    findings.add(FindingKind::kErasureUnfinished, std::nullopt,
                 "The next command that writes to the ledger finishes it.");
  }
  damageIn([&] { findKeysNotErased(call, place, *store, findings); });
  check.log = verifyLog(store->reader(), call.catalogue, expectations);
  check.notes = check.log.notes;
  findings.add(check.log.findings);
  damageIn([&] { store->checkHead(); });
  damageIn([&] { check.openings = checkOpenings(call, place, *store, check); });
  damageIn([&] {
    if (isOlderThanAnErasure(place, *store, call.catalogue)) noteOlderCopy(check);
  });
  findings.add(check.openings.findings);
  auto compare = [&] {
    check.guard = compareWithGuard(Guard(place.guard, place.origin), store->reader());
  };
  if (findings.empty()) {
    compare();  // A whole log that contradicts its guard has a remedy of its own.
  } else if (auto contradiction = damageOf(compare)) {
    findings.add(FindingKind::kGuardContradicted, std::nullopt, *contradiction + ".");
  }
  check.findings = findings.sorted();
  return check;
}

std::string olderInWords(const LedgerCheck& check) {
  if (check.goneElsewhere == 0) return "";
  return std::to_string(check.goneElsewhere) + " gone with an erasure on record elsewhere, ";
}

ExitStatus verifyLedger(Call& call) {
  LedgerPlace place = findLedger(call.arguments, call.surroundings);
  const auto learnt = learnPublishedErasures(place, call.catalogue, call.arguments);
  LedgerCheck check = checkLedger(call, place);
  if (learnt) check.notes.push_back(learnt->inWords());
  ExitStatus status = check.findings.empty() ? kDone : kNotVerified;
  if (call.console.isJson()) {
    call.console.document("minutebook/verify/1",
                          Json::object({{"ledger", Json::text(place.directory.string())},
                                        {"verified", Json::boolean(status == kDone)},
                                        {"findings", findingsJson(check.findings)},
                                        {"log", logJson(check.log)},
                                        {"commitments", number(check.openings.commitments)},
                                        {"opened", number(check.openings.opened)},
                                        {"erased", number(check.openings.erased)},
                                        {"olderThanErasure", number(check.goneElsewhere)},
                                        {"notChecked", number(check.openings.notChecked)},
                                        {"guard", Json::text(guardCode(check))},
                                        {"notes", textsJson(check.notes)}}));
    return status;
  }
  tellFindings(call.console, check.findings);
  tellLog(call.console, check.log);
  call.console.line(std::to_string(check.openings.commitments) + " sealed fields: " +
                    std::to_string(check.openings.opened) + " opened and as committed, " +
                    std::to_string(check.openings.erased) + " erased, " + olderInWords(check) +
                    std::to_string(check.openings.notChecked) + " not checked" +
                    (check.keysAtHand ? "." : " (add --passphrase-file to check them)."));
  call.console.line(guardInWords(check));
  for (const std::string& note : check.notes) call.console.line("Note: " + note);
  call.console.line(status == kDone ? "Verified." : "Not verified.");
  return status;
}

}  // namespace

ExitStatus runVerify(Call& call) {
  const std::vector<std::string>& words = call.arguments.words;
  if (words.empty()) return verifyLedger(call);
  const ExitStatus status = checkGiven(call);
  if (status == kNotVerified && words.size() > 1) keepEvidence(call, words);
  return status;
}

}  // namespace minutebook
