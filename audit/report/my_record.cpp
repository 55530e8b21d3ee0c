#include "audit/report/my_record.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "audit/report/due_items.h"
#include "audit/report/fact_lines.h"
#include "audit/report/gather.h"
#include "audit/report/made_from.h"
#include "audit/report/plain_words.h"
#include "audit/report/you_said.h"
#include "ledger/view/named_sql.h"
#include "report_files.h"

namespace minutebook {

namespace {

/// A part of the page that is one statement's rows.
struct Part {
  const char* statement;
  const char* title;
  const char* nothing;
};

constexpr std::array<Part, 5> kTakingPart = {{
    {"roles", "Your parts and groups", "No role is on record."},
    {"meetings", "Meetings you were at", "None is on record."},
    {"positions", "Positions you took", "None is on record."},
    {"sign_offs", "What you were asked to sign", "Nothing is on record."},
    {"decisions", "Decisions you had a part in", "None is on record."},
}};

constexpr std::array<Part, 2> kPromised = {{
    {"promises", "What you were promised, and how it stands", "Nothing is on record."},
    {"given", "What you promised or are to do", "Nothing is on record."},
}};

constexpr std::array<Part, 2> kPay = {{
    {"rates", "Rates that hold for you", "No rate names you or a group of yours."},
    {"pay", "Time, claims and payments",
     "No time, claim or payment is recorded. That is not zero."},
}};

constexpr std::array<Part, 6> kRest = {{
    {"credits", "How you are credited, and how that was chosen", "Nothing is on record."},
    {"consents", "What you agreed to, and erasure", "No answer of yours is on record."},
    {"support", "Support and needs", "No offer is on record."},
    {"messages", "Messages to you or to your groups", "None is on record."},
    {"contests", "What you spoke against or disputed, and what was answered",
     "Nothing is on record."},
    {"on_behalf", "What others wrote down for you, and how they know", "Nothing."},
}};

constexpr const char* kOwedSection = "owed";

class Page {
 public:
  Page(Query& query, const MyRecordOptions& options) : query_(query), options_(options) {}

  Rows rows(std::string_view statement) {
    return query_.all(namedSql(report_files::my_record_sql, statement),
                      {{":id", options_.participant}});
  }

  template <std::size_t N>
  Section section(std::string id, std::string title, const std::array<Part, N>& parts) {
    Section made{std::move(id), std::move(title), {}};
    for (const Part& part : parts) {
      made.blocks.push_back(Subheading{part.title});
      made.blocks.push_back(factBlock(rows(part.statement), part.nothing));
    }
    return made;
  }

  /// What they said and where their words went.
  Section saidSection() {
    std::set<std::int64_t> mine;
    for (const Row& row : rows("inputs").rows) mine.insert(row.count("entry"));
    std::vector<InputLine> inputs;
    if (!mine.empty()) inputs = inputLines(query_, {});
    std::erase_if(inputs, [&](const InputLine& line) { return !mine.contains(line.entry); });
    Section made{"said", "What you said, and where your words went", {}};
    if (inputs.empty()) {
      made.blocks.push_back(Paragraph{{"Nothing is on record under your name here.", {}}});
    } else {
      made.blocks.push_back(inputTable("Those without an answer first", inputs));
    }
    Rows together = rows("group_inputs");
    if (!together.rows.empty()) {
      made.blocks.push_back(Subheading{"Said by a group of yours, as one"});
      made.blocks.push_back(factBlock(together, ""));
    }
    made.blocks.push_back(Paragraph{{keptApart(options_.forThemselves), {}}});
    return made;
  }

  Section owedSection() {
    Section made{kOwedSection, "What you are owed, alone or in a group", {}};
    Bullets owed;
    std::vector<std::string> names = {options_.participant};
    for (const Row& row : rows("groups").rows) names.push_back("group " + row.text("group_id"));
    for (const DueItem& item : dueItems(query_, {}, options_.today)) {
      if (!isToThem(item, names)) continue;
      owed.lines.push_back(
          {item.what + " Due: " + (item.due.empty() ? "no date recorded" : plainWhen(item.due)) +
               "; " + item.late + ".",
           item.entries});
    }
    if (owed.lines.empty()) {
      made.blocks.push_back(Paragraph{{"Nothing on record.", {}}});
    } else {
      made.blocks.push_back(std::move(owed));
    }
    return made;
  }

