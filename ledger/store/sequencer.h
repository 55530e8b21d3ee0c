// ledger/store/sequencer.h
//
// The only writer. Every submission that enters the ledger goes through append(), one at a time,
// and comes back with its index. Bytes on disk: docs/formats/store.md. Why one writer: decision
// 0004.

#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "ledger/rules/admit.h"
#include "ledger/seal/opening.h"
#include "ledger/store/entry_store.h"

namespace minutebook {

/// Where a submission landed.
struct Appended {
  std::uint64_t first = 0;  ///< Index of its first entry.
  std::uint64_t count = 0;
};

/// Gives each admitted statement the next index, grows the Merkle tree, and makes entries, openings
/// and unsigned head durable in one synced write. The head stays unsigned: publish signs, guard
/// first.
///
/// A resource: neither copied nor moved. One thread at a time; readers use LogReader instead.
class Sequencer {
 public:
  /// `store` is open for writing; it and `catalogue` outlive this. After a crash, facts and threads
  /// of the bounded tail are derived again here. Throws kCorrupt if the entries cannot be read, and
  /// kConfig if the rules of this program refuse one: a newer program has written it, so this one
  /// may read but not write.
  Sequencer(EntryStore& store, const Catalogue& catalogue);
  ~Sequencer();
  Sequencer(const Sequencer&) = delete;
  Sequencer& operator=(const Sequencer&) = delete;

  /// Facts as of the newest entry, for admit(). Lives as long as this.
  const Facts& facts() const;

  /// Appends one submission (1 to 1,024 entries) with one sync. `openings[i]` belong to statement
  /// i; none at all may be given as an empty list. On return everything is synced. It cannot
  /// refuse: only admit() makes an Admitted.
  ///
  /// Throws kIo if the write or its sync fails: the entries are then on disk whole or not at all,
  /// and this object cannot know which; drop it and the store and open new ones, which find out.
  /// Throws kBug if the log has grown, or time has gone back, since the rules were asked.
  Appended append(const Admitted& admitted, const std::vector<std::vector<Opening>>& openings);

  std::uint64_t size() const noexcept;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace minutebook
