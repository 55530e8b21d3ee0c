// ledger/view/model_stamp.h
//
// Everything that decides what a read model holds, as SQL and as one hash.

#pragma once

#include <string>

#include "ledger/view/table_plan.h"

namespace minutebook {

/// Raise it when rows come out differently although no table, view or field has changed.
inline constexpr int kExtractionVersion = 3;

/// CREATE TABLE of the fixed tables and those of the plan.
std::string modelTablesSql(const ModelPlan& plan);
/// CREATE INDEX, then CREATE VIEW.
std::string modelIndexesAndViewsSql(const ModelPlan& plan);

/// SHA-256, hex, of the extraction version, the schema's ids and both texts above. A model with
/// another stamp is thrown away.
std::string modelStamp(const ModelPlan& plan);

}  // namespace minutebook
