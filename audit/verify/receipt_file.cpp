#include "audit/verify/receipt_file.h"

#include <utility>

#include "ledger/bundle/receipt_page.h"
#include "ledger/bundle/receipt_text.h"

namespace minutebook {

namespace {

constexpr std::string_view kProofStart = "c2sp.org/tlog-proof@v1\n";
constexpr std::string_view kJsonStart = "{\n  \"schema\": \"minutebook/receipt/";

ReceiptCheck verifyPage(std::string_view page, const Catalogue& catalogue,
                        const ReceiptExpectations& expectations) {
  Outcome<ReceiptInPage> held = parseReceiptPage(page, catalogue);
  if (!held) return refusedReceipt(held.refusal());
  const bool isOurs = held.value().isOurs;
  ReceiptCheck check = verifyReceipt(std::move(held).value().receipt, catalogue, expectations);
  check.points.push_back(
      isOurs ? CheckedPoint{CheckResult::kChecked, "The page is the one that this program writes."}
             : CheckedPoint{CheckResult::kCouldNotCheck,
                            "What the page itself shows: it is not the one that this version "
                            "writes. Believe what stands here."});
  return check;
}

}  // namespace

bool looksLikeReceipt(std::string_view start) {
  return start.starts_with(kJsonStart) || start.starts_with(kReceiptTextStart) ||
         start.starts_with(kReceiptPageStart);
}

bool looksLikeProof(std::string_view start) {
  return start.starts_with(kProofStart);
}

ReceiptCheck verifyReceiptFile(std::string_view file, const Catalogue& catalogue,
                               const ReceiptExpectations& expectations) {
  if (file.starts_with(kReceiptPageStart)) return verifyPage(file, catalogue, expectations);
  Outcome<Receipt> receipt =
      file.starts_with(kReceiptTextStart) ? parseReceiptText(file) : Receipt::parse(file);
  if (!receipt) return refusedReceipt(receipt.refusal());
  return verifyReceipt(std::move(receipt).value(), catalogue, expectations);
}

ReceiptCheck verifyProofFile(std::string_view file, Bytes entry, const Catalogue& catalogue,
                             const ReceiptExpectations& expectations) {
  const Outcome<TlogProof> proof = TlogProof::parse(file);
  if (!proof) return refusedReceipt(proof.refusal());
  return verifyProof(proof.value(), std::move(entry), catalogue, expectations);
}

}  // namespace minutebook
