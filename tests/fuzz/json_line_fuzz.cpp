// A record line from anybody: JSON, then a draft, then a statement, and back.

#include "ledger/event/mentions.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/lines.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace minutebook;
  Outcome<Json> json = parseJson(asText({data, size}));
  if (!json) {
    demand(!json.refusal().code.empty() && !json.refusal().remedy.empty());
    return 0;
  }
  const std::string written = writeJson(json.value());
  Outcome<Json> again = parseJson(written);
  demand(again && writeJson(again.value()) == written);
  Outcome<SealedLine> line = sealedLine(json.value());
  if (!line) {
    demand(!line.refusal().code.empty() && !line.refusal().remedy.empty());
    return 0;
  }
  const Statement& statement = line.value().statement;
  demand(mentionsOf(statement, theCatalogue()).sealed.size() == line.value().secrets.size());
  const bool wellFormed = !checkForm(statement, theCatalogue());
  Json shown = describe(statement, theCatalogue(), line.value().reveal());
  if (!wellFormed) return 0;
  Outcome<SealedLine> composed = sealedLine(shown);
  demand(composed && sameBytes(composed.value().statement.bytes(), statement.bytes()));
  return 0;
}
