#include "cli/import/csv_import.h"

#include <algorithm>

#include "cli/import/reader.h"
#include "ledger/base/fault.h"
#include "ledger/event/form.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

/// What a statement adds to its row: keys, ids, padding.
constexpr std::size_t kStatementOverhead = 512;
/// A batch of rows is well below what a submission may hold.
constexpr std::size_t kRowBytesInBatchMax = kBatchBytesMax / 4;

std::string rowName(std::uint64_t row) {
  return "row " + std::to_string(row);
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += everydayWords(names[i]);
  }
  return text;
}

/// The line of the mapping that a refusal is about: its field's, or that of the whole record.
std::uint64_t mappingLineOf(const MappedRecord& mapped, std::string field) {
  if (field.starts_with("corrected.")) field.erase(0, std::string_view("corrected.").size());
  std::string top = field.substr(0, field.find_first_of(".["));
  for (const auto& [name, value] : mapped.fields) {
    if (name == top) return value.line;
  }
  return mapped.line;
}

/// The field of the line that gives out the record's own id, or null where it leaves that out.
const FieldInfo* ownIdOf(const Json& line, const KindInfo& kind) {
  for (const FieldInfo& field : kind.structure->fields) {
    bool isOwnId = field.id != schema::Register::NOT_RECORDED && field.type == FieldType::kText &&
                   !field.list && !field.inUnion;
    if (isOwnId && line.find(field.name)) return &field;
  }
  return nullptr;
}

/// Why a record of the row cannot become what the row makes now.
Refusal madeOtherwise(const std::string& id, const MappedRecord& before, const MappedRecord& now) {
  std::string reason =
      id + " was made by an earlier import, as " + before.kind->label + " of the [[record]] \"" +
      before.name + "\", whose conditions no longer hold for this row; now the row makes it by \"" +
      now.name + "\".";
  if (before.kind != now.kind) {
    return {"id.in-use", "id", std::move(reason),
            "A correction cannot turn it into " + now.kind->label +
                ": give the new record an id of its own in the mapping, or record by hand what "
                "became of " +
                id + "."};
  }
  return {"id.in-use", "id", std::move(reason),
          "Other rows may still make the first, as it is made once for each value: correct " + id +
              " by hand (entryCorrected), and let the mapping make it by one [[record]] only."};
}

RecordContent membersOf(const Json& line) {
  return RecordContent(line.members().begin(), line.members().end());
}

/// Moves what belongs to the statement out of the record.
Json takeAround(const Json& line, Json& around) {
  Json record = Json::object();
  for (const Json::Member& member : line.members()) {
    bool outside = member.first == "occurredAt" || member.first == "onBehalfOf" ||
                   member.first == "provenance" || member.first == "sources" ||
                   member.first == "initiative" || member.first == "stage" ||
                   member.first == "causedBy";
    (outside ? around : record).set(member.first, member.second);
  }
  return record;
}

}  // namespace

CsvImport::CsvImport(ImportDesk& desk, const std::string& origin, const ImportMapping& mapping)
    : desk_(desk), mapping_(mapping), earlier_(desk, origin, mapping.source) {}

ExitStatus CsvImport::lookThrough(const std::string& file) {
  if (desk_.firstLook.isNeeded()) desk_.firstLook.beginFile(file);
  seenOnce_.clear();
  titleSeen_ = false;
  checked_ = file;
  return refuseWhatIsWrong(check(file, desk_.firstLook.isNeeded() ? Looks::kYes : Looks::kNo));
}

ExitStatus CsvImport::run(const std::string& file) {
  once_.clear();
  file_ = file;
  // Of several files, what is known is of the last.
  ExitStatus status = checked_ == file ? kDone : refuseWhatIsWrong(check(file, Looks::kNo));
  checked_ = file;
  return status == kDone ? record(file) : status;
}

ExitStatus CsvImport::refuseWhatIsWrong(const std::optional<Refused>& refused) {
  return refused ? desk_.refuse(refused->refusal, refused->place, "the sheet") : kDone;
}

