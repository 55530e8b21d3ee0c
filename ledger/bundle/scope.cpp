#include "ledger/bundle/scope.h"

namespace minutebook {

bool isInScope(const BundleScope& scope, const Statement& statement, const Mentions& mentions) {
  if (!scope.initiative) return true;
  auto initiative = statement.reader().getInitiative();
  if (std::string_view(initiative.begin(), initiative.size()) == *scope.initiative) return true;
  for (const Mention& mention : mentions.records) {
    const bool setsItUp = mention.registers && mention.where == schema::Register::INITIATIVE;
    if (setsItUp && mention.id == *scope.initiative) return true;
  }
  return false;
}

std::uint64_t SealedCounts::erased() const {
  std::uint64_t sum = 0;
  for (const auto& [entry, count] : erasedBy) sum += count;
  return sum;
}

}  // namespace minutebook
