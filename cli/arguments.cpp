#include "cli/arguments.h"

#include <CLI/CLI.hpp>

#include "cli/exit_status.h"
#include "cli/help_text.h"
#include "cli/version.h"
#include "ledger/base/bytes.h"
#include "ledger/event/catalogue.h"

namespace minutebook {

namespace {

template <typename T>
void addOption(CLI::App& app, const std::string& names, T& into, const std::string& help) {
  app.add_option(names, into, help)->allow_extra_args(false);
}

void addCommonOptions(CLI::App& app, Arguments& to) {
  addOption(app, "--ledger", to.ledger, "The ledger's directory (or MINUTEBOOK_LEDGER).");
  addOption(app, "--guard", to.guard, "Where the guard against double signing is kept.");
  addOption(app, "--author", to.author, "Whose key signs, by name; needed if you hold several.");
  addOption(app, "--passphrase-file", to.passphraseFile,
            "A file whose first line is the passphrase.");
  app.add_flag("--no-input", to.noInput, "Never ask anything; say which option is missing.");
  app.add_flag_callback(
      "--json", [&to] { to.form = OutputForm::kJson; }, "Results and errors as JSON.");
  app.add_flag_callback(
      "-q,--quiet", [&to] { to.talk = Talk::kQuiet; }, "Only results and errors.");
  app.add_flag_callback(
      "-v,--verbose", [&to] { to.talk = Talk::kWhy; }, "Say why, too.");
  app.add_flag_callback(
      "--debug", [&to] { to.talk = Talk::kDebug; }, "Say everything.");
}

void addInitOptions(CLI::App& app, Arguments& to) {
  addOption(app, "--origin", to.origin, "The ledger's own name, for ever: example.org/our-group.");
  addOption(app, "--title", to.title, "What people call this ledger.");
  addOption(app, "--keeper", to.keeper, "Who looks after it, in words.");
  addOption(app, "--steward", to.steward, "Your participant id in it (default KEEPER).");
  addOption(app, "--time-zone", to.timeZone, "Whose local days count (default Europe/London).");
  app.add_option("--language", to.languages, "The languages it is kept in (default en).");
  addOption(app, "--purpose", to.purpose, "What it is for, in a sentence.");
  addOption(app, "--continues", to.continues,
            "The last signed checkpoint of the ledger that this one carries on.");
  app.add_flag("--no-passphrase", to.noPassphrase, "Keep the master key in a file instead.");
}

void addKeyOptions(CLI::App& command, Arguments& to) {
  addOption(command, "--new-passphrase-file", to.newPassphraseFile,
            "rotate-master: a file whose first line is the new passphrase.");
  command.add_flag("--no-passphrase", to.noPassphrase,
                   "rotate-master: keep the new master key in a file instead.");
  addOption(command, "--from", to.distrustedFrom,
            "compromised: from when it is not to be trusted, such as 2026-03-02T14:00Z.");
  addOption(command, "--reason", to.reason, "Why, in words that everybody may read.");
  command.add_flag("--qr", to.qr, "list, show: as a QR code, too.");
  addOption(command, "-o,--output", to.output, "With --qr: a new file, .svg.");
}

/// May be given again: while one key follows another, a reader may know both.
void addVkeyOption(CLI::App& command, Arguments& to) {
  command
      .add_option_function<std::vector<std::string>>(
          "--vkey",
          [&to](const std::vector<std::string>& given) {
            for (const std::string& each : given) addVkey(to.vkey, each);
          },
          "The log's verifier key, from a source of your own; repeatable.")
      ->allow_extra_args(false);
}

void addEraseOptions(CLI::App& command, Arguments& to) {
  addOption(command, "--confirm", to.confirm, "The id again: erasing cannot be undone.");
  addOption(command, "--authority", to.authority, "Who decided it (default who asked for it).");
  addOption(command, "--reason", to.reason, "Why, without saying what is erased.");
  command.add_option("--also", to.also, "A directory of copies that is searched, too.")
      ->allow_extra_args(false);
  command.add_flag("--check", to.check, "Look whether anything erased is left.");
}

/// Options of the commands that tell what the record holds.
void addReadingOptions(CLI::App& command, const CommandHelp& help, Arguments& to) {
  if (help.reads == CommandReads::kNothing) return;
  addOption(command, "--as-of", to.asOf,
            "As it stood after this entry, or at the end of this day.");
  addOption(command, "--as", to.as,
            "Who reads: public, members, coordinators, P-7, or auditor:P-9.");
  addOption(command, "--purpose", to.purpose, "What an auditor opens sealed values for.");
  if (help.reads == CommandReads::kRows) return;
  addOption(command, "-o,--output", to.output, "The file to write; its ending says the format.");
  if (help.reads == CommandReads::kReportOfInitiative) {
    addOption(command, "--initiative", to.initiative, "Only this co-production exercise.");
  }
}

/// Options of the commands that hand opened values to one reader.
void addHandingOutOptions(CLI::App& command, const std::string& name, Arguments& to) {
  if (name == "bundle") {
    addOption(command, "--for", to.reader,
              "public, members, coordinators, auditor:P-9, or P-7 for that person themself.");
    addOption(command, "--initiative", to.initiative, "Open only what belongs to this exercise.");
    addOption(command, "--standard", to.standard, "Add how this standard was kept: FUND.");
  } else {
    addOption(command, "--to", to.reader, "The participant who is to have it: P-9.");
  }
  addOption(command, "--purpose", to.purpose, "What it is for; the people it is about read it.");
  addOption(command, "-o,--output", to.output,
            name == "bundle" ? "A new folder, or a new file that ends in .tar." : "A new file.");
}

void addKeepingOptions(CLI::App& command, const std::string& name, Arguments& to) {
  if (name == "backup") {
    addOption(command, "--keys", to.keys, "A new folder for the keys, best on another disk.");
    return;
  }
  addOption(command, "--keys", to.keys, "The folder of keys that backup --keys made.");
  addOption(command, "--published", to.published, "A published directory to compare with.");
  command.add_option("--checkpoint", to.checkpoints, "A signed checkpoint to compare with.")
      ->allow_extra_args(false);
  addVkeyOption(command, to);
  addOption(command, "--policy", to.policy, "Whose checkpoints it must be compared with.");
  command.add_flag("--accept", to.accept, "Take it as the newest copy, compared with nothing.");
}

/// Options of the commands that ask witnesses to cosign.
void addCosigningOptions(CLI::App& command, const std::string& name, Arguments& to) {
  addOption(command, "--policy", to.policy, "Who has to cosign (default the ledger's own policy).");
  command.add_option_function<std::string>(
      "--witness-timeout",
      [&to](const std::string& text) {
        const auto milliseconds = millisecondsIn(text);
        if (!milliseconds) {
          throw CLI::ValidationError("--witness-timeout", "needs a number of seconds above 0");
        }
        to.witnessMilliseconds = *milliseconds;
      },
      "How many seconds witnesses have to answer (default 10).");
  if (name == "publish") {
    command.add_option("--cosignatures", to.cosignatures, "A file with cosignatures; repeatable.")
        ->allow_extra_args(false);
  } else {
    command.add_flag("--without-witnesses", to.withoutWitnesses,
                     "Hand it out although too few have cosigned.");
  }
}

void addWitnessOptions(CLI::App& command, Arguments& to) {
  addOption(command, "--dir", to.witnessDirectory, "The witness's own directory.");
  addOption(command, "--name", to.witnessName, "init: its name for good: experts.example/witness.");
  command.add_option("--log", to.logKeys, "The verifier key of a log to watch; repeatable.")
      ->allow_extra_args(false);
  addOption(command, "--listen", to.listen, "serve: where (default 127.0.0.1:7001).");
  addOption(command, "--published", to.published, "cosign: the published directory of the log.");
  addOption(command, "-o,--output", to.output, "cosign: the file to write the cosignature to.");
}

/// Options of the commands that write receipts and proofs.
void addProofOptions(CLI::App& command, const std::string& name, Arguments& to) {
  if (name == "prove") {
    addOption(command, "-o,--output", to.output, "A new file; without it, standard output.");
    addOption(command, "--entry", to.entry, "A new file for the entry itself.");
    return;
  }
  addOption(command, "--as", to.as,
            "Whose receipt it is: public (the default), members, coordinators, P-7, auditor:P-9.");
  addOption(command, "--purpose", to.purpose, "What an auditor opens sealed values for.");
  addOption(command, "-o,--output", to.output, "A new file: .json, .html or .txt.");
  command.add_flag("--all", to.everything, "All entries about it, none left out.");
  command.add_flag("--qr", to.qr, "With .txt: show it as a QR code, too.");
}

void addStandardOptions(CLI::App& command, Arguments& to) {
  addOption(command, "--decision", to.decision, "adopt: by which decision: D-2.");
  addOption(command, "--by", to.by, "adopt: who adopts it: group:WG.");
  addOption(command, "--owned-by", to.ownedBy, "adopt: whose standard it is.");
  addOption(command, "--from", to.from, "adopt: from which day it holds.");
}

CLI::App* addCommand(CLI::App& app, const CommandHelp& help, Arguments& to) {
  CLI::App* command = app.add_subcommand(help.name, help.summary);
  command->set_help_flag();
  command->fallthrough();
  command->add_option("words", to.words, help.words)->allow_extra_args(true);
  if (help.name == "init") addInitOptions(*command, to);
  if (help.name == "key") addKeyOptions(*command, to);
  if (help.name == "erase") addEraseOptions(*command, to);
  if (help.name == "backup" || help.name == "restore") {
    addKeepingOptions(*command, help.name, to);
  }
  if (help.name == "erase" || help.name == "verify" || help.name == "doctor") {
    addOption(*command, "--published", to.published,
              "A published directory of this ledger, whose erasures hold here, too.");
  }
  bool writes = help.name == "record" || help.name == "import";
  if (writes || help.name == "erase" || help.name == "standard")
    command->add_flag("--dry-run", to.dryRun, "Say what would happen and change nothing.");
  if (writes) {
    command->add_flag("--keep-private", to.keepPrivate,
                      "Keep private what everybody would read and looks as if it is.");
    command->add_flag("--public-on-purpose", to.publicOnPurpose,
                      "Record it as it is, for everybody.");
  }
  if (help.name == "import") {
    addOption(*command, "--map", to.map, "How the rows of a CSV file become records (TOML).");
  }
  if (help.name == "record") command->add_flag("-h,--help", to.help, "The fields of this kind.");
  addReadingOptions(*command, help, to);
  if (help.name == "standard") addStandardOptions(*command, to);
  if (help.name == "you-said") {
    addOption(*command, "--meeting", to.meeting, "Only what was said at this meeting.");
  }
  if (help.name == "due") {
    addOption(*command, "--by", to.by, "Only what is due by the end of this day, month or year.");
  }
  const bool signsAHead = help.name == "publish" || help.name == "bundle" ||
                          help.name == "disclose" || help.name == "receipt" || help.name == "prove";
  if (signsAHead) addCosigningOptions(*command, help.name, to);
  if (help.name == "witness") addWitnessOptions(*command, to);
  if (help.name == "verify") {
    addVkeyOption(*command, to);
    addOption(*command, "--policy", to.policy, "Which log's key, and which witnesses must cosign.");
    addOption(*command, "--entry", to.entry, "The entry's bytes, for a proof of it.");
    addOption(*command, "-o,--output", to.output,
              "Of two histories under one key: a new file for the evidence.");
    command->add_flag("--all", to.everything, "Of a bundle: also each value that it opens.");
    addOption(*command, "--tsa", to.authorities,
              "Of time stamps: the root certificates of authorities you trust (PEM).");
  }
  if (help.name == "stamp") {
    addOption(*command, "--chain", to.chain,
              "attach: the authority's certificates, up to its root (PEM).");
    addOption(*command, "--crl", to.revoked, "attach: their revocation lists (PEM).");
  }
  if (help.name == "bundle" || help.name == "disclose") {
    addHandingOutOptions(*command, help.name, to);
  }
  if (help.name == "prove" || help.name == "receipt") addProofOptions(*command, help.name, to);
  if (help.name == "kinds") command->add_flag("--all", to.everything, "Every field of every kind.");
  return command;
}

ParsedArguments mistake(const std::string& message, const std::string& hint) {
  return {std::nullopt, "minutebook: " + message + "\n  " + hint + "\n", kUsage};
}

/// Options of every command that take a value, and those of `record` that take none.
bool takesValue(const std::string& word) {
  return word == "--ledger" || word == "--guard" || word == "--author" ||
         word == "--passphrase-file";
}
bool standsAlone(const std::string& word) {
  for (const char* known : {"--no-input", "--json", "-q", "--quiet", "-v", "--verbose", "--debug",
                            "--dry-run", "--help", "-h", "--keep-private", "--public-on-purpose"}) {
    if (word == known) return true;
  }
  return false;
}

/// What was not understood, and the nearest thing that would be.
ParsedArguments explain(const std::vector<std::string>& words, const CLI::App& app,
                        const CLI::ParseError& error) {
  std::vector<std::string> known;
  for (const CommandHelp& help : commandHelps()) known.push_back(help.name);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word.starts_with("-")) {
      if (takesValue(word)) ++i;
      continue;
    }
    if (std::find(known.begin(), known.end(), word) != known.end()) break;
    if (word == "help") continue;
    std::string near = nearestName(word, known);
    return mistake("there is no command called \"" + word + "\".",
                   near.empty() ? "minutebook --help lists the commands."
                                : "Did you mean: minutebook " + near + "?");
  }
  std::string command;
  for (const CLI::App* sub : app.get_subcommands()) command = sub->get_name();
  for (const std::string& word : words) {
    if (!word.starts_with("--") || word == "--") continue;
    std::string name = word.substr(0, word.find('='));
    bool isKnown = app.get_option_no_throw(name) != nullptr;
    std::vector<std::string> options;
    for (const CLI::App* sub : app.get_subcommands()) {
      isKnown = isKnown || sub->get_option_no_throw(name) != nullptr;
      for (const CLI::Option* option : sub->get_options()) {
        for (const std::string& one : option->get_lnames()) options.push_back("--" + one);
      }
    }
    if (isKnown) continue;
    for (const CLI::Option* option : app.get_options()) {
      for (const std::string& one : option->get_lnames()) options.push_back("--" + one);
    }
    std::string near = nearestName(name, options);
    return mistake("there is no option called \"" + name + "\".",
                   near.empty() ? "minutebook " + command + " --help lists the options."
                                : "Did you mean " + near + "?");
  }
  return mistake(error.what(), "minutebook " + (command.empty() ? "" : command + " ") +
                                   "--help shows how it is used.");
}

