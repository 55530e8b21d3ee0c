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
  auto retired = asked.facts.find(retiredKey(standard, ""));
  if (!retired) retired = asked.facts.find(retiredKey(standard, viewOf(changed.getClause())));
  if (!retired) return std::nullopt;
  return refuse("standard.already-retired", changed.hasClause() ? "clause" : "standard",
                (changed.hasClause() ? textOf(changed.getClause()) : standard) +
                    " was retired at entry " + std::to_string(fact::indexOf(*retired)) + ".");
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

/// The first of those who settle a waiver that asked for it, or nothing.
std::optional<std::string> askerWhoSettles(const Asked& asked, const Earlier& request) {
  auto settled = asked.record.getWaiverSettled();
  auto requestedBy = request.record.getWaiverRequested().getRequestedBy();
  if (settled.hasBy()) return namedInBoth(settled.getBy(), requestedBy);
  if (!namesParticipant(requestedBy, asked.actor())) return std::nullopt;
  return std::string(asked.actor());
}

std::optional<Refusal> checkWaiver(const Asked& asked) {
  auto settled = asked.record.getWaiverSettled();
  std::string id = textOf(settled.getWaiver());
  auto request = findRecord(asked.facts, Register::WAIVER, id);
  if (!request || !request->record.isWaiverRequested()) return std::nullopt;
  bool approves = settled.getResult() == schema::WaiverResult::APPROVED;
  if (approves) {
    if (auto asker = askerWhoSettles(asked, *request)) {
      return refuse("waiver.own-request", "by",
                    *asker + " asked for " + id + " and cannot approve it.");
    }
  }
  auto state = findState(asked.facts, fact::state(Register::WAIVER, id));
  bool ends = settled.getResult() == schema::WaiverResult::ENDED;
  bool running = state && state->text == "approved";
  if (state && !(running && ends)) {
    return refuse("waiver.already-settled", "waiver",
                  id + " was " + state->text + " at entry " + std::to_string(state->entry) + ".");
  }
  if (state || !ends) return std::nullopt;
  return refuse("waiver.not-running", "result", id + " was never approved.");
}

void changeWaiver(const Asked& asked, std::vector<FactChange>& changes) {
  auto settled = asked.record.getWaiverSettled();
  std::string state;
  switch (settled.getResult()) {
    case schema::WaiverResult::APPROVED:
      state = "approved";
      break;
    case schema::WaiverResult::REFUSED:
      state = "refused";
      break;
    case schema::WaiverResult::ENDED:
      state = "ended";
      break;
    default:
      return;
  }
  changes.push_back({fact::state(Register::WAIVER, viewOf(settled.getWaiver())),
                     fact::State{asked.index(), state}.value()});
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
  return {{Record::STANDARD_ADOPTED, checkStandard, nullptr},
          {Record::CLAUSE_ADOPTED, checkClause, nullptr},
          {Record::STANDARD_CHANGED, checkChange, changeChange},
          {Record::CLAUSE_ASSESSED, checkAssessment, nullptr},
          {Record::WAIVER_SETTLED, checkWaiver, changeWaiver},
          {Record::REPORT_PUBLISHED, checkReport, nullptr}};
}

}  // namespace minutebook
