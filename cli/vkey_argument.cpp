#include "cli/arguments.h"

namespace minutebook {

void addVkey(std::optional<std::string>& to, std::string given) {
  while (given.ends_with('\n')) given.pop_back();
  to = to ? *to + "\n" + given : std::move(given);
}

}  // namespace minutebook
