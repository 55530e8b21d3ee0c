// cli/qr_code.h
//
// A text as a QR code: for a terminal, or as a picture that can be printed.

#pragma once

#include <string>

#include "cli/console.h"
#include "ledger/base/bytes.h"

namespace minutebook {

/// Shows the bytes as a QR code in half blocks, light on dark, with its quiet zone. They must fit
/// one (2,953 bytes).
void tellQrCode(Console& console, ByteView bytes);

/// The same as an SVG picture, dark on light. `title` is what a screen reader says of it.
std::string qrCodeSvg(ByteView bytes, const std::string& title);

}  // namespace minutebook
