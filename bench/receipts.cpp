#include "bench/receipts.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

#include "cli/handing_out/receipt_maker.h"
#include "ledger/store/thread_map.h"
#include "ledger/view/read_model.h"

namespace minutebook::bench {

namespace {

constexpr std::uint64_t kReceipts = 200;

double medianMs(const std::function<void(std::uint64_t)>& make) {
  std::vector<double> took;
  for (std::uint64_t i = 0; i < kReceipts; ++i) {
    const auto began = std::chrono::steady_clock::now();
    make(i);
    const std::chrono::duration<double, std::milli> one = std::chrono::steady_clock::now() - began;
    took.push_back(one.count());
  }
  std::sort(took.begin(), took.end());
  return took[took.size() / 2];
}

/// Makes receipts in a published ledger, each from the beginning.
class Maker {
 public:
  Maker(const MadeLedger& made, const Catalogue& catalogue)
      : store_(EntryStore::open(made.ledger(), StoreAccess::kRead, "bench")),
        model_(made.ledger() / "view.sqlite", catalogue),
        query_(caughtUp()) {}

  void ofEntry(std::uint64_t index) {
    ReceiptMaker maker(*store_, store_->size());
    Receipt receipt;
    receipt.entries.push_back(maker.entry(index));
    finish(receipt, maker);
  }

  void about(const std::string& person) {
    const ThreadName thread{schema::Register::PARTICIPANT, person};
    ReceiptMaker maker(*store_, store_->size());
    Receipt receipt;
    for (std::uint64_t index : threadEntries(query_, thread)) {
      receipt.entries.push_back(maker.entry(index));
    }
    Sha256 hasher;
    receipt.threads = ThreadProof{{"participant", person},
                                  maker.proven(store_->size() - 1),
                                  findInThreadMap(*store_, threadKey(hasher, thread))};
    finish(receipt, maker);
  }

  const EntryStore& store() const { return *store_; }

 private:
  Query caughtUp() {
    model_.catchUp(store_->reader());
    return model_.query();
  }

  void finish(Receipt& receipt, ReceiptMaker& maker) {
    for (std::uint64_t index : signerEntries(receipt, *store_, query_)) {
      receipt.keys.push_back(maker.proven(index));
    }
    receipt.says = wordsOf(receipt);
    receipt.encode();
  }

  std::unique_ptr<EntryStore> store_;
  ReadModel model_;
  Query query_;
};

}  // namespace

ReceiptFigures measureReceipts(const MadeLedger& made) {
  const Catalogue catalogue;
  Maker maker(made, catalogue);
  const std::uint64_t people = made.people();
  ReceiptFigures figures;
  figures.entries = maker.store().size();
  figures.threads = newestThreadCount(maker.store()).threads;
  auto spread = [](std::uint64_t i, std::uint64_t over) { return i * 7919 % over; };
  figures.inclusionMs =
      medianMs([&](std::uint64_t i) { maker.ofEntry(spread(i, figures.entries)); });
  figures.completenessMs =
      medianMs([&](std::uint64_t i) { maker.about(MadeLedger::personAt(spread(i, people))); });
  figures.absenceMs = medianMs(
      [&](std::uint64_t i) { maker.about(MadeLedger::personAt(people + spread(i, people))); });
  return figures;
}

}  // namespace minutebook::bench
