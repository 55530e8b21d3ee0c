#include "audit/report/pay.h"

#include <utility>

#include "audit/report/plain_words.h"
#include "report_files.h"

namespace minutebook {

namespace {

Figure countOf(Query& query, std::string_view name, const Scope& scope) {
  Counting counting;
  for (const Row& row : ask(query, report_files::record_sql, name, scope).rows) counting.add(row);
  return counting.figure();
}

std::string listWords(const std::string& values) {
  std::string text;
  for (std::size_t begin = 0; begin < values.size();) {
    std::size_t end = values.find(',', begin);
    if (end == values.npos) end = values.size();
    text += (text.empty() ? "" : ", ") + plainWords(values.substr(begin, end - begin));
    begin = end + 1;
  }
  return text.empty() ? std::string(kNotRecordedText) : text;
}

RateLine rateOf(const Row& row) {
  RateLine rate;
  rate.id = row.text("id");
  rate.amount = row.text("amount");
  rate.basis = row.text("basis");
  rate.forWhom = plainWho(row.text("for_whom"));
  rate.covers = listWords(row.text("covers"));
  rate.entry = row.count("entry");
  auto remark = [&](const std::string& text) {
    rate.remark += (rate.remark.empty() ? "" : "; ") + text;
  };
  if (row.text("nobody_is_paid") == "yes") {
    remark("nobody is paid: " + row.textOr("why_nobody", kNotRecordedText));
  }
  if (!row.isNull("pay_region")) remark("region: " + row.text("pay_region"));
  remark("told: " + plainWords(row.text("told")));
  remark("from: " + row.textOr("from", kNotRecordedText));
  return rate;
}

}  // namespace

Pay payOnRecord(Query& query, const Scope& scope) {
  Pay pay;
  for (const Row& row : ask(query, report_files::record_sql, "rates", scope).rows) {
    pay.rates.push_back(rateOf(row));
  }
  pay.payments = countOf(query, "payments", scope);
  pay.times = countOf(query, "times", scope);
  return pay;
}

std::string rateWords(const RateLine& rate) {
  if (rate.amount.empty()) return std::string(kNotRecordedText);
  if (rate.basis == "hourly") return rate.amount + " an hour";
  if (rate.basis == "perDay") return rate.amount + " a day";
  if (rate.basis == "perActivity") return rate.amount + " for each activity";
  return rate.amount + ", by what is not recorded";
}

}  // namespace minutebook
