#include "audit/report/made_from.h"

#include <set>
#include <utility>

#include "audit/report/form_parts.h"
#include "audit/report/plain_words.h"
#include "ledger/view/named_sql.h"
#include "report_files.h"

namespace minutebook {

namespace {

constexpr std::size_t kKeyDigitsShown = 16;

std::string authorOf(const Row& row) {
  if (!row.isNull("author")) return row.text("author");
  std::string key = row.text("author_key");
  if (key.empty()) return std::string(kNotRecordedText);
  return "whoever holds the key " + key.substr(0, kKeyDigitsShown) + "...";
}

std::string behalfOf(const Row& row) {
  if (row.isNull("on_behalf_of")) return "";
  return row.text("on_behalf_of") + " (" + plainWords(row.text("on_behalf_of_basis")) + ")";
}

void collect(std::set<std::int64_t>& into, const Block& block) {
  auto add = [&](const Entries& entries) { into.insert(entries.begin(), entries.end()); };
  if (auto* paragraph = std::get_if<Paragraph>(&block)) add(paragraph->line.entries);
  if (auto* bullets = std::get_if<Bullets>(&block)) {
    for (const Line& line : bullets->lines) add(line.entries);
  }
  if (auto* table = std::get_if<Table>(&block)) {
    for (const auto& row : table->rows) {
      for (const Cell& cell : row) add(entriesOf(cell));
    }
  }
  if (auto* steps = std::get_if<Steps>(&block)) {
    for (const Step& step : steps->steps) into.insert(step.entry);
  }
}

}  // namespace

Report startReport(Query& query, const Scope& scope, std::string schema, std::string title) {
  Report report;
  report.schema = std::move(schema);
  report.title = std::move(title);
  Rows ledger = ask(query, report_files::record_sql, "ledger", scope);
  report.from.ledger = ledger.rows.empty() ? std::string(kNotRecordedText)
                                           : ledger.rows.front().textOr("title", kNotRecordedText);
  Rows size = ask(query, report_files::record_sql, "size", scope);
  report.from.size = size.rows.front().count("size");
  if (auto seconds = size.rows.front().number("recorded_at")) {
    report.from.recordedUntil = plainTime(*seconds);
  }
  if (scope.initiative) {
    Rows initiative = ask(query, report_files::record_sql, "initiative", scope);
    report.from.about =
        initiative.rows.empty() ? *scope.initiative : initiative.rows.front().text("title");
  }
  return report;
}

EntryCard cardOf(Query& query, std::int64_t entry) {
  EntryCard card;
  card.index = entry;
  auto found = query.first(namedSql(report_files::record_sql, "card"), {{":entry", entry}});
  if (!found) return card;
  card.kind = plainWords(found->text("kind"));
  if (!found->isNull("id"))
    card.record = plainWords(found->text("register")) + " " + found->text("id");
  auto recorded = found->number("recorded_at");
  card.recordedAt = recorded ? plainTime(*recorded) : std::string(kNotRecordedText);
  card.occurredAt = found->textOr("occurred_at", kNotRecordedText);
  card.author = authorOf(*found);
  card.onBehalfOf = behalfOf(*found);
  std::string known = found->text("provenance");
  card.provenance = known.empty() ? std::string(kNotRecordedText) : plainProvenance(known);
  card.summary = found->text("summary");
  if (!found->isNull("corrected_by")) card.correctedBy = "entry " + found->text("corrected_by");
  Rows sources = query.all(namedSql(report_files::record_sql, "sources"), {{":entry", entry}});
  for (const Row& source : sources.rows) {
    std::string text = source.text("title");
    if (!source.isNull("place")) text += (text.empty() ? "" : ", ") + source.text("place");
    if (!text.empty()) card.sources.push_back(std::move(text));
  }
  return card;
}

void addCards(Query& query, Report& report) {
  std::set<std::int64_t> used;
  for (const Section& section : report.sections) {
    for (const Block& block : section.blocks) collect(used, block);
  }
  report.entries.clear();
  for (std::int64_t entry : used) report.entries.push_back(cardOf(query, entry));
}

}  // namespace minutebook
