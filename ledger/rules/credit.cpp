// Credit. Contributions and choices are people's own; a credit nobody chose is recorded, and shown
// by the checks.

#include "ledger/rules/family.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

using schema::Record;

std::optional<Refusal> checkQuote(const Asked& asked) {
  auto quote = asked.record.getQuoteUsed();
  if (!quote.hasConsent()) return std::nullopt;
  auto consent = findNamed(asked.facts, quote.getConsent());
  if (!consent || consent->record.isConsentAnswered()) return std::nullopt;
  return refuse("reference.other-kind", "consent",
                nameOf(quote.getConsent()) + " is not an answer about consent; it is " +
                    kindName(asked.catalogue, consent->record) + ".");
}

}  // namespace

std::vector<KindRules> creditRules() {
  return {{Record::QUOTE_USED, checkQuote}};
}

}  // namespace minutebook
