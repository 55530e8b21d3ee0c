#include "audit/report/conformance_clause.h"

#include <algorithm>
#include <utility>

#include "audit/report/made_from.h"
#include "audit/report/plain_words.h"
#include "audit/standards/check_file.h"

namespace minutebook {

namespace {

/// The first figures of a hash: enough to tell two settings apart at a glance.
constexpr std::size_t kHashShown = 8;

bool isFor(const ShownTo& shownTo, const ClauseCase& one) {
  return one.person.empty() || shownTo.maySee(one.person);
}

std::string replyWords(const Reply& reply) {
  std::string text = reply.decides ? " Deciding answer" : " Reply";
  if (!reply.by.empty()) text += " by " + plainWho(reply.by);
  return text + ": " + (reply.text.empty() ? "kept private." : "\"" + reply.text + "\"");
}

/// What would tell, where the record does not.
std::string missingWords(const std::string& missing) {
  if (missing.empty()) return "";
  if (missing == "sealed") return " It is sealed for you.";
  if (missing.find(' ') != missing.npos) return "";  // The sentence says it.
  return " What would tell: a record of \"" + plainWords(missing) + "\".";
}

Line caseLine(const ClauseCase& one) {
  std::string text = one.person.empty() ? one.says : one.person + ": " + one.says;
  if (one.verdict == Verdict::kUnknown) text += missingWords(one.missing);
  Entries entries = one.entries;
  for (const Reply& reply : one.replies) {
    text += replyWords(reply);
    entries.push_back(reply.entry);
  }
  return {std::move(text), inOrder(std::move(entries))};
}

std::size_t alike(const ClauseVerdict& verdict) {
  return verdict.count(verdict.verdict);
}

/// "2 not kept, 1 that the record does not tell, 9 kept"
std::string countWords(const ClauseVerdict& verdict) {
  static constexpr std::array<Verdict, 7> kOrder = {
      Verdict::kFail, Verdict::kWeak,   Verdict::kUnknown,      Verdict::kWaived,
      Verdict::kPass, Verdict::kNotDue, Verdict::kNotApplicable};
  std::string text;
  for (Verdict of : kOrder) {
    std::size_t count = verdict.count(of);
    if (count == 0) continue;
    text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + plainVerdict(of);
  }
  return text;
}

/// The rules that decided any of the cases shown, each once.
std::string rulesWords(const ClauseVerdict& verdict) {
  std::vector<std::size_t> used;
  for (const ClauseCase& one : verdict.cases) {
    if (std::find(used.begin(), used.end(), one.rules) == used.end()) used.push_back(one.rules);
  }
  if (used.empty()) used.push_back(verdict.clause.rules.size() - 1);
  std::sort(used.begin(), used.end());
  std::string text = "Judged by ";
  for (std::size_t i = 0; i < used.size(); ++i) {
    const ClauseRules& rules = verdict.clause.rules[used[i]];
    if (i > 0) text += "; ";
    text += plainRules(rules);
    if (used.size() > 1 && rules.from) text += " from " + dayText(*rules.from);
    if (used.size() > 1 && rules.until) text += " until " + dayText(*rules.until - 1);
  }
  return text + ".";
}

Entries rulesEntries(const ClauseVerdict& verdict) {
  Entries entries;
  for (const ClauseRules& rules : verdict.clause.rules) {
    entries.insert(entries.end(), rules.entries.begin(), rules.entries.end());
  }
  return inOrder(std::move(entries));
}

/// How a clause is decided, for somebody who never saw a check.
void addHow(std::vector<Block>& blocks, const StandingClause& clause) {
  const CheckFile* check = checkNamed(clause.check);
  if (clause.decided == PackPart::Decided::kByAPerson) {
    blocks.push_back(Paragraph{{"A named person judges this clause, and says why.", {}}});
  } else if (clause.decided == PackPart::Decided::kByOwnSql) {
    blocks.push_back(Paragraph{{"A query decides this clause: " + clause.sql, {}}});
  } else if (check) {
    blocks.push_back(Paragraph{{"How it is decided: " + check->rule, {}}});
  }
}

void addParameters(std::vector<Block>& blocks, const ClauseVerdict& verdict) {
  const CheckFile* check = checkNamed(verdict.clause.check);
  Table table{"What it goes by now", {"In the rule", "Value", "What it counts"}, {}};
  for (const PackParameter& one : verdict.rulesNow().parameters) {
    std::string about = one.unit;
    if (check) {
      for (const CheckParameter& known : check->parameters) {
        if (known.name == one.name) about = known.about + " (" + known.unit + ")";
      }
    }
    table.rows.push_back({Line{one.name, {}}, Line{one.value, {}}, Line{about, {}}});
  }
  if (!table.rows.empty()) blocks.push_back(std::move(table));
}

/// Which kinds of record it reads, and how many there are.
void addNeeds(std::vector<Block>& blocks, Query& query, const StandingClause& clause) {
  const CheckFile* check = checkNamed(clause.check);
  if (!check) return;
  Table table{"What to record so that it can be told", {"Kind of record", "On record", "How"}, {}};
  for (const std::string& kind : check->needs) {
    std::int64_t count =
        query.count("SELECT count(*) FROM entry WHERE kind = :kind", {{":kind", kind}});
    table.rows.push_back({Line{plainWords(kind), {}},
                          Line{count == 0 ? "none" : std::to_string(count), {}},
                          Line{"minutebook record " + kind + " --help", {}}});
  }
  blocks.push_back(std::move(table));
}

}  // namespace

std::string plainVerdict(Verdict verdict) {
  switch (verdict) {
    case Verdict::kPass:
      return "kept";
    case Verdict::kNotDue:
      return "not due yet";
    case Verdict::kNotApplicable:
      return "with nothing that it is about";
    case Verdict::kWaived:
      return "not kept under an approved exception";
    case Verdict::kUnknown:
      return "that the record does not tell";
    case Verdict::kWeak:
      return "kept in form only";
    case Verdict::kFail:
      return "not kept";
  }
  return "";
}

std::string plainRules(const ClauseRules& rules) {
  std::string text = rules.standard;
  for (const PackParameter& one : rules.parameters) {
    text += ", " + one.name + " = " + one.value + (one.unit.empty() ? "" : " " + one.unit);
  }
  return text + " (settings " + rules.hash.substr(0, kHashShown) + ")";
}

Line clauseSentence(const ClauseVerdict& verdict, const ShownTo& shownTo) {
  if (verdict.cases.empty()) return {verdict.says + missingWords(verdict.missing), {}};
  if (verdict.cases.size() == 1 && isFor(shownTo, verdict.cases[0])) {
    return caseLine(verdict.cases[0]);
  }
  Entries entries;
  for (const ClauseCase& one : verdict.cases) {
    if (one.verdict != verdict.verdict || entries.size() > kCasesShown) continue;
    entries.insert(entries.end(), one.entries.begin(), one.entries.end());
  }
  return {"Of " + counted(static_cast<std::int64_t>(verdict.cases.size()), "case", "cases") + ": " +
              countWords(verdict) + ".",
          inOrder(std::move(entries))};
}

void addCases(std::vector<Block>& blocks, const ClauseVerdict& verdict, Verdict of,
              const ShownTo& shownTo, std::size_t atMost) {
  Bullets bullets;
  std::size_t hidden = 0, more = 0;
  for (const ClauseCase& one : verdict.cases) {
    if (one.verdict != of) continue;
    if (!isFor(shownTo, one)) {
      ++hidden;
    } else if (bullets.lines.size() == atMost) {
      ++more;
    } else {
      bullets.lines.push_back(caseLine(one));
    }
  }
  if (!bullets.lines.empty()) blocks.push_back(std::move(bullets));
  if (more > 0) {
    blocks.push_back(Paragraph{{std::to_string(more) + " more are alike; minutebook explain " +
                                    verdict.clause.code + " shows each.",
                                {}}});
  }
  if (hidden > 0) blocks.push_back(Paragraph{{heldBackWords(hidden, "case"), {}}});
}

void addClause(std::vector<Block>& blocks, const ClauseVerdict& verdict, const ShownTo& shownTo) {
  const ClauseRules& rules = verdict.rulesNow();
  blocks.push_back(Subheading{verdict.clause.code + " (" + rules.obligation + "): " + rules.text});
  if (verdict.cases.empty()) {
    blocks.push_back(Paragraph{clauseSentence(verdict, shownTo)});
  } else {
    if (verdict.cases.size() > alike(verdict)) {
      blocks.push_back(Paragraph{
          {"Of " + counted(static_cast<std::int64_t>(verdict.cases.size()), "case", "cases") +
               ": " + countWords(verdict) + ".",
           {}}});
    }
    addCases(blocks, verdict, verdict.verdict, shownTo, kCasesShown);
  }
  blocks.push_back(Paragraph{{rulesWords(verdict), rulesEntries(verdict)}});
}

Report clauseReport(Query& query, const ClauseVerdict& verdict, const ConformanceOptions& options) {
  const ClauseRules& rules = verdict.rulesNow();
  Report report = startReport(query, options.scope, "minutebook/report-clause/1",
                              verdict.clause.code + ": " + rules.text);
  Section asks{"asks", "What it asks", {}};
  asks.blocks.push_back(Paragraph{{"It is a \"" + rules.obligation + "\"" +
                                       (verdict.clause.comesFrom.empty()
                                            ? "."
                                            : " and comes from: " + verdict.clause.comesFrom + "."),
                                   {}}});
  addHow(asks.blocks, verdict.clause);
  addParameters(asks.blocks, verdict);
  asks.blocks.push_back(Paragraph{
      {std::string("An exception ") + (rules.mayBeWaived ? "can" : "cannot") + " be made.", {}}});
  report.sections.push_back(std::move(asks));
  Section shows{"shows", "What the record shows", {}};
  shows.blocks.push_back(Paragraph{clauseSentence(verdict, options.shownTo)});
  if (verdict.cases.size() > 1) {
    for (auto of = kVerdicts.rbegin(); of != kVerdicts.rend(); ++of) {
      if (verdict.count(*of) == 0) continue;
      shows.blocks.push_back(Subheading{sentence(plainVerdict(*of))});
      addCases(shows.blocks, verdict, *of, options.shownTo, verdict.cases.size());
    }
  }
  shows.blocks.push_back(Paragraph{{rulesWords(verdict), rulesEntries(verdict)}});
  report.sections.push_back(std::move(shows));
  Section needs{"needs", "What to record", {}};
  addNeeds(needs.blocks, query, verdict.clause);
  if (!needs.blocks.empty()) report.sections.push_back(std::move(needs));
  addCards(query, report);
  return report;
}

}  // namespace minutebook
