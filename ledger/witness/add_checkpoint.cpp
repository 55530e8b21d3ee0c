#include "ledger/witness/add_checkpoint.h"

#include <optional>
#include <utility>

#include "ledger/base/lines.h"

namespace minutebook {

namespace {

constexpr std::string_view kOld = "old ";

Refusal malformed(std::string reason) {
  return {"witness.request-malformed", "", std::move(reason),
          "Ask again with a program that speaks tlog-witness; nothing was cosigned."};
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
  if (auto note = SignedNote::parse(body); !note) return malformed(note.refusal().reason);
  request.checkpoint = std::string(body);
  return request;
}

}  // namespace minutebook
