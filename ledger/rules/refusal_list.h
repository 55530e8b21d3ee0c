// ledger/rules/refusal_list.h
//
// The closed, ordered, public list of refusals (schema/refusals.capnp) as plain values. Its order
// is the precedence: when several rules are broken, everybody is told the one that stands first.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/outcome.h"

namespace minutebook {

/// What it takes to say no.
enum class RefusalClass {
  kForm,  ///< The bytes alone.
  kRule,  ///< The public record; replay from bytes says it again.
  kDoor,  ///< An opened value; judged once, on the way in.
};

/// One line of the list. The views live as long as the program.
struct ListedRefusal {
  std::string_view code;    ///< "reference.unknown"
  std::string_view when;    ///< What collided, one sentence.
  std::string_view remedy;  ///< What to do next, one sentence.
  RefusalClass kind = RefusalClass::kForm;
};

/// The whole list in its order.
std::vector<ListedRefusal> refusalList();

/// The place of a code in the list, from 0; nothing for a code that is not in it.
std::optional<std::size_t> refusalRank(std::string_view code);

/// A refusal with the remedy of the list. `field` is the path in what was submitted, empty for all
/// of it; `reason` is one sentence with the values that collided. Throws kBug if `code` is not
/// listed.
Refusal refuse(std::string_view code, std::string field, std::string reason);

}  // namespace minutebook
