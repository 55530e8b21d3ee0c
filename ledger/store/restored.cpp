#include "ledger/store/restored.h"

#include <array>
#include <utility>

#include "ledger/base/bytes.h"
#include "ledger/base/fault.h"
#include "ledger/crypto/sha256.h"

namespace minutebook {

namespace {

constexpr char kFile[] = "restored";
constexpr std::string_view kFormat = "minutebook/restored/v1\n";
constexpr std::size_t kFileBytesMax = 4096;
constexpr std::array<std::string_view, 4> kStates = {"not-compared", "behind", "contradicted",
                                                     "accepted"};

}  // namespace

const char* remedyFor(RestoredState state) {
  switch (state) {
    case RestoredState::kBehind:
      return "Writing here would make a second history of what was signed. Find a newer backup or "
             "the ledger itself, and restore that.";
    case RestoredState::kContradicted:
      return "Two histories were signed under this log's name. Keep everything, show the folder "
             "evidence to whoever relies on this log, and write nothing until it is clear what "
             "holds.";
    case RestoredState::kNotCompared:
    case RestoredState::kAccepted:
      break;
  }
  return "Compare it: minutebook restore --published DIR, or --checkpoint FILE. If there is "
         "nothing "
         "to compare it with and this is the newest copy: minutebook restore --accept.";
}

std::string RestoredMark::encode() const {
  const std::string text = std::string(kFormat) + "state " +
                           std::string(kStates.at(static_cast<std::size_t>(state))) + "\nwhy " +
                           why + "\n";
  return text + toHex(sha256(asBytes(text)).view()) + "\n";
}

std::optional<RestoredMark> RestoredMark::parse(std::string_view text) {
  constexpr std::string_view kWhy = "\nwhy ";
  const std::size_t why = text.find(kWhy);
  if (why == text.npos) return std::nullopt;
  const std::size_t begin = why + kWhy.size();
  const std::size_t end = text.find('\n', begin);
  if (end == text.npos) return std::nullopt;
  for (std::size_t i = 0; i < kStates.size(); ++i) {
    RestoredMark mark{static_cast<RestoredState>(i), std::string(text.substr(begin, end - begin))};
    if (mark.encode() == text) return mark;
  }
  return std::nullopt;
}

std::optional<RestoredMark> restoredMark(const std::filesystem::path& ledger) {
  const std::optional<Bytes> bytes =
      Directory::open(ledger, Readers::kOwner).read(kFile, kFileBytesMax);
  if (!bytes) return std::nullopt;
  std::optional<RestoredMark> mark = RestoredMark::parse(asText(*bytes));
  if (mark) return mark;
  throw Fault(FaultKind::kCorrupt, (ledger / kFile).string() + " cannot be read",
              "Restore the backup again, into a new directory.");
}

void setRestoredMark(Directory& ledger, const std::optional<RestoredMark>& mark) {
  if (mark) {
    ledger.writeDurably(kFile, asBytes(mark->encode()));
    return;
  }
  ledger.remove(kFile);
  ledger.noteFolder(kFile);
  ledger.syncFolders();
}

void refuseIfReadOnly(const std::filesystem::path& ledger) {
  const std::optional<RestoredMark> mark = restoredMark(ledger);
  if (!mark || !mark->isReadOnly()) return;
  const bool mayBeAccepted = mark->state == RestoredState::kNotCompared;
  throw Fault(mayBeAccepted ? FaultKind::kConfig : FaultKind::kCorrupt,
              ledger.string() + " is read-only. " + mark->why, remedyFor(mark->state));
}

}  // namespace minutebook
