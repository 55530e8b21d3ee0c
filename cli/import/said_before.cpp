#include "cli/import/said_before.h"

#include <algorithm>

namespace minutebook {

namespace {

/// Whether a member of a line says how it came to the ledger, rather than what happened.
bool isOfTheImport(std::string_view name) {
  return name == "statementId" || name == "provenance" || name == "sources" ||
         name == "onBehalfOf" || name == "causedBy";
}

/// A correction's record counts as if it stood alone.
RecordContent contentOfDescribed(const Json& line) {
  RecordContent content;
  const Json* corrected = line.find("corrected");
  for (const Json::Member& member : line.members()) {
    bool ofCorrection = corrected && (member.first == "of" || member.first == "reason" ||
                                      member.first == "corrected");
    if (!isOfTheImport(member.first) && !ofCorrection) content[member.first] = member.second;
  }
  if (!corrected) return content;
  for (const Json::Member& member : corrected->members()) content[member.first] = member.second;
  return content;
}

/// Whether a sealed value in it could not be opened.
bool showsCommitment(const Json& value) {
  if (value.find("commitment")) return true;
  auto inMember = [](const Json::Member& member) { return showsCommitment(member.second); };
  return std::any_of(value.items().begin(), value.items().end(), showsCommitment) ||
         std::any_of(value.members().begin(), value.members().end(), inMember);
}

}  // namespace

std::vector<std::string> differences(const RecordContent& before, const RecordContent& now) {
  std::vector<std::string> names;
  for (const auto& [name, value] : now) {
    auto found = before.find(name);
    if (found != before.end() && showsCommitment(found->second)) continue;
    if (found == before.end() || !(found->second == value)) names.push_back(name);
  }
  for (const auto& [name, value] : before) {
    if (!now.contains(name)) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

EarlierImports::EarlierImports(ImportDesk& desk, std::string origin, std::string source)
    : desk_(desk),
      origin_(origin),
      source_(std::move(source)),
      mac_(desk.importKey.view()),
      vault_(*desk.writing.store, desk.writing.dataKeys, origin) {}

StatementId EarlierImports::idOf(const Key& key, std::uint32_t nth) {
  Bytes count;
  appendU32(count, nth);
  std::string message = origin_;
  for (std::string_view part : {std::string_view(key.once ? "value" : "row"),
                                std::string_view(source_), key.record, key.value}) {
    message += '\0';
    message += part;
  }
  return StatementId::fromMac(mac_.of(asBytes(message), count));
}

std::optional<SaidBefore> EarlierImports::find(const Key& key) {
  const StatementId first = idOf(key, 0);
  std::optional<std::uint64_t> index = desk_.writing.recorder.find(first);
  if (!index) return std::nullopt;
  std::uint64_t newest = *index;
  std::uint32_t times = 1;
  while ((index = desk_.writing.recorder.find(idOf(key, times)))) {
    newest = *index;
    ++times;
  }
  SaidBefore said = read(newest);
  said.first = first;
  said.times = times;
  return said;
}

SaidBefore EarlierImports::read(std::uint64_t index) {
  Statement statement = desk_.writing.recorder.statementAt(index);
  // What was only rehearsed has no openings to look into.
  bool kept = index < desk_.writing.store->size();
  Json line =
      describe(statement, desk_.call.catalogue, [&](const FieldPath& path) -> std::optional<Bytes> {
        if (!kept) return std::nullopt;
        Disclosure disclosure = vault_.open(index, path);
        if (disclosure.state != SealState::kOpen) return std::nullopt;
        return std::move(disclosure.value);
      });
  SaidBefore said;
  said.erased = kept && showsCommitment(line);
  said.content = contentOfDescribed(line);
  const Json* sources = line.find("sources");
  if (sources && !sources->items().empty()) {
    const Json* document = sources->items()[0].find("sealedDocument");
    if (document) said.document = document->text();
  }
  return said;
}

Outcome<RecordContent> EarlierImports::contentOf(const Json& line) {
  Outcome<Draft> draft = desk_.composer.compose(line);
  if (!draft) return draft.refusal();
  const std::vector<PlainSecret> secrets = draft.value().secrets();
  for (std::size_t i = 0; i < secrets.size(); ++i) draft.value().setCommitment(i, Hash{});
  draft.value().setStatementId(StatementId{});
  Outcome<Statement> statement = draft.value().finish();
  if (!statement) return statement.refusal();
  return contentOfDescribed(describe(statement.value(), desk_.call.catalogue,
                                     [&](const FieldPath& path) -> std::optional<Bytes> {
                                       for (const PlainSecret& secret : secrets) {
                                         if (secret.path == path) return secret.value;
                                       }
                                       return std::nullopt;
                                     }));
}

}  // namespace minutebook
