#include "cli/handing_out/disclosure_record.h"

#include <algorithm>
#include <map>

#include "cli/drafts.h"
#include "cli/keys/own_keys.h"
#include "ledger/event/compose.h"

namespace minutebook {

namespace {

/// Fields named in one statement, so that it stays far below what a statement may hold; and
/// statements in one submission.
constexpr std::size_t kFieldsInOne = 200;
constexpr std::size_t kStatementsInOne = 100;
constexpr std::string_view kPerson = "participant/";

Json lineFor(const Viewer& reader, const std::optional<std::string>& purpose,
             const std::string& about, Json disclosed) {
  Json line = Json::object({{"kind", Json::text("disclosureMade")}});
  line.set("disclosed", std::move(disclosed));
  if (!about.empty()) line.set("aboutWhom", Json::list({Json::text(about)}));
  if (!reader.participant.empty()) line.set("toWhom", Json::text(reader.participant));
  line.set("asAudience", Json::text(formatAudience(reader.audience)));
  if (purpose) line.set("purpose", Json::text(*purpose));
  return line;
}

/// One line for each person and each kFieldsInOne of their fields.
std::vector<Json> linesFor(const Viewer& reader, const std::optional<std::string>& purpose,
                           const std::vector<DisclosedField>& fields) {
  std::map<std::string, Json> groups;
  std::vector<Json> lines;
  for (const DisclosedField& field : fields) {
    if (reader.audience == schema::Audience::SELF && field.isOwnerSealed) continue;
    Json& group = groups.emplace(field.about, Json::list()).first->second;
    group.add(Json::object({{"of", Json::text("entry:" + field.statement.text())},
                            {"field", Json::text(field.field)}}));
    if (group.items().size() < kFieldsInOne) continue;
    lines.push_back(lineFor(reader, purpose, field.about, std::move(group)));
    group = Json::list();
  }
  for (auto& [about, group] : groups) {
    if (!group.items().empty()) lines.push_back(lineFor(reader, purpose, about, std::move(group)));
  }
  return lines;
}

}  // namespace

DisclosedField disclosedField(std::uint64_t index, const Statement& statement,
                              const Mentions& mentions, const SealedField& field,
                              const std::string& subject) {
  DisclosedField disclosed{index, statement.id(), field.field, "", false};
  const bool isOnesOwn = subject.starts_with(kPerson);
  const std::string person = isOnesOwn ? subject.substr(kPerson.size()) : recordOf(mentions);
  const bool isNamed =
      !isOnesOwn || field.about.ends_with("author") ||
      std::any_of(mentions.records.begin(), mentions.records.end(), [&](const Mention& mention) {
        return mention.where == schema::Register::PARTICIPANT && mention.id == person;
      });
  if (isNamed) disclosed.about = person;
  disclosed.isOwnerSealed = !isNamed || sheetPersonOf(mentions, field) != nullptr;
  return disclosed;
}

Outcome<std::vector<std::uint64_t>> recordDisclosures(Call& call, Writing& writing,
                                                      const Viewer& reader,
                                                      const std::vector<DisclosedField>& fields) {
  const SigningKey clerk = clerkKey(writing);
  const Composer composer(call.catalogue,
                          {writing.submitter.origin(), toBytes(clerk.publicKey().view()), ""});
  const std::vector<Json> lines = linesFor(reader, call.arguments.purpose, fields);
  std::vector<std::uint64_t> entries;
  for (std::size_t i = 0; i < lines.size(); i += kStatementsInOne) {
    const auto from = lines.begin() + static_cast<std::ptrdiff_t>(i);
    const auto to =
        from + static_cast<std::ptrdiff_t>(std::min(kStatementsInOne, lines.size() - i));
    auto drafts = draftsOf({from, to}, composer, call.surroundings);
    if (!drafts) return drafts.refusal();
    auto result =
        writing.recorder.record(std::move(drafts).value(), clerk, call.surroundings.now());
    if (auto* refused = std::get_if<RecordingRefused>(&result)) return refused->refusal;
    for (const RecordedDraft& one : std::get<Recorded>(result).drafts) entries.push_back(one.index);
  }
  return entries;
}

}  // namespace minutebook
