#include "audit/report/forms.h"

#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "ledger/event/json.h"

namespace minutebook {
namespace {

Figure eightOfTen() {
  Figure figure;
  figure.value = "8 of 10";
  figure.numerator = 8;
  figure.denominator = 10;
  figure.unknowns = 1;
  figure.provenance.imported = 7;
  figure.provenance.inferred = 1;
  figure.entries = {3, 4, 5, 9};
  return figure;
}

/// One of everything that a report can hold, with words that each form has to escape.
Report smallReport() {
  Report report;
  report.schema = "minutebook/report-test/1";
  report.title = "A <small> report & more";
  report.from = {"Lakeside", 12, "2022-01-01 00:00 UTC", ""};
  Section section{"one", "First *section*", {}};
  section.blocks.push_back(Paragraph{{"Words with | and \"quotes\".", {3}}});
  section.blocks.push_back(Bullets{{{"Many", {1, 2, 3, 4, 5, 6, 7, 8}}, {"None", {}}}});
  section.blocks.push_back(Subheading{"Under it"});
  section.blocks.push_back(
      Table{"Answers", {"Who", "How many"}, {{Line{"people", {}}, eightOfTen()}}});
  section.blocks.push_back(Steps{{{"Input I-7", "It <is> hard.", {"Said by: \"we\""}, 3}}});
  report.sections.push_back(std::move(section));
  for (std::int64_t entry = 1; entry <= 9; ++entry) {
    EntryCard card;
    card.index = entry;
    card.kind = "input received";
    card.record = "input I-" + std::to_string(entry);
    card.recordedAt = "2022-01-01 00:00 UTC";
    card.occurredAt = "not recorded";
    card.author = "P-1";
    card.provenance = "from a file or paper";
    card.sources = {"A paper, page <2>"};
    card.summary = "Said & done";
    report.entries.push_back(std::move(card));
  }
  return report;
}

std::set<std::string> matches(const std::string& text, const std::string& pattern) {
  std::set<std::string> found;
  std::regex expression(pattern);
  for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it) {
    found.insert((*it)[1]);
  }
  return found;
}

std::string sourceFile(const std::string& path) {
  std::ifstream in(std::string(MINUTEBOOK_SOURCE_DIR) + "/" + path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST(TextForm, KeepsLineBreaksUnderTheirIndent) {
  Report report;
  Section section{"one", "One", {}};
  section.blocks.push_back(Bullets{{{"First\r\nsecond", {}}}});
  section.blocks.push_back(Table{"Said", {"Who", "What"}, {{Line{"P-1", {}}, Line{"a\nb", {}}}}});
  report.sections.push_back(std::move(section));
  std::string text = textForm(report);
  EXPECT_NE(text.find("- First\n  second\n"), text.npos) << text;
  EXPECT_NE(text.find("  * P-1\n    What: a\n      b\n"), text.npos) << text;
}

TEST(TextForm, ShowsAFigureWithItsProvenanceUnknownsAndEntries) {
  std::string text = textForm(smallReport());
  EXPECT_NE(text.find("8 of 10 (1 unknown; 7 from a file or paper, 1 worked out) [#3-#5, #9]"),
            text.npos)
      << text;
  EXPECT_NE(text.find("- Many [#1-#8]"), text.npos);
  EXPECT_NE(text.find("* Input I-7: It <is> hard."), text.npos);
  EXPECT_NE(text.find("Written down by: P-1"), text.npos);
}

TEST(TextForm, KeepsToAHundredColumns) {
  Report report = smallReport();
  std::string words;
  for (int i = 0; i < 60; ++i) words += "word ";
  report.sections[0].blocks.push_back(Paragraph{{words + "end.", {}}});
  std::istringstream lines(textForm(report));
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 100u) << line;
}

/// From 2 of 4 in one quarter to 3 of 3 two quarters later.
Report plotted() {
  Report report;
  Figure half;
  half.value = "2 of 4";
  half.numerator = 2;
  half.denominator = 4;
  half.entries = {3};
  Figure all = half;
  all.value = "3 of 3";
  Plot plot{"Answered, by quarter", {"Quarter", "How many"}, 1000, "all", "none", {}};
  plot.points = {
      {"2023 Q4", 8095, 500, half}, {"2024 Q1", 8096, 0, half}, {"2024 Q3", 8098, 1000, all}};
  report.sections.push_back({"one", "One", {std::move(plot)}});
  return report;
}

TEST(HtmlForm, DrawsAPlotToScaleBesideItsTable) {
  std::string html = htmlForm(plotted());
  for (const char* needed :
       {"role=\"img\" aria-labelledby=\"plot-1-title plot-1-desc\"",
        "<title id=\"plot-1-title\">Answered, by quarter</title>",
        "from 2 of 4 in 2023 Q4 to 3 of 3 in 2024 Q3",
        // A third of the way along, at the bottom; the last at the top.
        "points=\"90,120 256,210 590,30\"", "<th scope=\"row\">2024 Q3</th>", ">2 of 4</text>"}) {
    EXPECT_NE(html.find(needed), html.npos) << needed << " in " << html;
  }
}

TEST(OtherForms, ShowAPlotAsItsTableOrItsPoints) {
  EXPECT_NE(textForm(plotted()).find("2024 Q3  3 of 3 [#3]"), std::string::npos)
      << textForm(plotted());
  EXPECT_NE(markdownForm(plotted()).find("| 2024 Q3 | 3 of 3"), std::string::npos);
  std::string json = jsonForm(plotted());
  EXPECT_NE(json.find(R"("at":"2024 Q3","position":8098,"height":1000,"figure":{"value":"3 of 3")"),
            json.npos)
      << json;
}

TEST(HtmlForm, IsOneFileWithoutScriptsOrAnythingFromElsewhere) {
  std::string html = htmlForm(smallReport());
  for (const char* unwanted : {"<script", "src=", "http:", "https:", "style=", "@import", "url("}) {
    EXPECT_EQ(html.find(unwanted), html.npos) << unwanted;
  }
}

TEST(HtmlForm, SaysWhatAssistiveTechnologyNeeds) {
  std::string html = htmlForm(smallReport());
  for (const char* needed :
       {"<html lang=\"en-GB\">", "<title>A &lt;small&gt; report &amp; more</title>",
        "<a class=\"skip\" href=\"#report\">", "<main id=\"report\"",
        "<caption id=\"table-1\">Answers", "<th scope=\"col\">How many</th>",
        "<th scope=\"row\">people</th>", "<svg aria-hidden=\"true\" focusable=\"false\"",
        "<rect class=\"part\" width=\"80\"", "<nav aria-labelledby=\"contents\">"}) {
    EXPECT_NE(html.find(needed), html.npos) << needed;
  }
}

TEST(HtmlForm, LinksFiguresToEntriesThatAreThere) {
  std::string html = htmlForm(smallReport());
  std::set<std::string> ids = matches(html, "id=\"([^\"]+)\"");
  std::set<std::string> links = matches(html, "href=\"#([^\"]+)\"");
  for (const std::string& link : links) EXPECT_TRUE(ids.count(link)) << link;
  EXPECT_TRUE(links.count("entry-9"));
  EXPECT_TRUE(links.count("list-1"));
}

TEST(HtmlForm, LeavesNothingOfTheTemplateUnfilled) {
  std::string html = htmlForm(smallReport());
  EXPECT_EQ(html.find("{{"), html.npos);
  EXPECT_EQ(html.find("<is>"), html.npos);
  // Mustache renders a misspelt name as nothing, so each name must be one that the code sets.
  std::string code = sourceFile("audit/report/html_form.cpp");
  for (const char* file : {"audit/report/html/page.mustache", "audit/report/html/links.mustache"}) {
    for (const std::string& name : matches(sourceFile(file), "\\{\\{+[#/>^]?([A-Za-z]+)")) {
      EXPECT_NE(code.find("\"" + name + "\""), code.npos) << name << " in " << file;
    }
  }
}

TEST(MarkdownForm, LinksToEntriesAndEscapesWhatMarkdownWouldRead) {
  std::string markdown = markdownForm(smallReport());
  EXPECT_NE(markdown.find("# A \\<small\\> report &amp; more"), markdown.npos) << markdown;
  EXPECT_NE(markdown.find("Words with \\| and \"quotes\". [\\#3](#entry-3)"), markdown.npos);
  EXPECT_NE(markdown.find("[8 entries](#list-1)"), markdown.npos);
  std::set<std::string> ids = matches(markdown, "<a id=\"([^\"]+)\">");
  for (const std::string& link : matches(markdown, "\\(#([^)]+)\\)")) EXPECT_TRUE(ids.count(link));
}

TEST(JsonForm, IsJsonThatSaysWhatItIs) {
  Outcome<Json> json = parseJson(jsonForm(smallReport()));
  ASSERT_TRUE(json) << json.refusal().reason;
  ASSERT_NE(json.value().find("schema"), nullptr);
  EXPECT_EQ(json.value().find("schema")->text(), "minutebook/report-test/1");
  EXPECT_NE(json.value().find("sections"), nullptr);
  EXPECT_NE(json.value().find("entries"), nullptr);
}

}  // namespace
}  // namespace minutebook
