// audit/report/changes.h
//
// One value that a correction changed, in plain words; wherever a page tells what was put right.

#pragma once

#include <string>

#include "ledger/view/query.h"

namespace minutebook {

/// `due: "2026-02-25" (it was "2026-02-20")`, `due: emptied (it was "2026-02-20")`. The row has the
/// columns field, manner, was and became of correction_value.
std::string changeWords(const Row& change);

}  // namespace minutebook
