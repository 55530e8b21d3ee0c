#include "ledger/view/applier.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "ledger/event/mentions.h"
#include "ledger/event/text_forms.h"
#include "ledger/view/named_sql.h"
#include "ledger/view/public_text.h"
#include "view_files.h"

namespace minutebook {

namespace {

// Columns of a kind's own table and of `entry`: the envelope's come first in both.
enum EntryColumn : std::size_t {
  kEntry,
  kRecordedAt,
  kOccurredAt,
  kAuthor = 8,
  kOnBehalfOf,
  kBasis,
  kProvenance,
  kInitiative,
  kStage,
  kStatementId,
  kCorrectedBy,
  kKind = kEnvelopeColumns,
  kKnown,
  kRegister,
  kId,
  kAuthorKey,
  kCausedBy,
  kSummary,
  kChoices,
  kEntryColumns
};
static_assert(kCorrectedBy + 1 == kEnvelopeColumns);

std::string textOf(capnp::Text::Reader text) {
  return {text.begin(), text.size()};
}

std::string hexOf(capnp::Data::Reader data) {
  return toHex({data.begin(), data.size()});
}

Value unlessEmpty(std::string text) {
  if (text.empty()) return {};
  return text;
}

template <typename Enum>
Value nameOf(Enum value) {
  return enumName(capnp::DynamicEnum(std::move(value)));
}

}  // namespace

Applier::Applier(Database& database, const ModelPlan& plan) : database_(database), plan_(plan) {
  Prepared known = database_.prepare(namedSql(view_sql::apply_sql, "known_keys"));
  while (known.step()) keys_[std::get<std::string>(known.value(0))] = known.value(1);
}

Prepared& Applier::cached(const std::string& sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) found = statements_.emplace(sql, database_.prepare(sql)).first;
  return found->second;
}

Prepared& Applier::named(const char* name) {
  auto found = named_.find(name);
  if (found == named_.end()) {
    found = named_.emplace(name, database_.prepare(namedSql(view_sql::apply_sql, name))).first;
  }
  return found->second;
}

void Applier::insert(const TablePlan& table, const Cells& cells) {
  auto found = inserts_.find(&table);
  if (found == inserts_.end()) {
    found = inserts_.emplace(&table, database_.prepare(table.insertSql())).first;
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    found->second.bind(static_cast<int>(i) + 1, cells[i]);
  }
  found->second.run();
}

void Applier::writeRows(RecordRows& rows) {
  for (const TableRow& row : rows) insert(*row.table, row.cells);
}

void Applier::writeText(std::int64_t entry, const RecordRows& rows) {
  std::string text = publicTextOf(rows);
  Prepared& write = named("write_text");
  write.bind(1, entry);
  write.bind(2, text);
  write.run();
}

void Applier::apply(std::uint64_t index, ByteView bytes) {
  auto entry = static_cast<std::int64_t>(index);
  Cells row(kEntryColumns);
  row[kEntry] = entry;
  row[kKind] = std::string("unreadable");
  row[kKnown] = std::int64_t{0};
  if (Outcome<EntryParts> parts = decodeEntry(bytes)) {
    row[kRecordedAt] = parts.value().recordedAt;
    if (Outcome<Statement> statement = Statement::decode(parts.value().statement)) {
      applyStatement(row, statement.value());
    }
  }
  Prepared& insertEntry = named("insert_entry");
  for (std::size_t i = 0; i < row.size(); ++i) insertEntry.bind(static_cast<int>(i) + 1, row[i]);
  insertEntry.run();
}

Applier::Cells Applier::envelopeOf(std::int64_t entry, std::int64_t recordedAt,
                                   const Statement& statement) const {
  Cells cells(kEnvelopeColumns);
  schema::Statement::Reader from = statement.reader();
  cells[kEntry] = entry;
  cells[kRecordedAt] = recordedAt;
  if (from.hasOccurredAt()) fillWhen(cells, kOccurredAt, from.getOccurredAt());
  auto author = keys_.find(hexOf(from.getAuthor()));
  if (author != keys_.end()) cells[kAuthor] = author->second;
  if (from.hasOnBehalfOf()) {
    cells[kOnBehalfOf] = textOf(from.getOnBehalfOf().getParticipant());
    cells[kBasis] = nameOf(from.getOnBehalfOf().getBasis());
  }
  cells[kProvenance] = nameOf(from.getProvenance());
  cells[kInitiative] = unlessEmpty(textOf(from.getInitiative()));
  cells[kStage] = unlessEmpty(textOf(from.getStage()));
  cells[kStatementId] = statement.id().text();
  return cells;
}

