// audit/report/report.h
//
// A report as plain values: what it says, before anybody decides how it looks. Made by
// transparency.h, trail.h and you_said.h; shown by forms.h.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace minutebook {

/// Indexes in the log: what a number or a sentence rests on.
using Entries = std::vector<std::int64_t>;

/// How the entries behind a number are known, one count each.
struct ProvenanceCount {
  std::int64_t witnessed = 0;
  std::int64_t attested = 0;
  std::int64_t imported = 0;
  std::int64_t inferred = 0;
  std::int64_t notRecorded = 0;

  /// Counts one more, by the schema's name; anything else counts as not recorded.
  void add(std::string_view provenance);
  std::int64_t total() const { return witnessed + attested + imported + inferred + notRecorded; }
  bool operator==(const ProvenanceCount&) const = default;
};

/// A number that is shown, and all that must stand beside it.
struct Figure {
  std::string value;  ///< As people read it: "8 of 10", "80.125", "not recorded".
  std::optional<std::int64_t> numerator;
  std::optional<std::int64_t> denominator;
  std::int64_t unknowns = 0;  ///< How many could be neither counted in nor out.
  ProvenanceCount provenance;
  Entries entries;
  std::string heldBack;  ///< Why the number is not told: `value` says the same. Else empty.
};

/// A sentence, and the entries it rests on.
struct Line {
  std::string text;
  Entries entries;
};

using Cell = std::variant<Line, Figure>;

/// A sentence that stands on its own.
struct Paragraph {
  Line line;
};
/// Sentences that are shown as a list.
struct Bullets {
  std::vector<Line> lines;
};
/// A heading inside a section.
struct Subheading {
  std::string text;
};
/// Rows of cells, as many as there are columns; the first cell of a row is its heading.
struct Table {
  std::string caption;
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;
};
/// One record on a trail. How it is known is shown from its entry's card.
struct Step {
  std::string heading;               ///< "Input I-7"
  std::string text;                  ///< What it says; empty if nothing of it is public.
  std::vector<std::string> remarks;  ///< "Said by: ...", "Because: ..."
  std::int64_t entry = 0;
};
/// The records of one trail, in the order in which they are to be read.
struct Steps {
  std::vector<Step> steps;
};

/// One value of a plot, and where it is drawn.
struct PlotPoint {
  std::string at;             ///< As people read it: "2024 Q2".
  std::int64_t position = 0;  ///< Along the time: points as far apart as their positions.
  std::int64_t height = 0;    ///< 0 to the plot's `top`.
  Figure figure;
};
/// Change over time: a line in HTML, with its table beside it; elsewhere the table alone.
struct Plot {
  std::string caption;
  std::vector<std::string> columns;  ///< Of the table: two.
  std::int64_t top = 1;
  std::string topWords;           ///< What a point at the top means: "all".
  std::string bottomWords;        ///< What one at the bottom means: "none".
  std::vector<PlotPoint> points;  ///< Two or more, the earliest first.

  /// The same as a table.
  Table table() const;
};

using Block = std::variant<Paragraph, Bullets, Subheading, Table, Steps, Plot>;

/// A titled part of a report, made of blocks.
struct Section {
  std::string id;  ///< Unique in the report, fit for an anchor: "decisions".
  std::string title;
  std::vector<Block> blocks;
};

/// What the appendix says of one entry.
struct EntryCard {
  std::int64_t index = 0;  ///< Its place in the log: the leaf that a proof is about.
  std::string kind;        ///< In plain words.
  std::string record;      ///< "decision D-7"; empty if it gives out no id.
  std::string recordedAt;  ///< UTC.
  std::string occurredAt;  ///< "not recorded" where nobody knows.
  std::string author;      ///< The participant whose key signed it, or the key.
  std::string onBehalfOf;  ///< With the basis; empty if the author spoke for themselves.
  std::string provenance;  ///< In plain words.
  std::vector<std::string> sources;
  std::string summary;      ///< Public words only.
  std::string correctedBy;  ///< "entry 40", or empty.
  std::string putRight;     ///< What was put right, by whom and why; or empty.
  std::string disputed;     ///< What somebody says is wrong with it, and the answer; or empty.
};

/// What a report was made from.
struct MadeFrom {
  std::string ledger;  ///< The ledger's title, or "not recorded".
  std::int64_t size = 0;
  std::string recordedUntil;  ///< When the last entry was recorded, UTC.
  std::string about;          ///< The initiative's title; empty: everything in the ledger.
};

/// A whole report, independent of the form in which it is written.
struct Report {
  std::string schema;  ///< "minutebook/report-transparency/1"
  std::string title;
  MadeFrom from;
  std::vector<Section> sections;
  std::int64_t numbersHeldBack = 0;  ///< To protect people: audit/report/small_cells.h.
  std::vector<EntryCard> entries;    ///< Of all that the report rests on, in the order of the log.

  /// The card of the entry at `index`; null if the report rests on no such entry.
  const EntryCard* card(std::int64_t index) const;
};

/// "not recorded": printed wherever the record does not say; never a guess, never zero.
inline constexpr std::string_view kNotRecordedText = "not recorded";

}  // namespace minutebook
