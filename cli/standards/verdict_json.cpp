#include "cli/standards/verdict_json.h"

namespace minutebook {

namespace {

Json textOrNull(const std::string& text) {
  return text.empty() ? Json() : Json::text(text);
}

Json dayOrNull(const std::optional<DayNumber>& day) {
  return day ? Json::text(dayText(*day)) : Json();
}

Json entriesJson(const std::vector<std::int64_t>& entries) {
  Json list = Json::list();
  for (std::int64_t entry : entries) list.add(Json::number(entry));
  return list;
}

Json rulesJson(const ClauseRules& rules) {
  Json parameters = Json::object();
  for (const PackParameter& one : rules.parameters) parameters.set(one.name, Json::text(one.value));
  return Json::object({{"standard", Json::text(rules.standard)},
                       {"clause", Json::text(rules.clause)},
                       {"obligation", Json::text(rules.obligation)},
                       {"parameters", parameters},
                       {"parameterHash", Json::text(rules.hash)},
                       {"from", dayOrNull(rules.from)},
                       {"until", rules.until ? Json::text(dayText(*rules.until - 1)) : Json()},
                       {"entries", entriesJson(rules.entries)}});
}

Json caseJson(const ClauseCase& one) {
  Json replies = Json::list();
  for (const Reply& reply : one.replies) {
    replies.add(Json::object({{"entry", Json::number(reply.entry)},
                              {"by", textOrNull(reply.by)},
                              {"text", textOrNull(reply.text)},
                              {"decides", Json::boolean(reply.decides)}}));
  }
  return Json::object({{"verdict", Json::text(std::string(nameOf(one.verdict)))},
                       {"about", textOrNull(one.about)},
                       {"person", textOrNull(one.person)},
                       {"initiative", textOrNull(one.initiative)},
                       {"day", dayOrNull(one.day)},
                       {"says", Json::text(one.says)},
                       {"entries", entriesJson(one.entries)},
                       {"missing", textOrNull(one.missing)},
                       {"waiver", textOrNull(one.waiver)},
                       {"rules", Json::number(static_cast<std::int64_t>(one.rules))},
                       {"replies", replies}});
}

}  // namespace

Json verdictJson(const ClauseVerdict& verdict, const ConformanceOptions& options) {
  const ClauseRules& now = verdict.rulesNow();
  Json rules = Json::list(), cases = Json::list(), counts = Json::object();
  for (const ClauseRules& one : verdict.clause.rules) rules.add(rulesJson(one));
  std::int64_t heldBack = 0;
  for (const ClauseCase& one : verdict.cases) {
    if (!one.person.empty() && !options.shownTo.maySee(one.person)) {
      ++heldBack;
    } else {
      cases.add(caseJson(one));
    }
  }
  for (Verdict of : kVerdicts) {
    counts.set(std::string(nameOf(of)), Json::number(static_cast<std::int64_t>(verdict.count(of))));
  }
  Line says = clauseSentence(verdict, options.shownTo);
  return Json::object({{"code", Json::text(verdict.clause.code)},
                       {"text", Json::text(now.text)},
                       {"check", textOrNull(verdict.clause.check)},
                       {"verdict", Json::text(std::string(nameOf(verdict.verdict)))},
                       {"says", Json::text(says.text)},
                       {"missing", textOrNull(verdict.missing)},
                       {"counts", counts},
                       {"cases", cases},
                       {"casesHeldBack", Json::number(heldBack)},
                       {"rules", rules}});
}

Json verdictsJson(const StandingStandard& standard, const std::vector<ClauseVerdict>& verdicts,
                  const ConformanceOptions& options) {
  Json clauses = Json::list();
  for (const ClauseVerdict& one : verdicts) clauses.add(verdictJson(one, options));
  return Json::object({{"standard", Json::text(standard.label)},
                       {"title", Json::text(standard.title)},
                       {"adopted", Json::boolean(standard.isAdopted)},
                       {"clauses", clauses}});
}

}  // namespace minutebook