void Applier::applyStatement(Cells& row, const Statement& statement) {
  std::int64_t entry = std::get<std::int64_t>(row[kEntry]);
  learnKeys(entry, statement);
  Cells envelope = envelopeOf(entry, std::get<std::int64_t>(row[kRecordedAt]), statement);
  std::copy(envelope.begin(), envelope.end(), row.begin());
  row[kAuthorKey] = hexOf(statement.reader().getAuthor());
  if (statement.reader().hasCausedBy() && !statement.reader().getCausedBy().isNotRecorded()) {
    row[kCausedBy] = readRef(statement.reader().getCausedBy());
  }
  writeMentions(entry, statement, row);
  RecordRows sources = rowsOfList(plan_.sources(), entry, statement.reader().getSources());
  writeRows(sources);
  const KindPlan* plan = plan_.kind(statement.kindNumber());
  if (!plan) {
    row[kKind] = "unknown kind " + std::to_string(statement.kindNumber());
    return;
  }
  row[kKind] = plan->kind->name;
  row[kKnown] = std::int64_t{1};
  capnp::DynamicStruct::Reader record = statement.record();
  RecordRows rows =
      rowsOfRecord(*plan, entry, record.get(plan->kind->field).as<capnp::DynamicStruct>());
  std::copy(envelope.begin(), envelope.end(), rows.front().cells.begin());
  row[kSummary] = summaryOf(rows.front());
  row[kChoices] = choicesOf(rows.front());
  writeRows(rows);
  writeText(entry, rows);
  if (statement.record().isEntryCorrected() || statement.record().isEntryDisputed()) {
    waiting_.push_back(static_cast<std::uint64_t>(entry));
  }
}

void Applier::learnKey(const std::string& key, Value participant, Value purpose,
                       std::int64_t entry) {
  Prepared& learn = named("learn_key");
  learn.bind(1, key);
  learn.bind(2, participant);
  learn.bind(3, purpose);
  learn.bind(4, entry);
  learn.run();
  keys_[key] = std::move(participant);
}

void Applier::learnKeys(std::int64_t entry, const Statement& statement) {
  schema::Record::Reader record = statement.record();
  if (record.isLedgerOpened()) {
    auto opened = record.getLedgerOpened();
    learnKey(hexOf(opened.getStewardKey()), textOf(opened.getSteward()), std::string("author"),
             entry);
    learnKey(hexOf(opened.getClerkKey()), {}, std::string("clerk"), entry);
    learnKey(hexOf(opened.getLogKey()), {}, std::string("log"), entry);
  } else if (record.isKeyEnrolled()) {
    auto enrolled = record.getKeyEnrolled();
    learnKey(hexOf(enrolled.getPublicKey()), unlessEmpty(textOf(enrolled.getParticipant())),
             nameOf(enrolled.getPurpose()), entry);
  }
}

void Applier::writeMentions(std::int64_t entry, const Statement& statement, Cells& row) {
  Mentions mentions = mentionsOf(statement, plan_.catalogue());
  Prepared& mention = named("insert_mention");
  for (const Mention& one : mentions.records) {
    std::string_view where = registerName(one.where);
    mention.bind(1, entry);
    mention.bind(2, where);
    mention.bind(3, one.id);
    mention.bind(4, one.field);
    mention.bind(5, std::int64_t{one.joins});
    mention.bind(6, std::int64_t{one.registers});
    mention.run();
    if (!one.registers || !std::holds_alternative<std::monostate>(row[kId])) continue;
    row[kRegister] = std::string(where);
    row[kId] = one.id;
  }
  Prepared& sealed = named("insert_sealed");
  for (const SealedField& one : mentions.sealed) {
    std::string path = toHex(one.path.bytes());
    Value audience = nameOf(one.audience);
    sealed.bind(1, entry);
    sealed.bind(2, path);
    sealed.bind(3, one.field);
    sealed.bind(4, one.about);
    sealed.bind(5, audience);
    sealed.run();
  }
}

void Applier::settle(const LogReader& log) {
  for (std::uint64_t index : waiting_) {
    Outcome<EntryParts> parts = decodeEntry(log.entry(index));
    if (!parts) throw Fault(FaultKind::kBug, "read model: an entry has changed");
    Outcome<Statement> statement = Statement::decode(parts.value().statement);
    if (!statement) throw Fault(FaultKind::kBug, "read model: a statement has changed");
    settleOne(static_cast<std::int64_t>(index), statement.value());
  }
  waiting_.clear();
}

