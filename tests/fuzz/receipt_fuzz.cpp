// A receipt as JSON, as a short text, and in a page: each has one spelling.

#include "ledger/bundle/receipt_page.h"
#include "ledger/bundle/receipt_text.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace minutebook;
  static const Catalogue catalogue;
  const std::string_view text = asText({data, size});
  if (auto receipt = Receipt::parse(text)) {
    demand(sameBytes(receipt.value().encode().view(), {data, size}));
    demand(!wordsOf(receipt.value()).empty());
    const SecretBytes page = receiptPage(receipt.value(), catalogue);
    const auto again = parseReceiptPage(asText(page.view()), catalogue);
    demand(again && again.value().isOurs);
  } else {
    demand(!receipt.refusal().remedy.empty());
  }
  if (auto receipt = parseReceiptText(text)) {
    demand(sameBytes(receiptText(receipt.value()).view(), {data, size}));
    demand(!wordsOf(receipt.value()).empty());
  } else {
    demand(!receipt.refusal().remedy.empty());
  }
  if (auto page = parseReceiptPage(text, catalogue); !page) {
    demand(!page.refusal().remedy.empty());
  }
  return 0;
}
