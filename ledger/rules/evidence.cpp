// Evidence, analysis and conclusions.

#include <algorithm>
#include <set>

#include "ledger/rules/family.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

using schema::Record;

/// The ids that a record of one kind builds on.
using Ids = std::vector<std::string>;

void addIds(capnp::List<capnp::Text>::Reader ids, Ids& to) {
  for (auto id : ids) to.push_back(textOf(id));
}

void addIds(capnp::List<schema::Ref>::Reader refs, schema::Register where, Ids& to) {
  for (auto ref : refs) {
    if (!ref.isRecord() || ref.getRecord().getRegister() != where) continue;
    to.push_back(textOf(ref.getRecord().getId()));
  }
}

Ids foundationsOf(schema::AnalysisDone::Reader analysis) {
  Ids ids;
  addIds(analysis.getFollows(), ids);
  addIds(analysis.getOf(), schema::Register::ANALYSIS, ids);
  return ids;
}

Ids foundationsOf(schema::ConclusionDrawn::Reader conclusion) {
  Ids ids;
  addIds(conclusion.getPartOf(), ids);
  addIds(conclusion.getReplaces(), ids);
  addIds(conclusion.getFrom(), schema::Register::CONCLUSION, ids);
  return ids;
}

Ids foundationsOf(const Facts& facts, schema::Register where, const std::string& id) {
  auto earlier = findRecord(facts, where, id);
  if (earlier && earlier->record.isAnalysisDone()) {
    return foundationsOf(earlier->record.getAnalysisDone());
  }
  if (earlier && earlier->record.isConclusionDrawn()) {
    return foundationsOf(earlier->record.getConclusionDrawn());
  }
  return {};
}

/// Whether what a record builds on comes to build on the record. What it names came before it, so
/// only the record itself can close a circle, or a correction of something further down.
bool closesACircle(const Facts& facts, schema::Register where, const std::string& own,
                   Ids toVisit) {
  std::set<std::string> seen;
  while (!toVisit.empty()) {
    std::string id = std::move(toVisit.back());
    toVisit.pop_back();
    if (id == own) return true;
    if (!seen.insert(id).second) continue;
    for (std::string& next : foundationsOf(facts, where, id)) toVisit.push_back(std::move(next));
  }
  return false;
}

std::optional<Refusal> checkEvidence(const Asked& asked) {
  auto kept = asked.record.getEvidenceKept();
  if (!kept.getDocument().isSha256() || !kept.hasSealedDocument()) return std::nullopt;
  return refuse("evidence.two-hashes", "sealedDocument",
                textOf(kept.getId()) + " has its hash in the clear and sealed.");
}

std::optional<Refusal> checkAnalysis(const Asked& asked) {
  auto analysis = asked.record.getAnalysisDone();
  std::string own = textOf(analysis.getId());
  Ids apart;
  addIds(analysis.getApartFromSteps(), apart);
  bool itself = std::find(apart.begin(), apart.end(), own) != apart.end();
  itself = itself ||
           closesACircle(asked.facts, schema::Register::ANALYSIS, own, foundationsOf(analysis));
  if (!itself) return std::nullopt;
  return refuse("analysis.cycle", "follows", own + " would come to build on itself.");
}

std::optional<Refusal> checkConclusion(const Asked& asked) {
  auto conclusion = asked.record.getConclusionDrawn();
  std::string own = textOf(conclusion.getId());
  bool itself =
      closesACircle(asked.facts, schema::Register::CONCLUSION, own, foundationsOf(conclusion));
  if (!itself) return std::nullopt;
  return refuse("conclusion.cycle", "partOf", own + " would come to rest on itself.");
}

}  // namespace

std::vector<KindRules> evidenceRules() {
  return {{Record::EVIDENCE_KEPT, checkEvidence},
          {Record::ANALYSIS_DONE, checkAnalysis},
          {Record::CONCLUSION_DRAWN, checkConclusion}};
}

}  // namespace minutebook
