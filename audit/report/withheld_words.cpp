#include "audit/report/withheld_words.h"

#include <optional>
#include <utility>
#include <variant>

#include "audit/report/due_dates.h"
#include "audit/report/gather.h"
#include "audit/report/plain_words.h"
#include "report_files.h"

namespace minutebook {

namespace {

/// Shorter texts ("No.") are looked for only where the entry itself is shown.
constexpr std::size_t kTellingBytes = 8;

std::string consentTo(const std::string& scope) {
  if (scope == "story") return "consent to tell a story";
  if (scope == "dissentPublished") return "consent to publish dissent";
  return "consent to be quoted";
}

/// Why the consent that a text needs is not in force; nothing if it is.
std::optional<std::string> whyNot(const Row& row, DueDates& dates, DayNumber today) {
  std::string consent = consentTo(row.text("scope"));
  if (row.isNull("answered")) return "no " + consent + " is on record";
  std::string where = " in entry " + row.text("answered");
  if (row.text("reply") != "given") {
    return consent + " was " + row.textOr("reply", "not answered") + where;
  }
  if (row.isNull("until")) return std::nullopt;
  std::optional<DayNumber> end = dates.days(row.text("until")).first;
  if (end && *end >= today) return std::nullopt;
  return consent + ", given" + where + ", has run out or may have";
}

/// Every place where `words` stand, replaced; whether there was one.
bool replaceAll(std::string& text, const std::string& words, const std::string& instead) {
  bool found = false;
  for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at)) {
    text.replace(at, words.size(), instead);
    at += instead.size();
    found = true;
  }
  return found;
}

std::set<std::int64_t> entriesOf(const std::vector<Cell>& row) {
  std::set<std::int64_t> entries;
  for (const Cell& cell : row) {
    const Entries& own =
        std::visit([](const auto& it) -> const Entries& { return it.entries; }, cell);
    entries.insert(own.begin(), own.end());
  }
  return entries;
}

}  // namespace

WithheldWords::WithheldWords(Query& query, DayNumber today, const std::string& reader) {
  find(query, today, reader);
  if (!byEntry_.empty()) addCorrections(query);
}

void WithheldWords::find(Query& query, DayNumber today, const std::string& reader) {
  DueDates dates(query);
  for (const Row& row : ask(query, report_files::withheld_words_sql, "words", {}).rows) {
    std::optional<std::string> why = whyNot(row, dates, today);
    bool isTheirOwn = !reader.empty() && row.text("participant") == reader;
    if (!why || isTheirOwn || row.text("words").empty()) continue;
    std::int64_t entry = row.count("entry");
    byEntry_[entry].push_back({entry, row.text("words"), "[kept back: " + *why + "]"});
  }
  for (const auto& [entry, texts] : byEntry_) {
    for (const Withheld& one : texts) {
      if (one.words.size() < kTellingBytes) continue;
      byStart_.emplace(std::string_view(one.words).substr(0, kTellingBytes), &one);
    }
  }
}

void WithheldWords::addCorrections(Query& query) {
  for (const Row& row : ask(query, report_files::withheld_words_sql, "corrections", {}).rows) {
    auto found = byEntry_.find(row.count("of_entry"));
    if (found == byEntry_.end()) continue;
    corrections_[row.count("entry")] = found->first;
  }
}

std::string WithheldWords::without(std::string text, const std::set<std::int64_t>& entries,
                                   std::set<std::int64_t>& met) const {
  for (std::int64_t entry : entries) {
    // A correction of such words tells them again, as they were.
    auto correction = corrections_.find(entry);
    if (correction == corrections_.end() || text.empty()) continue;
    met.insert(entry);
    return byEntry_.at(correction->second).front().instead;
  }
  for (std::int64_t entry : entries) {
    auto own = byEntry_.find(entry);
    if (own == byEntry_.end()) continue;
    for (const Withheld& one : own->second) {
      if (replaceAll(text, one.words, one.instead)) met.insert(entry);
    }
  }
  return withoutTelling(text, met);
}

