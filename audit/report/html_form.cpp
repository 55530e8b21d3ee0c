#include <kainjow/mustache.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include "audit/report/form_parts.h"
#include "audit/report/forms.h"
#include "audit/report/html_plot.h"
#include "ledger/base/fault.h"
#include "report_files.h"

namespace minutebook {

namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;
using kainjow::mustache::partial;

constexpr std::int64_t kBarWidth = 100;  // As drawn in page.mustache.

/// The template's data. Every name that a template looks up inside a list is set there, because a
/// name that is missing would be looked up further out.
class HtmlData {
 public:
  explicit HtmlData(const Report& report) : report_(report) {}

  data page() {
    data page = data::type::object;
    page.set("title", report_.title);
    page.set("from", madeFromSentence(report_));
    page.set("style", std::string(report_files::style_css));
    page.set("links", partial([] { return std::string(report_files::links_mustache); }));
    page.set("plotDrawing", partial([] { return std::string(report_files::plot_mustache); }));
    data sections = data::type::list;
    for (const Section& section : report_.sections) sections.push_back(sectionData(section));
    page.set("sections", sections);
    page.set("hasLists", !lists_.lists().empty());
    page.set("lists", listsData());
    data entries = data::type::list;
    for (const EntryCard& card : report_.entries) entries.push_back(cardData(card));
    page.set("entries", entries);
    return page;
  }

 private:
  static data linkList(const Entries& entries) {
    data links = data::type::list;
    for (std::int64_t entry : entries) links.push_back(data("n", std::to_string(entry)));
    return links;
  }

  void setLinks(data& into, const std::string& what, const Entries& entries) {
    bool isLong = entries.size() > kLinksInLine;
    into.set("hasLinks", !entries.empty());
    into.set("each", isLong ? data(data::type::list) : linkList(entries));
    if (!isLong) {
      into.set("long", false);
      return;
    }
    data whole = data::type::object;
    whole.set("number", std::to_string(lists_.add(what, entries)));
    whole.set("count", std::to_string(entries.size()));
    into.set("long", whole);
  }

  data lineData(const Line& line) {
    data into = data::type::object;
    into.set("text", line.text);
    setLinks(into, line.text, line.entries);
    return into;
  }

  data sectionData(const Section& section) {
    data into = data::type::object;
    into.set("id", section.id);
    into.set("heading", section.title);
    data blocks = data::type::list;
    for (const Block& block : section.blocks) blocks.push_back(blockData(block));
    into.set("blocks", blocks);
    return into;
  }

  data blockData(const Block& block) {
    data into = data::type::object;
    for (const char* name : {"paragraph", "bullets", "subheading", "table", "steps", "plot"}) {
      into.set(name, false);
    }
    if (auto* paragraph = std::get_if<Paragraph>(&block)) {
      into.set("paragraph", lineData(paragraph->line));
    } else if (auto* bullets = std::get_if<Bullets>(&block)) {
      data lines = data::type::list;
      for (const Line& line : bullets->lines) lines.push_back(lineData(line));
      into.set("bullets", data("lines", lines));
    } else if (auto* sub = std::get_if<Subheading>(&block)) {
      into.set("subheading", data("text", sub->text));
    } else if (auto* table = std::get_if<Table>(&block)) {
      into.set("table", tableData(*table));
    } else if (auto* plot = std::get_if<Plot>(&block)) {
      into.set("table", tableData(plot->table()));
      into.set("plot", plotData(*plot, tables_));
    } else {
      data list = data::type::list;
      for (const Step& step : std::get<Steps>(block).steps) list.push_back(stepData(step));
      into.set("steps", data("list", list));
    }
    return into;
  }

