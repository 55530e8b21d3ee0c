#include "ledger/store/lookups.h"

#include "ledger/base/fault.h"
#include "ledger/store/derive.h"
#include "ledger/store/store_parts.h"

namespace minutebook {

namespace {

bool isSame(const FactTable::Difference& difference) {
  return difference.otherwise == 0 && difference.missing == 0 && difference.unreadable.empty();
}

}  // namespace

LookupsMade makeLookupsAgain(const std::filesystem::path& ledger, const std::string& holder,
                             const Catalogue& catalogue) {
  const auto store = openWithLookupsAside(ledger, holder);
  StoreFacts facts(*store);
  LookupsMade made;
  if (const auto stop = deriveFacts(*store, facts, catalogue)) {
    made.leftWhy = "the rules of this program refuse entry " + std::to_string(stop->index) + " (" +
                   stop->why + ")";
    return made;
  }
  FactTable& table = store->parts().facts;
  made.lookups = table.staged();
  const FactTable::Difference found = table.compareWithDisk();
  made.otherwise = found.otherwise;
  made.missing = found.missing;
  made.unreadable = found.unreadable;
  if (isSame(found)) return made;
  table.replaceDisk();
  if (isSame(table.compareWithDisk())) return made;
  throw Fault(FaultKind::kCorrupt, "the lookups read back are not those that were written",
              "Keep this directory as it is and restore the ledger from a backup.");
}

}  // namespace minutebook
