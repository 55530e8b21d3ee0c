#include "ledger/witness/add_checkpoint.h"

#include <optional>
#include <utility>

#include "ledger/base/lines.h"
#include "ledger/base/utf8.h"

namespace minutebook {

namespace {

constexpr std::string_view kOld = "old ";

Refusal malformed(std::string reason) {
  return {"witness.request-malformed", "", std::move(reason),
          "Ask again with a program that speaks tlog-witness; nothing was cosigned."};
}

/// Whether it would be a note, but for the base64 of its signatures: such a signature is there, and
/// is wrong, which is another answer than that nothing is there.
bool hasSignaturesOnly(std::string_view note) {
  constexpr std::string_view kDash = "\xE2\x80\x94 ";
  const std::size_t blank = note.rfind("\n\n");
  if (blank == std::string_view::npos || !isUtf8(note)) return false;
  std::string_view lines = note.substr(blank + 2);
  if (lines.empty()) return false;
  while (const auto line = takeLine(lines)) {
    if (!line->starts_with(kDash)) return false;
    const std::string_view rest = line->substr(kDash.size());
    const std::size_t space = rest.find(' ');
    if (space == std::string_view::npos || space + 1 == rest.size()) return false;
    if (!isKeyName(rest.substr(0, space))) return false;
  }
  return lines.empty();
}

}  // namespace

std::string AddCheckpoint::encode() const {
  std::string body = std::string(kOld) + std::to_string(oldSize) + "\n";
  for (const Hash& hash : proof) body += toBase64(hash.view()) + "\n";
  return body + "\n" + checkpoint;
}

Outcome<AddCheckpoint> AddCheckpoint::parse(std::string_view body) {
  if (body.size() > kAddCheckpointBytesMax) return malformed("The request is too large.");
  AddCheckpoint request;
  const auto first = takeLine(body);
  if (!first || !first->starts_with(kOld)) return malformed("The request has no old size.");
  const auto size = parseDecimal(first->substr(kOld.size()), kTreeSizeMax);
  if (!size) return malformed("The old size is not a plain number of entries.");
  request.oldSize = *size;
  auto line = takeLine(body);
  for (; line && !line->empty(); line = takeLine(body)) {
    const auto raw = fromBase64(*line);
    const auto hash = raw ? Hash::of(*raw) : std::nullopt;
    if (!hash || request.proof.size() == kPathLengthMax) {
      return malformed("Hash " + std::to_string(request.proof.size() + 1) +
                       " of the proof is not 32 bytes in base64, or is one too many.");
    }
    request.proof.push_back(*hash);
  }
  if (!line) return malformed("The request ends before its checkpoint.");
  const auto note = SignedNote::parse(body);
  if (!note && !hasSignaturesOnly(body)) return malformed(note.refusal().reason);
  request.checkpoint = std::string(body);
  return request;
}

}  // namespace minutebook