std::optional<CsvImport::Refused> CsvImport::check(const std::string& file, Looks looks) {
  keys_.clear();
  Sheet sheet(file, mapping_);
  CsvRow row;
  while (true) {
    Outcome<bool> more = sheet.next(row);
    if (!more) return Refused{more.refusal(), sheet.place()};
    if (!more.value()) break;
    if (auto refused = checkRow(file, sheet, row, looks)) return refused;
  }
  document_ = toHex(sheet.hash().view());
  return findKeyTwice(file);
}

std::optional<CsvImport::Refused> CsvImport::checkRow(const std::string& file, const Sheet& sheet,
                                                      const CsvRow& row, Looks looks) {
  RowReading reading(mapping_, sheet.heading(), row);
  Outcome<std::string> key = reading.key();
  if (!key) return Refused{key.refusal(), sheet.placeOf(row.place, reading.trouble())};
  keys_.emplace_back(readU64(sha256(asBytes(key.value())).view()), row.place.row);
  for (std::size_t i = 0; i < mapping_.records.size(); ++i) {
    auto line = reading.line(mapping_.records[i]);
    if (!line) return Refused{line.refusal(), sheet.placeOf(row.place, reading.trouble())};
    bool isSeen = looks == Looks::kYes && line.value();
    if (isSeen) lookAt(reading, {file, row.place.row, i}, std::move(*line.value()));
  }
  return std::nullopt;
}

void CsvImport::lookAt(RowReading& reading, const LinePlace& place, Json line) {
  const MappedRecord& mapped = mapping_.records[place.record];
  if (mapped.once) {
    Outcome<std::string> key = reading.key(&mapped);
    if (key && !seenOnce_.insert({place.record, key.value()}).second) return;
  }
  // The sheet's own title goes into every record; to be told of it once is enough.
  if (!titleSeen_ && !line.find("sources")) {
    titleSeen_ = true;
    line.set("sources", Json::list({Json::object({{"title", Json::text(mapping_.source)}})}));
  }
  desk_.firstLook.lookAt(place, "row", line);
}

std::optional<CsvImport::Refused> CsvImport::findKeyTwice(const std::string& file) {
  std::sort(keys_.begin(), keys_.end());
  auto twice = std::adjacent_find(keys_.begin(), keys_.end(),
                                  [](const auto& a, const auto& b) { return a.first == b.first; });
  if (twice == keys_.end()) return std::nullopt;
  Sheet sheet(file, mapping_);  // Again, for its line.
  CsvRow row;
  while (row.place.row < (twice + 1)->second && sheet.next(row)) {
  }
  return Refused{refuse("csv.key-twice", "",
                        "Rows " + std::to_string(twice->second) + " and " +
                            std::to_string((twice + 1)->second) + " have the same \"" +
                            mapping_.columns[mapping_.key] + "\"."),
                 sheet.placeOf(row.place, {sheet.heading().cells[mapping_.key] + 1, 0})};
}

bool CsvImport::isFull(const Batch& batch) const {
  return batch.drafts.size() + mapping_.records.size() > kBatchLinesMax ||
         batch.lastRow - batch.firstRow + 1 >= kBatchLinesMax || batch.bytes > kRowBytesInBatchMax;
}

ExitStatus CsvImport::record(const std::string& file) {
  Sheet sheet(file, mapping_);
  CsvRow row;
  Batch batch;
  std::optional<Refused> refused;
  while (!refused) {
    Outcome<bool> more = sheet.next(row);
    bool changed = !more || (!more.value() && toHex(sheet.hash().view()) != document_);
    if (changed) {
      throw Fault(FaultKind::kIo, file + " changed while it was read",
                  "Close it in other programs and import it again: nothing is recorded twice.");
    }
    if (!more.value()) {
      refused = finish(sheet, file, batch);
      if (!refused) return kDone;
      break;
    }
    refused = addRow(sheet, row, batch);
    if (!refused && isFull(batch)) refused = finish(sheet, file, batch);
  }
  return desk_.refuse(refused->refusal, refused->place, "the sheet or the mapping");
}

