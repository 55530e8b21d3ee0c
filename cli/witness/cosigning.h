// cli/witness/cosigning.h
//
// The one way in which a checkpoint of this ledger comes to its cosignatures: publish, bundle,
// disclose and receipt all go through here. Without a policy nobody is asked.

#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/session.h"
#include "ledger/store/publish.h"
#include "ledger/tlog/policy.h"
#include "ledger/witness/ask.h"

namespace minutebook {

/// A file that --cosignatures names.
struct GivenCosignatures {
  std::string file;
  std::string text;
};
/// All of them. Throws kMissing if there is none at a path.
std::vector<GivenCosignatures> givenCosignatures(const Arguments& arguments);

/// What came of asking.
struct CosignedResult {
  bool isEnough = true;               ///< The policy's quorum is met, or there is no policy.
  std::set<std::string> witnesses;    ///< Who has cosigned, by their names in the policy.
  std::vector<std::string> troubles;  ///< One sentence for each that has not, or was not kept.
  std::vector<std::string> byFile;    ///< Witnesses without an http:// address that have not.
};

/// Asks the witnesses of the policy in force for one ledger.
class Cosigning {
 public:
  /// Refused: `policy.malformed`. `call` must outlive what is returned.
  static Outcome<Cosigning> forLedger(Call& call, const LedgerPlace& place);

  /// The ledger's own verifier keys, those that have been retired too.
  const std::vector<std::string>& vkeys() const { return vkeys_; }
  bool asksForWitnesses() const { return policy_ && policy_->asksForWitnesses(); }
  /// The quorum in words.
  std::string quorumInWords() const { return policy_ ? policy_->quorumInWords() : ""; }

  /// For a ledger that has no guard here: holds what the witnesses have cosigned against the log,
  /// before anything is signed. Throws kCorrupt if the log is behind it or contradicts it.
  void compareFirst(const Guard& guard, const LogReader& log) const;

  /// Adds cosignatures to `checkpoint.note`: those of `notes` (earlier cosignatures of the same
  /// checkpoint, or of another one), those in the files that --cosignatures names, and those of
  /// every witness that can be asked. Refused: `cosignature.malformed`. Throws kCorrupt if a
  /// witness shows a checkpoint that this log has signed and that contradicts it: a restored old
  /// copy, or a fork; evidence is kept in the ledger's directory, where there is any.
  Outcome<CosignedResult> cosign(NewCheckpoint& checkpoint, const LogReader& log,
                                 const std::vector<std::string>& notes = {}) const;

 private:
  Cosigning(Call& call, const LedgerPlace& place, std::vector<std::string> vkeys,
            std::optional<Policy> policy);

  Exchanger exchanger() const;
  void compareWithShown(const ShownByWitness& shown, const LogReader& log,
                        const std::string& ownNote) const;

  Call& call_;
  LedgerPlace place_;
  std::vector<std::string> vkeys_;
  std::optional<Policy> policy_;
};

/// Cosigning::compareFirst() for what is handed to one reader, before it is signed. Refused:
/// `policy.malformed`.
std::optional<Refusal> compareForReader(Call& call, const LedgerPlace& place, const Guard& guard,
                                        const LogReader& log);

/// For what is handed to one reader: cosigns, and says on standard error who has. Refused:
/// `policy.malformed`. Throws kBusy if too few have cosigned, unless --without-witnesses was given.
std::optional<Refusal> cosignForReader(Call& call, const LedgerPlace& place,
                                       NewCheckpoint& checkpoint, const LogReader& log);

/// The verifier keys of the witnesses whose cosignatures the checkpoint bears, in the policy's
/// order: for a receipt that pins them.
std::vector<std::string> cosignerKeys(Call& call, const LedgerPlace& place,
                                      const NewCheckpoint& checkpoint);

/// The sentence on what is missing, after one on standard error for each who has not cosigned.
std::string tellTooFew(Call& call, const Cosigning& cosigning, const CosignedResult& result);

/// "Cosigned by A and B." on standard error, and who has not; nothing without a policy.
void tellCosigned(Call& call, const Cosigning& cosigning, const CosignedResult& result);

}  // namespace minutebook
