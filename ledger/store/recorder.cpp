#include "ledger/store/recorder.h"

#include <algorithm>

#include "ledger/base/fault.h"
#include "ledger/event/erasure_record.h"
#include "ledger/event/mentions.h"
#include "ledger/rules/fact_keys.h"
#include "ledger/store/submitter.h"

namespace minutebook {

Recorder::Recorder(const Catalogue& catalogue, EntryStore& store, Sequencer& sequencer,
                   DataKeys& keys, RandomSource& random, std::string origin)
    : catalogue_(catalogue),
      store_(store),
      sequencer_(sequencer),
      keys_(keys),
      origin_(origin),
      sealer_(keys, random, origin),
      vault_(store, keys, origin) {}

std::variant<Recorded, RecordingRefused> Recorder::record(std::vector<PreparedDraft> drafts,
                                                          const SigningKey& author,
                                                          std::int64_t time) {
  return run(std::move(drafts), author, time, Mode::kRecord);
}

std::variant<Recorded, RecordingRefused> Recorder::rehearse(std::vector<PreparedDraft> drafts,
                                                            const SigningKey& author,
                                                            std::int64_t time) {
  return run(std::move(drafts), author, time, Mode::kRehearse);
}

std::variant<Recorded, RecordingRefused> Recorder::run(std::vector<PreparedDraft> drafts,
                                                       const SigningKey& author, std::int64_t time,
                                                       Mode mode) {
  Recorded recorded;
  std::vector<std::size_t> origins;  // Of each new statement, its place among the drafts.
  std::vector<Statement> statements;
  std::vector<std::vector<Opening>> openings;
  std::vector<Secrets> secrets;
  const FactsWith known(
      facts());  // What is asked here is not asked of the disk again by the rules.
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    auto taken = known.find(fact::statement(drafts[i].id));
    if (taken) {
      Outcome<RecordedDraft> same = compareWithStored(drafts[i], fact::indexOf(*taken));
      if (!same) return RecordingRefused{i, same.refusal()};
      recorded.drafts.push_back(same.value());
      continue;
    }
    recorded.drafts.push_back({RecordedAs::kNew, facts().size() + statements.size()});
    origins.push_back(i);
    Draft& draft = drafts[i].draft;
    if (drafts[i].finished) {
      openings.push_back(sealer_.sealCommitted(draft, drafts[i].id, drafts[i].salts));
      statements.push_back(std::move(*drafts[i].finished));
    } else {
      openings.push_back(sealer_.seal(draft, drafts[i].id));
      Outcome<Statement> statement = draft.finish();
      if (!statement) return RecordingRefused{i, statement.refusal()};
      statements.push_back(std::move(statement).value());
    }
    secrets.push_back(draft.takeSecrets());
  }
  if (statements.empty()) return recorded;
  std::int64_t recordedAt = std::max(time, facts().newestTime());
  auto verdict =
      admit(signSubmission(origin_, std::move(statements), author), known, recordedAt, catalogue_);
  if (auto* refused = std::get_if<NotAdmitted>(&verdict)) {
    return RecordingRefused{origins.at(refused->statement), refused->refusal};
  }
  if (refusesErasuresByHand_) {
    for (const Statement& statement : std::get<Admitted>(verdict).submission().statements) {
      checkErasureByHand(statement);
    }
  }
  Door door(catalogue_, facts(), vault_, knownChecks_);
  if (auto stopped = door.check(std::get<Admitted>(verdict), secrets)) {
    return RecordingRefused{origins.at(stopped->statement), stopped->refusal};
  }
  if (mode == Mode::kRehearse) {
    keepRehearsed(std::move(std::get<Admitted>(verdict)));
    return recorded;
  }
  keys_.sync();  // Before the batch: an opening whose key is lost would be erased by accident.
  sequencer_.append(std::get<Admitted>(verdict), openings);
  return recorded;
}

std::optional<std::uint64_t> Recorder::find(const StatementId& id) const {
  auto taken = facts().find(fact::statement(id));
  if (!taken) return std::nullopt;
  return fact::indexOf(*taken);
}

std::optional<std::uint64_t> Recorder::findRecord(schema::Register where,
                                                  std::string_view id) const {
  auto taken = facts().find(fact::record(where, id));
  if (!taken) return std::nullopt;
  return fact::indexOf(*taken);
}

