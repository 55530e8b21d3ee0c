// cli/help_text.h
//
// What --help says: one screen to begin with, then one a command, examples first.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minutebook {

/// What a command tells of the record, and so which reading options it has.
enum class CommandReads {
  kNothing,             ///< It reads no record, or always all of it.
  kRows,                ///< Rows or one record; `--as-of`.
  kReport,              ///< A page; also `-o`.
  kReportOfInitiative,  ///< A page that may keep to one initiative; also `--initiative`.
};

struct CommandHelp {
  std::string name;
  std::string summary;  ///< One line.
  std::string words;    ///< What stands after the command.
  std::vector<std::string> examples;
  std::vector<std::string> notes;  ///< Whole lines: what else to know.
  CommandReads reads = CommandReads::kNothing;
};

/// Every command, the everyday ones first.
const std::vector<CommandHelp>& commandHelps();
/// Null if there is no such command.
const CommandHelp* findCommandHelp(std::string_view name);

/// What this is, five examples, the commands, the next step.
std::string firstScreen();
/// Examples and a sentence; the options follow from the argument parser.
std::string commandScreen(const CommandHelp& help);
/// The options that every command takes, after a blank line.
std::string everyCommand();

}  // namespace minutebook
