#include "ledger/view/named_sql.h"

#include <algorithm>

#include "ledger/base/fault.h"

namespace minutebook {

std::string namedSql(std::string_view file, std::string_view name) {
  std::string heading = "-- :" + std::string(name) + "\n";
  std::size_t begin = file.find(heading);
  if (begin == file.npos) throw Fault(FaultKind::kBug, "no SQL named " + std::string(name));
  begin += heading.size();
  std::size_t end = file.find("\n-- :", begin);
  return std::string(file.substr(begin, end == file.npos ? file.npos : end - begin));
}

std::vector<std::string> namesIn(std::string_view file) {
  constexpr std::string_view kMark = "\n-- :";
  std::vector<std::string> names;
  for (std::size_t at = file.find(kMark); at != file.npos; at = file.find(kMark, at)) {
    at += kMark.size();
    names.emplace_back(file.substr(at, file.find('\n', at) - at));
  }
  return names;
}

std::vector<std::string> headingOf(std::string_view file) {
  std::vector<std::string> lines;
  while (file.starts_with("-- ")) {
    std::size_t end = std::min(file.find('\n'), file.size());
    std::string_view line = file.substr(3, end - 3);
    std::size_t indented = std::min(line.find_first_not_of(' '), line.size());
    if (indented > 0 && !lines.empty()) {
      lines.back() += " " + std::string(line.substr(indented));
    } else {
      lines.emplace_back(line);
    }
    file.remove_prefix(std::min(end + 1, file.size()));
  }
  return lines;
}

}  // namespace minutebook
