// ledger/rules/kind_refusals.h
//
// Which refusals a record of one kind can meet. The kinds name those of their own rules (refusedAs
// in the schema); the others follow from what a kind's fields say.

#pragma once

#include <string_view>
#include <vector>

#include "ledger/event/catalogue.h"

namespace minutebook {

/// The codes that a record of any kind can be refused with, in the order of the list.
std::vector<std::string_view> refusalsOfAnyRecord();

/// The codes that this kind can be refused with beyond those of any record, in the order of the
/// list; a correction meets those of the record that it holds as well. Throws kBug if the schema
/// names a code that is not in the list.
std::vector<std::string_view> refusalsOfKind(const KindInfo& kind);

}  // namespace minutebook
