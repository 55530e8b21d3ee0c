#include "audit/report/works.h"

#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "audit/report/plain_words.h"
#include "report_files.h"

namespace minutebook {

namespace {

Line collectiveLine(const Row& row) {
  std::string text = "Version " + row.textOr("version", kNotRecordedText) + ", group " +
                     row.textOr("group", kNotRecordedText) +
                     ", told of the group as one: " + plainWords(row.text("answer"));
  if (!row.isNull("as_told")) text += " (\"" + row.text("as_told") + "\")";
  return {sentence(text), entriesOf(row)};
}

Line roundLine(const Row& row) {
  std::int64_t asked = row.count("asked");
  std::int64_t replied = row.count("replied");
  std::string text = "Round " + row.text("id") + " on " + row.textOr("version", kNotRecordedText) +
                     ": " + std::to_string(replied) + " of " + std::to_string(asked) + " replied";
  if (replied < asked)
    text += ", " + std::to_string(asked - replied) + " gave no reply, which is no assent";
  text += "; result: " + plainWords(row.text("result"));
  return {sentence(text), entriesOf(row, "closed_entry")};
}

}  // namespace

SignOffs signOffs(Query& query, const Scope& scope) {
  SignOffs all;
  Counting individual;
  Counting collective;
  for (const Row& row : ask(query, report_files::record_sql, "sign_offs", scope).rows) {
    if (row.text("form") == "individual") {
      individual.add(row);
      continue;
    }
    collective.add(row);
    all.collectiveLines.push_back(collectiveLine(row));
  }
  for (const Row& row : ask(query, report_files::record_sql, "rounds", scope).rows) {
    all.rounds.push_back(roundLine(row));
  }
  all.individual = individual.figure();
  all.collective = collective.figure();
  return all;
}

std::vector<CreditCount> creditCounts(Query& query, const Scope& scope) {
  using Key = std::tuple<std::string, std::string, std::string, bool>;
  std::map<Key, std::size_t> places;
  std::vector<CreditCount> counts;
  std::vector<Counting> countings;
  std::vector<std::set<std::string>> people;
  for (const Row& row : ask(query, report_files::record_sql, "credits", scope).rows) {
    bool byName = row.count("by_name") > 0;
    Key key{row.text("version"), row.text("section"), row.text("expertise"), byName};
    auto [found, fresh] = places.try_emplace(key, counts.size());
    if (fresh) {
      counts.push_back(
          {row.text("version"), row.text("section"), row.text("expertise"), byName, {}});
      countings.emplace_back();
      people.emplace_back();
    }
    std::size_t at = found->second;
    if (people[at].insert(row.text("participant")).second) countings[at].add(row);
  }
  for (std::size_t i = 0; i < counts.size(); ++i) counts[i].people = countings[i].figure();
  return counts;
}

std::vector<Line> otherCredits(Query& query, const Scope& scope) {
  std::vector<Line> lines;
  for (const Row& row : ask(query, report_files::record_sql, "other_credits", scope).rows) {
    std::string text = row.textOr("version", kNotRecordedText) + ", " +
                       plainWords(row.text("section")) + ": " + plainWho(row.text("who"));
    if (!row.isNull("remark")) text += ", " + row.text("remark");
    lines.push_back({sentence(text), entriesOf(row)});
  }
  return lines;
}

std::vector<NotNamed> peopleNotNamed(Query& query, const Scope& scope) {
  struct Part {
    NotNamed line;
    std::int64_t whole = 0;
    Counting unnamed;
  };
  std::vector<Part> parts;
  for (const Row& row : ask(query, report_files::record_sql, "named_or_not", scope).rows) {
    std::string group = row.text("group");
    std::string expertise = row.text("expertise");
    if (parts.empty() || parts.back().line.group != group ||
        parts.back().line.expertise != expertise) {
      parts.push_back({{group, row.textOr("title", group), expertise, 0, 0, {}}, 0, {}});
    }
    Part& part = parts.back();
    ++part.whole;
    if (row.count("named") > 0) continue;
    part.unnamed.add(row);
    ++part.line.atMost;
    if (row.count("maybe_named") == 0) ++part.line.atLeast;
  }
  std::vector<NotNamed> lines;
  for (Part& part : parts) {
    if (part.line.atMost == 0) continue;
    NotNamed line = std::move(part.line);
    line.people = part.unnamed.outOf(part.whole);
    line.people.unknowns = line.atMost - line.atLeast;
    if (line.atLeast < line.atMost) {
      line.people.value = std::to_string(line.atLeast) + " or " + line.people.value;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace minutebook
