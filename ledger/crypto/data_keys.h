// ledger/crypto/data_keys.h
//
// The data keys: one AES-256 key for each person, group, survey, initiative, set of accounts, and
// one for the ledger. Destroying a data key is what erasure means. The file names nobody: a random
// id in the clear, the subject wrapped together with the key. Bytes on disk: docs/formats/keys.md.

#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/directory.h"
#include "ledger/crypto/master_key.h"

namespace minutebook {

/// 16 random bytes; not derived from the subject or from the key.
struct DataKeyId {
  std::array<std::uint8_t, 16> bytes{};

  auto operator<=>(const DataKeyId&) const = default;
  ByteView view() const { return {bytes.data(), bytes.size()}; }
  /// Nothing unless `from` is exactly 16 bytes.
  static std::optional<DataKeyId> of(ByteView from);
};

/// One data key. `subject` is its kind and id: "participant/LE-1", "group/WG", "ledger/".
struct DataKey {
  DataKeyId id;
  std::string subject;
  SecretBytes key;  ///< 32 bytes, for Aead.
};

/// The longest subject, in bytes.
constexpr std::size_t kDataKeySubjectBytesMax = 63;

/// All data keys of a ledger, in memory and in keys/data.keys.
///
/// A resource: neither copied nor moved. One writing process at a time (the ledger's lock);
/// readers may open beside it. `keys` and `master` must outlive it.
class DataKeys {
 public:
  /// Whether the file may be changed through this object.
  enum class Access { kRead, kWrite };

  /// Reads the file; absent is empty. A record torn off the end by a crash is ignored, and dropped
  /// with kWrite: its key was never used, for keys are synced before the batch that needs them.
  /// Throws kCorrupt for any other damage, naming the record, or if the master key is not the one;
  /// kBusy if the folder has been replaced by one under a new master key.
  DataKeys(Directory& keys, MasterKey& master, Access access);
  DataKeys(const DataKeys&) = delete;
  DataKeys& operator=(const DataKeys&) = delete;

  /// The key of `subject`, made and staged if there is none yet: it is on disk after sync(). The
  /// reference holds until the key is destroyed. Throws kBug with kRead, or if the subject is
  /// empty or longer than kDataKeySubjectBytesMax.
  const DataKey& ensure(std::string_view subject, RandomSource& random);
  /// A new key for `subject` beside those it has; from now on ensure() and findSubject() give this
  /// one. Staged and thrown as by ensure().
  const DataKey& renew(std::string_view subject, RandomSource& random);
  /// Appends all staged keys with one write and one sync; nothing staged costs nothing. Call it
  /// before the batch that uses them is committed. Throws kIo; the staged keys are then on disk
  /// all or not, and this object must be dropped.
  void sync();

  /// Absence means never made, or destroyed.
  const DataKey* find(const DataKeyId& id) const;
  const DataKey* findSubject(std::string_view subject) const;
  std::size_t size() const noexcept { return byId_.size(); }
  /// Of whom or what there is a key, sorted.
  std::vector<std::string> subjects() const;

  /// Every key of `subject`, the one in use last: more than one only while openings move from one
  /// to the next.
  std::vector<DataKeyId> idsOf(std::string_view subject) const;

  /// Forgets these keys and rewrites the file without them, durably, then overwrites the old file's
  /// blocks. Staged keys are synced first. Copies may survive in backups, snapshots and worn
  /// flash. Returns those that were there.
  std::vector<DataKeyId> destroy(const std::set<DataKeyId>& ids);
  /// Drops a key from memory only: for a reader that cannot write and knows that it was destroyed.
  void forget(const DataKeyId& id);

  /// Writes every key, with its id and in the same order, into `to` under another master key: the
  /// file is then durable there, and nothing here has changed. No keys, no file. Throws kBug if
  /// keys are staged.
  void wrapAgain(Directory& to, MasterKey& master, RandomSource& random) const;
  /// Whether `other` holds the same ids, subjects and keys in the same order.
  bool holdsTheSameAs(const DataKeys& other) const;

 private:
  void load();
  void add(DataKey key);
  const DataKey& make(std::string_view subject, RandomSource& random);

  Directory& keys_;
  MasterKey& master_;
  Access access_;
  std::map<DataKeyId, DataKey> byId_;
  std::vector<DataKeyId> order_;  // As they stand in the file, and then those that are staged.
  std::map<std::string, DataKeyId, std::less<>> bySubject_;
  Bytes staged_;                 // Records not yet on disk.
  std::uint64_t fileBytes_ = 0;  // Header and whole records on disk; 0: no file yet.
};

/// The ids in the file of data keys, in its order; they stand in the clear. Nothing if there is no
/// file. A torn end is ignored. Throws kCorrupt if it is not a file of data keys.
std::vector<DataKeyId> listDataKeyIds(const Directory& keys);

/// Which of these ids stand in copies of a file of data keys: `file` is one, or an archive that is
/// not compressed holds one. Nothing if it cannot be read.
std::set<DataKeyId> copiedDataKeyIds(const std::filesystem::path& file,
                                     const std::set<DataKeyId>& among);

/// DataKeys::destroy() for a program that has no master key: what is destroyed need not be opened.
/// Needs the ledger's lock.
std::vector<DataKeyId> destroyDataKeys(Directory& keys, const std::set<DataKeyId>& ids);

}  // namespace minutebook
