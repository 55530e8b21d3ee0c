#include <string>
#include <string_view>

#include "audit/report/form_parts.h"
#include "audit/report/forms.h"

namespace minutebook {

namespace {

/// Text that Markdown cannot take for anything else, also inside a table cell.
std::string escaped(std::string_view text) {
  std::string safe;
  for (char c : text) {
    if (std::string_view("\\`*_{}[]<>#|~$").find(c) != std::string_view::npos) safe += '\\';
    if (c == '&') {
      safe += "&amp;";
    } else {
      safe += c == '\n' || c == '\r' ? ' ' : c;
    }
  }
  return safe;
}

class MarkdownWriter {
 public:
  std::string write(const Report& report) {
    out_ = "# " + escaped(report.title) + "\n\n" + escaped(madeFromSentence(report)) + "\n";
    for (const Section& section : report.sections) {
      out_ += "\n## " + escaped(section.title) + "\n";
      for (const Block& block : section.blocks) write(block);
    }
    writeLists();
    writeEntries(report);
    return std::move(out_);
  }

 private:
  static std::string link(std::int64_t entry) {
    std::string number = std::to_string(entry);
    return "[\\#" + number + "](#entry-" + number + ")";
  }

  std::string links(const std::string& what, const Entries& entries) {
    if (entries.empty()) return "";
    if (entries.size() > kLinksInLine) {
      std::string number = std::to_string(lists_.add(what, entries));
      return " [" + std::to_string(entries.size()) + " entries](#list-" + number + ")";
    }
    std::string text;
    for (std::int64_t entry : entries) text += " " + link(entry);
    return text;
  }

  std::string cell(const std::string& column, const std::string& row, const Cell& cell) {
    std::string text = escaped(textOf(cell));
    if (auto* figure = std::get_if<Figure>(&cell)) {
      std::string beside = besideFigure(*figure);
      if (!beside.empty()) text += " (" + escaped(beside) + ")";
    }
    return text + links(row + ": " + column, entriesOf(cell));
  }

  void write(const Block& block) {
    if (auto* paragraph = std::get_if<Paragraph>(&block)) {
      const Line& line = paragraph->line;
      out_ += "\n" + escaped(line.text) + links(line.text, line.entries) + "\n";
    } else if (auto* bullets = std::get_if<Bullets>(&block)) {
      out_ += "\n";
      for (const Line& line : bullets->lines) {
        out_ += "- " + escaped(line.text) + links(line.text, line.entries) + "\n";
      }
    } else if (auto* sub = std::get_if<Subheading>(&block)) {
      out_ += "\n### " + escaped(sub->text) + "\n";
    } else if (auto* table = std::get_if<Table>(&block)) {
      write(*table);
    } else if (auto* plot = std::get_if<Plot>(&block)) {
      write(plot->table());
    } else {
      out_ += "\n";
      for (const Step& step : std::get<Steps>(block).steps) write(step);
    }
  }

  void write(const Table& table) {
    out_ += "\n" + escaped(table.caption) + "\n\n|";
    for (const std::string& column : table.columns) out_ += " " + escaped(column) + " |";
    out_ += "\n|";
    for (std::size_t i = 0; i < table.columns.size(); ++i) out_ += " --- |";
    out_ += "\n";
    for (const auto& row : table.rows) {
      out_ += "|";
      for (std::size_t i = 0; i < row.size(); ++i) {
        out_ += " " + cell(table.columns[i], textOf(row[0]), row[i]) + " |";
      }
      out_ += "\n";
    }
  }

  void write(const Step& step) {
    out_ += "1. **" + escaped(step.heading) + "** " + escaped(step.text) + " " + link(step.entry) +
            "\n";
    for (const std::string& remark : step.remarks) out_ += "   - " + escaped(remark) + "\n";
  }

  void writeLists() {
    if (lists_.lists().empty()) return;
    out_ += "\n## Entries behind longer figures\n\n";
    std::size_t number = 0;
    for (const auto& [what, entries] : lists_.lists()) {
      out_ += "- <a id=\"list-" + std::to_string(++number) + "\"></a>" + escaped(what) + ":";
      for (std::int64_t entry : entries) out_ += " " + link(entry);
      out_ += "\n";
    }
  }

  void writeEntries(const Report& report) {
    out_ += "\n## The entries\n\n";
    for (const EntryCard& card : report.entries) {
      std::string number = std::to_string(card.index);
      out_ += "- <a id=\"entry-" + number + "\"></a>**\\#" + number + "** " + escaped(card.kind);
      if (!card.record.empty()) out_ += ", " + escaped(card.record);
      if (!card.summary.empty()) out_ += ": " + escaped(card.summary);
      for (const auto& [label, text] : cardFacts(card)) {
        out_ += " " + label + ": " + escaped(text) + ".";
      }
      out_ += "\n";
    }
  }

  std::string out_;
  LongLists lists_;
};

}  // namespace

std::string markdownForm(const Report& report) {
  return MarkdownWriter().write(report);
}

}  // namespace minutebook
