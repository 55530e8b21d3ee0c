// cli/standards/asked.h
//
// Which standard a command is about, and with what it is judged.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/report/conformance.h"
#include "audit/standards/judge.h"
#include "cli/disclosing.h"
#include "cli/model.h"

namespace minutebook {

/// The SHA-256 of the SQL of this program's check of that name; nothing if it has none.
std::optional<Hash> hashOfCheck(std::string_view name);

/// A pack by its name, or read from a file whose name ends in .toml. Throws kMissing, with the
/// names there are, if there is none; a file that is no pack is refused.
Outcome<Pack> packCalled(const std::string& name);

/// The standards that a command judges by: what `name` says, by its id or as a pack or a file; or
/// all that were adopted; or the base pack where none was. Throws kMissing for a name of nothing.
Outcome<std::vector<StandingStandard>> standardsCalled(Query& query,
                                                       const std::optional<std::string>& name);

/// For whom verdicts are.
enum class JudgedFor {
  kReader,     ///< Whoever reads: what they may open is opened, whom they may see is named.
  kEverybody,  ///< Nothing sealed is opened, and people are counted.
};

/// Judges `model`, which holds what `reading` sees or less. All of them must outlive it.
struct Judging {
  Judging(Call& call, const Reading& reading, const ReadModel& model, Disclosing& disclosing,
          const std::vector<StandingStandard>& standards, JudgedFor whom);

  ConformanceOptions options;
  Judge judge;
};

}  // namespace minutebook
