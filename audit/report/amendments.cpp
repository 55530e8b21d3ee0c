#include "audit/report/amendments.h"

#include <utility>

#include "audit/report/changes.h"
#include "audit/report/gather.h"
#include "audit/report/plain_words.h"
#include "report_files.h"

namespace minutebook {

namespace {

/// A line that rests on more entries is about all of them together.
constexpr std::size_t kMarkedEntriesMax = 4;

std::string changesText(const std::vector<std::string>& changes) {
  std::string text;
  for (const std::string& change : changes) text += (text.empty() ? " Now " : "; ") + change;
  return text.empty() ? " What changed is not for everybody to read." : text + ".";
}

void addCorrections(Query& query, const std::set<std::int64_t>& entries,
                    std::map<std::int64_t, Amendments>& found) {
  Rows rows = askOf(query, report_files::amendments_sql, "corrections", entries);
  for (std::size_t i = 0; i < rows.rows.size();) {
    const Row& first = rows.rows[i];
    std::vector<std::string> changes;
    for (; i < rows.rows.size() && rows.rows[i].count("entry") == first.count("entry"); ++i) {
      if (!rows.rows[i].isNull("field")) changes.push_back(changeWords(rows.rows[i]));
    }
    std::string text = "by " + first.textOr("corrected_by", kNotRecordedText);
    if (auto recorded = first.number("recorded_at")) text += " on " + plainTime(*recorded);
    text += ", because: " + sentence(first.textOr("reason", kNotRecordedText));
    found[first.count("of_entry")].putRight.push_back(
        {text + changesText(changes), {first.count("entry")}});
  }
}

void addDisputes(Query& query, const std::set<std::int64_t>& entries,
                 std::map<std::int64_t, Amendments>& found) {
  Rows rows = askOf(query, report_files::amendments_sql, "disputes", entries);
  for (const Row& row : rows.rows) {
    Amendments& of = found[row.count("of_entry")];
    std::string text = sentence(row.textOr("what_is_wrong", "what is wrong is kept private"));
    if (!row.isNull("asked_for")) text += " Asked for: " + sentence(row.text("asked_for"));
    if (row.isNull("answer_entry")) {
      of.unanswered = true;
      text += " No answer on record.";
    } else {
      text += " Answered: " + sentence(row.textOr("answer", "in words that stay private"));
      if (!row.isNull("outcome")) text += " Outcome: " + sentence(plainWords(row.text("outcome")));
    }
    of.disputed.push_back({text, entriesOf(row, "answer_entry")});
  }
}

/// Says at a line what was said about the entries that it rests on.
void mark(const std::map<std::int64_t, Amendments>& amendments, Line& line) {
  if (line.entries.empty() || line.entries.size() > kMarkedEntriesMax) return;
  Entries more;
  bool putRight = false, disputed = false;
  for (std::int64_t entry : line.entries) {
    auto found = amendments.find(entry);
    if (found == amendments.end()) continue;
    for (const auto* lines : {&found->second.putRight, &found->second.disputed}) {
      for (const Line& said : *lines) more.push_back(said.entries.front());
    }
    putRight = putRight || !found->second.putRight.empty();
    disputed = disputed || !found->second.disputed.empty();
  }
  if (putRight) line.text += " (Put right.)";
  if (disputed) line.text += " (Disputed.)";
  line.entries.insert(line.entries.end(), more.begin(), more.end());
  line.entries = inOrder(std::move(line.entries));
}

void mark(const std::map<std::int64_t, Amendments>& amendments, Block& block) {
  if (auto* paragraph = std::get_if<Paragraph>(&block)) mark(amendments, paragraph->line);
  if (auto* bullets = std::get_if<Bullets>(&block)) {
    for (Line& line : bullets->lines) mark(amendments, line);
  }
  if (auto* table = std::get_if<Table>(&block)) {
    for (auto& row : table->rows) {
      for (Cell& cell : row) {
        if (auto* line = std::get_if<Line>(&cell)) mark(amendments, *line);
      }
    }
  }
}

Line restingAlsoOn(std::int64_t entry, std::string text, const Line& line) {
  Entries entries = line.entries;
  entries.push_back(entry);
  return {std::move(text), inOrder(std::move(entries))};
}

}  // namespace

std::map<std::int64_t, Amendments> amendmentsOf(Query& query,
                                                const std::set<std::int64_t>& entries) {
  std::map<std::int64_t, Amendments> found;
  addCorrections(query, entries, found);
  addDisputes(query, entries, found);
  return found;
}

void addAmendments(const std::map<std::int64_t, Amendments>& amendments, Report& report) {
  if (amendments.empty()) return;
  for (Section& section : report.sections) {
    for (Block& block : section.blocks) mark(amendments, block);
  }
  Section section{"put-right", "Put right, and disputed", {}};
  section.blocks.push_back(Paragraph{
      {"Nothing is edited: the page shows what stands now, and this is what it was.", {}}});
  Bullets bullets;
  for (const auto& [of, said] : amendments) {
    std::string entry = "Entry " + std::to_string(of);
    for (const Line& line : said.putRight) {
      bullets.lines.push_back(restingAlsoOn(of, entry + " was put right " + line.text, line));
    }
    for (const Line& line : said.disputed) {
      bullets.lines.push_back(restingAlsoOn(of, entry + " is disputed: " + line.text, line));
    }
  }
  section.blocks.push_back(std::move(bullets));
  report.sections.push_back(std::move(section));
}

}  // namespace minutebook