  /// Whatever names them and stands nowhere else on the page.
  Section restSection(const Report& report) {
    std::set<std::int64_t> shown;
    for (const Section& one : report.sections) {
      for (const Block& block : one.blocks) collectEntries(block, shown);
    }
    Rows all = rows("mentions");
    std::erase_if(all.rows, [&](const Row& row) { return shown.contains(row.count("entry")); });
    Section made{"else", "Everything else that names you", {}};
    made.blocks.push_back(factBlock(all, "Nothing."));
    return made;
  }

  /// To whom sealed values of theirs were opened, and what for.
  Section shownSection() {
    Bullets shown;
    for (const Row& row : rows("disclosures").rows) {
      // What the entry keeps apart from their name is for nobody else to find under it.
      if (!options_.forThemselves && row.count("is_named") == 0) continue;
      if (options_.isKeptFor && !options_.isKeptFor(row.count("of"), row.text("field"))) continue;
      std::int64_t entry = row.count("entry");
      if (shown.lines.empty() || shown.lines.back().entries.front() != entry) {
        shown.lines.push_back(
            {"Opened for " + plainWhoEach(row.text("to_whom")) + " on " + row.text("day") +
                 ", because: " + sentence(row.textOr("purpose", kNotRecordedText)),
             {entry}});
      }
      shown.lines.back().text += " " + sentence(labelOf(row.text("field")) + " of entry " +
                                                std::to_string(row.count("of")));
    }
    Section made{"shown", "Who was shown what is kept private about you", {}};
    if (shown.lines.empty()) {
      made.blocks.push_back(Paragraph{{"Nothing was opened for an auditor.", {}}});
    } else {
      made.blocks.push_back(std::move(shown));
    }
    return made;
  }

  /// What is kept under their own key and stands nowhere else on the page. Comes after
  /// tellSealed().
  Section ownSection() {
    Bullets own;
    for (const Row& row : rows("all_sealed").rows) {
      std::int64_t entry = row.count("entry");
      std::string field = row.text("field");
      if (told_.contains({entry, field}) || !options_.isKeptFor(entry, field)) continue;
      if (own.lines.empty() || own.lines.back().entries.front() != entry) {
        own.lines.push_back({sentence(plainWords(row.text("kind"))), {entry}});
      }
      own.lines.back().text += " " + sentence(labelOf(field) + ": " + options_.open(entry, field));
    }
    Section made{"own", "Kept under your own key, and shown nowhere above", {}};
    if (own.lines.empty()) {
      made.blocks.push_back(Paragraph{{"Nothing.", {}}});
    } else {
      made.blocks.push_back(std::move(own));
    }
    return made;
  }

  /// Says at each line what is sealed in its entries: opened, or why it is not.
  void tellSealed(Report& report) {
    std::set<std::int64_t> entries;
    for (const Section& one : report.sections) {
      for (const Block& block : one.blocks) collectEntries(block, entries);
    }
    std::map<std::int64_t, std::string> texts = sealedTexts(entries);
    // What is owed comes last: words belong where what somebody said or did is told.
    for (bool owed : {false, true}) {
      for (Section& one : report.sections) {
        if ((one.id == kOwedSection) == owed) appendTo(one, texts);
      }
    }
  }

  /// What they disputed in private stands on the page in their own words; the section on what is
  /// put right and disputed, which is the same on every page, would say that it is kept private.
  void tellOwnDisputesOnce(Report& report) {
    std::vector<Row> own = rows("own_private_disputes").rows;
    auto isOwn = [&](const Line& line) {
      return std::any_of(own.begin(), own.end(), [&](const Row& row) {
        Entries pair = entriesOf(row, "of_entry");
        return std::includes(line.entries.begin(), line.entries.end(), pair.begin(), pair.end());
      });
    };
    Section& last = report.sections.back();
    if (last.id != "put-right") return;
    auto& lines = std::get<Bullets>(last.blocks.back()).lines;
    std::erase_if(lines, isOwn);
    if (lines.empty()) report.sections.pop_back();
  }

 private:
  static std::string keptApart(bool forThemselves) {
    if (forThemselves) {
      return "What is kept apart from your name, such as a concern raised in confidence, is opened "
             "with your own key at the end of this page. So are your answers on a survey sheet "
             "that "
             "says, sealed, whose it is. Nobody can look up the answers on a sheet that does not.";
    }
    return "A concern raised in confidence, a survey sheet and anything else kept apart from your "
           "name is not on this page. What says, sealed, that it is yours is opened for you, at "
           "the "
           "end of the page that you read as yourself; nobody can look up what does not.";
  }

