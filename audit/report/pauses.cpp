#include "audit/report/pauses.h"

#include <algorithm>

#include "audit/report/plain_words.h"
#include "ledger/view/named_sql.h"
#include "report_files.h"

namespace minutebook {

namespace {

/// Whether `who` is this one participant and nobody else.
bool isAlone(const std::string& who, const std::string& participant) {
  return !participant.empty() && who == participant;
}

}  // namespace

Pauses::Pauses(Query& query) {
  for (const Row& row : query.all(namedSql(report_files::due_work_sql, "pauses")).rows) {
    Pause pause;
    pause.of = row.text("of");
    pause.participant = row.text("participant");
    std::string what = pause.of.empty() ? "" : plainRef(pause.of);
    if (!pause.participant.empty()) {
      what = pause.participant + "'s part" + (what.empty() ? "" : " in " + what);
    }
    pause.words = what + " is paused";
    if (!row.isNull("until")) pause.words += " until " + row.text("until");
    pauses_.push_back(std::move(pause));
  }
  for (const Row& row : query.all(namedSql(report_files::due_work_sql, "stages")).rows) {
    initiativeOfStage_[row.text("id")] = row.text("about");
  }
}

std::string Pauses::holding(const HangsOn& thing) const {
  std::string initiative = initiativeOf(thing.initiative, thing.stage);
  for (const Pause& pause : pauses_) {
    if (!pause.participant.empty() && !isAlone(thing.by, pause.participant)) continue;
    bool everything = pause.of.empty() && !pause.participant.empty();
    bool meant = everything || (!thing.record.empty() && pause.of == thing.record) ||
                 (!thing.stage.empty() && pause.of == "stage:" + thing.stage) ||
                 (!initiative.empty() && pause.of == "initiative:" + initiative);
    if (meant) return pause.words;
  }
  return "";
}

bool Pauses::isWithin(const std::string& initiative, const std::string& stage,
                      const std::string& asked) const {
  return initiativeOf(initiative, stage) == asked;
}

std::string Pauses::initiativeOf(const std::string& initiative, const std::string& stage) const {
  if (!initiative.empty()) return initiative;
  auto found = initiativeOfStage_.find(stage);
  return found == initiativeOfStage_.end() ? "" : found->second;
}

}  // namespace minutebook
