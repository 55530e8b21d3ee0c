// ledger/rules/family.h
//
// The rules of each record family, one .cpp per family. They refuse what is incoherent and nothing
// else: bad practice is recorded, and audit shows it.

#pragma once

#include <optional>
#include <vector>

#include "ledger/base/outcome.h"
#include "ledger/rules/asked.h"
#include "ledger/rules/facts.h"

namespace minutebook {

/// The first rule that is broken, in the order of schema/refusals.capnp.
using Check = std::optional<Refusal> (*)(const Asked&);

/// The rules of one kind. Called only for statements that passed the general checks (form,
/// authority, references, ids).
struct KindRules {
  schema::Record::Which kind = schema::Record::UNSET;
  /// What has to hold of the record for as long as it reads so. Asked of a new record, and of the
  /// one inside a correction, with `Asked::record` being that one; null if there is nothing.
  Check holds = nullptr;
  /// What has to be so as it is recorded, after `holds`: a state that a correction does not enter
  /// again. Null if there is nothing.
  Check now = nullptr;
  /// Adds what becomes true, beyond ids and statements; null if nothing does. A correction changes
  /// how its entry reads and nothing else.
  void (*change)(const Asked&, std::vector<FactChange>&) = nullptr;
};

/// The rules of each family of kinds, one element per kind; allRules() puts them together.
std::vector<KindRules> identityRules();  // keys, rights, consent, erasure
std::vector<KindRules> ledgerRules();    // what opens the ledger, and what it says itself
std::vector<KindRules> correctionRules();
std::vector<KindRules> participationRules();  // all but answers
std::vector<KindRules> answerRules();
std::vector<KindRules> initiativeRules();
std::vector<KindRules> meetingRules();
std::vector<KindRules> feedbackRules();
std::vector<KindRules> evidenceRules();
std::vector<KindRules> decisionRules();
std::vector<KindRules> signoffRules();
std::vector<KindRules> creditRules();
std::vector<KindRules> paymentRules();
std::vector<KindRules> standardRules();

/// All of them by kind number; an entry with kind UNSET has no rules of its own.
std::vector<KindRules> allRules();

}  // namespace minutebook