Statement Recorder::statementAt(std::uint64_t index) const {
  return facts().statementAt(index);
}

const Facts& Recorder::facts() const {
  if (rehearsal_) return *rehearsal_;
  return sequencer_.facts();
}

void Recorder::checkErasureByHand(const Statement& statement) const {
  const std::optional<ErasureRecord> done = erasureIn(statement, catalogue_);
  if (!done || !done->isDone) return;
  const std::string& who = done->participant;
  const bool isNamed = std::any_of(done->keys.begin(), done->keys.end(),
                                   [&](const DataKeyId& id) { return keys_.find(id) != nullptr; });
  if (!isNamed && keys_.findSubject("participant/" + who) == nullptr) return;
  throw Fault(
      FaultKind::kUsage,
      isNamed ? "the erasureDone of " + who + " names a data key that is here"
              : "the erasureDone of " + who + " says that something was destroyed, and " + who +
                    " still has a data key here",
      "Only minutebook erase makes this record, for it destroys first: leave it out, record "
      "erasureRequested, then run minutebook erase " +
          who + ".");
}

void Recorder::keepRehearsed(Admitted admitted) {
  if (!rehearsal_) rehearsal_ = std::make_unique<FactsWith>(sequencer_.facts());
  rehearsed_.push_back(std::move(admitted));
  for (const Statement& statement : rehearsed_.back().submission().statements) {
    rehearsal_->append(statement);
  }
  for (const FactChange& change : rehearsed_.back().changes()) rehearsal_->apply(change);
}

namespace {

Refusal idReused(std::uint64_t index) {
  return {"statement.id-reused", "statementId",
          "Entry " + std::to_string(index) + " has this statement id and says something else.",
          "Leave the statement id out, so that the ledger gives a new one."};
}

}  // namespace

Outcome<RecordedDraft> Recorder::compareWithStored(PreparedDraft& prepared, std::uint64_t index) {
  Statement stored = facts().statementAt(index);
  Mentions mentions = mentionsOf(stored, catalogue_);
  const std::vector<PlainSecret>& secrets = prepared.draft.secrets();
  if (mentions.sealed.size() != secrets.size()) return idReused(index);
  // With the stored commitments in place, equal bytes mean equal public fields.
  prepared.draft.setStatementId(prepared.id);
  for (std::size_t i = 0; i < secrets.size(); ++i) {
    auto same =
        std::find_if(mentions.sealed.begin(), mentions.sealed.end(),
                     [&](const SealedField& field) { return field.path == secrets[i].path; });
    if (same == mentions.sealed.end()) return idReused(index);
    prepared.draft.setCommitment(i, same->commitment);
  }
  Outcome<Statement> again = prepared.draft.finish();
  if (!again) return again.refusal();
  if (!sameBytes(again.value().bytes(), stored.bytes())) return idReused(index);
  Outcome<RecordedAs> as = compareSecrets(prepared.draft, stored, index);
  if (!as) return as.refusal();
  return RecordedDraft{as.value(), index};
}

Outcome<RecordedAs> Recorder::compareSecrets(const Draft& draft, const Statement& stored,
                                             std::uint64_t index) {
  if (draft.secrets().empty()) return RecordedAs::kAlready;
  std::vector<Opening> openings = store_.openingsOf(index);
  RecordedAs as = RecordedAs::kAlready;
  for (const PlainSecret& secret : draft.secrets()) {
    auto opening = std::find_if(openings.begin(), openings.end(),
                                [&](const Opening& one) { return one.path == secret.path; });
    const DataKey* key = opening == openings.end() ? nullptr : keys_.find(opening->keyId);
    if (!key) {
      as = RecordedAs::kAlreadyErased;
      continue;
    }
    auto opened = openValue(aead_, *key, {origin_, stored.id()}, *opening);
    if (!opened) {
      throw Fault(FaultKind::kCorrupt,
                  "the opening of " + secret.field + " in entry " + std::to_string(index) +
                      " cannot be opened",
                  "Run minutebook verify; if the ledger is damaged, restore it from a backup.");
    }
    if (!sameBytes(opened->value, secret.value)) return idReused(index);
  }
  return as;
}

}  // namespace minutebook
