#include "tests/clauses/judged_ledger.h"

#include <map>
#include <memory>
#include <stdexcept>

#include "audit/report/clause_inputs.h"
#include "audit/standards/check_file.h"
#include "cli/value_words.h"
#include "ledger/event/submission.h"
#include "ledger/seal/disclosures.h"
#include "tests/support/lines.h"
#include "tests/support/memory_log.h"
#include "tests/support/scenario.h"

namespace minutebook {

namespace {

/// Entries in memory, with what is sealed in them at hand.
class OpenLedger : public Disclosures {
 public:
  explicit OpenLedger(std::int64_t openedAt) {
    Json opened = parseJson(R"({"kind": "ledgerOpened", "title": "Small", "keeper": "A group",
                                "steward": "P-1", "rulesVersion": 1})")
                      .value();
    for (const char* key : {"stewardKey", "clerkKey", "logKey"}) {
      opened.set(key, Json::text(toHex(Bytes(32, 1))));
    }
    append(opened, openedAt);
  }

  void append(Json line, std::int64_t recordedAt) {
    if (!line.find("statementId")) line.set("statementId", Json::text(nextId()));
    Outcome<SealedLine> sealed = sealedLine(line);
    if (!sealed) {
      throw std::runtime_error(sealed.refusal().code + " " + sealed.refusal().field + ": " +
                               sealed.refusal().reason + " in " + writeJson(line));
    }
    EntryParts parts;
    parts.recordedAt = recordedAt;
    parts.count = 1;
    parts.statement = toBytes(sealed.value().statement.bytes());
    parts.signature = Bytes(64, 1);
    log_.append(encodeEntry(parts));
    lines_.push_back(std::move(sealed).value());
  }

  /// A line that is left out: its place stays, so that the entries after it keep their numbers.
  void appendNothing(std::int64_t recordedAt) {
    append(
        parseJson(R"({"kind": "rightGranted", "participant": "P-1", "right": "recorder"})").value(),
        recordedAt);
  }

  RevealField reveal() const {
    return [this](std::int64_t entry, std::string_view field) -> std::optional<std::string> {
      if (entry < 0 || entry >= static_cast<std::int64_t>(lines_.size())) return std::nullopt;
      const SealedLine& line = lines_[static_cast<std::size_t>(entry)];
      Json opened = describe(line.statement, theCatalogue(), line.reveal());
      const Json* value = valueAt(opened, field);
      if (!value) value = valueAt(opened, "corrected." + std::string(field));
      if (!value || value->find("commitment")) return std::nullopt;
      return value->kind() == Json::Kind::kText ? value->text() : wordsOf(*value);
    };
  }

  Disclosure open(std::uint64_t index, const FieldPath& path) override {
    if (index >= lines_.size()) return {};
    auto found = lines_[index].secrets.find(path);
    if (found == lines_[index].secrets.end()) return {};
    return {SealState::kOpen, found->second};
  }

  const MemoryLog& log() const { return log_; }

 private:
  std::string nextId() {
    StatementId id;
    id.bytes[0] = 1;
    id.bytes[6] = 0x70;
    id.bytes[8] = 0x80;
    id.bytes[14] = static_cast<std::uint8_t>(log_.size() >> 8);
    id.bytes[15] = static_cast<std::uint8_t>(log_.size());
    return id.text();
  }

  MemoryLog log_;
  std::vector<SealedLine> lines_;
};

Json parsed(const std::string& record) {
  Outcome<Json> json = parseJson(record);
  if (!json) throw std::runtime_error(json.refusal().reason + " in " + record);
  return std::move(json).value();
}

/// The clause as it was adopted in the ledger, or as the base pack has it.
std::vector<StandingStandard> standardsOf(Query& query, const std::string& code) {
  std::vector<StandingStandard> standards = adoptedStandards(query);
  if (!standards.empty()) return standards;
  StandingStandard base = asIfAdopted(*ownPack("BASE"));
  std::erase_if(base.clauses, [&](const StandingClause& clause) { return clause.code != code; });
  return {base};
}

/// What SQL alone cannot work out.
std::vector<Parameter> inputsFor(const ReadModel& model, OpenLedger& ledger, bool isOpen) {
  ClauseSources sources;
  if (isOpen) sources.open = sheetOpener(ledger);
  sources.asOf = [&](std::int64_t size) {
    return std::optional(
        ReadModel::inMemoryUpTo(ledger.log(), static_cast<std::uint64_t>(size), theCatalogue()));
  };
  return clauseInputs(model, sources);
}

}  // namespace

ClauseVerdict judged(const ClauseFile& file, const ClauseLedger& ledger,
                     std::optional<std::int64_t> without) {
  std::int64_t openedAt = ledger.lines.empty() ? 0 : ledger.lines.front().recordedAt - 1;
  OpenLedger open(openedAt);
  for (const ClauseLine& line : ledger.lines) {
    for (const std::string& record : line.records) {
      if (without == static_cast<std::int64_t>(open.log().size())) {
        open.appendNothing(line.recordedAt);
      } else {
        open.append(parsed(record), line.recordedAt);
      }
    }
  }
  // The ledger's own first entry comes before the records.
  const std::uint64_t size = ledger.seen ? *ledger.seen + 1 : open.log().size();
  ReadModel model = ReadModel::inMemoryUpTo(open.log(), size, theCatalogue());
  Query query = model.query();
  std::vector<StandingStandard> standards = standardsOf(query, file.code);
  JudgeSettings settings;
  settings.today = ledger.today;
  if (ledger.isOpen) settings.reveal = open.reveal();
  settings.workedOut = [&] { return inputsFor(model, open, ledger.isOpen); };
  Judge judge(model, standards, settings);
  judge.keepViews();
  for (const StandingClause& clause : standards.front().clauses) {
    if (clause.code == file.code) return judge.judge(clause);
  }
  throw std::runtime_error("no clause " + file.code);
}

std::string refusedBy(const ClauseLedger& ledger) {
  Scenario scenario;
  for (const ClauseLine& line : ledger.lines) {
    scenario.setTime(line.recordedAt);
    try {
      scenario.recordAll(line.records);
    } catch (const Fault& refused) {
      return std::string(refused.what()) + " in " + line.records.front();
    }
  }
  return "";
}

}  // namespace minutebook
