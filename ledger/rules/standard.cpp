// Standards with their clauses, waivers, and reports.

#include "ledger/crypto/sha256.h"
#include "ledger/rules/family.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

using schema::Record;
using schema::Register;

/// The parts of a standard that follow it in the same submission, in order.
std::vector<schema::ClauseAdopted::Reader> partsOf(const Asked& asked, const std::string& version) {
  std::vector<schema::ClauseAdopted::Reader> parts;
  for (std::size_t i = asked.place + 1; i < asked.submission.size(); ++i) {
    Record::Reader record = asked.submission[i].record();
    if (!record.isClauseAdopted()) continue;
    if (nameOf(record.getClauseAdopted().getStandard()) != version) continue;
    parts.push_back(record.getClauseAdopted());
  }
  return parts;
}

std::optional<Refusal> checkStandard(const Asked& asked) {
  auto adopted = asked.record.getStandardAdopted();
  std::string version = textOf(adopted.getId()) + "@" + textOf(adopted.getVersion());
  auto parts = partsOf(asked, version);
  bool announced = adopted.getParts().isExactly();
  if (announced && adopted.getParts().getExactly() != parts.size()) {
    return refuse("standard.parts-missing", "parts",
                  std::to_string(adopted.getParts().getExactly()) + " parts of " + version +
                      " were announced, and " + std::to_string(parts.size()) + " follow.");
  }
  if (!adopted.getPack().isSha256()) return std::nullopt;
  Sha256 hasher;
  hasher.update(asBytes(viewOf(adopted.getHead())));
  for (auto part : parts) hasher.update(asBytes(viewOf(part.getPackText())));
  Hash pack = hasher.finish();
  if (sameBytes(viewOf(adopted.getPack().getSha256()), pack.view())) return std::nullopt;
  return refuse("standard.does-not-add-up", "pack",
                "The pack is given as sha256:" + toHex(viewOf(adopted.getPack().getSha256())) +
                    ", and its parts give sha256:" + toHex(pack.view()) + ".");
}

std::optional<Refusal> checkClause(const Asked& asked) {
  std::string version = nameOf(asked.record.getClauseAdopted().getStandard());
  for (std::size_t i = 0; i < asked.place; ++i) {
    Record::Reader record = asked.submission[i].record();
    if (!record.isStandardAdopted()) continue;
    auto adopted = record.getStandardAdopted();
    if (textOf(adopted.getId()) + "@" + textOf(adopted.getVersion()) == version)
      return std::nullopt;
  }
  return refuse("standard.part-alone", "standard",
                version + " is not adopted earlier in this submission.");
}

std::string retiredKey(std::string_view standard, std::string_view clause) {
  return fact::relation("retired", standard, clause);
}

std::optional<Refusal> checkChange(const Asked& asked) {
  auto changed = asked.record.getStandardChanged();
  std::string standard = nameOf(changed.getStandard());
  if (changed.hasClause()) {
    auto clause = findRecord(asked.facts, Register::CLAUSE, viewOf(changed.getClause()));
    if (clause && clause->record.isClauseAdopted()) {
      std::string of = nameOf(clause->record.getClauseAdopted().getStandard());
      if (of != standard) {
        return refuse(
            "standard.clause-of-another", "clause",
            textOf(changed.getClause()) + " is part of " + of + ", not of " + standard + ".");
      }
    }
  }
  return std::nullopt;
}

/// The entry that retired a clause, or the whole standard for an empty one, while it still says so.
std::optional<Earlier> retirement(const Facts& facts, const std::string& standard,
                                  std::string_view clause) {
  auto index = facts.find(retiredKey(standard, clause));
  if (!index) return std::nullopt;
  Earlier earlier = entryAt(facts, fact::indexOf(*index));
  if (!earlier.record.isStandardChanged()) return std::nullopt;
  auto changed = earlier.record.getStandardChanged();
  bool same = changed.getChange().isRetired() && nameOf(changed.getStandard()) == standard &&
              viewOf(changed.getClause()) == clause;
  if (!same) return std::nullopt;
  return earlier;
}

std::optional<Refusal> checkNotRetired(const Asked& asked) {
  auto changed = asked.record.getStandardChanged();
  std::string standard = nameOf(changed.getStandard());
  auto retired = retirement(asked.facts, standard, "");
  if (!retired) retired = retirement(asked.facts, standard, viewOf(changed.getClause()));
  if (!retired) return std::nullopt;
  return refuse("standard.already-retired", changed.hasClause() ? "clause" : "standard",
                (changed.hasClause() ? textOf(changed.getClause()) : standard) +
                    " was retired at entry " + std::to_string(retired->index) + ".");
}

void changeChange(const Asked& asked, std::vector<FactChange>& changes) {
  auto changed = asked.record.getStandardChanged();
  if (!changed.getChange().isRetired()) return;
  changes.push_back({retiredKey(nameOf(changed.getStandard()), viewOf(changed.getClause())),
                     fact::index(asked.index())});
}

