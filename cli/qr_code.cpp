#include "cli/qr_code.h"

#include <qrcodegen/qrcodegen.hpp>
#include <string_view>
#include <vector>

#include "cli_files.h"

namespace minutebook {

namespace {

/// Light modules around the code. Source: ISO/IEC 18004, "quiet zone".
constexpr int kQuiet = 4;
constexpr const char* kFull = "\u2588";
constexpr const char* kUpper = "\u2580";
constexpr const char* kLower = "\u2584";

qrcodegen::QrCode codeOf(ByteView bytes) {
  const std::vector<std::uint8_t> copy(bytes.begin(), bytes.end());
  return qrcodegen::QrCode::encodeBinary(copy, qrcodegen::QrCode::Ecc::LOW);
}

/// What XML would read as markup, as its references.
std::string escaped(std::string_view text) {
  std::string safe;
  for (char c : text) {
    if (c == '<') {
      safe += "&lt;";
    } else if (c == '&') {
      safe += "&amp;";
    } else {
      safe += c;
    }
  }
  return safe;
}

void replaceAll(std::string& text, std::string_view what, const std::string& by) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

}  // namespace

void tellQrCode(Console& console, ByteView bytes) {
  const qrcodegen::QrCode code = codeOf(bytes);
  const int from = -kQuiet;
  const int to = code.getSize() + kQuiet;
  // Light is what a dark terminal shows: the blocks are the light modules.
  for (int y = from; y < to; y += 2) {
    std::string line;
    for (int x = from; x < to; ++x) {
      const bool upper = !code.getModule(x, y);
      const bool lower = y + 1 < to && !code.getModule(x, y + 1);
      line += upper ? (lower ? kFull : kUpper) : (lower ? kLower : " ");
    }
    console.line(line);
  }
}

std::string qrCodeSvg(ByteView bytes, const std::string& title) {
  const qrcodegen::QrCode code = codeOf(bytes);
  std::string path;
  for (int y = 0; y < code.getSize(); ++y) {
    for (int x = 0; x < code.getSize(); ++x) {
      if (!code.getModule(x, y)) continue;
      path += "M" + std::to_string(x + kQuiet) + " " + std::to_string(y + kQuiet) + "h1v1h-1z";
    }
  }
  std::string svg(cli_files::qr_code_svg);
  replaceAll(svg, "{size}", std::to_string(code.getSize() + 2 * kQuiet));
  replaceAll(svg, "{path}", path);
  replaceAll(svg, "{title}", escaped(title));
  return svg;
}

}  // namespace minutebook
