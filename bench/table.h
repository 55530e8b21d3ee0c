// bench/table.h
//
// The figures as a plain table, or as one JSON document.

#pragma once

#include <optional>
#include <string>

#include "bench/durable.h"
#include "bench/import_rate.h"
#include "bench/receipts.h"
#include "bench/sealing.h"
#include "bench/verdicts.h"
#include "bench/verifying.h"

namespace minutebook::bench {

/// What was measured; the rest is left out.
struct Figures {
  std::optional<DurableFigures> durable;
  std::optional<ImportFigures> import;
  std::optional<SealingFigures> sealing;
  std::optional<ReceiptFigures> receipts;
  std::optional<VerifyFigures> verify;
  std::optional<VerdictFigures> verdicts;
};

/// For people: one line a figure, its limit beside it.
std::string asTable(const Figures& figures);
/// For programs: schema minutebook/bench/1.
std::string asJson(const Figures& figures);

}  // namespace minutebook::bench
