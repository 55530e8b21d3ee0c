#include "cli/drafts.h"

#include <array>

namespace minutebook {

StatementId freshId(Surroundings& surroundings) {
  std::array<std::uint8_t, 10> random{};
  surroundings.random.fill(random);
  return StatementId::fromTime(surroundings.now(), random);
}

Outcome<std::vector<PreparedDraft>> draftsOf(const std::vector<Json>& lines,
                                             const Composer& composer, Surroundings& surroundings) {
  std::vector<PreparedDraft> drafts;
  for (const Json& line : lines) {
    Outcome<Draft> draft = composer.compose(line);
    if (!draft) return draft.refusal();
    drafts.push_back({std::move(draft).value(), freshId(surroundings)});
  }
  return drafts;
}

}  // namespace minutebook
