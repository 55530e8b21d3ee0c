// `minutebook standard list|show|diff|adopt`: the packs that come with the program, and what was
// made of them here.

#include <algorithm>
#include <filesystem>

#include "cli/commands.h"
#include "cli/drafts.h"
#include "cli/import/desk.h"
#include "cli/standards/adopt.h"
#include "cli/standards/asked.h"
#include "ledger/base/directory.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

using Rows2 = std::vector<std::vector<std::string>>;

/// The words after the verb; throws kUsage unless there are so many.
std::vector<std::string> wordsAfter(const Call& call, std::size_t howMany, const char* example) {
  std::vector<std::string> words(call.arguments.words.begin() + 1, call.arguments.words.end());
  if (words.size() == howMany) return words;
  throw Fault(FaultKind::kUsage, "that is not how standard " + call.arguments.words[0] + " goes",
              std::string("For example: minutebook standard ") + example);
}

bool hasLedger(const Call& call) {
  return call.arguments.ledger || call.surroundings.environment("MINUTEBOOK_LEDGER");
}

/// What was adopted in the ledger that is named; nothing where none is.
std::vector<StandingStandard> adoptedHere(Call& call) {
  if (!hasLedger(call)) return {};
  Reading reading(call);
  Query query = reading.model.query();
  return adoptedStandards(query);
}

void tellTable(Call& call, const Rows2& rows) {
  for (const std::string& line : table(rows)) call.console.line(line);
}

ExitStatus listStandards(Call& call) {
  wordsAfter(call, 0, "list");
  std::vector<StandingStandard> adopted = adoptedHere(call);
  Rows2 rows = {{"Name", "Version", "Parts", "Here", "Title"}};
  Json list = Json::list();
  auto add = [&](const std::string& id, const std::string& version, std::size_t parts,
                 const std::string& here, const std::string& title) {
    rows.push_back({id, version, std::to_string(parts), here, title});
    list.add(Json::object({{"id", Json::text(id)},
                           {"version", Json::text(version)},
                           {"parts", Json::number(static_cast<std::int64_t>(parts))},
                           {"here", Json::text(here)},
                           {"title", Json::text(title)}}));
  };
  for (const StandingStandard& one : adopted) {
    add(one.id, one.label.substr(one.id.size() + 1), one.clauses.size(), "adopted", one.title);
  }
  for (const Pack& pack : ownPacks()) {
    bool isHere = std::any_of(adopted.begin(), adopted.end(), [&](const StandingStandard& one) {
      return one.label == pack.label();
    });
    if (!isHere) add(pack.id, pack.version, pack.parts.size(), "a pack", pack.title);
  }
  if (call.console.isJson()) {
    call.console.document("minutebook/standards/1", Json::object({{"standards", list}}));
    return kDone;
  }
  tellTable(call, rows);
  call.console.note("Next: minutebook standard show NAME; minutebook check NAME.");
  return kDone;
}

std::string valuesOf(const std::vector<PackParameter>& parameters) {
  std::string text;
  for (const PackParameter& one : parameters) {
    text += (text.empty() ? "" : ", ") + one.name + " = " + one.value;
  }
  return text;
}

/// The clauses of a standard as they hold now, by whichever name it is known.
Outcome<StandingStandard> standardCalled(Call& call, const std::string& name) {
  for (StandingStandard& one : adoptedHere(call)) {
    if (one.id == name || one.label == name) return one;
  }
  Outcome<Pack> pack = packCalled(name);
  if (!pack) return pack.refusal();
  return asIfAdopted(pack.value());
}

Json clauseJson(const StandingClause& clause) {
  const ClauseRules& rules = clause.rules.back();
  Json parameters = Json::object();
  for (const PackParameter& one : rules.parameters) parameters.set(one.name, Json::text(one.value));
  return Json::object({{"code", Json::text(clause.code)},
                       {"text", Json::text(rules.text)},
                       {"obligation", Json::text(rules.obligation)},
                       {"parameters", parameters},
                       {"comesFrom", Json::text(clause.comesFrom)}});
}

