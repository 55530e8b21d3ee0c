// ledger/rules/admit.h
//
// The one way in. admit() says yes to a whole submission or names the first rule that one of its
// statements breaks. Pure: the same bytes and facts always give the same answer.

#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "ledger/crypto/sha256.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/mentions.h"
#include "ledger/event/submission.h"
#include "ledger/rules/facts.h"

namespace minutebook {

/// A record or participant whose thread an entry joins, once.
struct ThreadName {
  schema::Register where = schema::Register::NOT_RECORDED;
  std::string id;

  auto operator<=>(const ThreadName&) const = default;
};

/// The threads that an entry joins, sorted, each once: of what it registers and of what its joining
/// fields name.
std::vector<ThreadName> threadsOf(const Mentions& mentions);

/// SHA-256("minutebook/thread/v1\0" || register || "\0" || id).
Hash threadKey(Sha256& hasher, const ThreadName& name);

/// The proof that admit() said yes. Nobody else can make one; append it before the facts change.
class Admitted {
 public:
  const Submission& submission() const { return submission_; }
  /// `recordedAt` of all its entries.
  std::int64_t time() const { return time_; }
  /// The size of the ledger that the rules were asked about.
  std::uint64_t ledgerSize() const { return ledgerSize_; }
  const std::vector<FactChange>& changes() const { return changes_; }
  /// For each statement, what it mentions and seals.
  const std::vector<Mentions>& mentions() const { return mentions_; }

 private:
  friend class Admission;
  Admitted() = default;
  Submission submission_;
  std::int64_t time_ = 0;
  std::uint64_t ledgerSize_ = 0;
  std::vector<FactChange> changes_;
  std::vector<Mentions> mentions_;
};

/// Which statement of the submission was refused, and why. The submission comes back.
struct NotAdmitted {
  std::size_t statement = 0;
  Refusal refusal;
  Submission submission;
};

/// The newest version of the rules that this program knows.
inline constexpr std::uint32_t kRulesVersion = 1;

/// Judges a submission at `time` (seconds since the Unix epoch, UTC). Order of the checks, and so
/// of the refusal that is told: schema/refusals.capnp. Checks the author's signature too.
std::variant<Admitted, NotAdmitted> admit(Submission submission, const Facts& facts,
                                          std::int64_t time, const Catalogue& catalogue);

/// What replay does with an entry already in the log: the same fact changes, without the signature
/// check, which `verify` makes from the submission's bytes. Refused entries of
/// another rules version are reported, never dropped. `mentions` is what mentionsOf() says of each
/// statement, where the caller has it already, or nothing.
std::variant<Admitted, NotAdmitted> readmit(Submission submission, const Facts& facts,
                                            std::int64_t time, const Catalogue& catalogue,
                                            std::vector<Mentions> mentions = {});

}  // namespace minutebook
