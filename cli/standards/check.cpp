// `minutebook check [STANDARD]` and `minutebook explain CLAUSE`: whether clauses were kept.

#include <algorithm>

#include "cli/commands.h"
#include "cli/report_output.h"
#include "cli/standards/asked.h"
#include "cli/standards/verdict_json.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

std::optional<std::string> onlyWord(const Call& call) {
  const std::vector<std::string>& words = call.arguments.words;
  if (words.size() > 1) {
    throw Fault(FaultKind::kUsage, "check takes one standard at a time",
                "For example: minutebook check BASE");
  }
  if (words.empty()) return std::nullopt;
  return words[0];
}

bool hasFindings(const std::vector<ClauseVerdict>& verdicts) {
  return std::any_of(verdicts.begin(), verdicts.end(),
                     [](const ClauseVerdict& one) { return isFinding(one.verdict); });
}

/// The file that -o names belongs to one report.
void checkOneFile(const Call& call, std::size_t standards) {
  if (!call.arguments.output || standards == 1) return;
  throw Fault(FaultKind::kUsage, "several standards hold here, and a file is of one",
              "Name the standard: minutebook check BASE -o check.html");
}

/// The clause called `name` by its code or by its id in the ledger, in the first standard that has
/// it. Throws kMissing.
const StandingClause& clauseCalled(const std::vector<StandingStandard>& standards,
                                   const std::string& name) {
  std::vector<std::string> names;
  for (const StandingStandard& standard : standards) {
    for (const StandingClause& clause : standard.clauses) {
      bool isIt = clause.code == name ||
                  std::any_of(clause.rules.begin(), clause.rules.end(),
                              [&](const ClauseRules& rules) { return rules.clause == name; });
      if (isIt) return clause;
      names.push_back(clause.code);
    }
  }
  std::string near = nearestName(name, names);
  throw Fault(FaultKind::kMissing, "there is no clause called \"" + name + "\"",
              near.empty() ? "minutebook standard show BASE names the clauses there are."
                           : "Did you mean: minutebook explain " + near + "?");
}

}  // namespace

ExitStatus runCheck(Call& call) {
  std::optional<std::string> name = onlyWord(call);
  Reading reading(call);
  Query query = reading.model.query();
  auto standards = standardsCalled(query, name);
  if (!standards) return call.console.refused(standards.refusal());
  checkOneFile(call, standards.value().size());
  Disclosing disclosing(call, reading);
  Judging judging(call, reading, reading.model, disclosing, standards.value(), JudgedFor::kReader);
  // All are judged before anything is shown: what is opened for an auditor goes on record first.
  std::vector<std::vector<ClauseVerdict>> verdicts;
  for (const StandingStandard& one : standards.value()) {
    verdicts.push_back(judging.judge.judge(one));
  }
  bool found = std::any_of(verdicts.begin(), verdicts.end(), hasFindings);
  bool isJson = call.console.isJson() && !call.arguments.output;
  Json documents = Json::list();
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const StandingStandard& standard = standards.value()[i];
    if (isJson) {
      documents.add(verdictsJson(standard, verdicts[i], judging.options));
    } else {
      giveReport(call, reading, conformanceReport(query, standard, verdicts[i], judging.options));
    }
  }
  if (isJson) {
    call.console.document("minutebook/check/1",
                          Json::object({{"today", Json::text(dayText(judging.options.today))},
                                        {"standards", documents}}));
  }
  return found ? kFindings : kDone;
}

ExitStatus runExplain(Call& call) {
  const std::string& name = onlyId(call, "PR-01");
  Reading reading(call);
  Query query = reading.model.query();
  auto adopted = standardsCalled(query, std::nullopt);
  if (!adopted) return call.console.refused(adopted.refusal());
  // What nobody adopted can be explained, too.
  std::vector<StandingStandard> standards = std::move(adopted).value();
  for (const Pack& pack : ownPacks()) standards.push_back(asIfAdopted(pack));
  const StandingClause& clause = clauseCalled(standards, name);
  Disclosing disclosing(call, reading);
  Judging judging(call, reading, reading.model, disclosing, standards, JudgedFor::kReader);
  ClauseVerdict verdict = judging.judge.judge(clause);
  if (call.console.isJson() && !call.arguments.output) {
    call.console.document("minutebook/explain/1", verdictJson(verdict, judging.options));
    return kDone;
  }
  return giveReport(call, reading, clauseReport(query, verdict, judging.options));
}

}  // namespace minutebook
