#include "cli/verifier/arguments.h"

#include <array>
#include <utility>

#include "cli/exit_status.h"
#include "ledger/crypto/library_version.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/library_version.h"
#include "ledger/rules/admit.h"
#include "verifier_files.h"

namespace minutebook {

namespace {

struct ValueOption {
  const char* name;
  std::optional<std::string> Arguments::*into;
};

constexpr std::array<ValueOption, 4> kValueOptions = {{
    {"--vkey", &Arguments::vkey},
    {"--policy", &Arguments::policy},
    {"--entry", &Arguments::entry},
    {"--tsa", &Arguments::authorities},
}};

std::string versionText() {
  return "minutebook-verify " MINUTEBOOK_VERSION "\nschema " MINUTEBOOK_SCHEMA_VERSION ", rules " +
         std::to_string(kRulesVersion) + "\nCap'n Proto " + capnProtoVersion() + "\nOpenSSL " +
         openSslVersion() + "\n";
}

ParsedArguments mistake(const std::string& what, const std::string& hint) {
  return {std::nullopt, "minutebook-verify: " + what + "\n  " + hint + "\n", kUsage};
}

ParsedArguments unknownOption(const std::string& name) {
  std::vector<std::string> known = {"--all", "--json", "--quiet", "--version", "--help"};
  for (const ValueOption& option : kValueOptions) known.push_back(option.name);
  const std::string near = nearestName(name, known);
  return mistake(
      "there is no option called \"" + name + "\".",
      near.empty() ? "minutebook-verify --help lists the options." : "Did you mean " + near + "?");
}

/// Options without a value; false if there is no such one.
bool takeFlag(const std::string& word, Arguments& to) {
  if (word == "--json") {
    to.form = OutputForm::kJson;
  } else if (word == "-q" || word == "--quiet") {
    to.talk = Talk::kQuiet;
  } else if (word == "--all") {
    to.everything = true;
  } else {
    return false;
  }
  return true;
}

const ValueOption* findValueOption(const std::string& name) {
  for (const ValueOption& option : kValueOptions) {
    if (name == option.name) return &option;
  }
  return nullptr;
}

}  // namespace

ParsedArguments parseVerifierArguments(const std::vector<std::string>& words) {
  Arguments arguments;
  arguments.command = "verify";
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--help" || word == "-h") {
      return {std::nullopt, std::string(verifier_files::help_txt), kDone};
    }
    if (word == "--version") return {std::nullopt, versionText(), kDone};
    if (!word.starts_with("-")) {
      arguments.words.push_back(word);
      continue;
    }
    if (takeFlag(word, arguments)) continue;
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const ValueOption* option = findValueOption(name);
    if (!option) return unknownOption(name);
    const bool mayRepeat = option->into == &Arguments::vkey;
    if (arguments.*(option->into) && !mayRepeat) {
      return mistake(name + " is given twice.", "Give it once.");
    }
    if (equals == word.npos && ++i == words.size()) {
      return mistake(name + " needs a value.", "minutebook-verify --help shows examples.");
    }
    std::string value = equals == word.npos ? words[i] : word.substr(equals + 1);
    if (mayRepeat) {
      addVkey(arguments.vkey, std::move(value));
    } else {
      arguments.*(option->into) = std::move(value);
    }
  }
  if (arguments.words.empty()) {
    return {std::nullopt, std::string(verifier_files::help_txt), kUsage};
  }
  return {std::move(arguments), "", kDone};
}

}  // namespace minutebook
