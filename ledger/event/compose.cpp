#include "ledger/event/compose.h"

#include <capnp/dynamic.h>

#include <algorithm>

#include "ledger/base/fault.h"
#include "ledger/event/draft_parts.h"
#include "ledger/event/field_writer.h"

namespace minutebook {

Draft::Draft() : parts_(std::make_unique<Parts>()) {}
Draft::~Draft() = default;
Draft::Draft(Draft&&) noexcept = default;
Draft& Draft::operator=(Draft&&) noexcept = default;

const std::vector<PlainSecret>& Draft::secrets() const {
  return parts_->secrets;
}

std::vector<PlainSecret> Draft::takeSecrets() {
  return std::move(parts_->secrets);
}

void Draft::setStatementId(const StatementId& id) {
  parts_->statement().setId(kj::arrayPtr(id.bytes.data(), id.bytes.size()));
}

void Draft::setCommitment(std::size_t i, const Hash& commitment) {
  capnp::Data::Reader data(commitment.bytes.data(), commitment.bytes.size());
  parts_->slots.at(i).set("commitment", data);
  parts_->committed.resize(parts_->secrets.size());
  parts_->committed[i] = true;
}

Outcome<Statement> Draft::finish() {
  const auto set = std::count(parts_->committed.begin(), parts_->committed.end(), true);
  if (static_cast<std::size_t>(set) != parts_->secrets.size()) {
    throw Fault(FaultKind::kBug, "a draft was finished before its secrets were sealed");
  }
  return Statement::canonicalOf(parts_->statement().asReader());
}

Composer::Composer(const Catalogue& catalogue, Speaker speaker)
    : catalogue_(catalogue), speaker_(std::move(speaker)) {}

namespace {

/// The names that belong to the statement, in the order of the schema.
bool isEnvelopeName(std::string_view name) {
  for (std::string_view known :
       {"occurredAt", "onBehalfOf", "provenance", "sources", "initiative", "stage", "causedBy"}) {
    if (name == known) return true;
  }
  return false;
}

std::optional<Refusal> setStatementIdFrom(const Json& value, Draft& draft) {
  auto id = StatementId::parse(value.text());
  if (!id || value.kind() != Json::Kind::kText) {
    return Refusal{"record.wrong-type", "statementId", "\"" + value.text() + "\" is not a UUID.",
                   "Leave it out; the ledger gives every statement an id of its own."};
  }
  draft.setStatementId(*id);
  return std::nullopt;
}

Outcome<const KindInfo*> kindOf(const Json& line, const Catalogue& catalogue) {
  if (line.kind() != Json::Kind::kObject) {
    return Refusal{"record.wrong-type", "", "A record line is an object in curly brackets.",
                   "Write {\"kind\": \"...\", ...}; minutebook kinds lists what can be recorded."};
  }
  const Json* name = line.find("kind");
  if (!name || name->kind() != Json::Kind::kText) {
    return Refusal{"record.unknown-kind", "kind",
                   "The line does not say what kind of record it is.",
                   "Add \"kind\"; minutebook kinds lists what can be recorded."};
  }
  if (const KindInfo* kind = catalogue.kind(name->text())) return kind;
  std::vector<std::string> known;
  for (const KindInfo& kind : catalogue.kinds()) known.push_back(kind.name);
  std::string near = nearestName(name->text(), known);
  return Refusal{"record.unknown-kind", "kind",
                 "There is no kind of record called \"" + name->text() + "\".",
                 near.empty() ? "minutebook kinds lists what can be recorded."
                              : "Did you mean " + near + "? minutebook kinds lists them all."};
}

}  // namespace

Outcome<Draft> Composer::compose(const Json& line) const {
  Outcome<const KindInfo*> kind = kindOf(line, catalogue_);
  if (!kind) return kind.refusal();
  Draft draft;
  Draft::Parts& parts = *draft.parts_;
  auto statement = parts.statement();
  statement.setOrigin({speaker_.origin.data(), speaker_.origin.size()});
  statement.setAuthor(kj::arrayPtr(speaker_.authorKey.data(), speaker_.authorKey.size()));

  FieldWriter::Members own;
  FieldWriter::Members around;
  own.reserve(line.members().size());
  for (const Json::Member& member : line.members()) {
    if (member.first == "kind") continue;
    if (member.first == "statementId") {
      if (auto refusal = setStatementIdFrom(member.second, draft)) return *refusal;
    } else if (isEnvelopeName(member.first)) {
      around.push_back(&member);
    } else {
      own.push_back(&member);
    }
  }
  FieldWriter writer(catalogue_, parts);
  writer.enter(kEnvelopeKind, parts.dynamicStatement());
  for (const Json::Member* member : around) {
    const FieldInfo* field = catalogue_.envelope().find(member->first);
    if (auto refusal = writer.write(parts.dynamicStatement(), *field, member->second, "")) {
      return *refusal;
    }
  }
  const KindInfo& what = *kind.value();
  auto record = capnp::DynamicStruct::Builder(statement.initRecord());
  auto body = record.init(what.field).as<capnp::DynamicStruct>();
  writer.enter(what.number, body);
  if (auto refusal = writer.writeMembers(body, *what.structure, own, "")) return *refusal;
  writer.resolveSubjects(speaker_);
  return draft;
}

}  // namespace minutebook
