#include "ledger/rules/facts.h"

#include "ledger/base/fault.h"

namespace minutebook {

void FactsWith::apply(const FactChange& change) {
  known_[change.key] = change.value;
}

void FactsWith::append(const Statement& statement) {
  appended_.push_back(&statement);
}

std::optional<std::string> FactsWith::find(std::string_view key) const {
  auto known = known_.find(key);
  if (known != known_.end()) return known->second;
  return known_.emplace(std::string(key), base_.find(key)).first->second;
}

Statement FactsWith::statementAt(std::uint64_t index) const {
  if (index < base_.size()) return base_.statementAt(index);
  if (index >= size()) throw Fault(FaultKind::kBug, "no entry " + std::to_string(index) + " yet");
  // A statement is moved, never shared; the second reading of the same canonical bytes cannot fail.
  return Statement::decode(appended_[index - base_.size()]->bytes()).value();
}

}  // namespace minutebook
