#include "ledger/bundle/receipt.h"

#include "ledger/base/civil.h"
#include "ledger/event/submission.h"

namespace minutebook {

namespace {

/// The last second of the year 9999.
constexpr std::int64_t kTimeMax = 253402300799;

std::string subjectInWords(const ReceiptSubject& about) {
  return about.where + " " + about.id;
}

std::string entryInWords(const Receipt& receipt) {
  const ProvenEntry& proven = receipt.entries.front().proven;
  const Outcome<EntryParts> entry = decodeEntry(proven.entry);
  const std::string when = entry ? timeInWords(entry.value().recordedAt) : "an unknown time";
  return "This receipt shows that entry " + std::to_string(proven.index) + " of " + receipt.origin +
         " was recorded at " + when + " and has not been changed since.";
}

std::string threadInWords(const Receipt& receipt) {
  const ThreadProof& threads = *receipt.threads;
  const std::string about = subjectInWords(threads.about);
  const std::string asOf = "as of entry " + std::to_string(threads.rooted.index);
  const std::size_t count = receipt.entries.size();
  if (count == 0) {
    return "This receipt shows that nothing is recorded about " + about + " in " + receipt.origin +
           ", " + asOf + ".";
  }
  const std::string all =
      count == 1 ? "the one entry" : "all " + std::to_string(count) + " entries";
  return "This receipt shows " + all + " about " + about + " in " + receipt.origin + ", " + asOf +
         ": none was left out or changed.";
}

}  // namespace

std::string ProvenEntry::proofLines() const {
  return TlogProof{std::nullopt, index, path, ""}.encode();
}

std::string timeInWords(std::int64_t unixTime) {
  if (unixTime < 0 || unixTime > kTimeMax) return std::to_string(unixTime) + " seconds since 1970";
  return formatCivil(civilFromUnix(unixTime));
}

std::vector<std::string> wordsOf(const Receipt& receipt) {
  std::vector<std::string> words;
  if (receipt.threads) {
    words.push_back(threadInWords(receipt));
    words.push_back(
        "Only what an entry names openly is counted. An entry that keeps a name sealed is in "
        "nobody's count.");
  } else if (!receipt.entries.empty()) {
    words.push_back(entryInWords(receipt));
  }
  words.push_back(
      "Check it with minutebook verify and the ledger's verifier key. Get that key by another way "
      "than this receipt.");
  return words;
}

Refusal receiptMalformed(std::string reason) {
  return {"receipt.malformed", "", std::move(reason),
          "Ask whoever gave you the receipt for it again; its bytes must arrive unchanged."};
}

}  // namespace minutebook
