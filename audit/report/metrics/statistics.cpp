#include "audit/report/metrics/statistics.h"

#include <algorithm>
#include <map>

namespace minutebook {

namespace {

/// The largest number whose square is no more than `square`. Source: Newton's method.
std::uint64_t rootOf(std::uint64_t square) {
  if (square < 2) return square;
  std::uint64_t root = square / 2 + 1;
  for (std::uint64_t next = (root + square / root) / 2; next < root;) {
    root = next;
    next = (root + square / root) / 2;
  }
  return root;
}

/// A whole number of any size, as far as a product of small ones needs it.
class Product {
 public:
  void multiply(std::uint64_t factor) {
    std::uint64_t carry = 0;
    for (std::uint32_t& digit : digits_) {
      carry += std::uint64_t{digit} * factor;
      digit = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry > 0) digits_.push_back(static_cast<std::uint32_t>(carry));
  }
  /// Whether this is no more than `other`.
  bool isAtMost(const Product& other) const {
    if (digits_.size() != other.digits_.size()) return digits_.size() < other.digits_.size();
    return !std::lexicographical_compare(other.digits_.rbegin(), other.digits_.rend(),
                                         digits_.rbegin(), digits_.rend());
  }

 private:
  std::vector<std::uint32_t> digits_ = {1};  // The lowest first; no zero at the end.
};

/// The product-limit estimate falls to one half or below: the first day, or nothing.
std::optional<std::int64_t> medianOf(const std::vector<Wait>& sorted) {
  Product part;  // The estimate is part * left / whole.
  Product whole;
  std::uint64_t left = 1;
  for (std::size_t i = 0; i < sorted.size();) {
    std::size_t next = i;
    std::uint64_t ended = 0;
    while (next < sorted.size() && sorted[next].days == sorted[i].days) {
      ended += sorted[next++].isOver ? 1 : 0;
    }
    std::uint64_t waiting = sorted.size() - i;
    if (ended == waiting) return sorted[i].days;
    if (ended > 0) {
      if (waiting != left) {  // Else the two cancel out.
        part.multiply(left);
        whole.multiply(waiting);
      }
      left = waiting - ended;
      Product twice = part;
      twice.multiply(2 * left);
      if (twice.isAtMost(whole)) return sorted[i].days;
    }
    i = next;
  }
  return std::nullopt;
}

std::string tenths(std::int64_t number) {
  return std::to_string(number / 10) + "." + std::to_string(number % 10);
}

}  // namespace

std::optional<ShareInterval> wilsonInterval(std::int64_t part, std::int64_t whole) {
  if (whole <= 0) return std::nullopt;
  // (k + z^2/2 -+ z sqrt(k (n - k) / n + z^2/4)) / (n + z^2), all of it times 1,000,000.
  const std::int64_t product = part * (whole - part);
  const std::uint64_t squared = static_cast<std::uint64_t>(
      384'160'000 * (product / whole) + 384'160'000 * (product % whole) / whole + 368'947'264);
  const std::int64_t reach = static_cast<std::int64_t>(rootOf(squared * 10'000));
  const std::int64_t centre = 1'000'000 * part + 1'920'800;
  const std::int64_t divisor = 1'000'000 * whole + 3'841'600;
  auto share = [&](std::int64_t above) {
    std::int64_t rounded = (above * 1000 + divisor / 2) / divisor;
    return std::clamp<std::int64_t>(rounded, 0, 1000);
  };
  return ShareInterval{share(std::max<std::int64_t>(centre - reach, 0)), share(centre + reach)};
}

std::string intervalWords(const ShareInterval& interval) {
  return tenths(interval.lowest) + " to " + tenths(interval.highest) + " of 100";
}

WaitingTimes waitingTimes(std::vector<Wait> waits) {
  std::sort(waits.begin(), waits.end(),
            [](const Wait& a, const Wait& b) { return a.days < b.days; });
  WaitingTimes times;
  for (const Wait& wait : waits) {
    if (wait.isOver) {
      ++times.over;
      if (!times.lowest) times.lowest = wait.days;
      times.highest = wait.days;
    } else {
      ++times.open;
      times.longestOpen = wait.days;
    }
  }
  times.median = medianOf(waits);
  return times;
}

std::optional<Spread> spreadOf(std::vector<std::int64_t> numbers) {
  if (numbers.empty()) return std::nullopt;
  std::sort(numbers.begin(), numbers.end());
  const std::size_t count = numbers.size();
  return Spread{static_cast<std::int64_t>(count), numbers.front(), numbers.back(),
                numbers[(count - 1) / 2] + numbers[count / 2]};
}

std::string halvesWords(std::int64_t twice) {
  std::string sign = twice < 0 ? "-" : "";
  std::int64_t size = twice < 0 ? -twice : twice;
  return sign + std::to_string(size / 2) + (size % 2 ? ".5" : "");
}

std::string Quarter::text() const {
  return std::to_string(year) + " Q" + std::to_string(quarter);
}

std::optional<Quarter> quarterOf(std::string_view date) {
  auto digit = [&](std::size_t at) {
    return at < date.size() && date[at] >= '0' && date[at] <= '9' ? date[at] - '0' : -1;
  };
  if (date.find('/') != date.npos) return std::nullopt;  // A span.
  bool isMonth = date.size() >= 7 && date[4] == '-' && (date.size() == 7 || date[7] == '-');
  for (std::size_t at : {0u, 1u, 2u, 3u, 5u, 6u}) isMonth = isMonth && digit(at) >= 0;
  if (!isMonth) return std::nullopt;
  std::int64_t month = digit(5) * 10 + digit(6);
  if (month < 1 || month > 12) return std::nullopt;
  std::int64_t year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  return Quarter{year, (month + 2) / 3};
}

}  // namespace minutebook
