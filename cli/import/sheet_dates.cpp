#include "cli/import/sheet_dates.h"

#include <algorithm>
#include <string_view>

#include "ledger/base/civil.h"

namespace minutebook {

namespace {

/// The digits of a cell, taken apart as a form says.
struct DateParts {
  std::string_view year;
  std::string_view month;
  std::string_view day;
};

bool isDigits(std::string_view text, std::size_t most) {
  return !text.empty() && text.size() <= most &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string padded(std::string_view digits, std::size_t width) {
  return std::string(width - std::min(width, digits.size()), '0') + std::string(digits);
}

/// Three numbers with the form's mark between them; the year may lack its century.
std::optional<DateParts> partsOf(std::string_view rest, const DateForm& form) {
  std::string_view parts[3];
  std::size_t count = 0;
  while (count < 3) {
    std::size_t end = count < 2 ? rest.find(form.between) : rest.npos;
    parts[count++] = rest.substr(0, end);
    if (end == rest.npos) break;
    rest.remove_prefix(end + 1);
  }
  if (count != 3) return std::nullopt;
  DateParts found;
  for (std::size_t i = 0; i < count; ++i) {
    char part = form.order[i];
    (part == 'y' ? found.year : part == 'm' ? found.month : found.day) = parts[i];
  }
  bool numbers = isDigits(found.year, 4) && isDigits(found.month, 2) && isDigits(found.day, 2);
  if (!numbers) return std::nullopt;
  return found;
}

Outcome<CivilTime> dayOf(const DateParts& parts) {
  return parseCivil(std::string(parts.year) + "-" + padded(parts.month, 2) + "-" +
                    padded(parts.day, 2));
}

/// The first form in which the cell is a day that there is.
std::optional<DateForm> formThatFits(const std::string& cell) {
  for (char between : {'/', '-', '.'}) {
    for (const char* order : {"day month year", "month day year", "year month day"}) {
      std::string spelling(order);
      std::replace(spelling.begin(), spelling.end(), ' ', between);
      std::optional<DateForm> form = dateFormOf(spelling);
      std::optional<DateParts> parts = form ? partsOf(cell, *form) : std::nullopt;
      if (parts && parts->year.size() == 4 && dayOf(*parts)) return form;
    }
  }
  return std::nullopt;
}

/// The 31st of December in the form.
std::string exampleOf(const DateForm& form) {
  std::string text;
  for (char part : form.order) {
    if (!text.empty()) text += form.between;
    text += part == 'y' ? "2024" : part == 'm' ? "12" : "31";
  }
  return text;
}

Refusal otherForm(const std::string& cell, const DateForm& form,
                  const std::optional<DateParts>& parts) {
  std::string reason =
      "\"" + cell + "\" is not a date written " + form.spelling + ", such as " + exampleOf(form);
  std::string change = "or change the form of the column under [dates] in the mapping";
  if (std::optional<DateForm> other = formThatFits(cell)) {
    return {"date.form", "", reason + "; it looks like " + other->spelling + ".",
            "Write the cell as the others of its column; " + change + " to \"" + other->spelling +
                "\", if all of them are so."};
  }
  if (parts && parts->year.size() != 4) {
    return {"date.form", "", reason + ": its year is \"" + std::string(parts->year) + "\".",
            "Write the year in four digits; " + change + "."};
  }
  return {"date.form", "", reason + ".", "Write the cell so; " + change + "."};
}

}  // namespace

std::optional<DateForm> dateFormOf(const std::string& spelling) {
  DateForm form{spelling, "", '-'};
  std::size_t at = 0;
  std::string marks;
  while (at < spelling.size()) {
    std::size_t end = std::min(spelling.find_first_of("/-.", at), spelling.size());
    std::string word = spelling.substr(at, end - at);
    if (word != "day" && word != "month" && word != "year") return std::nullopt;
    form.order += word[0];
    if (end < spelling.size()) marks += spelling[end];
    at = end + 1;
  }
  bool known = form.order == "dmy" || form.order == "mdy" || form.order == "ymd";
  if (!known || marks.size() != 2 || marks[0] != marks[1]) return std::nullopt;
  form.between = marks[0];
  return form;
}

Outcome<std::string> sheetDate(const std::string& cell, const DateForm& form) {
  std::optional<DateParts> parts = partsOf(cell, form);
  if (!parts || parts->year.size() != 4) return otherForm(cell, form, parts);
  Outcome<CivilTime> day = dayOf(*parts);
  if (day) return formatCivil(day.value());
  // A month 31 is no day looked up wrongly, but a month and a day in the other order.
  if (formThatFits(cell)) return otherForm(cell, form, parts);
  return day.refusal();
}

}  // namespace minutebook
