#include "ledger/door/sheet.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/base/decimal.h"
#include "ledger/rules/asked.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

using schema::SurveyQuestionType;

/// What stands before the point, and the billionths behind it, both with the figure's sign.
std::pair<std::int64_t, std::int64_t> partsOf(schema::Figure::Reader figure) {
  std::int64_t one = 1;
  std::int64_t billionths = 1;
  for (unsigned i = 0; i < kDecimalPlacesMax; ++i) {
    (i < figure.getDecimal().getPlaces() ? one : billionths) *= 10;
  }
  std::int64_t unscaled = figure.getDecimal().getUnscaled();
  return {unscaled / one, unscaled % one * billionths};
}

bool isBelow(schema::Figure::Reader a, schema::Figure::Reader b) {
  return a.isDecimal() && b.isDecimal() && partsOf(a) < partsOf(b);
}

/// The options that can be chosen; yes and no where they go without saying.
std::vector<std::string> offeredBy(schema::SurveyQuestion::Reader question) {
  std::vector<std::string> offered;
  for (auto option : question.getOptions()) offered.emplace_back(viewOf(option));
  bool isYesNo = question.getType() == SurveyQuestionType::YES_NO;
  if (offered.empty() && isYesNo) offered = {"yes", "no"};
  return offered;
}

std::string listed(const std::vector<std::string>& offered) {
  std::string text;
  for (const std::string& option : offered) text += (text.empty() ? "\"" : ", \"") + option + "\"";
  return text;
}

/// Whether a figure cannot be an answer to a question of this type.
bool isChoiceOnly(SurveyQuestionType type) {
  return type == SurveyQuestionType::ONE_OF || type == SurveyQuestionType::ANY_OF ||
         type == SurveyQuestionType::YES_NO || type == SurveyQuestionType::RANKING;
}

/// Whether there is something to choose even though no options are listed.
bool mayChooseFreely(SurveyQuestionType type) {
  return type != SurveyQuestionType::SCALE && type != SurveyQuestionType::NUMBER;
}

/// What is wrong with a sheet. Of several things, the one that stands first in the list of refusals
/// is told.
class Wrongs {
 public:
  void add(Refusal refusal) { found_.push_back(std::move(refusal)); }

  std::optional<Refusal> first() const {
    auto first = std::min_element(found_.begin(), found_.end(), [](const auto& a, const auto& b) {
      return refusalRank(a.code) < refusalRank(b.code);
    });
    return first == found_.end() ? std::nullopt : std::optional<Refusal>(*first);
  }

 private:
  std::vector<Refusal> found_;
};

/// One answer beside the question that it is for.
class Compared {
 public:
  Compared(schema::SurveyQuestion::Reader question, std::string field, Wrongs& wrongs)
      : question_(question),
        offered_(offeredBy(question)),
        field_(std::move(field)),
        wrongs_(wrongs) {}

  void look(schema::SurveyAnswer::Reader given) const {
    auto answer = given.getAnswer();
    if (answer.isFigure()) lookAtFigure(answer.getFigure());
    if (answer.isChoice()) lookAtChoice(answer.getChoice(), "choice");
    if (answer.isChosen()) lookAtOptions(answer.getChosen().getOptions(), "chosen");
    if (answer.isRanked()) lookAtOptions(answer.getRanked().getOptions(), "ranked");
  }

 private:
  std::string name() const { return textOf(question_.getId()); }

  void lookAtFigure(schema::Figure::Reader figure) const {
    if (isChoiceOnly(question_.getType())) {
      std::string offers = offered_.empty() ? "" : " It offers " + listed(offered_) + ".";
      wrongs_.add(refuse("survey.not-offered", field_ + ".figure",
                         "A figure is no answer to " + name() + "." + offers));
      return;
    }
    bool low = isBelow(figure, question_.getLowest());
    if (!low && !isBelow(question_.getHighest(), figure)) return;
    wrongs_.add(refuse("survey.off-the-scale", field_ + ".figure",
                       std::string("It is ") + (low ? "below the lowest" : "above the highest") +
                           " point of " + name() + "; it is kept sealed, so it is not repeated."));
  }

  void lookAtChoice(capnp::Text::Reader option, const std::string& form) const {
    bool open = offered_.empty() && mayChooseFreely(question_.getType());
    bool isOffered = std::find(offered_.begin(), offered_.end(), viewOf(option)) != offered_.end();
    if (open || isOffered) return;
    std::string offers = offered_.empty() ? " takes a figure" : " offers " + listed(offered_);
    wrongs_.add(refuse("survey.not-offered", field_ + "." + form,
                       name() + offers +
                           "; what stands there is kept sealed, so it is not "
                           "repeated."));
  }

  void lookAtOptions(capnp::List<capnp::Text>::Reader options, const std::string& form) const {
    std::set<std::string_view> named;
    for (unsigned i = 0; i < options.size(); ++i) {
      std::string place = form + ".options[" + std::to_string(i) + "]";
      lookAtChoice(options[i], place);
      if (named.insert(viewOf(options[i])).second) continue;
      wrongs_.add(refuse("survey.answered-twice", field_ + "." + place,
                         "The same option of " + name() + " is named before."));
    }
  }

  schema::SurveyQuestion::Reader question_;
  std::vector<std::string> offered_;
  std::string field_;
  Wrongs& wrongs_;
};

/// Whether the record says that the survey had more questions than it lists.
bool listsAll(schema::SurveyOpened::Reader survey) {
  auto count = survey.getQuestionCount();
  bool isMore = count.isExactly() ? count.getExactly() > survey.getQuestions().size()
                                  : !count.isNotRecorded();
  return survey.getQuestions().size() > 0 && !isMore;
}

}  // namespace

std::optional<Refusal> checkSheet(schema::SurveyOpened::Reader survey,
                                  schema::SurveyAnswers::Reader sheet) {
  Wrongs wrongs;
  std::set<std::string_view> answered;
  auto answers = sheet.getAnswers();
  std::map<std::string_view, schema::SurveyQuestion::Reader> asked;
  for (auto question : survey.getQuestions()) asked.emplace(viewOf(question.getId()), question);
  for (unsigned i = 0; i < answers.size(); ++i) {
    std::string field = "answers.answers[" + std::to_string(i) + "]";
    std::string_view id = viewOf(answers[i].getQuestion());
    if (!answered.insert(id).second) {
      wrongs.add(refuse("survey.answered-twice", field + ".question",
                        "The same question is answered before on this sheet."));
    }
    auto question = asked.find(id);
    if (question != asked.end()) {
      Compared(question->second, field + ".answer", wrongs).look(answers[i]);
    } else if (listsAll(survey)) {
      wrongs.add(refuse("survey.question-unknown", field + ".question",
                        textOf(survey.getId()) + " has no such question."));
    }
  }
  return wrongs.first();
}

}  // namespace minutebook
