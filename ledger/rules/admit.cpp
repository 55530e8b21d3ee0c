#include "ledger/rules/admit.h"

#include <algorithm>

#include "ledger/crypto/ed25519.h"
#include "ledger/crypto/merkle.h"
#include "ledger/event/form.h"
#include "ledger/rules/family.h"
#include "ledger/rules/general.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

enum class SignatureCheck { kHere, kElsewhere };

/// Statements that authorise others: what was known of the author may no longer hold after them.
bool changesAuthority(schema::Record::Which kind) {
  switch (kind) {
    case schema::Record::LEDGER_OPENED:
    case schema::Record::KEY_ENROLLED:
    case schema::Record::KEY_REVOKED:
    case schema::Record::RIGHT_GRANTED:
    case schema::Record::RIGHT_REVOKED:
      return true;
    default:
      return false;
  }
}

std::optional<Refusal> checkSignature(const Submission& submission) {
  Sha256 hasher;
  std::vector<Hash> leaves;
  leaves.reserve(submission.statements.size());
  for (const Statement& statement : submission.statements) {
    leaves.push_back(statement.leaf(hasher));
  }
  const Statement& first = submission.statements.front();
  Bytes message = submissionMessage(first.origin(), leaves.size(), rootOf(hasher, leaves));
  auto author = PublicKey::of(first.author());
  auto signature = Signature::of(submission.signature);
  if (author && signature && verify(*author, message, *signature)) return std::nullopt;
  return refuse("submission.signature", "",
                "The signature is not that of " + toHex(first.author()) + " over these " +
                    std::to_string(leaves.size()) + " statements.");
}

/// Of two refusals the one to tell.
std::optional<Refusal> firstInList(std::optional<Refusal> one, std::optional<Refusal> other) {
  if (!one || !other) return one ? std::move(one) : std::move(other);
  return refusalRank(other->code) < refusalRank(one->code) ? std::move(other) : std::move(one);
}

}  // namespace

std::vector<ThreadName> threadsOf(const Mentions& mentions) {
  std::vector<ThreadName> threads;
  threads.reserve(mentions.records.size());
  for (const Mention& mention : mentions.records) {
    if (mention.joins) threads.push_back({mention.where, mention.id});
  }
  std::sort(threads.begin(), threads.end());
  threads.erase(std::unique(threads.begin(), threads.end()), threads.end());
  return threads;
}

Hash threadKey(Sha256& hasher, const ThreadName& name) {
  static constexpr std::string_view kDomain("minutebook/thread/v1\0", 21);
  static constexpr std::string_view kEnd("\0", 1);
  return hasher.ofPublic(
      {asBytes(kDomain), asBytes(registerName(name.where)), asBytes(kEnd), asBytes(name.id)});
}

/// One submission on its way in. Used once.
class Admission {
 public:
  Admission(Submission submission, const Facts& facts, std::int64_t time,
            const Catalogue& catalogue, std::vector<Mentions> mentions)
      : base_(facts),
        facts_(facts),
        catalogue_(catalogue),
        rules_(allRules()),
        known_(std::move(mentions)) {
    if (known_.size() != submission.statements.size()) known_.clear();
    admitted_.submission_ = std::move(submission);
    admitted_.time_ = time;
    admitted_.ledgerSize_ = facts.size();
  }

  std::variant<Admitted, NotAdmitted> run(SignatureCheck signatures) {
    if (auto refusal = checkWhole(signatures)) return no(std::move(*refusal));
    std::vector<Statement>& statements = admitted_.submission_.statements;
    admitted_.changes_.reserve(statements.size() * 2);
    facts_.expect(statements.size() * 4);
    admitted_.mentions_.reserve(statements.size());
    for (place_ = 0; place_ < statements.size(); ++place_) {
      if (auto refusal = admitOne(statements[place_])) return no(std::move(*refusal));
    }
    return std::move(admitted_);
  }

 private:
  NotAdmitted no(Refusal refusal) {
    return {place_, std::move(refusal), std::move(admitted_.submission_)};
  }

