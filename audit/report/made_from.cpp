#include "audit/report/made_from.h"

#include <map>
#include <set>
#include <utility>

#include "audit/report/amendments.h"
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
  if (auto* plot = std::get_if<Plot>(&block)) {
    for (const PlotPoint& point : plot->points) add(point.figure.entries);
  }
}

EntryCard cardOf(const Row& row) {
  EntryCard card;
  card.index = row.count("entry");
  card.kind = plainWords(row.text("kind"));
  if (!row.isNull("id")) card.record = plainWords(row.text("register")) + " " + row.text("id");
  auto recorded = row.number("recorded_at");
  card.recordedAt = recorded ? plainTime(*recorded) : std::string(kNotRecordedText);
  card.occurredAt = row.textOr("occurred_at", kNotRecordedText);
  card.author = authorOf(row);
  card.onBehalfOf = behalfOf(row);
  std::string known = row.text("provenance");
  card.provenance = known.empty() ? std::string(kNotRecordedText) : plainProvenance(known);
  card.summary = row.text("words");
  if (!row.isNull("corrected_by")) card.correctedBy = "entry " + row.text("corrected_by");
  return card;
}

std::set<std::int64_t> usedIn(const Report& report) {
  std::set<std::int64_t> used;
  for (const Section& section : report.sections) {
    for (const Block& block : section.blocks) collect(used, block);
  }
  return used;
}

std::string joined(const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) text += (text.empty() ? "" : " ") + line.text;
  return text;
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

void addCards(Query& query, Report& report) {
  std::map<std::int64_t, Amendments> amendments = amendmentsOf(query, usedIn(report));
  addAmendments(amendments, report);
  std::set<std::int64_t> used = usedIn(report);
  std::map<std::int64_t, std::vector<std::string>> sources;
  for (const Row& row : askOf(query, report_files::record_sql, "sources", used).rows) {
    std::string text = row.text("title");
    if (!row.isNull("place")) text += (text.empty() ? "" : ", ") + row.text("place");
    if (!text.empty()) sources[row.count("entry")].push_back(std::move(text));
  }
  report.entries.clear();
  for (const Row& row : askOf(query, report_files::record_sql, "cards", used).rows) {
    EntryCard card = cardOf(row);
    if (auto found = sources.find(card.index); found != sources.end()) {
      card.sources = std::move(found->second);
    }
    if (auto found = amendments.find(card.index); found != amendments.end()) {
      card.putRight = joined(found->second.putRight);
      card.disputed = joined(found->second.disputed);
    }
    report.entries.push_back(std::move(card));
  }
}

}  // namespace minutebook
