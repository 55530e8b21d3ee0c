// cli/arguments.h
//
// The command line as plain values. The argument library stays behind this header: it is slow to
// compile, and its numbers and messages are not good enough for us.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace minutebook {

/// How the result is written.
enum class OutputForm { kText, kJson };
/// How much is said on standard error.
enum class Talk { kQuiet, kNormal, kWhy, kDebug };

struct Arguments {
  std::string command;             ///< "record"; "key new" has the verb in words[0].
  std::vector<std::string> words;  ///< What stands after the command without a flag.
  std::vector<std::string> flags;  ///< `record` only: what belongs to the kind, as written.

  std::optional<std::string> ledger;
  std::optional<std::string> guard;
  std::optional<std::string> author;
  std::optional<std::string> passphraseFile;
  std::optional<std::string> output;  ///< -o
  OutputForm form = OutputForm::kText;
  Talk talk = Talk::kNormal;
  bool noPassphrase = false;
  bool noInput = false;
  bool dryRun = false;
  bool help = false;  ///< `record KIND --help`

  // init
  std::optional<std::string> origin, title, keeper, steward, timeZone;
  std::optional<std::string> purpose;  ///< Also: what an auditor reads for.
  std::vector<std::string> languages;

  // record, import: what everybody would read and looks private
  bool keepPrivate = false;
  bool publicOnPurpose = false;

  std::optional<std::string> continues;  ///< init: the final checkpoint of the ledger before.

  // key
  std::optional<std::string> newPassphraseFile;  ///< rotate-master
  std::optional<std::string> distrustedFrom;     ///< compromised: from when.

  // import
  std::optional<std::string> map;  ///< How the rows of a sheet become records.

  // reading
  std::optional<std::string> asOf;  ///< An entry's index, or a day.
  std::optional<std::string> as;    ///< Who reads: see parseViewer().
  std::optional<std::string> initiative;
  std::optional<std::string> by;       ///< due: the last day asked about.
  std::optional<std::string> meeting;  ///< you-said: only what was said there.
  std::optional<std::string> vkey;     ///< One or more verifier keys, one a line.
  std::optional<std::string> policy;   ///< Which log, and which witnesses must cosign.
  std::optional<std::string> entry;    ///< verify: the bytes that a proof proves.

  // handing out
  std::optional<std::string> reader;  ///< bundle --for, disclose --to.

  // stamp, and verify of what is stamped
  std::optional<std::string> chain;        ///< Certificates that go with a time stamp.
  std::optional<std::string> revoked;      ///< Revocation lists that go with it.
  std::optional<std::string> authorities;  ///< Root certificates that the reader trusts.

  /// verify, doctor, erase: whose erasures hold here, too. restore: also what it is compared with.
  std::optional<std::string> published;

  // backup, restore
  std::optional<std::string> keys;       ///< Where keys are copied to, or from.
  std::vector<std::string> checkpoints;  ///< Signed ones, that a restored copy is compared with.
  bool accept = false;

  // witnesses
  std::vector<std::string> cosignatures;  ///< publish: files with cosignatures.
  std::int64_t witnessMilliseconds = 10'000;
  bool withoutWitnesses = false;
  std::optional<std::string> witnessDirectory, witnessName, listen;
  std::vector<std::string> logKeys;  ///< Verifier keys of the logs that a witness watches.

  bool qr = false;  ///< Show the receipt, or the fingerprint of a key, as a QR code.

  // standard adopt
  std::optional<std::string> decision, ownedBy, from;
  std::optional<std::string> standard;  ///< bundle: whose verdicts go with it.

  // erase
  std::optional<std::string> confirm, authority, reason;
  std::vector<std::string> also;  ///< Directories that are searched, too.
  bool check = false;
  bool everything = false;  ///< --all
};

/// Adds a verifier key, or several with one a line, to those given before.
void addVkey(std::optional<std::string>& to, std::string given);
/// "2" or "0.5" seconds, above nothing and up to an hour; anything else is a mistake of whoever
/// typed it.
std::optional<std::int64_t> millisecondsIn(const std::string& text);

/// What came of reading the command line.
struct ParsedArguments {
  std::optional<Arguments> arguments;  ///< Nothing: `text` is to be shown and the program ends.
  std::string text;
  int status = 0;
};

/// Reads `words` (without the program's name). Help, --version and mistakes come back as text; a
/// mistyped command or option is answered with the nearest one and never run.
ParsedArguments parseArguments(const std::vector<std::string>& words);

}  // namespace minutebook
