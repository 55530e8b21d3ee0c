// ledger/store/erasure.h
//
// Sealed text that goes for good: the data key first, then the openings, then the files that held
// them. What a crash leaves half done is found by the note that was made before. Order and crash
// argument: docs/formats/erasure.md.

#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/base/directory.h"
#include "ledger/crypto/data_keys.h"
#include "ledger/event/erasure_record.h"
#include "ledger/store/entry_store.h"

namespace rocksdb {
class WriteBatch;
}

namespace minutebook {

/// What an erasure came to.
struct DestroyedSealed {
  std::uint64_t keys = 0;
  std::uint64_t openings = 0;     ///< Deleted.
  std::uint64_t sealedAgain = 0;  ///< Kept, under a new key.
  bool isWhole = true;  ///< False: a key that is erased in part could not be, without its master.

  bool isAnything() const { return keys > 0 || openings > 0 || sealedAgain > 0; }
};

/// The note that an erasure was begun here and has not ended, as the caller wrote it.
std::optional<std::string> erasureBegun(const EntryStore& store);
/// Makes the note, durably, before anything is destroyed. `what` holds nothing private. Needs
/// kWrite, as all that follows.
void noteErasureBegun(EntryStore& store, const std::string& what);
/// Takes the note away, durably.
void noteErasureEnded(EntryStore& store);

/// Whether the store or the file of data keys may still hold something of `known`.
bool needsErasing(const EntryStore& store, const Directory& keys,
                  const std::vector<ErasedKey>& known);

/// Destroys sealed text in one ledger. Its arguments must outlive it.
class Eraser {
 public:
  /// `open` is null where the master key is not at hand: then keys go unopened, and of a key that
  /// is erased in part only the openings go.
  Eraser(EntryStore& store, Directory& keys, DataKeys* open, std::string origin,
         RandomSource& random);

  /// Seals again what stays, destroys the keys, deletes the openings in one batch, flushes and
  /// compacts. Of a key under which this database sealed again what now goes, too, the same goes.
  /// Doing it again is harmless and completes what was cut short.
  DestroyedSealed destroy(const std::vector<ErasedKey>& known);

 private:
  struct Found {
    std::uint64_t index = 0;
    Opening opening;
  };
  bool isKept(const ErasedKey& erased, const Found& found) const;
  void sealAgain(const ErasedKey& erased, DestroyedSealed& done);
  void noteSealedAgain(const ErasedKey& erased, const DataKeyId& next,
                       rocksdb::WriteBatch& batch) const;
  void deleteOpenings(const std::vector<ErasedKey>& erased, DestroyedSealed& done);
  std::vector<Found> openingsUnder(const std::set<DataKeyId>& ids) const;

  EntryStore& store_;
  Directory& keys_;
  DataKeys* open_;
  std::string origin_;
  RandomSource& random_;
  Aead aead_;
};

}  // namespace minutebook
