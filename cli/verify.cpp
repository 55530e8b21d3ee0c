// `minutebook verify [PATH]`: a ledger or a published directory, from raw bytes upwards. Bundles
// and disclosures: cli/verify_bundle.cpp.

#include <algorithm>
#include <filesystem>

#include "audit/verify/compare_checkpoints.h"
#include "audit/verify/damage.h"
#include "audit/verify/verify_bundle.h"
#include "audit/verify/verify_log.h"
#include "audit/verify/verify_openings.h"
#include "cli/commands.h"
#include "cli/erasure/again.h"
#include "cli/finding_lines.h"
#include "cli/session.h"
#include "cli/verify_parts.h"
#include "ledger/base/fault.h"
#include "ledger/store/erased_keys.h"
#include "ledger/store/erasure.h"

namespace minutebook {

namespace {

ExitStatus verifyDirectory(Call& call, const std::string& path) {
  Directory directory = Directory::open(path, Readers::kEveryone);
  if (looksLikeBundle(directory)) return verifyBundleIn(call, directory, path);
  PublishedCheck check = verifyPublished(directory, call.catalogue, expectationsOf(call));
  ExitStatus status = check.findings.empty() ? kDone : kNotVerified;
  if (call.console.isJson()) {
    Json notes = Json::list();
    for (const std::string& note : check.notes) notes.add(Json::text(note));
    call.console.document("minutebook/verify/1",
                          Json::object({{"published", Json::text(path)},
                                        {"verified", Json::boolean(status == kDone)},
                                        {"findings", findingsJson(check.findings)},
                                        {"notes", notes},
                                        {"files", number(check.files)},
                                        {"log", logJson(check.log)}}));
    return status;
  }
  tellFindings(call.console, check.findings);
  if (check.checkpoint) tellLog(call.console, check.log);
  for (const std::string& note : check.notes) call.console.line("Note: " + note);
  call.console.line(status == kDone ? "Verified: " + path + " is whole and unchanged."
                                    : "Not verified: " + path + ".");
  return status;
}

/// What verifying a ledger came to, with what its own files add.
struct LedgerCheck {
  LogCheck log;
  OpeningsCheck openings;
  std::vector<Finding> findings;
  GuardAnswer guard = GuardAnswer::kNotCompared;
  bool keysAtHand = false;
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
void findKeysNotErased(const LedgerPlace& place, const EntryStore& store,
                       const Catalogue& catalogue, FindingList& findings) {
  if (!std::filesystem::exists(place.directory / "keys")) return;
  const Directory keys = Directory::open(place.directory / "keys", Readers::kOwner);
  const std::vector<DataKeyId> there = listDataKeyIds(keys);
  for (const ErasedKey& key : erasedKeysInLog(store, catalogue)) {
    if (std::find(there.begin(), there.end(), key.id) == there.end()) continue;
    findings.add(FindingKind::kKeyNotErased, std::nullopt,
                 "Data key " + toHex(key.id.view()) + ".");
  }
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
  damageIn([&] { findKeysNotErased(place, *store, call.catalogue, findings); });
  check.log = verifyLog(store->reader(), call.catalogue, expectations);
  findings.add(check.log.findings);
  damageIn([&] { store->checkHead(); });
  damageIn([&] { check.openings = checkOpenings(call, place, *store, check); });
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

ExitStatus verifyLedger(Call& call) {
  LedgerPlace place = findLedger(call.arguments, call.surroundings);
  learnPublishedErasures(place, call.catalogue, call.arguments);
  LedgerCheck check = checkLedger(call, place);
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
                                        {"notChecked", number(check.openings.notChecked)},
                                        {"guard", Json::text(guardCode(check))}}));
    return status;
  }
  tellFindings(call.console, check.findings);
  tellLog(call.console, check.log);
  call.console.line(std::to_string(check.openings.commitments) +
                    " sealed fields: " + std::to_string(check.openings.opened) +
                    " opened and as committed, " + std::to_string(check.openings.erased) +
                    " erased, " + std::to_string(check.openings.notChecked) + " not checked" +
                    (check.keysAtHand ? "." : " (add --passphrase-file to check them)."));
  call.console.line(guardInWords(check));
  call.console.line(status == kDone ? "Verified." : "Not verified.");
  return status;
}

}  // namespace

ExitStatus runVerify(Call& call) {
  if (call.arguments.words.empty()) return verifyLedger(call);
  if (call.arguments.words.size() == 1) {
    const std::string& path = call.arguments.words[0];
    std::error_code error;
    const bool isFile = std::filesystem::is_regular_file(path, error);
    return isFile ? verifyHandedFile(call, path) : verifyDirectory(call, path);
  }
  throw Fault(FaultKind::kUsage, "verify checks one directory or file at a time",
              "For example: minutebook verify published/");
}

}  // namespace minutebook
