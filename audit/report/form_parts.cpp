#include "audit/report/form_parts.h"

#include "audit/report/plain_words.h"

namespace minutebook {

std::string rangesOf(const Entries& entries) {
  std::string text;
  for (std::size_t i = 0; i < entries.size();) {
    std::size_t last = i;
    while (last + 1 < entries.size() && entries[last + 1] == entries[last] + 1) ++last;
    if (!text.empty()) text += ", ";
    text += "#" + std::to_string(entries[i]);
    if (last > i) text += (last > i + 1 ? "-#" : ", #") + std::to_string(entries[last]);
    i = last + 1;
  }
  return text;
}

std::string besideFigure(const Figure& figure) {
  std::string text;
  if (figure.unknowns > 0) text = std::to_string(figure.unknowns) + " unknown";
  std::string known = provenanceSentence(figure.provenance);
  if (!known.empty()) text += (text.empty() ? "" : "; ") + known;
  return text;
}

std::vector<std::pair<std::string, std::string>> cardFacts(const EntryCard& card) {
  std::vector<std::pair<std::string, std::string>> facts = {
      {"Happened", card.occurredAt},
      {"Recorded", card.recordedAt},
      {"Written down by", card.author},
  };
  if (!card.onBehalfOf.empty()) facts.emplace_back("On behalf of", card.onBehalfOf);
  facts.emplace_back("How it is known", card.provenance);
  for (const std::string& source : card.sources) facts.emplace_back("Source", source);
  if (!card.putRight.empty()) {
    facts.emplace_back("Put right", card.putRight);
  } else if (!card.correctedBy.empty()) {
    facts.emplace_back("Put right by", card.correctedBy);
  }
  if (!card.disputed.empty()) facts.emplace_back("Disputed", card.disputed);
  facts.emplace_back("Proof", "leaf " + std::to_string(card.index) + " of the log");
  return facts;
}

std::string madeFromSentence(const Report& report) {
  std::string text = "Made from " + counted(report.from.size, "entry", "entries") +
                     " of the ledger \"" + report.from.ledger + "\"";
  if (!report.from.recordedUntil.empty()) {
    text += ", the last one recorded " + report.from.recordedUntil;
  }
  text += report.from.about.empty() ? "; about everything in it."
                                    : "; about \"" + report.from.about + "\".";
  if (report.numbersHeldBack > 0) {
    text += " To protect people, " +
            counted(report.numbersHeldBack, "number is held back.", "numbers are held back.");
  }
  return text;
}

Table Plot::table() const {
  Table table{caption, columns, {}};
  for (const PlotPoint& point : points) table.rows.push_back({Line{point.at, {}}, point.figure});
  return table;
}

std::size_t LongLists::add(const std::string& what, const Entries& entries) {
  lists_.emplace_back(what, entries);
  return lists_.size();
}

const Entries& entriesOf(const Cell& cell) {
  if (auto* line = std::get_if<Line>(&cell)) return line->entries;
  return std::get<Figure>(cell).entries;
}

std::string textOf(const Cell& cell) {
  if (auto* line = std::get_if<Line>(&cell)) return line->text;
  return std::get<Figure>(cell).value;
}

}  // namespace minutebook
