#include "cli/console.h"

#include <algorithm>
#include <cstdio>
#include <ostream>

#include "ledger/base/utf8.h"

namespace minutebook {

namespace {

/// Characters that move the cursor, hide text or turn its direction.
bool isHarmful(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0) ||
         (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xfeff;
}

std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

}  // namespace

std::string shown(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::string_view rest = text;
    std::optional<char32_t> c = takeCharacter(rest);
    if (!c) rest.remove_prefix(1);  // Text in records is UTF-8; a broken byte comes from outside.
    if (!c || isHarmful(*c)) {
      char mark[16];
      std::snprintf(mark, sizeof mark, "<U+%04X>", static_cast<unsigned>(c.value_or(0xfffd)));
      out += mark;
    } else {
      out.append(text.substr(0, text.size() - rest.size()));
    }
    text = rest;
  }
  return out;
}

void Console::beginResult() {
  if (std::function<void()> first = std::exchange(first_, {})) first();
}

void Console::line(std::string_view text) {
  beginResult();
  surroundings_.out << shown(text) << '\n';
}

void Console::document(std::string_view schema, Json members) {
  beginResult();
  Json document = Json::object({{"schema", Json::text(std::string(schema))}});
  for (const Json::Member& member : members.members()) document.set(member.first, member.second);
  surroundings_.out << writeJson(document, JsonLayout::kIndented) << '\n';
}

void Console::raw(std::string_view bytes) {
  beginResult();
  surroundings_.out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void Console::note(std::string_view text) {
  if (arguments_.talk != Talk::kQuiet) surroundings_.err << shown(text) << '\n';
}

ExitStatus Console::refused(const Refusal& refusal, const std::string& place, ExitStatus status) {
  if (isJson()) {
    Json error = Json::object({{"schema", Json::text("minutebook/error/1")},
                               {"code", Json::text(refusal.code)},
                               {"message", Json::text(refusal.reason)},
                               {"hint", Json::text(refusal.remedy)}});
    if (!refusal.field.empty()) error.set("field", Json::text(refusal.field));
    if (!place.empty()) error.set("place", Json::text(place));
    error.set("exit", Json::number(static_cast<std::int64_t>(status)));
    surroundings_.err << writeJson(error) << '\n';
    return status;
  }
  surroundings_.err << "refused: " << refusal.code;
  if (!place.empty()) surroundings_.err << ", " << shown(place);
  if (!refusal.field.empty()) surroundings_.err << ", field " << shown(refusal.field);
  surroundings_.err << "\n  " << shown(refusal.reason) << "\n  " << shown(refusal.remedy) << '\n';
  return status;
}

ExitStatus Console::trouble(ExitStatus status, const std::string& what, const std::string& remedy) {
  if (isJson()) {
    surroundings_.err << writeJson(Json::object(
                             {{"schema", Json::text("minutebook/error/1")},
                              {"code", Json::text("trouble")},
                              {"message", Json::text(shown(what))},
                              {"hint", Json::text(shown(remedy))},
                              {"exit", Json::number(static_cast<std::int64_t>(status))}}))
                      << '\n';
    return status;
  }
  surroundings_.err << "minutebook: " << shown(what) << '\n';
  if (!remedy.empty()) surroundings_.err << "  " << shown(remedy) << '\n';
  return status;
}

std::vector<std::string> table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  }
  std::vector<std::string> lines;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i];
      if (i + 1 < row.size()) line.append(widths[i] - width(row[i]) + 2, ' ');
    }
    lines.push_back(line);
  }
  return lines;
}

Json number(std::uint64_t value) {
  return Json::number(static_cast<std::int64_t>(value));
}

}  // namespace minutebook
