#include "cli/find_record.h"

#include "ledger/base/bytes.h"
#include "ledger/base/fault.h"
#include "ledger/base/ids.h"
#include "ledger/event/catalogue.h"
#include "ledger/rules/fact_keys.h"

namespace minutebook {

namespace {

std::vector<schema::Register> allRegisters() {
  std::vector<schema::Register> registers;
  for (std::uint16_t i = 2;; ++i) {
    auto where = static_cast<schema::Register>(i);
    if (registerName(where).empty()) return registers;
    registers.push_back(where);
  }
}

}  // namespace

std::vector<FoundRecord> findRecords(const std::string& text, std::uint64_t size,
                                     const FindFact& find) {
  std::vector<FoundRecord> found;
  std::size_t colon = text.find(':');
  std::optional<schema::Register> named;
  std::string id = text;
  if (colon != text.npos) {
    named = registerNamed(text.substr(0, colon));
    id = text.substr(colon + 1);
    if (!named) return found;
  }
  auto add = [&](const std::optional<std::string>& at, schema::Register where) {
    if (at && fact::indexOf(*at) < size) found.push_back({fact::indexOf(*at), where, id});
  };
  if (auto statement = StatementId::parse(id)) {
    add(find(fact::statement(*statement)), schema::Register::ENTRY);
    return found;
  }
  for (schema::Register where : allRegisters()) {
    if (named && *named != where) continue;
    add(find(fact::record(where, id)), where);
  }
  std::optional<std::uint64_t> index = parseDecimal(id);
  if (found.empty() && index && *index < size && (!named || *named == schema::Register::ENTRY)) {
    found.push_back({*index, schema::Register::ENTRY, id});
  }
  return found;
}

FoundRecord findOneRecord(const std::string& text, std::uint64_t size, const FindFact& find) {
  std::vector<FoundRecord> found = findRecords(text, size, find);
  if (found.empty()) {
    throw Fault(FaultKind::kMissing, "there is no record " + text + " in this ledger",
                "Check the spelling; minutebook search finds it by its words.");
  }
  if (found.size() == 1) return found[0];
  std::string list;
  for (const FoundRecord& one : found) {
    list += (list.empty() ? "" : ", ") + std::string(registerName(one.where)) + ":" + one.id;
  }
  throw Fault(FaultKind::kUsage, text + " can mean several records: " + list,
              "Say which, for example " + list.substr(0, list.find(',')) + ".");
}

}  // namespace minutebook
