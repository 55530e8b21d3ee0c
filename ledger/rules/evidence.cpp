// Evidence, analysis and conclusions.

#include "ledger/rules/family.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

using schema::Record;

/// What a record names has to exist before it, so only the record itself can close a circle.
bool namesItself(capnp::List<capnp::Text>::Reader ids, std::string_view own) {
  for (auto id : ids) {
    if (viewOf(id) == own) return true;
  }
  return false;
}

bool namesItself(capnp::List<schema::Ref>::Reader refs, schema::Register where,
                 std::string_view own) {
  for (auto ref : refs) {
    if (!ref.isRecord() || ref.getRecord().getRegister() != where) continue;
    if (viewOf(ref.getRecord().getId()) == own) return true;
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
  std::string_view own = viewOf(analysis.getId());
  bool cycle = namesItself(analysis.getFollows(), own) ||
               namesItself(analysis.getApartFromSteps(), own) ||
               namesItself(analysis.getOf(), schema::Register::ANALYSIS, own);
  if (!cycle) return std::nullopt;
  return refuse("analysis.cycle", "follows", std::string(own) + " names itself.");
}

std::optional<Refusal> checkConclusion(const Asked& asked) {
  auto conclusion = asked.record.getConclusionDrawn();
  std::string_view own = viewOf(conclusion.getId());
  bool cycle = namesItself(conclusion.getPartOf(), own) ||
               namesItself(conclusion.getReplaces(), own) ||
               namesItself(conclusion.getFrom(), schema::Register::CONCLUSION, own);
  if (!cycle) return std::nullopt;
  return refuse("conclusion.cycle", "partOf", std::string(own) + " names itself.");
}

}  // namespace

std::vector<KindRules> evidenceRules() {
  return {{Record::EVIDENCE_KEPT, checkEvidence, nullptr},
          {Record::ANALYSIS_DONE, checkAnalysis, nullptr},
          {Record::CONCLUSION_DRAWN, checkConclusion, nullptr}};
}

}  // namespace minutebook
