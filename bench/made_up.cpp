#include "bench/made_up.h"

#include <string>
#include <string_view>
#include <vector>

#include "bench_files.h"
#include "ledger/base/bytes.h"
#include "ledger/base/fault.h"

namespace minutebook::bench {

namespace {

constexpr DayNumber kFirstDay = 19'358;  // 2023-01-01
constexpr std::uint64_t kSeats = 12;
constexpr std::uint64_t kSeatsOfOwn = 6;
constexpr std::uint64_t kStartDays = 180;

/// One line of year.lines, and how often it stands.
struct Pattern {
  std::string_view text;
  std::uint64_t times = 1;
};

std::vector<Pattern> patterns() {
  std::vector<Pattern> made;
  std::string_view rest = bench_files::year_lines;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    Pattern one{rest.substr(0, end)};
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (one.text.empty() || one.text.front() == '#') continue;
    if (one.text.front() == '*') {
      const std::size_t space = one.text.find(' ');
      one.times = parseDecimal(one.text.substr(1, space - 1)).value_or(1);
      one.text.remove_prefix(space + 1);
    }
    made.push_back(one);
  }
  return made;
}

std::uint64_t numberIn(std::string_view text) {
  const auto number = parseDecimal(text);
  if (!number) throw Fault(FaultKind::kBug, "year.lines: no number: " + std::string(text));
  return *number;
}

/// Fills the gaps of one line.
class Gaps {
 public:
  Gaps(std::uint64_t initiative, std::uint64_t nth) : initiative_(initiative), nth_(nth) {}

  std::string fill(std::string_view text) const {
    std::string line;
    while (!text.empty()) {
      const std::size_t from = std::min(text.find('<'), text.size());
      line += text.substr(0, from);
      text.remove_prefix(from);
      if (text.empty()) break;
      const std::size_t to = text.find('>');
      line += value(text.substr(1, to - 1));
      text.remove_prefix(to + 1);
    }
    return line;
  }

 private:
  std::string value(std::string_view gap) const {
    if (gap == "n") return std::to_string(initiative_);
    if (gap == "i") return std::to_string(nth_);
    if (gap == "u") return std::to_string(initiative_) + (nth_ < 10 ? "0" : "") + number(nth_);
    if (gap == "b") return "INI-" + std::to_string(initiative_ % 4 == 0 ? 0 : initiative_);
    if (gap == "next") return person(kSeatsOfOwn + nth_);
    if (gap == "knows") return nth_ % 3 == 0 ? "practitioner" : "livedExperience";
    if (gap.starts_with("of ")) {
      return R"("onBehalfOf": {"participant": ")" + value(gap.substr(3)) +
             R"(", "basis": "presentAndAgreed"})";
    }
    if (gap == "pi") return person(nth_ % kSeats);
    if (gap.starts_with('p')) return person(numberIn(gap.substr(1)));
    if (gap.starts_with('d')) return day(gap.substr(1));
    throw Fault(FaultKind::kBug, "year.lines: no such gap: " + std::string(gap));
  }

  static std::string number(std::uint64_t value) { return std::to_string(value); }

  std::string person(std::uint64_t seat) const {
    return "P-" + std::to_string(100 + initiative_ * kSeatsOfOwn + seat);
  }

  std::string day(std::string_view gap) const {
    const std::size_t plus = std::min(gap.find('+'), gap.size());
    std::uint64_t days = initiative_ * 37 % kStartDays + numberIn(gap.substr(0, plus));
    if (plus < gap.size()) days += nth_ * numberIn(gap.substr(plus + 1));
    return dayText(kFirstDay + static_cast<DayNumber>(days));
  }

  std::uint64_t initiative_;
  std::uint64_t nth_;
};

/// The organisation that leads, and the people of the first initiative who joined before it.
void begin(SmallLedger& ledger) {
  ledger.append(R"({"kind": "organisationRegistered", "occurredAt": "2023-01-01", "id": "ORG",
                    "organisationKind": "charity"})");
  for (std::uint64_t seat = 0; seat < kSeatsOfOwn; ++seat) {
    ledger.append(R"({"kind": "participantJoined", "occurredAt": "2023-01-01", "id": "P-)" +
                  std::to_string(100 + seat) + R"(", "expertise": ["livedExperience"]})");
  }
}

}  // namespace

void fillWithYears(SmallLedger& ledger, std::uint64_t records) {
  begin(ledger);
  const std::vector<Pattern> year = patterns();
  for (std::uint64_t initiative = 0; ledger.log().size() < records; ++initiative) {
    for (const Pattern& one : year) {
      for (std::uint64_t nth = 0; nth < one.times && ledger.log().size() < records; ++nth) {
        ledger.append(Gaps(initiative, nth).fill(one.text));
      }
    }
  }
}

}  // namespace minutebook::bench
