// cli/passphrase.h
//
// Passphrases, from files and from the terminal. Wiped when they are let go.

#pragma once

#include <optional>
#include <string>

#include "cli/arguments.h"
#include "cli/surroundings.h"
#include "ledger/crypto/secret_bytes.h"

namespace minutebook {

/// The first line of a file. `option` is how it was named, for a message. Throws kKey if there is
/// no such file.
SecretBytes passphraseIn(const std::string& file, const std::string& option);

/// What is typed at a terminal, unseen; nothing if nobody may be asked or there is no terminal.
std::optional<SecretBytes> typedPassphrase(const std::string& prompt, const Arguments& arguments,
                                           const Surroundings& surroundings);

/// Where a new passphrase comes from.
struct NewPassphrase {
  std::optional<std::string> file;  ///< As given with `option`.
  std::string option;               ///< "--passphrase-file"
  std::string command;              ///< "init", for a message.
};

/// The passphrase that keys are to be kept under from now on: from the file, or typed twice;
/// nothing with --no-passphrase. Throws kUsage if none is given or the two differ.
std::optional<SecretBytes> newPassphrase(const NewPassphrase& from, const Arguments& arguments,
                                         const Surroundings& surroundings);

}  // namespace minutebook
