#include "ledger/view/named_sql.h"

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

}  // namespace minutebook
