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
#include "ledger/door/door.h"

namespace minutebook {

/// The checks of this program, by name, with the SHA-256 of their SQL.
KnownChecks knownChecks();

/// A pack by its name, or read from a file whose name ends in .toml. Throws kMissing, with the
/// names there are, if there is none; a file that is no pack is refused.
Outcome<Pack> packCalled(const std::string& name);

/// The standards that a command judges by: what `name` says, by its id or as a pack or a file; or
/// all that were adopted; or the base pack where none was. Throws kMissing for a name of nothing.
Outcome<std::vector<StandingStandard>> standardsCalled(Query& query,
                                                       const std::optional<std::string>& name);

/// Judges for whoever reads.
struct Judging {
  Judging(Call& call, const Reading& reading, Disclosing& disclosing,
          const std::vector<StandingStandard>& standards);

  ConformanceOptions options;
  Judge judge;
};

}  // namespace minutebook
