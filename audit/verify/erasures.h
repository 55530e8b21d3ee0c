// audit/verify/erasures.h
//
// Which sealed values may be gone: what the log itself records about erasures, read from its bytes.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/crypto/data_keys.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/mentions.h"
#include "ledger/event/statement.h"
#include "ledger/tlog/log_reader.h"

namespace minutebook {

/// One erasureDone.
struct RecordedErasure {
  std::uint64_t index = 0;
  std::string participant;
  bool everything = false;  ///< All before it under the person's key; else `entries` only.
  std::set<StatementId> entries;
  std::vector<DataKeyId> keys;  ///< The data keys that were destroyed.
};

/// How an erasure bears on one sealed value.
enum class Erased {
  kNo,
  kMayBe,  ///< Whose it is cannot be told without keys: the person is named sealed.
  kYes,
};

/// An answer, with the erasure it rests on.
struct ErasureAnswer {
  Erased erased = Erased::kNo;
  std::uint64_t by = 0;  ///< Index of the erasureDone; meaningless unless kYes.
};

/// All erasures of one log and who its author keys belong to.
class Erasures {
 public:
  /// Reads every entry; those that cannot be decoded are passed over, for verifyLog() names them.
  /// Throws as `log` does.
  Erasures(const LogReader& log, const Catalogue& catalogue);

  /// About a sealed value of the statement at `index`, which mentions `mentions`.
  ErasureAnswer of(std::uint64_t index, const Statement& statement, const Mentions& mentions,
                   const SealedField& field) const;

  /// Whose key a value is kept under, as far as the public bytes say.
  struct Subject {
    /// A person named in the clear; a matter of several; a person named sealed.
    enum class Kind { kParticipant, kOther, kSealed } kind = Kind::kOther;
    std::string participant;
    std::string sealedIn;  ///< With kSealed: the field of the statement that names the person.
  };
  /// Of a sealed value of `statement`, which mentions `mentions`.
  Subject subjectOf(const Statement& statement, const Mentions& mentions,
                    const SealedField& field) const;

  const std::vector<RecordedErasure>& all() const { return erasures_; }

 private:
  void read(std::uint64_t index, const Statement& statement, const Catalogue& catalogue);
  /// By one `about`; nothing if it names nobody alone, so that another may count.
  std::optional<Subject> subjectBy(const std::string& about, const Statement& statement,
                                   const Mentions& mentions, const SealedField& field) const;
  std::vector<RecordedErasure> erasures_;
  std::map<Bytes, std::string> keyOwners_;
};

}  // namespace minutebook
