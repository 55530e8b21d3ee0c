// ledger/store/submitter.h
//
// The last steps of everything that enters: sign once, ask the rules, append.

#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "ledger/crypto/ed25519.h"
#include "ledger/rules/admit.h"
#include "ledger/seal/opening.h"
#include "ledger/store/sequencer.h"

namespace minutebook {

/// Statements of one author that are ready to be signed.
struct Unsigned {
  std::vector<Statement> statements;
  std::vector<std::vector<Opening>> openings;  ///< One list a statement; or none at all.
};

/// Signs the statements of one author for `origin` as one submission.
Submission signSubmission(std::string_view origin, std::vector<Statement> statements,
                          const SigningKey& author);

/// Signs, asks and appends for one open ledger. `sequencer` and `catalogue` must outlive it.
class Submitter {
 public:
  /// `origin` is the ledger's name, which every signature covers.
  Submitter(Sequencer& sequencer, const Catalogue& catalogue, std::string origin)
      : sequencer_(sequencer), catalogue_(catalogue), origin_(std::move(origin)) {}

  /// Durable on return of an Appended; nothing has changed on NotAdmitted. `time` is the ledger's,
  /// in seconds since the Unix epoch, UTC. Data keys that the openings use must be on disk already.
  /// Throws as Sequencer::append().
  std::variant<Appended, NotAdmitted> submit(Unsigned batch, const SigningKey& author,
                                             std::int64_t time);

  const std::string& origin() const { return origin_; }
  const Catalogue& catalogue() const { return catalogue_; }
  Sequencer& sequencer() { return sequencer_; }

 private:
  Sequencer& sequencer_;
  const Catalogue& catalogue_;
  std::string origin_;
};

}  // namespace minutebook