std::optional<Refusal> checkAssessment(const Asked& asked) {
  std::string_view id = viewOf(asked.record.getClauseAssessed().getClause());
  auto clause = findRecord(asked.facts, Register::CLAUSE, id);
  if (!clause || !clause->record.isClauseAdopted()) return std::nullopt;
  auto check = clause->record.getClauseAdopted().getCheck();
  if (!check.isKnown() && !check.isOwnSql()) return std::nullopt;
  return refuse(
      "clause.checked-by-program", "clause",
      std::string(id) + " is decided by " +
          (check.isKnown() ? "the check " + textOf(check.getKnown().getName()) : "SQL of its own") +
          ".");
}

/// The first of those who settle a waiver that asked for it, or nothing. Where the request does not
/// say who asked, whoever made it did.
std::optional<std::string> askerWhoSettles(const Asked& asked, const Earlier& request) {
  auto requestedBy = request.record.getWaiverRequested().getRequestedBy();
  std::vector<std::string> askers = namedIn(requestedBy);
  if (isNobody(requestedBy)) askers = {"participant:" + makerOf(asked.facts, request.index)};
  return firstInBoth(actorsOf(asked, asked.record.getWaiverSettled().getBy()), askers);
}

std::optional<Refusal> checkWaiver(const Asked& asked) {
  auto settled = asked.record.getWaiverSettled();
  std::string id = textOf(settled.getWaiver());
  auto request = findRecord(asked.facts, Register::WAIVER, id);
  bool approves = settled.getResult() == schema::WaiverResult::APPROVED;
  if (!approves || !request || !request->record.isWaiverRequested()) return std::nullopt;
  auto asker = askerWhoSettles(asked, *request);
  if (!asker) return std::nullopt;
  return refuse("waiver.own-request", "by",
                *asker + " asked for " + id + " and cannot approve it.");
}

/// The word for how a waiver was settled; empty where the record does not say.
std::string_view nameOfResult(schema::WaiverResult result) {
  switch (result) {
    case schema::WaiverResult::APPROVED:
      return "approved";
    case schema::WaiverResult::REFUSED:
      return "refused";
    case schema::WaiverResult::ENDED:
      return "ended";
    default:
      return "";
  }
}

std::optional<Refusal> checkWaiverOpen(const Asked& asked) {
  auto settled = asked.record.getWaiverSettled();
  std::string id = textOf(settled.getWaiver());
  bool ends = settled.getResult() == schema::WaiverResult::ENDED;
  auto setter = findSetter(asked.facts, fact::state(Register::WAIVER, id));
  std::string_view before;
  if (setter && setter->record.isWaiverSettled()) {
    auto earlier = setter->record.getWaiverSettled();
    if (viewOf(earlier.getWaiver()) == id) before = nameOfResult(earlier.getResult());
  }
  if (before == "approved" && ends) return std::nullopt;
  if (!before.empty()) {
    return refuse(
        "waiver.already-settled", "waiver",
        id + " was " + std::string(before) + " at entry " + std::to_string(setter->index) + ".");
  }
  if (!ends) return std::nullopt;
  return refuse("waiver.not-running", "result", id + " was never approved.");
}

void changeWaiver(const Asked& asked, std::vector<FactChange>& changes) {
  auto settled = asked.record.getWaiverSettled();
  std::string_view state = nameOfResult(settled.getResult());
  if (state.empty()) return;
  changes.push_back({fact::state(Register::WAIVER, viewOf(settled.getWaiver())),
                     fact::State{asked.index(), std::string(state)}.value()});
}

std::optional<Refusal> checkReport(const Asked& asked) {
  auto report = asked.record.getReportPublished();
  if (!report.hasRoot()) return std::nullopt;
  std::string root = toHex(viewOf(report.getRoot()));
  if (!report.getLedgerSize().isExactly()) {
    return refuse("report.root-unknown", "ledgerSize",
                  "The root " + root + " is given without the size it belongs to.");
  }
  std::uint64_t size = report.getLedgerSize().getExactly();
  // Roots are of what is stored: entries of this submission have none yet.
  bool known = size <= asked.index() - asked.place &&
               sameBytes(viewOf(report.getRoot()), asked.facts.rootAt(size).view());
  if (known) return std::nullopt;
  return refuse("report.root-unknown", "root",
                "This ledger has no root " + root + " at size " + std::to_string(size) + ".");
}

}  // namespace

std::vector<KindRules> standardRules() {
  return {{Record::STANDARD_ADOPTED, checkStandard},
          {Record::CLAUSE_ADOPTED, checkClause},
          {Record::STANDARD_CHANGED, checkChange, checkNotRetired, changeChange},
          {Record::CLAUSE_ASSESSED, checkAssessment},
          {Record::WAIVER_SETTLED, checkWaiver, checkWaiverOpen, changeWaiver},
          {Record::REPORT_PUBLISHED, checkReport}};
}

}  // namespace minutebook
