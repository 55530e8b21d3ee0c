#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "audit/report/form_parts.h"
#include "audit/report/forms.h"

namespace minutebook {

namespace {

constexpr std::size_t kWidth = 100;
constexpr std::size_t kCellMax = 44;  // A table with longer cells is written row by row.

/// Columns on a terminal, near enough: code points.
std::size_t widthOf(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  }));
}

class TextWriter {
 public:
  std::string take() { return std::move(out_); }

  void heading(const std::string& text, char underline) {
    out_ += "\n" + text + "\n" + std::string(widthOf(text), underline) + "\n";
  }

  /// Words broken at kWidth and where `text` has a line break; `first` and `indent` stand before
  /// the first and the other lines.
  void wrapped(std::string_view first, std::string_view indent, std::string_view text) {
    std::string line(first);
    bool empty = true;
    while (!text.empty()) {
      std::size_t end = text.find_first_of(" \n");
      std::string_view word = text.substr(0, end);
      if (word.ends_with('\r')) word.remove_suffix(1);
      if (!empty && widthOf(line) + 1 + widthOf(word) > kWidth) {
        out_ += line + "\n";
        line = indent;
        empty = true;
      }
      if (!empty) line += ' ';
      line += word;
      empty = false;
      if (end != text.npos && text[end] == '\n') {
        out_ += line + "\n";
        line = indent;
        empty = true;
      }
      text = end == text.npos ? std::string_view() : text.substr(end + 1);
    }
    out_ += line + "\n";
  }

  static std::string lineText(const Line& line) {
    if (line.entries.empty()) return line.text;
    return line.text + " [" + rangesOf(line.entries) + "]";
  }

  static std::string cellText(const Cell& cell) {
    if (auto* line = std::get_if<Line>(&cell)) return lineText(*line);
    const Figure& figure = std::get<Figure>(cell);
    std::string text = figure.value;
    std::string beside = besideFigure(figure);
    if (!beside.empty()) text += " (" + beside + ")";
    if (!figure.entries.empty()) text += " [" + rangesOf(figure.entries) + "]";
    return text;
  }

  void write(const Block& block, const Report& report) {
    if (auto* paragraph = std::get_if<Paragraph>(&block)) {
      wrapped("", "", lineText(paragraph->line));
    } else if (auto* bullets = std::get_if<Bullets>(&block)) {
      for (const Line& line : bullets->lines) wrapped("- ", "  ", lineText(line));
    } else if (auto* sub = std::get_if<Subheading>(&block)) {
      out_ += "\n";
      wrapped("", "", sub->text);
    } else if (auto* table = std::get_if<Table>(&block)) {
      write(*table);
    } else if (auto* plot = std::get_if<Plot>(&block)) {
      write(plot->table());
    } else {
      for (const Step& step : std::get<Steps>(block).steps) write(step, report);
    }
  }

 private:
  void write(const Table& table) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> widths;
    bool broken = false;  // A line break in a cell.
    for (const std::string& column : table.columns) widths.push_back(widthOf(column));
    for (const auto& cells : table.rows) {
      std::vector<std::string>& row = rows.emplace_back();
      for (std::size_t i = 0; i < cells.size(); ++i) {
        row.push_back(cellText(cells[i]));
        widths[i] = std::max(widths[i], widthOf(row[i]));
        broken = broken || row[i].find('\n') != std::string::npos;
      }
    }
    wrapped("", "", table.caption + ":");
    std::size_t sum = 0;
    for (std::size_t width : widths) sum += width + 2;
    bool narrow =
        !broken && sum <= kWidth && *std::max_element(widths.begin(), widths.end()) <= kCellMax;
    if (!narrow) return writeRowByRow(table, rows);
    aligned(table.columns, widths);
    for (const auto& row : rows) aligned(row, widths);
  }

  void aligned(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
    std::string line = "  ";
    for (std::size_t i = 0; i < cells.size(); ++i) {
      line += cells[i];
      if (i + 1 < cells.size()) line += std::string(widths[i] - widthOf(cells[i]) + 2, ' ');
    }
    out_ += line + "\n";
  }

  void writeRowByRow(const Table& table, const std::vector<std::vector<std::string>>& rows) {
    for (const auto& row : rows) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (i == 0) {
          wrapped("  * ", "    ", row[i]);
        } else if (!row[i].empty()) {
          wrapped("    ", "      ", table.columns[i] + ": " + row[i]);
        }
      }
    }
  }

  void write(const Step& step, const Report& report) {
    wrapped("* ", "  ", step.heading + (step.text.empty() ? "" : ": " + step.text));
    for (const std::string& remark : step.remarks) wrapped("    ", "      ", remark);
    if (const EntryCard* card = report.card(step.entry)) {
      std::string facts = "entry #" + std::to_string(card->index);
      for (const auto& [label, text] : cardFacts(*card)) {
        if (label != "Source") facts += "; " + label + ": " + text;
      }
      wrapped("    ", "      ", facts);
      for (const std::string& source : card->sources)
        wrapped("    ", "      ", "Source: " + source);
    }
  }

  std::string out_;
};

}  // namespace

std::string textForm(const Report& report) {
  TextWriter writer;
  writer.wrapped("", "", report.title);
  writer.wrapped("", "", madeFromSentence(report));
  for (const Section& section : report.sections) {
    writer.heading(section.title, '-');
    for (const Block& block : section.blocks) writer.write(block, report);
  }
  return writer.take();
}

}  // namespace minutebook
