// ledger/bundle/receipt_page.h
//
// A receipt as one HTML page that checks itself, without the internet and without this program.
// What it does and what it cannot do: docs/formats/receipt.md.

#pragma once

#include <string_view>

#include "ledger/bundle/receipt.h"
#include "ledger/event/catalogue.h"

namespace minutebook {

/// How a page that holds a receipt begins.
inline constexpr std::string_view kReceiptPageStart = "<!doctype html>\n";

/// The page: the receipt, the schema of the kinds in it, and what reads and checks them.
SecretBytes receiptPage(const Receipt& receipt, const Catalogue& catalogue);

/// What a page holds.
struct ReceiptInPage {
  Receipt receipt;
  /// The page is, byte for byte, the one that this program writes. Otherwise another version may
  /// have written it, or somebody who wants it to show something else than the receipt says.
  bool isOurs = false;
};

/// Refused (`receipt.malformed`) unless a receipt stands in it, in its one spelling.
Outcome<ReceiptInPage> parseReceiptPage(std::string_view page, const Catalogue& catalogue);

}  // namespace minutebook
