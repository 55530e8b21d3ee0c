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

/// The rules of one kind. Called only for statements of that kind that passed the general checks
/// (form, authority, references, ids); never for a kind's record inside a correction.
struct KindRules {
  schema::Record::Which kind = schema::Record::UNSET;
  /// The first rule that is broken, in the order of schema/refusals.capnp.
  std::optional<Refusal> (*check)(const Asked&) = nullptr;
  /// Adds what becomes true, beyond ids and statements; null if nothing does.
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
