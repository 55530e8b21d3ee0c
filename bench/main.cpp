// bench/main.cpp
//
// minutebook_bench: what a durable record, an import, a receipt, verifying and verdicts cost. How
// to read it: bench/README.md.

#include <iostream>

#include "bench/arguments.h"
#include "bench/durable.h"
#include "bench/import_rate.h"
#include "bench/made_ledger.h"
#include "bench/receipts.h"
#include "bench/sealing.h"
#include "bench/syncs.h"
#include "bench/table.h"
#include "bench/verdicts.h"
#include "bench/verifying.h"
#include "cli/exit_status.h"

int main(int count, char** words) {
  using namespace minutebook::bench;
  const auto arguments = parseBenchArguments({words + 1, words + count});
  if (!arguments) {
    std::cerr << benchUsage();
    return minutebook::kUsage;
  }
  delaySyncs(arguments->syncDelay);
  try {
    Figures figures;
    if (arguments->durable) figures.durable = measureDurable(*arguments);
    if (arguments->import) figures.import = measureImport(*arguments);
    if (arguments->sealing) figures.sealing = measureSealing(*arguments);
    if (arguments->receipts || arguments->verify) {
      const MadeLedger made(*arguments);
      if (arguments->receipts) figures.receipts = measureReceipts(made);
      if (arguments->verify) figures.verify = measureVerifying(*arguments, made);
    }
    if (arguments->verdicts) figures.verdicts = measureVerdicts(*arguments);
    std::cout << (arguments->json ? asJson(figures) : asTable(figures));
  } catch (const std::exception& exception) {
    std::cerr << "minutebook_bench: " << exception.what() << '\n';
    return minutebook::kOurBug;
  }
  return minutebook::kDone;
}