/// Takes what belongs to the kind of record, not to the command, out of the words of `record`: its
/// fields are the schema's, and no argument parser needs to know a thousand of them.
std::vector<std::string> takeFieldFlags(std::vector<std::string>& words) {
  std::size_t at = 0;
  while (at < words.size() && words[at].starts_with("-")) at += takesValue(words[at]) ? 2 : 1;
  if (at >= words.size() || words[at] != "record") return {};
  std::vector<std::string> kept(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  std::vector<std::string> flags;
  bool kindSeen = false;
  for (++at; at < words.size(); ++at) {
    std::string name = words[at].substr(0, words[at].find('='));
    if (standsAlone(words[at]) || (takesValue(name) && name != words[at])) {
      kept.push_back(words[at]);
    } else if (takesValue(words[at]) && at + 1 < words.size()) {
      kept.push_back(words[at]);
      kept.push_back(words[++at]);
    } else if (!kindSeen && !words[at].starts_with("-")) {
      kept.push_back(words[at]);
      kindSeen = true;
    } else {
      flags.push_back(words[at]);
      bool valueFollows = words[at].starts_with("--") && name == words[at] && at + 1 < words.size();
      if (valueFollows) flags.push_back(words[++at]);
    }
  }
  words = std::move(kept);
  return flags;
}

bool asksForHelp(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word == "--help" || word == "-h") return true;
  }
  return false;
}

