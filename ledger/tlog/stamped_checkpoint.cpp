#include "ledger/tlog/stamped_checkpoint.h"

#include <optional>
#include <utility>

#include "ledger/base/fault.h"
#include "ledger/tlog/note.h"

namespace minutebook {

namespace {

constexpr std::string_view kStamp = "stamp ";
constexpr std::string_view kCertificate = "certificate ";
constexpr std::string_view kCrl = "crl ";

Refusal malformed(std::string reason) {
  return {"stamp.malformed", "", std::move(reason),
          "Get the file again from whoever made it; its bytes must arrive unchanged."};
}

std::string lineOf(std::string_view word, const Bytes& part) {
  return std::string(word) + toBase64(part) + "\n";
}

std::string linesOf(const StampEvidence& evidence) {
  std::string lines = lineOf(kStamp, evidence.token);
  for (const Bytes& part : evidence.certificates) lines += lineOf(kCertificate, part);
  for (const Bytes& part : evidence.crls) lines += lineOf(kCrl, part);
  return lines;
}

/// The file with its first stamps alone.
std::string upTo(const StampedCheckpoint& stamped, std::size_t count) {
  std::string text(kStampedHead);
  for (std::size_t i = 0; i < count; ++i) text += linesOf(stamped.stamps[i]);
  return text + "\n" + stamped.checkpoint;
}

/// Reads the lines above the checkpoint, one by one.
class EvidenceReader {
 public:
  /// The reason why the line cannot stand there, or nothing.
  std::optional<std::string> take(std::string_view line) {
    if (line.starts_with(kStamp)) {
      if (stamps.size() == kStampsMax) return "It has more than 32 stamps.";
      stamps.emplace_back();
      const auto token = partOf(line, kStamp);
      if (!token) return "A stamp in it is not plain base64 of at most 1 MiB.";
      stamps.back().token = *token;
      return std::nullopt;
    }
    if (stamps.empty()) return "Above its checkpoint stands something that is no stamp.";
    if (line.starts_with(kCertificate) && stamps.back().crls.empty()) {
      return keep(stamps.back().certificates, partOf(line, kCertificate));
    }
    if (line.starts_with(kCrl)) return keep(stamps.back().crls, partOf(line, kCrl));
    return "A line in it is neither stamp nor certificate nor revocation list, or out of order.";
  }

  std::vector<StampEvidence> stamps;

 private:
  static std::optional<Bytes> partOf(std::string_view line, std::string_view word) {
    auto part = fromBase64(line.substr(word.size()));
    if (!part || part->empty() || part->size() > kStampPartBytesMax) return std::nullopt;
    return part;
  }

  static std::optional<std::string> keep(std::vector<Bytes>& parts, std::optional<Bytes> part) {
    if (!part) return "A certificate or revocation list in it is not plain base64.";
    if (parts.size() == kStampPartsMax) return "A stamp has more than 32 of one kind with it.";
    parts.push_back(std::move(*part));
    return std::nullopt;
  }
};

}  // namespace

std::string StampedCheckpoint::encode() const {
  return upTo(*this, stamps.size());
}

Outcome<StampedCheckpoint> StampedCheckpoint::parse(std::string_view text) {
  if (text.size() > kStampedBytesMax) return malformed("The file is larger than 16 MiB.");
  if (!text.starts_with(kStampedHead)) return malformed("It is no stamped checkpoint.");
  text.remove_prefix(kStampedHead.size());
  EvidenceReader reader;
  while (true) {
    const std::size_t end = text.find('\n');
    if (end == text.npos) return malformed("It ends before its checkpoint.");
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (line.empty()) break;
    if (auto reason = reader.take(line)) return malformed(*reason);
  }
  const Outcome<SignedNote> note = SignedNote::parse(text);
  if (!note) return note.refusal();
  return StampedCheckpoint{std::move(reader.stamps), std::string(text)};
}

StampedBytes StampedCheckpoint::bytesOf(std::size_t place) const {
  if (place == 0) {
    Outcome<SignedNote> note = SignedNote::parse(checkpoint);
    if (!note) throw Fault(FaultKind::kBug, "a stamped checkpoint is no signed note");
    return {ImprintHash::kSha256, std::move(note).value().text};
  }
  if (place > stamps.size()) throw Fault(FaultKind::kBug, "a stamp is asked for past the next");
  return {ImprintHash::kSha512, upTo(*this, place)};
}

}  // namespace minutebook