  /// What concerns the submission as a whole, and the form of each of its statements.
  std::optional<Refusal> checkWhole(SignatureCheck signatures) {
    const std::vector<Statement>& statements = admitted_.submission_.statements;
    if (auto refusal = checkSize(admitted_.submission_)) return refusal;
    for (place_ = 0; place_ < statements.size(); ++place_) {
      if (auto refusal = checkForm(statements[place_], catalogue_)) return refusal;
    }
    for (Together check : {checkSameAuthor, checkThisLedger}) {
      for (place_ = 0; place_ < statements.size(); ++place_) {
        if (auto refusal = check(statements[place_], statements.front(), facts_)) return refusal;
      }
    }
    place_ = 0;
    if (signatures == SignatureCheck::kHere) {
      if (auto refusal = checkSignature(admitted_.submission_)) return refusal;
    }
    if (admitted_.time_ >= base_.newestTime()) return std::nullopt;
    return refuse("submission.time-back", "",
                  "The clock says " + std::to_string(admitted_.time_) +
                      " and the newest entry was recorded at " +
                      std::to_string(base_.newestTime()) + " (seconds since 1970).");
  }

  std::optional<Refusal> admitOne(const Statement& statement) {
    if (auto refusal = checkNew(statement, facts_)) return refusal;
    bool opens = statement.record().isLedgerOpened();
    if (opens) {
      // Nobody is known yet: the rules of ledgerOpened see that the steward's own key speaks.
      author_ = KnownAuthor{textOf(statement.record().getLedgerOpened().getSteward()),
                            rightBit(schema::Right::STEWARD)};
    } else if (!author_) {
      auto author = authorOf(statement, facts_);
      if (!author) return author.refusal();
      author_ = std::move(author).value();
    }
    if (auto refusal = checkAuthority(statement, *author_, facts_, catalogue_)) return refusal;
    Mentions mentions =
        known_.empty() ? mentionsOf(statement, catalogue_) : std::move(known_[place_]);
    Asked asked{statement,
                statement.record(),
                mentions,
                facts_,
                catalogue_,
                *author_,
                admitted_.submission_.statements,
                place_};
    const KindRules& rules = rulesOf(statement.kindNumber());
    auto refusal = checkMentions(asked);
    if (rules.holds) refusal = firstInList(std::move(refusal), rules.holds(asked));
    if (rules.now) refusal = firstInList(std::move(refusal), rules.now(asked));
    refusal = firstInList(std::move(refusal), checkCorrected(asked));
    if (refusal) return refusal;
    std::size_t before = admitted_.changes_.size();
    changesOfMentions(asked, admitted_.changes_);
    if (rules.change) rules.change(asked, admitted_.changes_);
    admitted_.mentions_.push_back(std::move(mentions));
    for (std::size_t i = before; i < admitted_.changes_.size(); ++i) {
      facts_.apply(admitted_.changes_[i]);
    }
    facts_.append(statement);
    if (changesAuthority(statement.record().which())) author_.reset();
    return std::nullopt;
  }

  /// The record inside a correction has to hold as a new one of its kind would.
  std::optional<Refusal> checkCorrected(const Asked& asked) const {
    if (!asked.record.isEntryCorrected()) return std::nullopt;
    Asked again = asked.with(asked.record.getEntryCorrected().getCorrected());
    const KindRules& rules = rulesOf(static_cast<std::uint16_t>(again.record.which()));
    auto refusal = rules.holds ? rules.holds(again) : std::nullopt;
    if (refusal) refusal->field = "corrected." + refusal->field;
    return refusal;
  }

  const KindRules& rulesOf(std::uint16_t kind) const {
    return kind < rules_.size() ? rules_[kind] : none_;
  }

  const Facts& base_;
  FactsWith facts_;
  const Catalogue& catalogue_;
  std::vector<KindRules> rules_;
  KindRules none_;
  std::vector<Mentions> known_;  // Of all statements, or empty.
  Admitted admitted_;
  std::size_t place_ = 0;
  std::optional<KnownAuthor> author_;  // Of all statements; asked again after a change of rights.
};

std::variant<Admitted, NotAdmitted> admit(Submission submission, const Facts& facts,
                                          std::int64_t time, const Catalogue& catalogue) {
  return Admission(std::move(submission), facts, time, catalogue, {}).run(SignatureCheck::kHere);
}

std::variant<Admitted, NotAdmitted> readmit(Submission submission, const Facts& facts,
                                            std::int64_t time, const Catalogue& catalogue,
                                            std::vector<Mentions> mentions) {
  return Admission(std::move(submission), facts, time, catalogue, std::move(mentions))
      .run(SignatureCheck::kElsewhere);
}

}  // namespace minutebook