/// Writes the pack's own text, to be changed and adopted under another name.
ExitStatus writePack(Call& call, const Pack& pack) {
  std::filesystem::path file = std::filesystem::absolute(*call.arguments.output);
  std::string text = pack.head;
  for (const PackPart& part : pack.parts) text += part.packText;
  Directory::open(file.parent_path(), Readers::kEveryone)
      .writeDurably(file.filename().string(), asBytes(text));
  call.console.line("Wrote " + *call.arguments.output + ", the text of " + pack.label() + ".");
  return kDone;
}

ExitStatus showTables(Call& call, const Pack& pack) {
  for (const PackPart& part : pack.parts) {
    call.console.line(part.code + (part.text.empty() ? "" : ": " + part.text));
    Rows2 rows = {part.columns};
    rows.insert(rows.end(), part.rows.begin(), part.rows.end());
    tellTable(call, rows);
  }
  return kDone;
}

ExitStatus showStandard(Call& call) {
  std::string name = wordsAfter(call, 1, "show BASE")[0];
  if (call.arguments.output || name.ends_with(".toml") || ownPack(name)) {
    Outcome<Pack> pack = packCalled(name);
    if (!pack) return call.console.refused(pack.refusal());
    if (call.arguments.output) return writePack(call, pack.value());
    if (!pack.value().data.empty() && !call.console.isJson()) return showTables(call, pack.value());
  }
  Outcome<StandingStandard> found = standardCalled(call, name);
  if (!found) return call.console.refused(found.refusal());
  const StandingStandard& standard = found.value();
  if (call.console.isJson()) {
    Json clauses = Json::list();
    for (const StandingClause& clause : standard.clauses) clauses.add(clauseJson(clause));
    call.console.document("minutebook/standard/1",
                          Json::object({{"standard", Json::text(standard.label)},
                                        {"title", Json::text(standard.title)},
                                        {"adopted", Json::boolean(standard.isAdopted)},
                                        {"clauses", clauses}}));
    return kDone;
  }
  call.console.line(standard.label + ": " + standard.title);
  Rows2 rows = {{"Clause", "Binds", "Goes by", "What it asks"}};
  for (const StandingClause& clause : standard.clauses) {
    const ClauseRules& rules = clause.rules.back();
    rows.push_back({clause.code, rules.obligation, valuesOf(rules.parameters), rules.text});
  }
  tellTable(call, rows);
  call.console.note("Next: minutebook explain CLAUSE; minutebook standard show " + standard.id +
                    " -o FILE.toml writes it as a file to start one of your own from.");
  return kDone;
}

const StandingClause* clauseIn(const StandingStandard& standard, const std::string& code) {
  for (const StandingClause& clause : standard.clauses) {
    if (clause.code == code) return &clause;
  }
  return nullptr;
}

/// How a clause of one standard differs from the clause of the same code in another.
std::vector<std::string> differences(const StandingClause& a, const StandingClause& b) {
  std::vector<std::string> found;
  const ClauseRules& before = a.rules.back();
  const ClauseRules& after = b.rules.back();
  auto compare = [&](const char* what, const std::string& one, const std::string& other) {
    if (one == other) return;
    found.push_back(std::string(what) + ": " + (one.empty() ? "nothing" : one) + " -> " +
                    (other.empty() ? "nothing" : other));
  };
  compare("text", before.text, after.text);
  compare("binds", before.obligation, after.obligation);
  compare("goes by", valuesOf(before.parameters), valuesOf(after.parameters));
  compare("check", a.check, b.check);
  compare("query", a.sql, b.sql);
  compare("may be waived", before.mayBeWaived ? "yes" : "no", after.mayBeWaived ? "yes" : "no");
  return found;
}

