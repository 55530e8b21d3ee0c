// cli/checking/given.h
//
// What somebody was handed, checked without any ledger: by `minutebook verify PATH...` and by
// minutebook-verify, which does nothing else. Nothing here may need the store or the read model.

#pragma once

#include <string>
#include <vector>

#include "cli/commands.h"
#include "ledger/base/file_tree.h"

namespace minutebook {

/// Checks what the words of the call name: one thing for itself; of several, each for itself and
/// all against the longest. Throws kUsage for what cannot be checked like that.
ExitStatus checkGiven(Call& call);

/// What a file that was handed over is, told from its name's ending or from how it begins.
enum class GivenFile { kArchive, kReceipt, kMisbehaviour, kStamped, kJson, kCheckpoint };
/// Throws kMissing if there is no such file, kCorrupt if it is none of them.
GivenFile givenFileAt(const std::string& path);

/// A file's bytes. Throws kMissing if there is none, kCorrupt if it is larger than `bytesMax`.
Bytes readGiven(const std::string& path, std::size_t bytesMax);

/// Verifies a published directory, and tells the result.
ExitStatus verifyPublishedIn(Call& call, const FileTree& tree, const std::string& path);
/// Verifies a signed checkpoint for itself.
ExitStatus verifyCheckpointIn(Call& call, const std::string& path);
/// Verifies a receipt in any of its forms, or a tlog-proof with the entry that it is of.
ExitStatus verifyReceiptIn(Call& call, const std::string& path);
/// Verifies a file that shows that a log contradicts itself.
ExitStatus verifyMisbehaviourIn(Call& call, const std::string& path);
/// Verifies a checkpoint with time stamps.
ExitStatus verifyStampedIn(Call& call, const std::string& path);
/// Verifies several published directories, bundles and checkpoints, and compares them.
ExitStatus compareGiven(Call& call, const std::vector<std::string>& paths);

}  // namespace minutebook
