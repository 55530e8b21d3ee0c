#include "cli/door/privacy_look.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "audit/report/small_cells.h"
#include "cli/door/few_answers.h"
#include "ledger/base/decimal.h"
#include "ledger/event/mentions.h"
#include "ledger/rules/asked.h"
#include "ledger/store/vault.h"

namespace minutebook {

namespace {

constexpr std::string_view kPerson = "participant/";

/// The record in a statement, or the one that a correction puts in its place.
schema::Record::Reader recordOf(const Statement& statement) {
  schema::Record::Reader record = statement.record();
  return record.isEntryCorrected() ? record.getEntryCorrected().getCorrected() : record;
}

/// The number of people that a change of the standard sets for survey answers.
std::optional<std::int64_t> numberSetIn(schema::Record::Reader record) {
  if (!record.isStandardChanged()) return std::nullopt;
  auto changed = record.getStandardChanged();
  if (!viewOf(changed.getClause()).ends_with("PV-01") || !changed.getChange().isParameter()) {
    return std::nullopt;
  }
  auto parameter = changed.getChange().getParameter();
  if (viewOf(parameter.getName()) != "k") return std::nullopt;
  auto value = parseExactDecimal(viewOf(parameter.getValue()));
  return value && value->places == 0 ? std::optional(value->unscaled) : std::nullopt;
}

}  // namespace

PrivacyLook::PrivacyLook(const Writing& writing, const Catalogue& catalogue, std::string origin,
                         RandomSource& random)
    : writing_(writing), catalogue_(catalogue), origin_(std::move(origin)), names_(random) {}

std::vector<PrivateField> PrivacyLook::at(const Json& line, const KindInfo& kind) {
  addNamesGiven(line, kind, names_);
  if (!knowsNames_ && couldHoldAName(line, kind, catalogue_, names_)) learnNames();
  std::vector<PrivateField> found = privateFields(line, kind, catalogue_, names_);
  for (PrivateField& few : fewIn(line)) found.push_back(std::move(few));
  return found;
}

void PrivacyLook::learnNames() {
  knowsNames_ = true;
  Vault vault(*writing_.store, writing_.dataKeys, origin_);
  for (const std::string& subject : writing_.dataKeys.subjects()) {
    if (!subject.starts_with(kPerson)) continue;
    auto entry =
        writing_.recorder.findRecord(schema::Register::PARTICIPANT, subject.substr(kPerson.size()));
    if (!entry) continue;
    const Statement statement = writing_.recorder.statementAt(*entry);
    for (const SealedField& field : mentionsOf(statement, catalogue_).sealed) {
      if (field.field != "name") continue;
      Disclosure name = vault.open(*entry, field.path);
      if (name.state == SealState::kOpen) names_.add(asText(name.value));
      wipe(name.value);
    }
  }
}

std::vector<PrivateField> PrivacyLook::fewIn(const Json& line) {
  auto demographic = [this](const std::string& question) { return asksWhoTheyAre(question); };
  const std::int64_t most = fewest_.value_or(std::numeric_limits<std::int64_t>::max());
  if (fewAnswers(line, most, demographic).empty()) return {};
  return fewAnswers(line, fewest(), demographic);
}

std::int64_t PrivacyLook::fewest() {
  if (fewest_) return *fewest_;
  fewest_ = kFewestShown;
  for (std::uint64_t index = writing_.store->size(); index-- > 0;) {
    const Statement statement = writing_.recorder.statementAt(index);
    auto number = numberSetIn(recordOf(statement));
    if (!number) continue;
    fewest_ = std::max(*number, kFewestShownMin);
    break;
  }
  return *fewest_;
}

bool PrivacyLook::asksWhoTheyAre(const std::string& question) const {
  const std::size_t at = question.find('@');
  const std::string survey = question.substr(0, at);
  auto found = writing_.recorder.findRecord(schema::Register::SURVEY, survey);
  if (!found || at == question.npos) return false;
  const Statement statement = writing_.recorder.statementAt(*found);
  auto opened = recordOf(statement).getSurveyOpened();
  if (opened.getPurpose() == schema::SurveyPurpose::DEMOGRAPHICS) return true;
  for (auto one : opened.getQuestions()) {
    if (viewOf(one.getId()) != question.substr(at + 1)) continue;
    return one.getDemographic() == schema::YesNo::YES;
  }
  return false;
}

}  // namespace minutebook
