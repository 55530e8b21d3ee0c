#include "cli/help_text.h"

#include <algorithm>

namespace minutebook {

namespace {

/// Commands that write things down, or show one of them.
std::vector<CommandHelp> recordHelps() {
  return {
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
  };
}

/// Commands whose result is a page about what is on record.
std::vector<CommandHelp> pageHelps() {
  return {
      {"trail",
       "Who decided it, because of whom, and what came of it.",
       "An id: D-7, I-7.",
       {"minutebook trail D-7", "minutebook trail I-7"}},
      {"you-said",
       "Every input, what was done about it and why.",
       "",
       {"minutebook you-said", "minutebook you-said --meeting M-3 -o letter.md"}},
      {"due",
       "What is owed to whom, soonest first, and how late.",
       "",
       {"minutebook due", "minutebook due --by 2026-06-30 -o due.html"}},
      {"who-decided",
       "Who decided, in which role, because of which inputs; or not recorded.",
       "A decision, matter, input, meeting, work or version: D-7, I-7, REPORT@2.",
       {"minutebook who-decided D-7", "minutebook who-decided M-3 --json"}},
      {"minutes",
       "The minutes of a meeting, and what to look at before they go out.",
       "A meeting: M-3.",
       {"minutebook minutes M-3", "minutebook minutes M-3 -o minutes.md"}},
      {"my-record",
       "All that is held on one person, for them to read.",
       "A participant: P-7.",
       {"minutebook my-record P-7", "minutebook my-record P-7 -o P-7.html"}},
      {"report",
       "Write a report to a file.",
       "The report: transparency.",
       {"minutebook report transparency -o report.html",
        "minutebook report transparency -o report.md"}},
  };
}

/// Commands that look after the ledger.
std::vector<CommandHelp> keepingHelps() {
  return {
      {"import",
       "Take in a file of records, one JSON object a line.",
       "FILE.jsonl ...",
       {"minutebook import records.jsonl --dry-run", "minutebook import records.jsonl"}},
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
}

}  // namespace

const std::vector<CommandHelp>& commandHelps() {
  static const std::vector<CommandHelp> helps = [] {
    std::vector<CommandHelp> all = recordHelps();
    for (const std::vector<CommandHelp>& more : {pageHelps(), keepingHelps()}) {
      all.insert(all.end(), more.begin(), more.end());
    }
    return all;
  }();
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
    std::size_t blanks = kNameColumns - std::min(kNameColumns - 1, help.name.size());
    text += "  " + help.name + std::string(blanks, ' ') + help.summary + "\n";
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
