// ledger/store/recorder.h
//
// From drafts to durable entries: seal, sign, ask the rules, append. Everything that enters a
// ledger, by hand, by import or by the ledger's own clerk, goes this way.

#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "ledger/crypto/data_keys.h"
#include "ledger/crypto/ed25519.h"
#include "ledger/door/door.h"
#include "ledger/event/compose.h"
#include "ledger/seal/sealer.h"
#include "ledger/store/sequencer.h"
#include "ledger/store/vault.h"

namespace minutebook {

/// A draft and the id it is to be recorded under.
struct PreparedDraft {
  Draft draft;
  StatementId id;
  /// Finished already, under that id, with commitments that have these salts.
  std::optional<Statement> finished = {};
  std::vector<Salt> salts = {};
};

/// What became of one draft.
enum class RecordedAs {
  kNew,            ///< Appended now.
  kAlready,        ///< The same id with the same content was there; nothing was added.
  kAlreadyErased,  ///< As kAlready, but its sealed text has been erased; it is never sealed again.
};

/// How one draft was recorded, and where its entry stands in the log.
struct RecordedDraft {
  RecordedAs as = RecordedAs::kNew;
  std::uint64_t index = 0;  ///< Of its entry.
};

/// Every draft was recorded, now or before.
struct Recorded {
  std::vector<RecordedDraft> drafts;
};

/// One draft was refused, so none was recorded.
struct RecordingRefused {
  std::size_t draft = 0;
  Refusal refusal;
};

/// One author's pen. Its arguments must outlive it; one thread at a time.
class Recorder {
 public:
  /// `origin` is the ledger's name, which signatures and sealed texts are bound to.
  Recorder(const Catalogue& catalogue, EntryStore& store, Sequencer& sequencer, DataKeys& keys,
           RandomSource& random, std::string origin);

  /// Records all drafts as one submission (1 to 1,024 of them), signed by `author`, at `time` (Unix
  /// seconds, UTC; never before the newest entry: then that one's time counts). On return what is
  /// new is durable. Drafts whose ids are taken are compared with what is there: the same content
  /// is kAlready, anything else is refused with statement.id-reused.
  ///
  /// Throws kIo as Sequencer::append() does.
  std::variant<Recorded, RecordingRefused> record(std::vector<PreparedDraft> drafts,
                                                  const SigningKey& author, std::int64_t time);

  /// The same checks, including the rules, and nothing written: for --dry-run. What was rehearsed
  /// counts as recorded for the next call, so that later lines may refer to earlier ones.
  std::variant<Recorded, RecordingRefused> rehearse(std::vector<PreparedDraft> drafts,
                                                    const SigningKey& author, std::int64_t time);

  /// From now on an erasureDone is taken only for what is not here: throws kUsage for one about
  /// somebody who has a data key, or that names a key of this ledger. `minutebook erase` destroys
  /// before it records, and so does not ask for this.
  void refuseErasuresByHand() { refusesErasuresByHand_ = true; }

  /// The checks that a clause may name from now on; until then none.
  void knowChecks(KnownChecks checks) { knownChecks_ = std::move(checks); }

  /// Where the statement with this id stands, recorded or rehearsed; nothing if there is none.
  std::optional<std::uint64_t> find(const StatementId& id) const;
  /// The entry that gave out a record's id, recorded or rehearsed; nothing if it is free.
  std::optional<std::uint64_t> findRecord(schema::Register where, std::string_view id) const;
  /// The statement there. Throws kBug if nothing stands there.
  Statement statementAt(std::uint64_t index) const;

 private:
  enum class Mode { kRecord, kRehearse };

  std::variant<Recorded, RecordingRefused> run(std::vector<PreparedDraft> drafts,
                                               const SigningKey& author, std::int64_t time,
                                               Mode mode);
  const Facts& facts() const;
  void checkErasureByHand(const Statement& statement) const;
  void keepRehearsed(Admitted admitted);
  Outcome<RecordedDraft> compareWithStored(PreparedDraft& prepared, std::uint64_t index);
  Outcome<RecordedAs> compareSecrets(const Draft& draft, const Statement& stored,
                                     std::uint64_t index);

  const Catalogue& catalogue_;
  EntryStore& store_;
  Sequencer& sequencer_;
  DataKeys& keys_;
  std::string origin_;
  Sealer sealer_;
  Vault vault_;  // What the door looks at besides the draft itself.
  Aead aead_;
  KnownChecks knownChecks_;
  bool refusesErasuresByHand_ = false;
  std::deque<Admitted> rehearsed_;  // What rehearsal_ points into.
  std::unique_ptr<FactsWith> rehearsal_;
};

}  // namespace minutebook