/// Whether help was asked for something that is no command: said as for any other such word.
bool isForNoCommand(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (takesValue(words[i])) {
      ++i;
    } else if (!words[i].starts_with("-") && words[i] != "help") {
      return true;
    }
  }
  return false;
}

/// Help for one command, or the first screen. `record KIND --help` is the record command's own.
std::optional<ParsedArguments> helpFor(const std::vector<std::string>& words, CLI::App& app) {
  if (words.empty()) return ParsedArguments{std::nullopt, firstScreen(), kUsage};
  if (words[0] == "--version") return ParsedArguments{std::nullopt, versionText(), kDone};
  bool topic = words[0] == "help";
  if (!topic && !asksForHelp(words)) return std::nullopt;
  for (const std::string& word : words) {
    const CommandHelp* help = findCommandHelp(word);
    if (!help) continue;
    if (help->name == "record" && words.size() > 2) return std::nullopt;  // The kind's own help.
    std::string options = app.get_subcommand(help->name)->help();
    std::size_t from = options.find("Options:");
    return ParsedArguments{std::nullopt,
                           commandScreen(*help) +
                               (from == options.npos ? "" : "\n" + options.substr(from)) +
                               everyCommand(),
                           kDone};
  }
  if (isForNoCommand(words)) return std::nullopt;
  return ParsedArguments{std::nullopt, firstScreen(), kDone};
}

}  // namespace

ParsedArguments parseArguments(const std::vector<std::string>& given) {
  std::vector<std::string> words = given;
  Arguments arguments;
  arguments.flags = takeFieldFlags(words);
  CLI::App app("Keeps the formal record of co-production.", "minutebook");
  app.set_help_flag();
  app.fallthrough();
  app.require_subcommand(1);
  addCommonOptions(app, arguments);
  for (const CommandHelp& help : commandHelps()) {
    addCommand(app, help, arguments);
  }
  if (auto help = helpFor(words, app)) return *help;
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::ParseError& error) {
    return explain(words, app, error);
  }
  const CLI::App* command = app.get_subcommands().front();
  arguments.command = command->get_name();
  return {std::move(arguments), "", kDone};
}

}  // namespace minutebook
