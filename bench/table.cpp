#include "bench/table.h"

#include <fmt/format.h>

#include "bench/verdict_table.h"
#include "ledger/event/json.h"

namespace minutebook::bench {

namespace {

std::string durableTable(const DurableFigures& f) {
  std::string table = fmt::format("One durable record ({} bytes)       us  syncs\n", f.entryBytes);
  table +=
      fmt::format("  everything on              {:10.1f}  {:5.2f}\n", f.recordUs, f.recordSyncs);
  table += fmt::format("    signature and rules      {:10.1f}\n", f.rulesUs);
  table += fmt::format("    door                     {:10.1f}\n", f.doorUs);
  table += fmt::format("    facts, tree, synced batch{:10.1f}\n", f.appendUs);
  table += fmt::format("  bare write and check       {:10.1f}  {:5.2f}\n", f.bareUs, f.bareSyncs);
  table += fmt::format("    signature                {:10.1f}\n", f.bareVerifyUs);
  table += fmt::format("    synced put               {:10.1f}\n", f.bareWriteUs);
  table +=
      fmt::format("  ratio                      {:10.2f}  limit {:.2f}, rounds {:.2f} to {:.2f}\n",
                  f.ratio, kDurableRatioMax, f.ratioMin, f.ratioMax);
  return table;
}

std::string importTable(const ImportFigures& f) {
  std::string table = fmt::format("Import of {} lines\n", f.records);
  table += fmt::format("  records a second           {:10.0f}  goal {:.0f}\n", f.perSecond,
                       kImportGoalPerSecond);
  table += fmt::format("  seconds                    {:10.2f}\n", f.seconds);
  table += fmt::format("  CPU seconds                {:10.2f}\n", f.cpuSeconds);
  table += fmt::format("  seconds in syncs           {:10.2f}\n", f.syncSeconds);
  table += fmt::format("  batches                    {:10}\n", f.batches);
  table += fmt::format("  syncs                      {:10}\n", f.syncs);
  return table;
}

std::string sealingTable(const SealingFigures& f) {
  std::string table =
      fmt::format("One text of 40 bytes, {} records, {} rounds\n", f.records, f.rounds);
  table += fmt::format("  public, records a second   {:10.0f}\n", f.publicPerSecond);
  table += fmt::format("  sealed, records a second   {:10.0f}\n", f.sealedPerSecond);
  table += fmt::format(
      "  cost of sealing            {:9.0f}%  limit {:.0f}%, rounds {:.0f}% to {:.0f}%\n",
      f.cost * 100, kSealingCostMax * 100, f.costMin * 100, f.costMax * 100);
  return table;
}

std::string receiptsTable(const ReceiptFigures& f) {
  std::string table =
      fmt::format("Receipts, {} entries, {} threads        ms\n", f.entries, f.threads);
  table += fmt::format("  of one entry               {:10.2f}  goal {:.0f}\n", f.inclusionMs,
                       kInclusionGoalMs);
  table += fmt::format("  of all about one person    {:10.2f}  goal {:.0f}\n", f.completenessMs,
                       kCompletenessGoalMs);
  table += fmt::format("  of nothing about somebody  {:10.2f}  goal {:.0f}\n", f.absenceMs,
                       kCompletenessGoalMs);
  return table;
}

std::string verifyTable(const VerifyFigures& f) {
  std::string table =
      fmt::format("Verifying {} published entries, {} rounds      s  share\n", f.entries, f.rounds);
  table += fmt::format("  read, leaf hash, root            {:8.2f}\n", f.least);
  table += fmt::format("  read, every hash (limit)         {:8.2f}\n", f.limit);
  auto way = [&](std::string_view name, const WayFigures& figures, std::string_view goal) {
    table +=
        fmt::format("  {:31}  {:8.2f}  {:5.2f}{}\n", name, figures.seconds, figures.share, goal);
  };
  way("from the bytes, one thread", f.bytesOne, fmt::format("  goal {:.1f}", kVerifyShareMin));
  way("from the bytes, two threads", f.bytesTwo, "");
  way("and form, signatures, one thread", f.signedOne, "");
  way("with the rules, one thread", f.allOne, "");
  way("with the rules, two threads", f.allTwo, "");
  return table;
}

Json number(double value) {
  return Json::number(fmt::format("{:.3f}", value));
}
Json count(std::uint64_t value) {
  return Json::number(std::to_string(value));
}

Json durableJson(const DurableFigures& f) {
  return Json::object({{"recordMicroseconds", number(f.recordUs)},
                       {"rulesMicroseconds", number(f.rulesUs)},
                       {"doorMicroseconds", number(f.doorUs)},
                       {"appendMicroseconds", number(f.appendUs)},
                       {"recordSyncs", number(f.recordSyncs)},
                       {"bareMicroseconds", number(f.bareUs)},
                       {"bareVerifyMicroseconds", number(f.bareVerifyUs)},
                       {"bareWriteMicroseconds", number(f.bareWriteUs)},
                       {"bareSyncs", number(f.bareSyncs)},
                       {"ratio", number(f.ratio)},
                       {"ratioMin", number(f.ratioMin)},
                       {"ratioMax", number(f.ratioMax)},
                       {"ratioLimit", number(kDurableRatioMax)},
                       {"entryBytes", count(f.entryBytes)}});
}

Json importJson(const ImportFigures& f) {
  return Json::object({{"records", count(f.records)},
                       {"recordsPerSecond", number(f.perSecond)},
                       {"recordsPerSecondGoal", number(kImportGoalPerSecond)},
                       {"seconds", number(f.seconds)},
                       {"cpuSeconds", number(f.cpuSeconds)},
                       {"syncSeconds", number(f.syncSeconds)},
                       {"batches", count(f.batches)},
                       {"syncs", count(f.syncs)}});
}

Json sealingJson(const SealingFigures& f) {
  return Json::object({{"records", count(f.records)},
                       {"rounds", count(f.rounds)},
                       {"publicPerSecond", number(f.publicPerSecond)},
                       {"sealedPerSecond", number(f.sealedPerSecond)},
                       {"cost", number(f.cost)},
                       {"costMin", number(f.costMin)},
                       {"costMax", number(f.costMax)},
                       {"costLimit", number(kSealingCostMax)}});
}

Json receiptsJson(const ReceiptFigures& f) {
  return Json::object({{"entries", count(f.entries)},
                       {"threads", count(f.threads)},
                       {"inclusionMilliseconds", number(f.inclusionMs)},
                       {"completenessMilliseconds", number(f.completenessMs)},
                       {"absenceMilliseconds", number(f.absenceMs)},
                       {"inclusionGoal", number(kInclusionGoalMs)},
                       {"completenessGoal", number(kCompletenessGoalMs)}});
}

Json wayJson(const WayFigures& way) {
  return Json::object({{"seconds", number(way.seconds)}, {"share", number(way.share)}});
}

Json verifyJson(const VerifyFigures& f) {
  return Json::object({{"entries", count(f.entries)},
                       {"rounds", count(f.rounds)},
                       {"leastSeconds", number(f.least)},
                       {"limitSeconds", number(f.limit)},
                       {"bytesOneThread", wayJson(f.bytesOne)},
                       {"bytesTwoThreads", wayJson(f.bytesTwo)},
                       {"signedOneThread", wayJson(f.signedOne)},
                       {"allOneThread", wayJson(f.allOne)},
                       {"allTwoThreads", wayJson(f.allTwo)},
                       {"bytesOneThreadShareGoal", number(kVerifyShareMin)}});
}

}  // namespace

std::string asTable(const Figures& figures) {
  std::string table;
  auto add = [&](const std::string& part) { table += (table.empty() ? "" : "\n") + part; };
  if (figures.durable) add(durableTable(*figures.durable));
  if (figures.import) add(importTable(*figures.import));
  if (figures.sealing) add(sealingTable(*figures.sealing));
  if (figures.receipts) add(receiptsTable(*figures.receipts));
  if (figures.verify) add(verifyTable(*figures.verify));
  if (figures.verdicts) add(verdictsTable(*figures.verdicts));
  return table;
}

std::string asJson(const Figures& figures) {
  Json document = Json::object({{"schema", Json::text("minutebook/bench/1")}});
  if (figures.durable) document.set("durable", durableJson(*figures.durable));
  if (figures.import) document.set("import", importJson(*figures.import));
  if (figures.sealing) document.set("sealing", sealingJson(*figures.sealing));
  if (figures.receipts) document.set("receipts", receiptsJson(*figures.receipts));
  if (figures.verify) document.set("verify", verifyJson(*figures.verify));
  if (figures.verdicts) document.set("verdicts", verdictsJson(*figures.verdicts));
  return writeJson(document, JsonLayout::kIndented) + "\n";
}

}  // namespace minutebook::bench
