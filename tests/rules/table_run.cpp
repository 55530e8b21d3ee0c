#include "tests/rules/table_run.h"

#include "ledger/rules/fact_keys.h"

namespace minutebook {

namespace {

constexpr std::string_view kOrigin = "minutebook.example/tables";
// 2026-01-01T00:00:00Z, to which a row's time of day is added.
constexpr std::int64_t kMidnight = 1767225600;

/// Replaces every NAME(inner) by what `with` makes of inner.
std::string replaceCalls(std::string text, std::string_view name,
                         const std::function<std::string(const std::string&)>& with) {
  std::string opening = std::string(name) + "(";
  for (std::size_t at = text.find(opening); at != text.npos; at = text.find(opening, at)) {
    std::size_t inner = at + opening.size();
    std::size_t end = text.find(')', inner);
    std::string value = with(text.substr(inner, end - inner));
    text.replace(at, end + 1 - at, value);
    at += value.size();
  }
  return text;
}

/// A statement that its draft gives, with every secret committed to by its own hash.
Outcome<Statement> finished(Draft& draft, const StatementId& id) {
  draft.setStatementId(id);
  for (std::size_t i = 0; i < draft.secrets().size(); ++i) {
    draft.setCommitment(i, sha256(draft.secrets()[i].value));
  }
  return draft.finish();
}

Submission signedBy(const SigningKey& key, std::vector<Statement> statements) {
  Sha256 hasher;
  std::vector<Hash> leaves;
  for (const Statement& statement : statements) {
    leaves.push_back(leafHash(hasher, statement.bytes()));
  }
  std::string origin = statements.front().reader().getOrigin().cStr();
  Signature signature = key.sign(submissionMessage(origin, leaves.size(), rootOf(hasher, leaves)));
  return {std::move(statements), toBytes(signature.view())};
}

}  // namespace

SigningKey keyNamed(const std::string& name) {
  return SigningKey::fromSeed(sha256(asBytes("minutebook rule tables: " + name)).view());
}

Disclosure TableRun::Memory::open(std::uint64_t index, const FieldPath& path) {
  auto found = values_.find({index, path});
  if (found == values_.end()) return {SealState::kMissing, {}};
  return {SealState::kOpen, found->second};
}

void TableRun::Memory::keep(std::uint64_t index, const Secrets& secrets) {
  for (const PlainSecret& secret : secrets) values_[{index, secret.path}] = secret.value;
}

TableRun::TableRun(const Catalogue& catalogue) : catalogue_(catalogue) {}

std::string TableRun::filledIn(const std::string& said) const {
  std::string text = replaceCalls(said, "key", [](const std::string& name) {
    return toHex(keyNamed(name).publicKey().view());
  });
  text = replaceCalls(text, "hash", [](const std::string& words) {
    return "sha256:" + toHex(sha256(asBytes(words)).view());
  });
  text =
      replaceCalls(text, "size", [&](const std::string&) { return std::to_string(facts_.size()); });
  text = replaceCalls(text, "threads",
                      [&](const std::string&) { return std::to_string(facts_.threadCount()); });
  text = replaceCalls(text, "threadsRoot",
                      [&](const std::string&) { return toHex(facts_.threadsRoot().view()); });
  text = replaceCalls(text, "root", [&](const std::string& size) {
    return toHex(facts_.rootAt(parseDecimal(size).value_or(0)).view());
  });
  return replaceCalls(text, "entry:", [&](const std::string& name) {
    auto found = named_.find(name);
    if (found == named_.end()) throw Fault(FaultKind::kUsage, "no entry is called " + name, "");
    return "entry:" + found->second.text();
  });
}

Json TableRun::valueOf(const FieldInfo& field, const std::string& value) const {
  char first = value.front();
  if (first == '{' || first == '[' || first == '"') return parseJson(value).value();
  if (field.type == FieldType::kNumber) return Json::number(value);
  if (!field.list && field.type != FieldType::kWho) return Json::text(value);
  Json list = Json::list();
  for (std::size_t from = 0; from < value.size();) {
    std::size_t end = value.find(" and ", from);
    list.add(Json::text(value.substr(from, end - from)));
    from = end == value.npos ? end : end + 5;
  }
  return list;
}

Json TableRun::lineOf(const TableRow& row) const {
  Said said = parseSaid(filledIn(row.what));
  const KindInfo* kind = catalogue_.kind(said.kind);
  if (!kind) throw Fault(FaultKind::kUsage, "no kind " + said.kind, "");
  Json line = Json::object();
  line.set("kind", Json::text(said.kind));
  if (!said.id.empty()) line.set("id", Json::text(said.id));
  if (!row.onBehalfOf.empty()) {
    line.set("onBehalfOf", Json::object({{"participant", Json::text(row.onBehalfOf)},
                                         {"basis", Json::text("presentAndAgreed")}}));
  }
  for (const SaidField& field : said.fields) {
    const FieldInfo* info = kind->structure->find(field.name);
    if (!info) info = catalogue_.envelope().find(field.name);
    if (!info) throw Fault(FaultKind::kUsage, said.kind + " has no field " + field.name, "");
    line.set(field.name, valueOf(*info, field.value));
  }
  return line;
}

StatementId TableRun::idOf(const TableRow& row) {
  if (!row.idOf.empty()) return named_.at(row.idOf);
  Bytes attempt;
  appendU64(attempt, ++attempts_);
  StatementId id = StatementId::fromMac(sha256(attempt));
  if (!row.name.empty()) named_[row.name] = id;
  return id;
}

std::vector<RowResult> TableRun::run(const Table& table) {
  if (!table.startFrom.empty()) run(parseTable(readTableFile(table.startFrom)));
  std::vector<RowResult> results;
  for (std::size_t i = 0; i < table.rows.size();) {
    std::vector<TableRow> together{table.rows[i++]};
    while (i < table.rows.size() && table.rows[i].together) together.push_back(table.rows[i++]);
    for (RowResult& result : runTogether(together)) results.push_back(std::move(result));
  }
  return results;
}

std::string TableRun::nameOnRecord() const {
  for (const auto& [name, id] : named_) {
    if (facts_.find(fact::statement(id))) return name;
  }
  return "";
}

TableRun::Attempt TableRun::attemptOf(const std::vector<TableRow>& rows) {
  Attempt attempt;
  for (const TableRow& row : rows) attempt.results.push_back({row, "-", "", "", ""});
  auto refused = [&](std::size_t place, const Refusal& refusal) -> Attempt {
    attempt.results[place] = {rows[place], refusal.code, refusal.field, refusal.reason,
                              refusal.remedy};
    return std::move(attempt);
  };
  std::vector<Statement> statements;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Speaker speaker{rows[i].origin.empty() ? std::string(kOrigin) : rows[i].origin,
                    toBytes(keyNamed(rows[i].who).publicKey().view()), rows[i].who};
    StatementId id = idOf(rows[i]);
    auto draft = Composer(catalogue_, speaker).compose(lineOf(rows[i]));
    if (!draft) return refused(i, draft.refusal());
    attempt.secrets.push_back(draft.value().secrets());
    auto statement = finished(draft.value(), id);
    if (!statement) return refused(i, statement.refusal());
    statements.push_back(std::move(statement.value()));
  }
  const TableRow& first = rows.front();
  SigningKey key = keyNamed(first.signedBy.empty() ? first.who : first.signedBy);
  auto answer = admit(signedBy(key, std::move(statements)), facts_,
                      kMidnight + std::int64_t{60} * first.minute, catalogue_);
  if (auto* no = std::get_if<NotAdmitted>(&answer)) return refused(no->statement, no->refusal);
  const Admitted& admitted = std::get<Admitted>(answer);
  KnownChecks checks = [](std::string_view name) {
    return name == "papers_in_time" ? std::optional(sha256(asBytes("select 1"))) : std::nullopt;
  };
  Door door(catalogue_, facts_, memory_, std::move(checks));
  if (auto stopped = door.check(admitted, attempt.secrets)) {
    return refused(stopped->statement, stopped->refusal);
  }
  attempt.results.back().verdict = "admitted";
  attempt.admitted = std::get<Admitted>(std::move(answer));
  return attempt;
}

std::vector<RowResult> TableRun::attempt(const std::vector<TableRow>& rows) {
  return attemptOf(rows).results;
}

std::vector<RowResult> TableRun::runTogether(const std::vector<TableRow>& rows) {
  if (before_) before_(rows);
  Attempt attempt = attemptOf(rows);
  if (attempt.admitted) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      memory_.keep(facts_.size() + i, attempt.secrets[i]);
    }
    const Submission& submission = attempt.admitted->submission();
    Submitted kept{attempt.admitted->time(), {}, submission.signature};
    for (const Statement& one : submission.statements) {
      kept.statements.push_back(toBytes(one.bytes()));
    }
    submitted_.push_back(std::move(kept));
    facts_.append(*attempt.admitted);
  }
  return std::move(attempt.results);
}

}  // namespace minutebook