const WithheldWords::Withheld* WithheldWords::startingAt(std::string_view rest) const {
  const Withheld* longest = nullptr;
  auto [from, to] = byStart_.equal_range(rest.substr(0, kTellingBytes));
  for (auto it = from; it != to; ++it) {
    bool longer = !longest || it->second->words.size() > longest->words.size();
    if (longer && rest.starts_with(it->second->words)) longest = it->second;
  }
  return longest;
}

/// Other records may repeat them, too.
std::string WithheldWords::withoutTelling(const std::string& text,
                                          std::set<std::int64_t>& met) const {
  std::string kept;
  std::size_t at = 0;
  while (at + kTellingBytes <= text.size()) {
    const Withheld* found = startingAt(std::string_view(text).substr(at));
    if (!found) {
      kept += text[at++];
      continue;
    }
    kept += found->instead;
    at += found->words.size();
    met.insert(found->entry);
  }
  return kept.append(text, at);
}

std::string WithheldWords::takenOutOf(std::string text, std::int64_t entry) const {
  auto correction = corrections_.find(entry);
  std::int64_t said = correction == corrections_.end() ? entry : correction->second;
  std::set<std::int64_t> met;
  return without(std::move(text), {said}, met);
}

bool WithheldWords::covers(std::int64_t entry) const {
  return byEntry_.contains(entry) || corrections_.contains(entry);
}

void WithheldWords::takeOutOf(Line& line, std::set<std::int64_t>& met) const {
  line.text = without(std::move(line.text), {line.entries.begin(), line.entries.end()}, met);
}

void WithheldWords::takeOutOf(Block& block, std::set<std::int64_t>& met) const {
  if (auto* paragraph = std::get_if<Paragraph>(&block)) takeOutOf(paragraph->line, met);
  if (auto* bullets = std::get_if<Bullets>(&block)) {
    for (Line& line : bullets->lines) takeOutOf(line, met);
  }
  if (auto* table = std::get_if<Table>(&block)) {
    for (std::vector<Cell>& row : table->rows) {
      std::set<std::int64_t> entries = entriesOf(row);
      for (Cell& cell : row) {
        if (auto* line = std::get_if<Line>(&cell)) line->text = without(line->text, entries, met);
      }
    }
  }
  if (auto* steps = std::get_if<Steps>(&block)) {
    for (Step& step : steps->steps) {
      step.text = without(std::move(step.text), {step.entry}, met);
      for (std::string& remark : step.remarks) remark = without(remark, {step.entry}, met);
    }
  }
}

void WithheldWords::takeOutOf(EntryCard& card, std::set<std::int64_t>& met) const {
  auto own = byEntry_.find(card.index);
  if (own != byEntry_.end()) {
    if (!card.summary.empty()) card.summary = own->second.front().instead;
    if (!card.putRight.empty()) card.putRight = own->second.front().instead;
    met.insert(card.index);
  }
  for (std::string* text : {&card.summary, &card.putRight, &card.disputed}) {
    *text = without(std::move(*text), {card.index}, met);
  }
}

void WithheldWords::takeOutOf(Report& report) const {
  if (byEntry_.empty()) return;
  std::set<std::int64_t> met;
  for (Section& section : report.sections) {
    for (Block& block : section.blocks) takeOutOf(block, met);
  }
  for (EntryCard& card : report.entries) takeOutOf(card, met);
  if (met.empty()) return;
  std::string what = counted(static_cast<std::int64_t>(met.size()), "record", "records");
  report.sections.push_back(
      {"kept-back",
       "What is kept back",
       {Paragraph{{"The words of " + what +
                       " are not repeated here: what one person said is shown to others only under "
                       "a consent of theirs that is in force. The record itself is unchanged.",
                   {met.begin(), met.end()}}}}});
}

}  // namespace minutebook
