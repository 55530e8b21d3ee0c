#include "cli/sealed_texts.h"

#include "cli/model.h"
#include "cli/value_words.h"
#include "ledger/event/compose.h"

namespace minutebook {

OpenSealed sealedTexts(const EntryStore& store, const Catalogue& catalogue,
                       Disclosing& disclosing) {
  return [&store, &catalogue, &disclosing](std::int64_t index,
                                           const std::string& field) -> std::optional<std::string> {
    auto place = static_cast<std::uint64_t>(index);
    Statement statement = statementOf(entryAt(store, place));
    Json line = describe(statement, catalogue, disclosing.revealFor(place, statement));
    const Json* value = valueAt(line, field);
    // A correction holds the value in the record as it should have been.
    if (!value) value = valueAt(line, "corrected." + field);
    return value ? wordsOf(*value) : std::nullopt;
  };
}

}  // namespace minutebook