ExitStatus diffStandards(Call& call) {
  std::vector<std::string> names = wordsAfter(call, 2, "diff BASE ours.toml");
  Outcome<StandingStandard> first = standardCalled(call, names[0]);
  if (!first) return call.console.refused(first.refusal());
  Outcome<StandingStandard> second = standardCalled(call, names[1]);
  if (!second) return call.console.refused(second.refusal());
  Json list = Json::list();
  std::vector<std::string> lines;
  auto tell = [&](const std::string& code, const std::string& what) {
    lines.push_back(code + ": " + what);
    list.add(Json::object({{"code", Json::text(code)}, {"difference", Json::text(what)}}));
  };
  for (const StandingClause& clause : first.value().clauses) {
    const StandingClause* other = clauseIn(second.value(), clause.code);
    if (!other) {
      tell(clause.code, "only in " + first.value().label);
      continue;
    }
    for (const std::string& what : differences(clause, *other)) tell(clause.code, what);
  }
  for (const StandingClause& clause : second.value().clauses) {
    if (!clauseIn(first.value(), clause.code)) tell(clause.code, "only in " + second.value().label);
  }
  if (call.console.isJson()) {
    call.console.document("minutebook/standard-diff/1", Json::object({{"differences", list}}));
    return kDone;
  }
  for (const std::string& line : lines) call.console.line(line);
  if (lines.empty()) call.console.line("They have the same clauses.");
  return kDone;
}

ExitStatus adoptStandard(Call& call) {
  std::string name = wordsAfter(call, 1, "adopt BASE --decision D-2")[0];
  Outcome<Pack> pack = packCalled(name);
  if (!pack) return call.console.refused(pack.refusal());
  LedgerPlace place = findLedger(call.arguments, call.surroundings);
  ImportDesk desk(call, place);
  Adoption adoption{call.arguments.decision.value_or(""), call.arguments.by.value_or(""),
                    call.arguments.ownedBy.value_or(""), call.arguments.from.value_or("")};
  auto isTaken = [&](std::string_view id) {
    return desk.writing.recorder.findRecord(schema::Register::CLAUSE, id).has_value();
  };
  auto drafts =
      draftsOf(adoptionLines(pack.value(), adoption, isTaken), desk.composer, call.surroundings);
  if (!drafts) return call.console.refused(drafts.refusal());
  auto result = desk.submit(std::move(drafts).value());
  if (auto* refused = std::get_if<RecordingRefused>(&result)) {
    return call.console.refused(refused->refusal);
  }
  const auto& recorded = std::get<Recorded>(result).drafts;
  std::string label = pack.value().label();
  if (call.console.isJson()) {
    call.console.document(
        "minutebook/standard-adopt/1",
        Json::object({{"standard", Json::text(label)},
                      {"entry", Json::number(static_cast<std::int64_t>(recorded[0].index))},
                      {"parts", Json::number(static_cast<std::int64_t>(recorded.size() - 1))},
                      {"recorded", Json::text(call.arguments.dryRun ? "no, rehearsed" : "now")}}));
    return kDone;
  }
  std::string entries =
      std::to_string(recorded.front().index) + " to " + std::to_string(recorded.back().index);
  call.console.line((call.arguments.dryRun ? "Would adopt " : "Adopted ") + label + " with " +
                    std::to_string(recorded.size() - 1) +
                    (recorded.size() == 2 ? " part" : " parts") + ", entries " + entries + ".");
  if (adoption.decision.empty() && pack.value().data.empty()) {
    call.console.note(
        "No decision was named: reports will say that nobody is on record as having "
        "decided on it. --decision D-2 names one.");
  }
  return kDone;
}

}  // namespace

ExitStatus runStandard(Call& call) {
  const std::vector<std::string>& words = call.arguments.words;
  if (!words.empty() && words[0] == "list") return listStandards(call);
  if (!words.empty() && words[0] == "show") return showStandard(call);
  if (!words.empty() && words[0] == "diff") return diffStandards(call);
  if (!words.empty() && words[0] == "adopt") return adoptStandard(call);
  throw Fault(FaultKind::kUsage,
              words.empty() ? "standard needs what to do: list, show, diff or adopt"
                            : "standard cannot " + words[0],
              "For example: minutebook standard list");
}

}  // namespace minutebook
