// cli/next_id.h
//
// The next free id of a register, for records that are given none: I-1, I-2, D-1.

#pragma once

#include <string>

#include "ledger/event/catalogue.h"
#include "ledger/event/json.h"
#include "ledger/rules/facts.h"

namespace minutebook {

/// The first id of the register's own form that is free. Asked under the writer's lock. The form
/// says nothing about the person or matter: P-14, never LE-2.
std::string nextFreeId(const Facts& facts, schema::Register where);

/// Adds "id" to a record line whose kind gives one out and that has none.
void giveId(Json& line, const KindInfo& kind, const Facts& facts);

}  // namespace minutebook
