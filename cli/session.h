// cli/session.h
//
// One command's hold on one ledger: where it is, what it is called, its keys, and the log opened
// for reading or for writing.

#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "cli/arguments.h"
#include "cli/surroundings.h"
#include "ledger/base/directory.h"
#include "ledger/crypto/data_keys.h"
#include "ledger/crypto/key_ring.h"
#include "ledger/crypto/master_key.h"
#include "ledger/store/guard.h"
#include "ledger/store/recorder.h"
#include "ledger/store/submitter.h"

namespace minutebook {

/// A ledger directory as `ledger.toml` describes it.
struct LedgerPlace {
  std::filesystem::path directory;
  std::string origin;
  std::filesystem::path guard;
};

/// Finds the ledger that the arguments or MINUTEBOOK_LEDGER name. Throws kUsage if neither does,
/// kMissing if there is none there, kConfig if its ledger.toml cannot be read.
LedgerPlace findLedger(const Arguments& arguments, const Surroundings& surroundings);

/// The guard's directory for an origin, by --guard or the default.
std::filesystem::path guardDirectory(const Arguments& arguments, const Surroundings& surroundings,
                                     const std::string& origin);

/// The passphrase: from --passphrase-file, or asked for at a terminal. Throws kKey if neither gives
/// one. Wipe it by letting it go.
SecretBytes readPassphrase(const Arguments& arguments, const Surroundings& surroundings);

/// Opens the master key, asking for a passphrase only if the ledger has one.
MasterKey openMasterKey(const LedgerPlace& place, const Arguments& arguments,
                        const Surroundings& surroundings);

/// The master key, if it can be had without asking anybody: from a key file, or by
/// --passphrase-file.
std::optional<MasterKey> masterKeyAtHand(const LedgerPlace& place, const Arguments& arguments,
                                         const Surroundings& surroundings);

/// The author whose key signs: --author, or the only one there is.
struct Author {
  SigningKey key;
  std::string participant;
};
Author chooseAuthor(const Directory& keyDirectory, KeyRing& keys, const Arguments& arguments);

/// A ledger open for writing: the writer's lock, the guard compared, keys unlocked. Its members are
/// made in this order and let go in the other.
class Writing {
 public:
  /// Throws kBusy if another process writes, kKey for a wrong passphrase, kCorrupt if the log is
  /// behind what it once signed.
  Writing(const LedgerPlace& place, const Catalogue& catalogue, const Arguments& arguments,
          Surroundings& surroundings, MasterKey master);

  Directory keyDirectory;
  MasterKey masterKey;
  KeyRing keys;
  Guard guard;
  std::unique_ptr<EntryStore> store;
  DataKeys dataKeys;  // After the store, which holds the writer's lock.
  Sequencer sequencer;
  Recorder recorder;
  Submitter submitter;
};

}  // namespace minutebook