  static std::string labelOf(const std::string& field) {
    return plainWords(field.substr(field.rfind('.') + 1));
  }

  static void collectEntries(const Block& block, std::set<std::int64_t>& into) {
    if (auto* bullets = std::get_if<Bullets>(&block)) {
      for (const Line& line : bullets->lines) into.insert(line.entries.begin(), line.entries.end());
    }
    auto* table = std::get_if<Table>(&block);
    if (!table) return;
    for (const auto& row : table->rows) {
      for (const Cell& cell : row) {
        if (auto* line = std::get_if<Line>(&cell)) {
          into.insert(line->entries.begin(), line->entries.end());
        }
      }
    }
  }

  /// Whether a line of what is owed is owed to one of these, alone or among others.
  static bool isToThem(const DueItem& item, const std::vector<std::string>& names) {
    std::string all = ", " + item.to + ", ";
    std::replace(all.begin(), all.end(), ';', ',');
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return all.find(", " + name + ", ") != all.npos;
    });
  }

  std::map<std::int64_t, std::string> sealedTexts(const std::set<std::int64_t>& entries) {
    std::string list = "[";
    for (std::int64_t entry : entries) {
      list += (list.size() > 1 ? "," : "") + std::to_string(entry);
    }
    Rows found = query_.all(namedSql(report_files::my_record_sql, "sealed"),
                            {{":entries", list + "]"}, {":id", options_.participant}});
    std::map<std::int64_t, std::string> texts;
    for (const Row& row : found.rows) {
      std::string field = row.text("field");
      std::string open = "(sealed for you)";
      if (options_.open) open = options_.open(row.count("entry"), field);
      texts[row.count("of_entry")] += " " + sentence(labelOf(field) + ": " + open);
      told_.insert({row.count("entry"), field});
    }
    return texts;
  }

  static void appendTo(Section& section, std::map<std::int64_t, std::string>& texts) {
    for (Block& block : section.blocks) {
      if (auto* bullets = std::get_if<Bullets>(&block)) {
        for (Line& line : bullets->lines) append(line, texts);
      }
      if (auto* table = std::get_if<Table>(&block)) {
        for (auto& row : table->rows) appendTo(*table, row, texts);
      }
    }
  }

  /// What they said themselves: the words, and what they thought of the answer.
  static void appendTo(const Table& table, std::vector<Cell>& row,
                       std::map<std::int64_t, std::string>& texts) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i == 0 || table.columns[i] == kVerdictColumn) append(std::get<Line>(row[i]), texts);
    }
  }

  static void append(Line& line, std::map<std::int64_t, std::string>& texts) {
    for (std::int64_t entry : line.entries) {
      auto found = texts.find(entry);
      if (found == texts.end()) continue;
      line.text += found->second;
      texts.erase(found);
    }
  }

  Query& query_;
  const MyRecordOptions& options_;
  std::set<std::pair<std::int64_t, std::string>> told_;  // Sealed fields that are on the page.
};

}  // namespace

std::optional<Report> myRecord(Query& query, const MyRecordOptions& options) {
  Page page(query, options);
  Rows who = page.rows("who");
  if (who.rows.empty()) return std::nullopt;
  Report report = startReport(query, {}, "minutebook/report-my-record/1",
                              "What is held on " + options.participant);
  report.sections.push_back({"who", "Who you are here", {factBlock(who, "")}});
  report.sections.push_back(page.section("part", "What you took part in", kTakingPart));
  report.sections.push_back(page.saidSection());
  report.sections.push_back(page.section("promised", "Promises", kPromised));
  report.sections.push_back(page.section("pay", "Paid", kPay));
  report.sections.push_back(page.owedSection());
  report.sections.push_back(page.section("rest", "Named, agreed, supported, told", kRest));
  report.sections.push_back(page.shownSection());
  report.sections.push_back(page.restSection(report));
  page.tellSealed(report);
  if (options.forThemselves && options.isKeptFor && options.open) {
    report.sections.push_back(page.ownSection());
  }
  addCards(query, report);
  page.tellOwnDisputesOnce(report);
  return report;
}

}  // namespace minutebook
