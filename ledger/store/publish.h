// ledger/store/publish.h
//
// Publishing: threads rooted, guard, signature, tiles, and the checkpoint last. Cut short anywhere,
// it can simply be run again. The order and why: docs/formats/publish.md.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/directory.h"
#include "ledger/crypto/ed25519.h"
#include "ledger/crypto/random.h"
#include "ledger/store/entry_store.h"
#include "ledger/store/guard.h"
#include "ledger/store/submitter.h"

namespace minutebook {

/// The ledger's own keys. Refers to them: they must outlive it.
struct PublishKeys {
  /// One after the other while one key follows another; the newest first, and at least one.
  PublishKeys(const SigningKey& clerkKey, std::span<const SigningKey> logKeys)
      : clerk(clerkKey), logs(logKeys) {}
  /// As nearly always: one key for checkpoints.
  PublishKeys(const SigningKey& clerkKey, const SigningKey& logKey)
      : clerk(clerkKey), logs(&logKey, 1) {}

  const SigningKey& clerk;           ///< Signs the threadsRooted entry.
  std::span<const SigningKey> logs;  ///< Sign the checkpoint, the newest key first.
};

/// When it is published, in seconds since the Unix epoch, UTC (never before the newest entry: then
/// that one's time counts), and what the entry's id is made from.
struct PublishMoment {
  std::int64_t time;
  RandomSource& random;
};

/// A checkpoint that is signed and not yet published. A value.
struct NewCheckpoint {
  SignedHead head;
  std::string note;  ///< The signed checkpoint, byte for byte.
  std::string vkey;  ///< The verifier key to give to readers, without LF: the newest.
  std::optional<std::uint64_t>
      threadsRooted;               ///< Index of the entry that was added for it, if any.
  std::vector<std::string> vkeys;  ///< Of all keys that signed it, `vkey` first.
  std::vector<std::string> known;  ///< Of all keys that the log has ever named for checkpoints.
};

/// What stands beside the tiles for whoever wants to read the entries without this program.
struct PublishedTexts {
  std::string_view schema;       ///< Content of `schema.capnp`.
  std::string_view readme = {};  ///< Content of `README.txt`; empty: there is none.
};

/// What copyOut() did.
struct Published {
  SignedHead head;
  std::uint64_t filesWritten = 0;  ///< Tiles and bundles; those already there are kept.
};

/// Appends threadsRooted, signed by the clerk, if the newest entry is anything else; returns its
/// index. Throws kConfig, with the refusal, if the rules do not take the clerk's entry.
std::optional<std::uint64_t> rootThreads(Submitter& submitter, const SigningKey& clerk,
                                         PublishMoment moment);

/// Throws kCorrupt, naming both, if a published directory is ahead of the log or contradicts it,
/// and kConfig if what is there is not this log's, by all the keys it ever had. No checkpoint
/// there: nothing to compare.
void compareWithPublished(const Directory& published, std::string_view origin,
                          std::span<const std::string> vkeys, const LogReader& log);

/// The same for any signed checkpoint that somebody shows: `who` is for the sentence. One that the
/// keys have not signed is nobody's word and is passed over.
void compareWithSigned(const std::string& who, std::string_view note, std::string_view origin,
                       std::span<const std::string> vkeys, const LogReader& log);

/// First half, under the writer's lock: compares with the guard and the published directory, roots
/// the threads, moves the guard on, then signs. Signing the same head again gives the same bytes.
/// `store` is the one that `submitter` appends to.
NewCheckpoint makeCheckpoint(EntryStore& store, Submitter& submitter, Guard& guard,
                             const PublishKeys& keys, PublishMoment moment,
                             const Directory& published);

/// The same where nothing has been published yet: for a proof that is handed to one reader.
NewCheckpoint makeCheckpoint(EntryStore& store, Submitter& submitter, Guard& guard,
                             const PublishKeys& keys, PublishMoment moment);

/// Second half, which needs no lock on the ledger: copies tiles and bundles up to the checkpoint,
/// then `vkey` and `schema.capnp`, then the checkpoint. `log` may have grown since. Throws kBusy if
/// a newer checkpoint was published meanwhile.
Published copyOut(const LogReader& log, const NewCheckpoint& checkpoint,
                  const PublishedTexts& texts, Directory& published);

/// The second half in two steps, with room for witnesses between them: the files first, without a
/// checkpoint that promises them.
Published copyFiles(const LogReader& log, const NewCheckpoint& checkpoint,
                    const PublishedTexts& texts, Directory& published);
/// Shows the checkpoint, whose files are all there, and takes away what only the older one needed.
void showCheckpoint(const NewCheckpoint& checkpoint, Directory& published);

/// Both halves in one go.
Published publish(EntryStore& store, Submitter& submitter, Guard& guard, const PublishKeys& keys,
                  PublishMoment moment, const PublishedTexts& texts, Directory& published);

}  // namespace minutebook
