#include "cli/standards/asked.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "audit/report/clause_inputs.h"
#include "audit/standards/check_file.h"
#include "cli/report_output.h"
#include "cli/sealed_texts.h"
#include "cli/viewing.h"
#include "ledger/base/fault.h"
#include "ledger/crypto/sha256.h"

namespace minutebook {

namespace {

constexpr std::uintmax_t kPackBytesMax = std::uintmax_t{4} << 20;

Outcome<Pack> packInFile(const std::string& name) {
  std::error_code error;
  std::uintmax_t size = std::filesystem::file_size(name, error);
  if (error) {
    throw Fault(FaultKind::kMissing, "there is no file " + name,
                "Give a pack by its name, or the file in which it stands.");
  }
  if (size > kPackBytesMax) {
    return Refusal{"pack.malformed", "", name + " is larger than 4 MiB.",
                   "Put reference data of this size into several packs."};
  }
  std::ifstream in(name, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.good() && !in.eof()) throw Fault(FaultKind::kIo, "cannot read " + name);
  return readPack(text);
}

[[noreturn]] void noSuchStandard(const std::string& name) {
  std::vector<std::string> names;
  for (const Pack& pack : ownPacks()) names.push_back(pack.id);
  std::string near = nearestName(name, names);
  throw Fault(FaultKind::kMissing, "there is no standard called \"" + name + "\"",
              near.empty() ? "minutebook standard list names all there are."
                           : "Did you mean " + near + "?");
}

ConformanceOptions optionsFor(Call& call, const Reading& reading, JudgedFor whom) {
  ConformanceOptions options;
  options.scope = scopeOf(call, reading);
  options.shownTo = shownTo(reading.viewer);
  if (whom == JudgedFor::kEverybody) options.shownTo.only = "";
  options.today = *daysOf(reading.today(call)).first;
  return options;
}

JudgeSettings settingsFor(Call& call, const Reading& reading, const ReadModel& model,
                          Disclosing& disclosing, const ConformanceOptions& options,
                          JudgedFor whom) {
  JudgeSettings settings;
  if (whom == JudgedFor::kReader) settings.reveal = revealedFields(disclosing, reading.size);
  settings.today = options.today;
  settings.initiative = options.scope.initiative.value_or("");
  settings.workedOut = [&call, &reading, &model, &disclosing] {
    return clauseInputs(model,
                        {sheetOpener(disclosing.forTotals()), modelsOf(call, *reading.store)});
  };
  return settings;
}

}  // namespace

std::optional<Hash> hashOfCheck(std::string_view name) {
  const CheckFile* check = checkNamed(name);
  if (!check) return std::nullopt;
  return sha256(asBytes(check->sql));
}

Outcome<Pack> packCalled(const std::string& name) {
  if (name.ends_with(".toml")) return packInFile(name);
  if (const Pack* pack = ownPack(name)) return *pack;
  noSuchStandard(name);
}

Outcome<std::vector<StandingStandard>> standardsCalled(Query& query,
                                                       const std::optional<std::string>& name) {
  std::vector<StandingStandard> adopted = adoptedStandards(query);
  if (!name) {
    if (adopted.empty()) adopted.push_back(asIfAdopted(*ownPack("BASE")));
    return adopted;
  }
  for (StandingStandard& standard : adopted) {
    if (standard.id == *name || standard.label == *name) {
      return std::vector<StandingStandard>{std::move(standard)};
    }
  }
  Outcome<Pack> pack = packCalled(*name);
  if (!pack) return pack.refusal();
  if (!pack.value().data.empty()) {
    throw Fault(FaultKind::kUsage, *name + " is reference data and has no clauses",
                "minutebook standard list names the standards there are.");
  }
  return std::vector<StandingStandard>{asIfAdopted(pack.value())};
}

Judging::Judging(Call& call, const Reading& reading, const ReadModel& model, Disclosing& disclosing,
                 const std::vector<StandingStandard>& standards, JudgedFor whom)
    : options(optionsFor(call, reading, whom)),
      judge(model, standards, settingsFor(call, reading, model, disclosing, options, whom)) {}

}  // namespace minutebook