std::optional<CsvImport::Refused> CsvImport::addRow(const Sheet& sheet, const CsvRow& row,
                                                    Batch& batch) {
  if (batch.firstRow == 0) batch.firstRow = row.place.row;
  batch.lastRow = row.place.row;
  RowReading reading(mapping_, sheet.heading(), row);
  for (const MappedRecord& mapped : mapping_.records) {
    std::size_t before = batch.drafts.size();
    Outcome<bool> added = addRecord(reading, row, mapped, batch);
    if (!added) {
      const Refusal& refusal = added.refusal();
      RowTrouble where{0, mappingLineOf(mapped, refusal.field)};
      if (refusal.code == "csv.key-missing") where = reading.trouble();
      return Refused{refusal, sheet.placeOf(row.place, where)};
    }
    if (batch.drafts.size() > before) batch.places.push_back({row.place, &mapped});
  }
  for (const std::string& cell : row.cells) batch.bytes += cell.size();
  return std::nullopt;
}

Outcome<bool> CsvImport::addRecord(RowReading& reading, const CsvRow& row,
                                   const MappedRecord& mapped, Batch& batch) {
  Outcome<std::optional<Json>> read = reading.line(mapped);
  if (!read) return read.refusal();
  if (!read.value()) return false;
  const auto record = static_cast<std::size_t>(&mapped - mapping_.records.data());
  Json line = desk_.firstLook.kept({file_, row.place.row, record}, *read.value());
  Outcome<std::string> key = reading.key(&mapped);
  if (!key) return key.refusal();
  const EarlierImports::Key which{mapped.name, mapped.once.has_value(), key.value()};
  StatementId id = earlier_.idOf(which, 0);
  if (mapped.once) {
    Outcome<bool> said = saidInThisFile(id, line, row, mapped, key.value());
    if (!said || said.value()) return said;
  }
  if (auto before = earlier_.find(which)) {
    return addAgain(which, *before, std::move(line), row, mapped, batch);
  }
  if (mapped.unlessKnown && isKnown(line, *mapped.kind)) return false;
  Outcome<std::optional<MadeOtherwise>> otherwise = findOtherwise(reading, mapped, line);
  if (!otherwise) return otherwise.refusal();
  if (const auto& made = otherwise.value()) {
    return addAgain({made->by->name, false, made->key}, made->before, std::move(line), row, mapped,
                    batch);
  }
  addOrigins(line, *mapped.kind, row.place.row);
  return addDraft(id, line, batch);
}

Outcome<bool> CsvImport::addAgain(const EarlierImports::Key& which, const SaidBefore& before,
                                  Json line, const CsvRow& row, const MappedRecord& mapped,
                                  Batch& batch) {
  Outcome<RecordContent> now = earlier_.contentOf(line);
  if (!now) return now.refusal();
  std::vector<std::string> changed = differences(before.content, now.value());
  batch.erased += before.erased ? 1 : 0;
  batch.already += !before.erased && changed.empty() ? 1 : 0;
  // What was erased is not sealed again, so it cannot be said anew as a whole either.
  if (before.erased || changed.empty()) return false;
  ++batch.corrected;
  addOrigins(line, *mapped.kind, row.place.row);
  return addDraft(earlier_.idOf(which, before.times),
                  correctionOf(before, line, changed, row.place.row), batch);
}

Outcome<bool> CsvImport::saidInThisFile(const StatementId& id, const Json& line, const CsvRow& row,
                                        const MappedRecord& mapped, const std::string& key) {
  auto [said, isNew] = once_.try_emplace(id, SaidOnce{line, row.place.row});
  if (isNew) return false;
  if (said->second.line == line) return true;
  std::vector<std::string> changed = differences(membersOf(said->second.line), membersOf(line));
  return refuse("csv.key-twice", "",
                "One record (" + mapped.kind->label + ") is made for all rows whose \"" +
                    mapping_.columns[*mapped.once] + "\" is \"" + key + "\", and this row and " +
                    rowName(said->second.row) + " differ in " + listed(changed) + ".");
}

bool CsvImport::isKnown(const Json& line, const KindInfo& kind) const {
  const FieldInfo* own = ownIdOf(line, kind);
  return own && desk_.writing.recorder.findRecord(own->id, line.find(own->name)->text());
}

