#include "ledger/rules/family.h"

namespace minutebook {

std::vector<KindRules> allRules() {
  std::vector<KindRules> byKind;
  for (const auto& family :
       {identityRules(), ledgerRules(), correctionRules(), participationRules(), answerRules(),
        initiativeRules(), meetingRules(), feedbackRules(), evidenceRules(), decisionRules(),
        signoffRules(), creditRules(), paymentRules(), standardRules()}) {
    for (const KindRules& rules : family) {
      auto number = static_cast<std::size_t>(rules.kind);
      if (number >= byKind.size()) byKind.resize(number + 1);
      byKind[number] = rules;
    }
  }
  return byKind;
}

}  // namespace minutebook
