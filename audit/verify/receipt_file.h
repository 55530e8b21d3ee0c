// audit/verify/receipt_file.h
//
// A receipt as a file, in whichever of its forms it is written, and a tlog-proof beside its entry.

#pragma once

#include <string_view>

#include "audit/verify/verify_receipt.h"

namespace minutebook {

/// By how a file begins: a receipt as JSON, as text or as a page.
bool looksLikeReceipt(std::string_view start);
/// The same for a C2SP tlog-proof.
bool looksLikeProof(std::string_view start);

/// Checks a receipt in any of its forms. Of a page only the receipt in it is believed; whether the
/// rest is the page that this program writes is told beside it.
ReceiptCheck verifyReceiptFile(std::string_view file, const Catalogue& catalogue,
                               const ReceiptExpectations& expectations);

/// Checks a tlog-proof with the bytes of its entry. `expectations` must name the log's key: there
/// is none in a proof.
ReceiptCheck verifyProofFile(std::string_view file, Bytes entry, const Catalogue& catalogue,
                             const ReceiptExpectations& expectations);

}  // namespace minutebook
