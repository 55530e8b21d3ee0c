// cli/import/desk.h
//
// What every import does with a batch, whatever file it came from: submit it, say what became of
// it, and count.

#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "cli/commands.h"
#include "cli/import/first_look.h"
#include "cli/session.h"
#include "ledger/event/compose.h"
#include "ledger/store/recorder.h"

namespace minutebook {

/// What has happened so far, over all files of the command.
struct ImportTally {
  std::uint64_t added = 0;
  std::uint64_t corrected = 0;  ///< Of those added.
  std::uint64_t already = 0;
  std::uint64_t erased = 0;
};

/// Which part of which file a batch is.
struct ImportSpan {
  std::string file;
  std::string unit;  ///< "line" or "row".
  std::uint64_t first = 0;
  std::uint64_t last = 0;
};

/// One command's import: the ledger open for writing, its author, and the tally.
class ImportDesk {
 public:
  ImportDesk(Call& call, const LedgerPlace& place);

  /// Records the drafts as one submission, or rehearses with --dry-run; nothing to do for none.
  std::variant<Recorded, RecordingRefused> submit(std::vector<PreparedDraft> drafts);
  /// Says what became of a batch; `corrected` of what is new are corrections.
  void acknowledge(const ImportSpan& span, const Recorded& recorded, std::uint64_t corrected = 0);
  /// Says why nothing of a batch was recorded. Some batches may be durable already; then the work
  /// is partly done. `mend` is what to put right: "the line".
  ExitStatus refuse(const Refusal& refusal, const std::string& place, const std::string& mend);
  /// Counts what was found to be there already without asking the recorder.
  void countAlready(std::uint64_t already, std::uint64_t erased);
  void summarise();
  Call& call;
  Writing writing;
  Author author;
  Composer composer;
  SecretBytes importKey;
  FirstLook firstLook;

 private:
  ImportTally tally_;
};

}  // namespace minutebook