  data tableData(const Table& table) {
    data into = data::type::object;
    into.set("number", std::to_string(++tables_));
    into.set("caption", table.caption);
    data columns = data::type::list;
    for (const std::string& column : table.columns) columns.push_back(data("name", column));
    into.set("columns", columns);
    data rows = data::type::list;
    for (const auto& row : table.rows) {
      data cells = data::type::list;
      for (std::size_t i = 0; i < row.size(); ++i) {
        cells.push_back(cellData(textOf(row[0]) + ": " + table.columns[i], row[i], i));
      }
      rows.push_back(data("cells", cells));
    }
    into.set("rows", rows);
    return into;
  }

  data cellData(const std::string& what, const Cell& cell, std::size_t column) {
    data into = data::type::object;
    auto* figure = std::get_if<Figure>(&cell);
    into.set("isHead", column == 0);
    into.set("isLine", column > 0 && !figure);
    into.set("isFigure", column > 0 && figure != nullptr);
    into.set("text", textOf(cell));
    into.set("bar", false);
    into.set("beside", false);
    if (figure) {
      std::string beside = besideFigure(*figure);
      if (!beside.empty()) into.set("beside", data("words", beside));
      if (figure->numerator && figure->denominator && *figure->denominator > 0) {
        std::int64_t part = *figure->numerator * kBarWidth / *figure->denominator;
        into.set("bar", data("part", std::to_string(std::clamp<std::int64_t>(part, 0, kBarWidth))));
      }
    }
    setLinks(into, what, entriesOf(cell));
    return into;
  }

  /// A description list may name a thing once, so several sources stand under one name.
  static data factsData(const EntryCard& card) {
    data facts = data::type::list;
    const auto all = cardFacts(card);
    for (auto each = all.begin(); each != all.end();) {
      const std::string& label = each->first;
      data values = data::type::list;
      for (; each != all.end() && each->first == label; ++each) {
        values.push_back(data("fact", each->second));
      }
      data fact = data::type::object;
      fact.set("label", label);
      fact.set("values", values);
      facts.push_back(fact);
    }
    return facts;
  }

  data stepData(const Step& step) {
    data into = data::type::object;
    into.set("stepHeading", step.heading);
    into.set("stepText", step.text);
    into.set("hasRemarks", !step.remarks.empty());
    data remarks = data::type::list;
    for (const std::string& remark : step.remarks) remarks.push_back(data("remark", remark));
    into.set("remarks", remarks);
    setLinks(into, step.heading, {step.entry});
    const EntryCard* card = report_.card(step.entry);
    into.set("hasCard", card != nullptr);
    into.set("facts", card ? factsData(*card) : data(data::type::list));
    return into;
  }

  data listsData() const {
    data lists = data::type::list;
    std::size_t number = 0;
    for (const auto& [what, entries] : lists_.lists()) {
      data into = data::type::object;
      into.set("number", std::to_string(++number));
      into.set("what", what);
      into.set("each", linkList(entries));
      lists.push_back(into);
    }
    return lists;
  }

  data cardData(const EntryCard& card) {
    data into = data::type::object;
    into.set("n", std::to_string(card.index));
    into.set("entryTitle", card.record.empty() ? card.kind : card.kind + ", " + card.record);
    into.set("hasSummary", !card.summary.empty());
    into.set("summary", card.summary);
    into.set("facts", factsData(card));
    return into;
  }

  const Report& report_;
  LongLists lists_;
  std::size_t tables_ = 0;
};

/// A part of the template that is not used leaves an empty line behind.
std::string withoutBlankLines(const std::string& html) {
  std::string kept;
  for (std::size_t begin = 0; begin < html.size();) {
    std::size_t end = html.find('\n', begin);
    if (end == html.npos) end = html.size();
    if (end > begin) kept += html.substr(begin, end - begin) + "\n";
    begin = end + 1;
  }
  return kept;
}

}  // namespace

std::string htmlForm(const Report& report) {
  mustache page{std::string(report_files::page_mustache)};
  if (!page.is_valid()) throw Fault(FaultKind::kBug, "page.mustache: " + page.error_message());
  return withoutBlankLines(page.render(HtmlData(report).page()));
}

}  // namespace minutebook
