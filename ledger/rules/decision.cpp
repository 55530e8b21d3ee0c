// Matters, positions and decisions. A second decision, a missed quorum and a position after the
// decision are recorded; reports show them.

#include "ledger/rules/family.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

using schema::Record;

/// An option has to be one of the matter it is chosen for; where no matter was raised, any will do.
std::optional<Refusal> checkOption(const Asked& asked, capnp::Text::Reader option,
                                   std::string_view matter, std::string field) {
  if (option.size() == 0 || matter.empty()) return std::nullopt;
  auto proposed = findRecord(asked.facts, schema::Register::OPTION, viewOf(option));
  if (!proposed || !proposed->record.isOptionProposed()) return std::nullopt;
  auto of = proposed->record.getOptionProposed().getMatter();
  if (viewOf(of) == matter) return std::nullopt;
  return refuse(
      "decision.option-of-another-matter", std::move(field),
      textOf(option) + " is an option of " + textOf(of) + ", not of " + std::string(matter) + ".");
}

/// The matter of a position: its own, or that of the decision it is on.
std::string matterOf(const Facts& facts, schema::PositionRecorded::Reader position) {
  if (position.hasMatter()) return textOf(position.getMatter());
  auto made = findRecord(facts, schema::Register::DECISION, viewOf(position.getDecision()));
  if (!made || !made->record.isDecisionMade()) return "";
  return textOf(made->record.getDecisionMade().getMatter());
}

/// Only where the matter names a group, and somebody is on record as a member of it: a thin record
/// refuses nobody.
std::optional<Refusal> checkEntitled(const Asked& asked) {
  auto position = asked.record.getPositionRecorded();
  std::string matter = matterOf(asked.facts, position);
  auto raised = findRecord(asked.facts, schema::Register::MATTER, matter);
  if (!raised || !raised->record.isMatterRaised()) return std::nullopt;
  auto group = raised->record.getMatterRaised().getGroup();
  if (group.size() == 0) return std::nullopt;
  if (!asked.facts.find(fact::relation("members", viewOf(group), ""))) return std::nullopt;
  std::string_view participant = viewOf(position.getParticipant());
  auto member = asked.facts.find(fact::relation("member", viewOf(group), participant));
  if (member && *member == "yes" && !hasLeft(asked.facts, participant, "")) return std::nullopt;
  return refuse("position.not-entitled", "participant",
                std::string(participant) + " is not on record as a member of " + textOf(group) +
                    ", which decides " + matter + ".");
}

std::optional<Refusal> checkPosition(const Asked& asked) {
  auto position = asked.record.getPositionRecorded();
  if (!position.hasMatter() && !position.hasDecision()) {
    return refuse("position.on-nothing", "matter", "It names neither a matter nor a decision.");
  }
  return checkOption(asked, position.getOption(), matterOf(asked.facts, position), "option");
}

std::optional<Refusal> checkDecision(const Asked& asked) {
  auto made = asked.record.getDecisionMade();
  std::string_view matter = viewOf(made.getMatter());
  if (auto refusal = checkOption(asked, made.getOption(), matter, "option")) return refusal;
  if (!made.getOptions().isConsidered()) return std::nullopt;
  auto considered = made.getOptions().getConsidered();
  for (unsigned i = 0; i < considered.size(); ++i) {
    std::string field = "options.considered[" + std::to_string(i) + "].option";
    if (auto refusal = checkOption(asked, considered[i].getOption(), matter, std::move(field))) {
      return refusal;
    }
  }
  return std::nullopt;
}

std::optional<Refusal> checkReplaced(const Asked& asked) {
  auto replaced = asked.record.getDecisionReplaced();
  if (!replaced.hasNewDecision()) return std::nullopt;
  if (viewOf(replaced.getNewDecision()) != viewOf(replaced.getDecision())) return std::nullopt;
  return refuse("reference.itself", "newDecision",
                textOf(replaced.getDecision()) + " cannot take its own place.");
}

}  // namespace

std::vector<KindRules> decisionRules() {
  return {{Record::POSITION_RECORDED, checkPosition, checkEntitled},
          {Record::DECISION_MADE, checkDecision},
          {Record::DECISION_REPLACED, checkReplaced}};
}

}  // namespace minutebook
