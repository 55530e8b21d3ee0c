// ledger/bundle/receipt_text.h
//
// A receipt for one entry as a short text: it fits one QR code, with all its hashes. Format:
// docs/formats/receipt.md.

#pragma once

#include <string_view>

#include "ledger/bundle/receipt.h"

namespace minutebook {

/// What one QR code holds: version 40, correction L, in bytes. Source: ISO/IEC 18004.
constexpr std::size_t kQrBytesMax = 2953;
/// How such a text begins.
inline constexpr std::string_view kReceiptTextStart = "Receipt (minutebook/receipt-text/1)\n";

/// Nothing of the signers' and witnesses' keys is in it, for want of room. May be longer than a QR
/// code holds. Throws kBug for a receipt about a thread.
SecretBytes receiptText(const Receipt& receipt);

/// Refused (`receipt.malformed`) unless `text` is exactly what receiptText() writes for some
/// receipt.
Outcome<Receipt> parseReceiptText(std::string_view text);

}  // namespace minutebook
