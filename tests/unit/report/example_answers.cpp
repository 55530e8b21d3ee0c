#include "tests/unit/report/example_answers.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "audit/report/claims.h"
#include "audit/report/decisions.h"
#include "audit/report/findings.h"
#include "audit/report/inputs.h"
#include "audit/report/meetings.h"
#include "audit/report/pay.h"
#include "audit/report/people.h"
#include "audit/report/promises.h"
#include "audit/report/surveys.h"
#include "audit/report/works.h"

namespace minutebook {

namespace {

const std::string kNothing(kNotRecordedText);
constexpr std::int64_t kFewest = 8;  // What this exercise's keeper sets.

std::int64_t number(const Figure& figure) {
  return figure.numerator.value_or(0);
}

std::string shortWord(const std::string& expertise) {
  if (expertise == "livedExperience") return "lived";
  return expertise == "technicalExpert" ? "academic" : expertise;
}

/// "lived 4, academic 3", in the order the file has.
std::string split(const std::vector<ExpertiseCount>& counts) {
  std::string text;
  for (const char* expertise : {"livedExperience", "technicalExpert", "practitioner"}) {
    for (const ExpertiseCount& count : counts) {
      if (count.expertise != expertise) continue;
      text += (text.empty() ? "" : ", ") + shortWord(expertise) + " " +
              std::to_string(number(count.people));
    }
  }
  return text.empty() ? kNothing : text;
}

const SurveyTotals* surveyIn(const std::vector<SurveyTotals>& surveys, std::string_view id) {
  for (const SurveyTotals& survey : surveys) {
    if (survey.id == id) return &survey;
  }
  return nullptr;
}

std::string means(const SurveyTotals* survey, const std::vector<std::string>& questions) {
  std::string text;
  for (const std::string& question : questions) {
    const QuestionTotals* totals = survey ? survey->find(question) : nullptr;
    text += text.empty() ? "" : ", ";
    text += totals && totals->mean && totals->meanIsExact ? formatDecimal(*totals->mean) : kNothing;
  }
  return text;
}

std::int64_t howMany(const SurveyTotals* survey, const std::string& question,
                     const std::string& answer) {
  const QuestionTotals* totals = survey ? survey->find(question) : nullptr;
  if (!totals) return 0;
  for (const AnswerShare& share : totals->distribution) {
    if (share.option == answer) return share.people;
  }
  return 0;
}

std::string days(Query& query, std::string_view where, std::string_view sort) {
  for (const NoticeLine& line : noticeLines(query, {})) {
    if (line.where == where && line.sort == sort && line.days) return std::to_string(*line.days);
  }
  return kNothing;
}

void answerPeople(std::map<std::string, std::string>& answers, Query& query) {
  std::string groups;
  for (const GroupMakeup& group : groupMakeups(query, {})) {
    if (group.group == "WG") {
      answers["Working group by expertise"] =
          split(group.byExpertise) + "; total " + std::to_string(number(group.total));
    }
    for (const ExpertiseCount& count : group.byExpertise) {
      if (count.expertise != "livedExperience") continue;
      groups += (groups.empty() ? "" : " + ") + std::to_string(number(count.people));
    }
  }
  answers["People with lived experience in all"] =
      std::to_string(number(membersWith(query, {}, "livedExperience"))) + " (" + groups +
      "), before survey respondents";
  for (const MeetingRole& role : meetingRoles(query, {})) {
    if (role.role != "facilitator" || role.standing != "planned") continue;
    answers["Planned facilitators by group"] =
        split(role.byExpertise) + " (of " + std::to_string(number(role.total)) + ")";
  }
  std::string notNamed;
  for (const NotNamed& line : peopleNotNamed(query, {})) {
    std::string range = std::to_string(line.atMost);
    if (line.atLeast < line.atMost) range = std::to_string(line.atLeast) + " or " + range;
    notNamed += (notNamed.empty() ? "" : ", ") + range +
                (line.group == "WG" ? " practitioners" : " workshop participants");
  }
  answers["People not named in the record"] = notNamed;
}

void answerSurveys(std::map<std::string, std::string>& answers,
                   const std::vector<SurveyTotals>& surveys) {
  const SurveyTotals* before = surveyIn(surveys, "PRE");
  const SurveyTotals* after = surveyIn(surveys, "POST");
  answers["Pre- and post-survey response"] = (before ? before->response.value : kNothing) +
                                             " and " + (after ? after->response.value : kNothing);
  auto count = [](const SurveyTotals* survey, const char* question, const char* answer) {
    return std::to_string(howMany(survey, question, answer));
  };
  answers["Pre-survey means Q1, Q2, Q4"] = means(before, {"Q1", "Q2", "Q4"});
  answers["Pre-survey Q3 'rigorous'"] = "yes " + count(before, "Q3", "Yes") + ", no " +
                                        count(before, "Q3", "No") + ", unsure " +
                                        count(before, "Q3", "Unsure");
  answers["Post-survey satisfied"] = "completely " + count(after, "Q1", "Completely satisfied") +
                                     ", fairly " + count(after, "Q1", "Fairly satisfied");
  answers["Post-survey chance to share"] = "enough " + count(after, "Q2", "I got to share enough") +
                                           ", a good amount " +
                                           count(after, "Q2", "I got to share a good amount");
  answers["Post-survey means Q3, Q4, Q5, Q6"] = means(after, {"Q3", "Q4", "Q5", "Q6"});
}

void answerClaims(std::map<std::string, std::string>& answers, Query& query,
                  const std::vector<SurveyTotals>& surveys) {
  std::string averages;
  bool agree = true;
  std::string lowest = kNothing;
  std::string rose = kNothing;
  for (const ClaimCheck& claim : claimChecks(query, {}, surveys)) {
    if (claim.label == "average") {
      averages += (averages.empty() ? "" : ", ") + claim.stated;
      agree = agree && claim.verdict == ClaimVerdict::kAgreesRounded;
    } else if (claim.label == "lowest answer") {
      lowest = claim.stated + " and " + claim.workedOut +
               (claim.verdict == ClaimVerdict::kDiffers ? ": disagree" : "");
    } else if (claim.stated == "all but one") {
      rose = verdictWords(claim.verdict);
    }
  }
  answers["Reported averages agree with the table?"] =
      (agree ? "yes after rounding: " : "no: ") + averages;
  answers["Lowest Q5 score reported and tabled"] = lowest;
  answers["'Rose for all but one' recomputable?"] = rose;
}

void answerMeetings(std::map<std::string, std::string>& answers, Query& query) {
  answers["Days' notice of the report to new participants"] = days(query, "message", "papers");
  answers["Days between pre-survey and workshop"] = days(query, "survey", "before");
  for (const MeetingPlan& plan : meetingPlans(query, {})) {
    if (plan.meeting != "WS") continue;
    auto minutes = [&](std::string_view kind) {
      for (const PlannedMinutes& one : plan.byKind) {
        if (one.kind == kind) return std::to_string(one.minutes);
      }
      return kNothing;
    };
    answers["Workshop minutes by the schedule"] =
        std::to_string(plan.total.minutes) + "; breaks " + minutes("break") + "; breakouts " +
        minutes("breakout") + "; jam-board plenaries " + minutes("plenary");
  }
}

void answerRecord(std::map<std::string, std::string>& answers, Query& query) {
  LinkCounts links = linkCounts(inputLines(query, {}));
  auto text = [](const Figure& figure) { return std::to_string(number(figure)); };
  answers["Inputs with a stated answer, unresolved, inferred, none stated"] =
      text(links.stated) + ", " + text(links.unresolved) + ", " + text(links.inferred) + ", " +
      text(links.noneStated) + " (of " + std::to_string(links.asking) + " in section 5)";
  DeciderCounts deciders = deciderCounts(decisionLines(query, {}));
  answers["Decisions with a stated decider"] =
      text(deciders.allParties) + " for all parties, " + text(deciders.some) + " by group, " +
      text(deciders.notRecorded) + " not recorded beyond 'we' or the passive";
  SignOffs signedOff = signOffs(query, {});
  answers["Collective sign-offs stated; individual sign-offs stated"] =
      text(signedOff.collective) + "; " + text(signedOff.individual);
  std::vector<PromiseLine> promises = promiseLines(query, {});
  answers["Commitments open; met"] = text(countStanding(promises, PromiseStanding::kOpen)) + "; " +
                                     text(countStanding(promises, PromiseStanding::kKept));
  std::string open;
  for (const OpenMatter& matter : openMatters(query, {})) {
    bool measuring = matter.question == "How can thriving be measured?";
    if (matter.result == "unresolved") open += measuring ? "measurement" : matter.question;
  }
  answers["Issue still unresolved"] = open.empty() ? kNothing : open;
  std::vector<FindingLine> findings = findingLines(query, {});
  answers["Contradictions shown"] =
      std::to_string(std::count_if(findings.begin(), findings.end(), [](const FindingLine& line) {
        return line.kind == "discrepancy";
      }));
  Pay pay = payOnRecord(query, {});
  std::string rate = pay.rates.empty() ? kNothing : rateWords(pay.rates.front());
  if (std::size_t pence = rate.find(".00 "); pence != rate.npos) rate.erase(pence, 3);
  answers["Pay rate; pay records"] = rate + "; " + (number(pay.payments) == 0 ? "none" : "some");
}

void answerCredits(std::map<std::string, std::string>& answers, Query& query) {
  std::map<std::string, std::map<std::string, std::int64_t>> named;
  for (const CreditCount& count : creditCounts(query, {})) {
    if (count.byName) named[count.version][count.expertise] += number(count.people);
  }
  auto& paper = named["WORKING-PAPER@1"];
  auto& methods = named["METHODS-PAPER@1"];
  answers["People credited by name"] =
      std::to_string(paper["technicalExpert"]) + " academics, " +
      std::to_string(paper["livedExperience"]) + " lived experts (working paper); " +
      std::to_string(methods["practitioner"]) + " practitioner (methods paper)";
}

}  // namespace

std::map<std::string, std::string> exampleAnswers(Query& query, const SheetOpener& open) {
  std::map<std::string, std::string> answers;
  std::vector<SurveyTotals> surveys = surveyTotals(query, {}, open, kFewest);
  answerPeople(answers, query);
  answerSurveys(answers, surveys);
  answerClaims(answers, query, surveys);
  answerMeetings(answers, query);
  answerRecord(answers, query);
  answerCredits(answers, query);
  return answers;
}

}  // namespace minutebook
