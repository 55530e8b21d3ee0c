#include "cli/help_text.h"

#include <algorithm>

namespace minutebook {

const std::vector<CommandHelp>& commandHelps() {
  static const std::vector<CommandHelp> helps = {
      {"record",
       "Write one thing down.",
       "KIND, then its fields; or KIND and - for JSON.",
       {"minutebook record inputReceived --from \"outside: a visitor\" --text.public \"More "
        "seats\"",
        "minutebook record decisionMade - < decision.json"}},
      {"show",
       "Show a record, an entry or a person's entries.",
       "An id: I-7, meeting:M-3, 12.",
       {"minutebook show I-7", "minutebook show 12 --json"}},
      {"trail",
       "Who decided it, because of whom, and what came of it.",
       "An id: D-7, I-7.",
       {"minutebook trail D-7", "minutebook trail I-7"}},
      {"you-said",
       "Every input, what was done about it and why.",
       "",
       {"minutebook you-said", "minutebook you-said --initiative T2U --json"}},
      {"report",
       "Write a report to a file.",
       "The report: transparency.",
       {"minutebook report transparency -o report.html",
        "minutebook report transparency -o report.md"}},
      {"import",
       "Take in a file of records: JSON lines, or a sheet with a mapping.",
       "FILE.jsonl ..., or FILE.csv ... and --map; examples/imports/ has one to copy.",
       {"minutebook import old.jsonl --dry-run", "minutebook import old.csv --map old.toml"}},
      {"verify",
       "Check the whole ledger, or a published directory, from its bytes.",
       "Nothing, or a published directory.",
       {"minutebook verify", "minutebook verify published/ --vkey KEY"}},
      {"publish",
       "Write the log for others to check, with a signed checkpoint.",
       "DIR",
       {"minutebook publish published/", "minutebook publish published/ --json"}},
      {"init",
       "Open a new ledger.",
       "DIR",
       {"minutebook init book --origin example.org/group --title \"Our group\" --keeper \"The "
        "team\"",
        "minutebook init book --origin example.org/group --title T --keeper K --no-passphrase"}},
      {"key",
       "Make, list or show keys.",
       "new NAME | list | show NAME",
       {"minutebook key list", "minutebook key new ada"}},
      {"kinds",
       "What can be recorded, and with which fields.",
       "Nothing, or a kind.",
       {"minutebook kinds", "minutebook kinds responseGiven --json"}},
      {"refusals",
       "Every way in which the ledger says no, and what to do then.",
       "",
       {"minutebook refusals", "minutebook refusals --json"}},
      {"sql",
       "Ask the read model a question of your own (reading only).",
       "A SELECT statement.",
       {"minutebook sql \"SELECT id FROM input_received\"", "minutebook sql \"SELECT 1\" --json"}},
      {"rebuild",
       "Throw the read model away and make it again from the log.",
       "",
       {"minutebook rebuild", "minutebook rebuild --json"}},
      {"doctor",
       "Is all well with this ledger and this machine?",
       "",
       {"minutebook doctor", "minutebook doctor --json"}},
  };
  return helps;
}

const CommandHelp* findCommandHelp(std::string_view name) {
  const std::vector<CommandHelp>& helps = commandHelps();
  auto found = std::find_if(helps.begin(), helps.end(),
                            [&](const CommandHelp& help) { return help.name == name; });
  return found == helps.end() ? nullptr : &*found;
}

std::string firstScreen() {
  std::string text =
      "Minutebook keeps the record of co-production: who was asked, who decided, what came of "
      "it.\n\n"
      "  minutebook init book --origin example.org/our-group --title \"Our group\" --keeper "
      "\"Us\"\n"
      "  export MINUTEBOOK_LEDGER=book\n"
      "  minutebook record inputReceived --from \"outside: a visitor\" --text.public \"More "
      "seats\"\n"
      "  minutebook you-said\n"
      "  minutebook report transparency -o report.html\n\nCommands:\n";
  for (const CommandHelp& help : commandHelps()) {
    text += "  " + help.name + std::string(10 - std::min<std::size_t>(9, help.name.size()), ' ') +
            help.summary + "\n";
  }
  return text + "\nNext: minutebook COMMAND --help shows examples and options of one command.\n";
}

std::string commandScreen(const CommandHelp& help) {
  std::string text = help.summary + "\n\n";
  for (const std::string& example : help.examples) text += "  " + example + "\n";
  if (!help.words.empty()) text += "\nAfter the command: " + help.words + "\n";
  return text;
}

}  // namespace minutebook
