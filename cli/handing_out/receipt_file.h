// cli/handing_out/receipt_file.h
//
// The forms in which a receipt is written to a file or shown.

#pragma once

#include "cli/arguments.h"
#include "ledger/bundle/receipt.h"
#include "ledger/event/catalogue.h"

namespace minutebook {

/// By the ending of the file.
enum class ReceiptForm { kJson, kText, kPage };

/// The form that -o asks for. Throws kUsage for an ending that is none, and for --qr with another
/// form than text.
ReceiptForm receiptFormOf(const Arguments& arguments);

/// The bytes of the file. Throws kUsage, naming the other forms, if it is to be text and does not
/// fit one QR code.
SecretBytes writtenAs(ReceiptForm form, const Receipt& receipt, const Catalogue& catalogue);

/// Throws kUsage, naming the other forms, for what cannot be a text: a receipt about a thread, or
/// one with a purpose of several lines. Asked before anything is recorded.
void checkFitsText(const Arguments& arguments, bool isAboutAll);

}  // namespace minutebook