Outcome<std::optional<CsvImport::MadeOtherwise>> CsvImport::findOtherwise(
    RowReading& reading, const MappedRecord& mapped, const Json& line) {
  using Found = std::optional<MadeOtherwise>;
  if (!isKnown(line, *mapped.kind)) return Found();
  const FieldInfo* own = ownIdOf(line, *mapped.kind);
  const Json& id = *line.find(own->name);
  for (const MappedRecord& other : mapping_.records) {
    const FieldInfo* same = other.kind->structure->find(own->name);
    if (&other == &mapped || !same || same->id != own->id) continue;
    Outcome<std::optional<Json>> made = reading.line(other);
    Outcome<std::string> key = reading.key(&other);
    bool makesItStill = !made || made.value();
    if (makesItStill || !key) continue;
    auto before = earlier_.find({other.name, other.once.has_value(), key.value()});
    auto given = before ? before->content.find(own->name) : RecordContent::const_iterator();
    if (!before || given == before->content.end() || !(given->second == id)) continue;
    bool canBeCorrected = other.kind == mapped.kind && !other.once && !mapped.once;
    if (!canBeCorrected) return madeOtherwise(id.text(), other, mapped);
    return Found(MadeOtherwise{&other, key.value(), std::move(*before)});
  }
  return Found();
}

Outcome<bool> CsvImport::addDraft(const StatementId& id, const Json& line, Batch& batch) {
  Outcome<Draft> draft = desk_.composer.compose(line);
  if (!draft) return draft.refusal();
  batch.drafts.push_back({std::move(draft).value(), id, std::nullopt});
  batch.bytes += kStatementOverhead;
  return true;
}

std::optional<CsvImport::Refused> CsvImport::finish(const Sheet& sheet, const std::string& file,
                                                    Batch& batch) {
  if (batch.firstRow == 0) return std::nullopt;
  auto result = desk_.submit(std::move(batch.drafts));
  if (auto* refused = std::get_if<RecordingRefused>(&result)) {
    const DraftPlace& place = batch.places.at(refused->draft);
    RowTrouble where{0, mappingLineOf(*place.mapped, refused->refusal.field)};
    return Refused{refused->refusal, sheet.placeOf(place.row, where)};
  }
  desk_.countAlready(batch.already, batch.erased);
  desk_.acknowledge({file, "row", batch.firstRow, batch.lastRow}, std::get<Recorded>(result),
                    batch.corrected);
  batch = Batch();
  return std::nullopt;
}

void CsvImport::addOrigins(Json& line, const KindInfo& kind, std::uint64_t row) const {
  if (!line.find("provenance")) line.set("provenance", Json::text("imported"));
  if (!line.find("sources")) {
    line.set("sources", Json::list({Json::object({{"title", Json::text(mapping_.source)},
                                                  {"sealedDocument", Json::text(document_)},
                                                  {"place", Json::text(rowName(row))}})}));
  }
  const Json* owner = kind.belongsTo.empty() ? nullptr : line.find(kind.belongsTo);
  Json basis = Json::object();
  if (const Json* given = line.find("onBehalfOf")) {
    basis = *given;
  } else if (owner) {
    basis = Json::object({{"participant", *owner}, {"basis", Json::text("importedFile")}});
  }
  const Json* how = basis.find("basis");
  if (!how || how->text() != "importedFile") return;
  if (!basis.find("document")) basis.set("document", Json::text(document_));
  if (!basis.find("place")) basis.set("place", Json::text(rowName(row)));
  line.set("onBehalfOf", std::move(basis));
}

Json CsvImport::correctionOf(const SaidBefore& before, const Json& line,
                             const std::vector<std::string>& changed, std::uint64_t row) const {
  // With the same file, it is the mapping that says something else.
  std::string what = before.document == document_
                         ? "The imported file, unchanged, is now read as saying something else of "
                         : "The imported file now says something else of ";
  Json correction =
      Json::object({{"kind", Json::text("entryCorrected")},
                    {"of", Json::text("entry:" + before.first.text())},
                    {"reason", Json::text(what + listed(changed) + ": " + mapping_.source + ", " +
                                          rowName(row) + ".")}});
  Json corrected = takeAround(line, correction);
  correction.set("corrected", std::move(corrected));
  return correction;
}

}  // namespace minutebook
