#include "cli/disclosure_record.h"

#include <algorithm>
#include <set>
#include <variant>

#include "ledger/base/fault.h"
#include "ledger/event/compose.h"

namespace minutebook {

namespace {

/// So many fit one statement, whatever their fields are called; and so many statements one
/// submission.
constexpr std::size_t kValuesMax = 200;
constexpr std::size_t kRecordsMax = 1024;

Json lineOf(const Call& call, const Reading& reading, const ShownValue* first,
            const ShownValue* last) {
  Json disclosed = Json::list();
  std::set<std::string> people;
  for (const ShownValue* value = first; value != last; ++value) {
    disclosed.add(Json::object({{"of", Json::text("entry:" + value->statement.text())},
                                {"field", Json::text(value->field)}}));
    if (!value->aboutWhom.empty()) people.insert(value->aboutWhom);
  }
  Json line = Json::object({{"kind", Json::text("disclosureMade")}, {"disclosed", disclosed}});
  if (!people.empty()) {
    Json whom = Json::list();
    for (const std::string& person : people) whom.add(Json::text(person));
    line.set("aboutWhom", whom);
  }
  line.set("toWhom", Json::text(reading.viewer.participant));
  line.set("asAudience", Json::text("auditor"));
  line.set("purpose", Json::text(*call.arguments.purpose));
  return line;
}

[[noreturn]] void refused(const Refusal& refusal) {
  throw Fault(FaultKind::kConfig,
              "nothing is shown, because it could not be recorded that it was (" + refusal.code +
                  "): " + refusal.reason,
              refusal.remedy);
}

Statement statementFor(Call& call, const Composer& composer, const Json& line, std::int64_t time) {
  Outcome<Draft> draft = composer.compose(line);
  if (!draft) refused(draft.refusal());
  std::array<std::uint8_t, 10> random{};
  call.surroundings.random.fill(random);
  draft.value().setStatementId(StatementId::fromTime(time, random));
  Outcome<Statement> statement = draft.value().finish();
  if (!statement) refused(statement.refusal());
  return std::move(statement).value();
}

}  // namespace

void recordDisclosures(Call& call, const Reading& reading, const std::vector<ShownValue>& values) {
  if (values.empty()) return;
  if (values.size() > kValuesMax * kRecordsMax) {
    throw Fault(FaultKind::kUsage,
                "this would open " + std::to_string(values.size()) + " sealed values at once",
                "Ask for fewer, so that what was opened can be written down.");
  }
  Writing writing(reading.place, call.catalogue, call.arguments, call.surroundings,
                  openMasterKey(reading.place, call.arguments, call.surroundings));
  SigningKey clerk = writing.keys.get(kClerkKeyName);
  const Composer composer(call.catalogue,
                          {reading.place.origin, toBytes(clerk.publicKey().view()), ""});
  std::int64_t time = std::max(call.surroundings.now(), writing.sequencer.facts().newestTime());
  Unsigned batch;
  for (std::size_t from = 0; from < values.size(); from += kValuesMax) {
    std::size_t to = std::min(values.size(), from + kValuesMax);
    Json line = lineOf(call, reading, values.data() + from, values.data() + to);
    batch.statements.push_back(statementFor(call, composer, line, time));
  }
  auto answer = writing.submitter.submit(std::move(batch), clerk, time);
  if (const NotAdmitted* no = std::get_if<NotAdmitted>(&answer)) refused(no->refusal);
}

}  // namespace minutebook
