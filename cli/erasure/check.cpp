#include "cli/erasure/check.h"

#include <algorithm>
#include <map>

#include "audit/verify/erasures.h"
#include "audit/verify/finding.h"
#include "cli/erasure/again.h"
#include "cli/finding_lines.h"
#include "cli/model.h"
#include "ledger/base/fault.h"
#include "ledger/store/erased_keys.h"
#include "ledger/store/erasure.h"

namespace minutebook {

namespace {

/// Looks at one open ledger; used once.
class ErasureChecker {
 public:
  ErasureChecker(const EntryStore& store, const Catalogue& catalogue,
                 std::optional<std::string> participant)
      : store_(store),
        catalogue_(catalogue),
        participant_(std::move(participant)),
        erasures_(store.reader(), catalogue) {
    for (const RecordedErasure& erasure : erasures_.all()) {
      if (!isAskedFor(erasure)) continue;
      ++count_;
      for (const DataKeyId& id : erasure.keys) keys_.emplace(id, erasure.index);
    }
  }

  std::uint64_t count() const { return count_; }
  std::uint64_t keys() const { return keys_.size(); }

  /// `here`: of everybody. Those that this copy's log does not name are the business of whoever
  /// asks after anybody.
  std::vector<Finding> run(const std::vector<KeyStillHere>& here) {
    if (erasureBegun(store_)) {
      findings_.add(FindingKind::kErasureUnfinished, std::nullopt,
                    "The next command that writes to the ledger finishes it.");
    }
    for (const KeyStillHere& key : here) {
      const bool isAsked = keys_.contains(key.id) || !key.entry;
      if (isAsked) findings_.add(FindingKind::kKeyNotErased, key.entry, key.inWords());
      if (key.wrong) keys_.erase(key.id);  // What it opens is another's, and stays.
    }
    store_.forEachOpening(
        [this](std::uint64_t index, const Opening& opening) { judge(index, opening); });
    return findings_.sorted();
  }

 private:
  bool isAskedFor(const RecordedErasure& erasure) const {
    return !participant_ || erasure.participant == *participant_;
  }

  void judge(std::uint64_t index, const Opening& opening) {
    if (const auto erased = keys_.find(opening.keyId); erased != keys_.end()) {
      return left(index, erased->second);
    }
    if (count_ == 0) return;
    const Statement statement = statementOf(entryAt(store_, index));
    const Mentions mentions = mentionsOf(statement, catalogue_);
    for (const SealedField& field : mentions.sealed) {
      if (field.path != opening.path) continue;
      const ErasureAnswer answer = erasures_.of(index, statement, mentions, field);
      if (answer.erased == Erased::kYes && isAskedFor(erasureAt(answer.by))) left(index, answer.by);
    }
  }

  void left(std::uint64_t index, std::uint64_t by) {
    findings_.add(FindingKind::kOpeningNotErased, index,
                  "Erased at entry " + std::to_string(by) + ", but its opening is still there.");
  }

  const RecordedErasure& erasureAt(std::uint64_t index) const {
    return *std::find_if(
        erasures_.all().begin(), erasures_.all().end(),
        [index](const RecordedErasure& erasure) { return erasure.index == index; });
  }

  const EntryStore& store_;
  const Catalogue& catalogue_;
  std::optional<std::string> participant_;
  const Erasures erasures_;
  std::map<DataKeyId, std::uint64_t> keys_;  // With the entry that erased each.
  std::uint64_t count_ = 0;
  FindingList findings_;
};

std::string keysInWords(std::uint64_t count) {
  return std::to_string(count) + (count == 1 ? " data key" : " data keys");
}

/// Of erasures that the guard's side knows of and this copy's log does not.
std::uint64_t keysKnownElsewhere(const LedgerPlace& place, const EntryStore& store,
                                 const Catalogue& catalogue) {
  return knownErasures(place, store, catalogue).size() - erasedKeysInLog(store, catalogue).size();
}

}  // namespace

ExitStatus checkErased(Call& call) {
  if (call.arguments.words.size() > 1) {
    throw Fault(FaultKind::kUsage, "erase --check looks at one participant or at all",
                "For example: minutebook erase --check P-7");
  }
  if (!call.arguments.also.empty()) {
    throw Fault(
        FaultKind::kUsage, "erase --check does not search copies, so --also means nothing",
        "Leave --also out: the erased texts are not held any more, so that only the erasure "
        "itself can look for them in copies.");
  }
  std::optional<std::string> participant;
  if (!call.arguments.words.empty()) participant = call.arguments.words.front();
  const LedgerPlace place = findLedger(call.arguments, call.surroundings);
  const auto learnt = learnPublishedErasures(place, call.catalogue, call.arguments);
  const auto store = openForReading(place, call.catalogue, call.arguments, call.surroundings);
  modelOf(place, call.catalogue).rebuild(store->reader());
  ErasureChecker checker(*store, call.catalogue, participant);
  const std::uint64_t keys = checker.keys();
  const std::uint64_t elsewhere = keysKnownElsewhere(place, *store, call.catalogue);
  const std::vector<Finding> findings = checker.run(keysStillHere(call, place, *store));
  const ExitStatus status = findings.empty() ? kDone : kNotVerified;
  if (call.console.isJson()) {
    Json json =
        Json::object({{"verified", Json::boolean(findings.empty())},
                      {"erasures", Json::number(static_cast<std::int64_t>(checker.count()))},
                      {"dataKeys", Json::number(static_cast<std::int64_t>(keys))},
                      {"dataKeysKnownElsewhere", number(elsewhere)},
                      {"findings", findingsJson(findings)}});
    if (learnt) json.set("compared", learnt->json());
    call.console.document("minutebook/erase-check/1", json);
    return status;
  }
  if (learnt) call.console.line(learnt->inWords());
  tellFindings(call.console, findings);
  call.console.line(std::to_string(checker.count()) +
                    (checker.count() == 1 ? " erasure" : " erasures") + " on record" +
                    (participant ? " of " + *participant : "") + ", of " + keysInWords(keys) +
                    "; the read model was made again from the log, which holds nothing sealed.");
  if (elsewhere > 0) {
    call.console.line(
        "This copy is older than an erasure: " + keysInWords(elsewhere) +
        " more on the guard's side, looked for as well. Go on with the newest copy of "
        "the ledger.");
  }
  call.console.line(findings.empty() ? "No key and no opening of what was erased is left here."
                                     : "Something of what was erased is left.");
  return status;
}

}  // namespace minutebook
