#include "cli/help_text.h"

#include <algorithm>

#include "cli_files.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

/// The rest of the line behind its mark; marks are two spaces and, after it, a word or sign.
bool takeMark(std::string_view line, std::string_view mark, std::string& rest) {
  if (!line.starts_with(mark)) return false;
  rest = line.substr(mark.size());
  return true;
}

CommandReads readsNamed(const std::string& name) {
  if (name == "rows") return CommandReads::kRows;
  if (name == "report") return CommandReads::kReport;
  if (name == "initiative") return CommandReads::kReportOfInitiative;
  throw Fault(FaultKind::kBug, "help: nothing reads " + name);
}

void readLine(std::string_view line, std::vector<CommandHelp>& helps) {
  if (line.empty() || line.starts_with("#")) return;
  if (!line.starts_with(" ")) {
    helps.emplace_back().name = line;
    return;
  }
  CommandHelp& help = helps.back();
  std::string rest;
  if (takeMark(line, "  $ ", rest)) {
    help.examples.push_back(rest);
  } else if (takeMark(line, "  > ", rest)) {
    help.words = rest;
  } else if (takeMark(line, "  ! ", rest)) {
    help.notes.push_back(rest);
  } else if (takeMark(line, "  reads ", rest)) {
    help.reads = readsNamed(rest);
  } else if (takeMark(line, "  ", rest)) {
    help.summary = rest;
  }
}

std::vector<CommandHelp> readHelps(std::string_view text) {
  std::vector<CommandHelp> helps;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size());
    readLine(text.substr(0, end), helps);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return helps;
}

}  // namespace

const std::vector<CommandHelp>& commandHelps() {
  static const std::vector<CommandHelp> helps = readHelps(cli_files::commands_txt);
  return helps;
}

const CommandHelp* findCommandHelp(std::string_view name) {
  const std::vector<CommandHelp>& helps = commandHelps();
  auto found = std::find_if(helps.begin(), helps.end(),
                            [&](const CommandHelp& help) { return help.name == name; });
  return found == helps.end() ? nullptr : &*found;
}

std::string firstScreen() {
  constexpr std::size_t kNameColumns = 12;
  std::string text(cli_files::first_screen_txt);
  for (const CommandHelp& help : commandHelps()) {
    std::size_t blanks = kNameColumns - std::min(kNameColumns - 1, help.name.size());
    text += "  " + help.name + std::string(blanks, ' ') + help.summary + "\n";
  }
  return text + "\nNext: minutebook COMMAND --help shows examples and options of one command.\n";
}

std::string commandScreen(const CommandHelp& help) {
  std::string text = help.summary + "\n\n";
  for (const std::string& example : help.examples) text += "  " + example + "\n";
  if (!help.words.empty()) text += "\nAfter the command: " + help.words + "\n";
  if (!help.notes.empty()) text += "\n";
  for (const std::string& note : help.notes) text += note + "\n";
  return text;
}

std::string everyCommand() {
  return "\n" + std::string(cli_files::every_command_txt);
}

}  // namespace minutebook
