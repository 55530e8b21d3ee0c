#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "audit/report/form_parts.h"
#include "audit/report/forms.h"

namespace minutebook {

namespace {

/// Writes JSON by hand: keys in the order they are written, numbers whole. Source: RFC 8259.
class JsonWriter {
 public:
  std::string take() { return std::move(out_) + "\n"; }

  void open(char bracket) {
    comma();
    out_ += bracket;
    fresh_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    fresh_ = false;
  }
  void key(std::string_view name) {
    comma();
    quoted(name);
    out_ += ':';
    fresh_ = true;
  }
  void text(std::string_view value) {
    comma();
    quoted(value);
  }
  void number(std::int64_t value) {
    comma();
    out_ += std::to_string(value);
  }
  void null(std::string_view name) {
    key(name);
    comma();
    out_ += "null";
  }
  void member(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }
  void member(std::string_view name, std::int64_t value) {
    key(name);
    number(value);
  }
  /// Left out when there is nothing to say.
  void optional(std::string_view name, std::string_view value) {
    if (!value.empty()) member(name, value);
  }

 private:
  void comma() {
    if (!fresh_) out_ += ',';
    fresh_ = false;
  }

  void quoted(std::string_view value) {
    out_ += '"';
    for (char c : value) {
      if (c == '"' || c == '\\') {
        out_ += '\\';
        out_ += c;
      } else if (static_cast<unsigned char>(c) < 0x20) {
        char escape[7];
        std::snprintf(escape, sizeof(escape), "\\u%04x", static_cast<unsigned>(c));
        out_ += escape;
      } else {
        out_ += c;
      }
    }
    out_ += '"';
  }

  std::string out_;
  bool fresh_ = true;
};

void write(JsonWriter& json, std::string_view name, const Entries& entries) {
  json.key(name);
  json.open('[');
  for (std::int64_t entry : entries) json.number(entry);
  json.close(']');
}

void write(JsonWriter& json, const Line& line) {
  json.open('{');
  json.member("text", line.text);
  if (!line.entries.empty()) write(json, "entries", line.entries);
  json.close('}');
}

void write(JsonWriter& json, const Figure& figure) {
  json.open('{');
  json.member("value", figure.value);
  if (!figure.heldBack.empty()) {
    json.null("numerator");
    json.member("heldBack", figure.heldBack);
  }
  if (figure.numerator) json.member("numerator", *figure.numerator);
  if (figure.denominator) json.member("denominator", *figure.denominator);
  json.member("unknowns", figure.unknowns);
  json.key("provenance");
  json.open('{');
  json.member("witnessed", figure.provenance.witnessed);
  json.member("attested", figure.provenance.attested);
  json.member("imported", figure.provenance.imported);
  json.member("inferred", figure.provenance.inferred);
  json.member("notRecorded", figure.provenance.notRecorded);
  json.close('}');
  write(json, "entries", figure.entries);
  json.close('}');
}

void write(JsonWriter& json, const Cell& cell) {
  if (auto* line = std::get_if<Line>(&cell)) return write(json, *line);
  write(json, std::get<Figure>(cell));
}

void write(JsonWriter& json, const Table& table) {
  json.member("caption", table.caption);
  json.key("columns");
  json.open('[');
  for (const std::string& column : table.columns) json.text(column);
  json.close(']');
  json.key("rows");
  json.open('[');
  for (const auto& row : table.rows) {
    json.open('[');
    for (const Cell& cell : row) write(json, cell);
    json.close(']');
  }
  json.close(']');
}

void write(JsonWriter& json, const Steps& steps) {
  json.key("steps");
  json.open('[');
  for (const Step& step : steps.steps) {
    json.open('{');
    json.member("heading", step.heading);
    json.optional("text", step.text);
    json.key("remarks");
    json.open('[');
    for (const std::string& remark : step.remarks) json.text(remark);
    json.close(']');
    json.member("entry", step.entry);
    json.close('}');
  }
  json.close(']');
}

void write(JsonWriter& json, const Plot& plot) {
  json.key("plot");
  json.open('{');
  json.member("caption", plot.caption);
  json.member("top", plot.top);
  json.member("topWords", plot.topWords);
  json.member("bottomWords", plot.bottomWords);
  json.key("points");
  json.open('[');
  for (const PlotPoint& point : plot.points) {
    json.open('{');
    json.member("at", point.at);
    json.member("position", point.position);
    json.member("height", point.height);
    json.key("figure");
    write(json, point.figure);
    json.close('}');
  }
  json.close(']');
  json.close('}');
}

void write(JsonWriter& json, const Block& block) {
  json.open('{');
  if (auto* paragraph = std::get_if<Paragraph>(&block)) {
    json.key("paragraph");
    write(json, paragraph->line);
  } else if (auto* bullets = std::get_if<Bullets>(&block)) {
    json.key("bullets");
    json.open('[');
    for (const Line& line : bullets->lines) write(json, line);
    json.close(']');
  } else if (auto* sub = std::get_if<Subheading>(&block)) {
    json.member("subheading", sub->text);
  } else if (auto* table = std::get_if<Table>(&block)) {
    write(json, *table);
  } else if (auto* plot = std::get_if<Plot>(&block)) {
    write(json, *plot);
  } else {
    write(json, std::get<Steps>(block));
  }
  json.close('}');
}

void write(JsonWriter& json, const EntryCard& card) {
  json.open('{');
  json.member("entry", card.index);
  json.member("kind", card.kind);
  json.optional("record", card.record);
  json.member("recordedAt", card.recordedAt);
  json.member("occurredAt", card.occurredAt);
  json.member("author", card.author);
  json.optional("onBehalfOf", card.onBehalfOf);
  json.member("provenance", card.provenance);
  json.key("sources");
  json.open('[');
  for (const std::string& source : card.sources) json.text(source);
  json.close(']');
  json.optional("summary", card.summary);
  json.optional("correctedBy", card.correctedBy);
  json.optional("putRight", card.putRight);
  json.optional("disputed", card.disputed);
  json.close('}');
}

}  // namespace

std::string jsonForm(const Report& report) {
  JsonWriter json;
  json.open('{');
  json.member("schema", report.schema);
  json.member("title", report.title);
  json.member("ledger", report.from.ledger);
  json.member("size", report.from.size);
  json.optional("recordedUntil", report.from.recordedUntil);
  json.optional("about", report.from.about);
  if (report.numbersHeldBack > 0) json.member("numbersHeldBack", report.numbersHeldBack);
  json.key("sections");
  json.open('[');
  for (const Section& section : report.sections) {
    json.open('{');
    json.member("id", section.id);
    json.member("title", section.title);
    json.key("blocks");
    json.open('[');
    for (const Block& block : section.blocks) write(json, block);
    json.close(']');
    json.close('}');
  }
  json.close(']');
  json.key("entries");
  json.open('[');
  for (const EntryCard& card : report.entries) write(json, card);
  json.close(']');
  json.close('}');
  return json.take();
}

}  // namespace minutebook
