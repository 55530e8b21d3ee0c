#include "audit/report/erasure.h"

#include <algorithm>

#include "ledger/view/named_sql.h"
#include "report_files.h"

namespace minutebook {

namespace {

constexpr const char* kTallies[] = {"entries", "decisions", "attendance", "expertise", "groups",
                                    "credits", "surveys",   "payments",   "balances"};

std::string cellText(const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return "\"" + *text + "\"";
  return "-";
}

}  // namespace

std::string talliesText(Query& query) {
  std::string text;
  for (const char* name : kTallies) {
    std::vector<std::string> lines;
    for (const Row& row : query.all(namedSql(report_files::erasure_sql, name)).rows) {
      std::string line;
      for (const Value& value : row.values()) line += " " + cellText(value);
      lines.push_back(std::move(line));
    }
    std::sort(lines.begin(), lines.end());
    for (const std::string& line : lines) text += name + line + "\n";
  }
  return text;
}

std::string readModelIsMadeOf(Query& query) {
  std::string text;
  for (const Row& row : query.all(namedSql(report_files::erasure_sql, "made_of")).rows) {
    text += row.text("sql") + "\n";
  }
  return text;
}

StaysOf staysOf(Query& query, const std::string& participant) {
  StaysOf stays;
  for (const Row& row :
       query.all(namedSql(report_files::erasure_sql, "public_words"), {{":id", participant}})
           .rows) {
    stays.publicWords.push_back(static_cast<std::uint64_t>(row.count("entry")));
  }
  for (const Row& row :
       query.all(namedSql(report_files::erasure_sql, "other_keys"), {{":id", participant}}).rows) {
    const auto times = static_cast<std::uint64_t>(row.count("times"));
    (row.text("about") == "survey" ? stays.surveyAnswers : stays.sums) += times;
  }
  return stays;
}

}  // namespace minutebook