void Applier::settleOne(std::int64_t entry, const Statement& statement) {
  if (statement.record().isEntryCorrected()) return correct(entry, statement);
  Value of = entryNamed(statement.record().getEntryDisputed().getDisputed());
  Prepared& dispute = named("insert_dispute");
  dispute.bind(1, entry);
  dispute.bind(2, of);
  dispute.run();
}

Value Applier::entryNamed(schema::Ref::Reader ref) {
  if (!ref.isEntry()) return {};
  auto data = ref.getEntry();
  auto id = StatementId::of({data.begin(), data.size()});
  if (!id) return {};
  std::string text = id->text();
  Prepared& find = named("entry_named");
  find.bind(1, text);
  Value found = find.step() ? find.value(0) : Value{};
  find.reset();
  return found;
}

void Applier::correct(std::int64_t entry, const Statement& statement) {
  auto correction = statement.record().getEntryCorrected();
  capnp::DynamicStruct::Reader corrected = correction.getCorrected();
  const KindPlan* plan = plan_.kind(static_cast<std::uint16_t>(correction.getCorrected().which()));
  Value of = entryNamed(correction.getOf());
  if (plan && !std::holds_alternative<std::monostate>(of)) {
    Prepared& same = named("entry_of_kind");
    same.bind(1, of);
    same.bind(2, plan->kind->name);
    if (!same.step()) of = {};
    same.reset();
  }
  std::string reason = textOf(correction.getReason());
  Prepared& note = named("insert_correction");
  note.bind(1, entry);
  note.bind(2, of);
  note.bind(3, reason);
  note.run();
  auto* row = std::get_if<std::int64_t>(&of);
  if (!plan || !row) return;
  RecordRows rows =
      rowsOfRecord(*plan, *row, corrected.get(plan->kind->field).as<capnp::DynamicStruct>());
  rows.front().cells[kProvenance] = nameOf(statement.reader().getProvenance());
  replaceRows(entry, *row, *plan, rows);
}

std::vector<Applier::Cells> Applier::rowsIn(const TablePlan& table, std::int64_t entry) {
  Prepared& read = cached(table.selectSql());
  read.bind(1, entry);
  std::vector<Cells> rows;
  while (read.step()) rows.push_back(read.row());
  read.reset();
  return rows;
}

void Applier::replaceRows(std::int64_t entry, std::int64_t of, const KindPlan& plan,
                          RecordRows& rows) {
  // What stands now keeps the envelope of the original; how it is known is the correction's.
  Cells& cells = rows.front().cells;
  Cells original = rowsIn(plan.tables.front(), of).front();
  Value provenance = cells[kProvenance];
  if (std::holds_alternative<std::monostate>(provenance)) provenance = original[kProvenance];
  std::copy_n(original.begin(), kEnvelopeColumns, cells.begin());
  cells[kProvenance] = provenance;
  cells[kCorrectedBy] = entry;
  ToldColumns told = toldColumns(plan);
  for (const TablePlan& table : plan.tables) {
    std::vector<Cells> became;
    for (const TableRow& row : rows) {
      if (row.table == &table) became.push_back(row.cells);
    }
    noteChanges(entry, of, table, changesIn(table, told[&table], rowsIn(table, of), became));
    Prepared& remove = cached(table.deleteSql());
    remove.bind(1, of);
    remove.run();
  }
  Value summary = summaryOf(rows.front());
  Value choices = choicesOf(rows.front());
  writeRows(rows);
  writeText(of, rows);
  Prepared& mark = named("mark_corrected");
  mark.bind(1, entry);
  mark.bind(2, provenance);
  mark.bind(3, summary);
  mark.bind(4, choices);
  mark.bind(5, of);
  mark.run();
  Prepared& unseal = named("unseal_original");
  unseal.bind(1, of);
  unseal.run();
  Prepared& seal = named("seal_correction");
  seal.bind(1, of);
  seal.bind(2, entry);
  seal.run();
}

void Applier::noteChanges(std::int64_t entry, std::int64_t of, const TablePlan& table,
                          const std::vector<ValueChange>& changes) {
  Prepared& note = named("insert_correction_value");
  for (const ValueChange& change : changes) {
    Value field = unlessEmpty(change.field);
    Value manner = unlessEmpty(change.manner);
    note.bind(1, entry);
    note.bind(2, of);
    note.bind(3, table.name);
    note.bind(4, change.column);
    note.bind(5, field);
    note.bind(6, manner);
    note.bind(7, change.was);
    note.bind(8, change.became);
    note.run();
  }
}

}  // namespace minutebook
