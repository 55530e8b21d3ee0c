// cli/keeping/compare.h
//
// Holds a restored copy against everything that was ever signed for its log and can be had: the
// guard, published files, what witnesses show when asked, checkpoints from whoever kept one.

#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "audit/verify/compare_histories.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "ledger/store/entry_store.h"
#include "ledger/store/restored.h"

namespace minutebook {

/// A signed checkpoint from outside, and where it is from.
struct ForeignCheckpoint {
  std::string from;
  std::string bytes;
};

/// One thing that a copy was held against.
struct Comparison {
  enum class Answer { kHolds, kBehind, kContradicts, kNotCompared };

  std::string with;
  Answer answer = Answer::kNotCompared;
  std::string sentence;
  std::optional<std::uint64_t> size = {};  ///< What it was held against.
  std::string note = {};                   ///< The signed checkpoint, where there is one.
  std::set<std::string> witnesses = {};    ///< Of the policy, who cosigned it.
};

/// A file that is kept because it may have to be shown.
struct EvidenceFile {
  std::string name;
  std::string text;
};

/// All of it, and what follows.
struct CompareResult {
  std::vector<Comparison> comparisons;
  /// Nothing: compared, and the copy holds everything that was signed.
  std::optional<RestoredMark> mark;
  /// Signed checkpoints that contradict the copy or each other, in files that others can check.
  std::vector<EvidenceFile> evidence;
};

/// The checkpoint files that the call names.
std::vector<ForeignCheckpoint> givenCheckpoints(const Call& call);

/// Compares the log of `store`, which was verified, with the guard, with `--published` and with
/// `foreign`, and asks the witnesses of the policy: that of `--policy`, else the ledger's own.
/// Keys: those of `--vkey` or the policy, else those that the log itself names. With a policy, a
/// quorum of its witnesses must be among who was heard, or it counts as not compared.
CompareResult compareCopy(Call& call, const LedgerPlace& place, const EntryStore& store,
                          const std::vector<ForeignCheckpoint>& foreign);

/// "held", "behind", "contradicted" or "not compared": for JSON.
std::string stateCode(const std::optional<RestoredMark>& mark);

}  // namespace minutebook
