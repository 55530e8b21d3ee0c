// Statement bytes from anybody.

#include "ledger/event/mentions.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/lines.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace minutebook;
  Outcome<Statement> statement = Statement::decode({data, size});
  demand(!statement || isCanonicalSegment({data, size}));
  if (!statement) return 0;
  demand(sameBytes(statement.value().bytes(), {data, size}));
  const bool wellFormed = !checkForm(statement.value(), theCatalogue());
  const Mentions mentions = mentionsOf(statement.value(), theCatalogue());
  const Json shown = describe(statement.value(), theCatalogue());
  demand(!wellFormed || !shown.find("unreadable"));
  if (!wellFormed || !mentions.sealed.empty()) return 0;
  // Nothing sealed and nothing unknown: the line says all of it, for this speaker at least.
  auto author = statement.value().reader().getAuthor();
  Speaker speaker{statement.value().reader().getOrigin().cStr(),
                  Bytes(author.begin(), author.end()), ""};
  Outcome<Draft> draft = Composer(theCatalogue(), speaker).compose(shown);
  if (!draft) return 0;
  Outcome<Statement> again = draft.value().finish();
  demand(!again || !checkForm(again.value(), theCatalogue()));
  return 0;
}
