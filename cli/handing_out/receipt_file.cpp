#include "cli/handing_out/receipt_file.h"

#include <string>

#include "ledger/base/fault.h"
#include "ledger/bundle/receipt_page.h"
#include "ledger/bundle/receipt_text.h"

namespace minutebook {

namespace {

constexpr const char* kOtherForms = "Use -o with .json or .html, which hold any receipt.";

}  // namespace

ReceiptForm receiptFormOf(const Arguments& arguments) {
  const std::string name = arguments.output.value_or("");
  ReceiptForm form = ReceiptForm::kJson;
  if (name.ends_with(".txt")) {
    form = ReceiptForm::kText;
  } else if (name.ends_with(".html")) {
    form = ReceiptForm::kPage;
  } else if (!name.empty() && !name.ends_with(".json")) {
    throw Fault(FaultKind::kUsage, name + " has no ending that says what the receipt is to be",
                "Use .json for programs, .html for a page that checks itself, or .txt for a text "
                "that fits one QR code.");
  }
  if (!arguments.qr || form == ReceiptForm::kText) return form;
  throw Fault(FaultKind::kUsage, "only a receipt as text fits a QR code", "Add -o with .txt.");
}

SecretBytes writtenAs(ReceiptForm form, const Receipt& receipt, const Catalogue& catalogue) {
  if (form == ReceiptForm::kJson) return receipt.encode();
  if (form == ReceiptForm::kPage) return receiptPage(receipt, catalogue);
  SecretBytes text = receiptText(receipt);
  if (text.size() <= kQrBytesMax) return text;
  throw Fault(FaultKind::kUsage,
              "this receipt has " + std::to_string(text.size()) +
                  " bytes, and one QR code holds at most " + std::to_string(kQrBytesMax),
              kOtherForms);
}

void checkFitsText(const Arguments& arguments, bool isAboutAll) {
  if (receiptFormOf(arguments) != ReceiptForm::kText) return;
  if (isAboutAll) {
    throw Fault(FaultKind::kUsage,
                "a receipt that nothing was left out has more in it than one QR code holds",
                kOtherForms);
  }
  if (arguments.purpose.value_or("").find('\n') == std::string::npos) return;
  throw Fault(FaultKind::kUsage, "the purpose in a receipt as text stands on one line",
              "Say it in one line, or use -o with .json or .html.");
}

}  // namespace minutebook
