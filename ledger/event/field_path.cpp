#include "ledger/event/field_path.h"

namespace minutebook {

Bytes FieldPath::bytes() const {
  Bytes out;
  out.reserve(3 + steps.size() * 4);
  appendU16(out, kind);
  appendU8(out, static_cast<std::uint8_t>(steps.size()));
  for (const PathStep& step : steps) {
    appendU16(out, step.ordinal);
    appendU16(out, step.index);
  }
  return out;
}

std::optional<FieldPath> FieldPath::parse(ByteView bytes) {
  if (bytes.size() < 3 || bytes[2] > kPathStepsMax || bytes.size() != 3u + bytes[2] * 4u) {
    return std::nullopt;
  }
  FieldPath path;
  path.kind = readU16(bytes);
  for (std::size_t at = 3; at < bytes.size(); at += 4) {
    path.steps.push_back({readU16(bytes.subspan(at)), readU16(bytes.subspan(at + 2))});
  }
  return path;
}

}  // namespace minutebook
