// ledger/store/restored.h
//
// A ledger that came from a backup may be behind what was signed since. Until that is settled a
// file in its directory keeps every writer out. Bytes: docs/formats/backup.md.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/directory.h"

namespace minutebook {

/// How a restored copy stands to what was signed for its log.
enum class RestoredState {
  kNotCompared,   ///< Nothing was at hand to compare it with.
  kBehind,        ///< Something was signed that this copy lacks.
  kContradicted,  ///< Something was signed that cannot be of this copy's history.
  kAccepted,      ///< It was compared with nothing, and somebody took it as the newest.
};

/// The file `restored` of a ledger directory.
struct RestoredMark {
  RestoredState state = RestoredState::kNotCompared;
  std::string why;  ///< One sentence, with the gap where there is one.

  bool operator==(const RestoredMark&) const = default;
  bool isReadOnly() const { return state != RestoredState::kAccepted; }
  std::string encode() const;
  /// Nothing unless `text` is exactly what encode() writes.
  static std::optional<RestoredMark> parse(std::string_view text);
};

/// What to do about a copy in that state, in a sentence or two.
const char* remedyFor(RestoredState state);

/// Nothing: not restored, or compared and found whole. Throws kCorrupt if it cannot be read: that
/// is no leave to write.
std::optional<RestoredMark> restoredMark(const std::filesystem::path& ledger);
/// Durably in place; nothing takes the mark away.
void setRestoredMark(Directory& ledger, const std::optional<RestoredMark>& mark);

/// Throws kConfig for a copy that was not compared, kCorrupt for one that is behind or
/// contradicted.
void refuseIfReadOnly(const std::filesystem::path& ledger);

}  // namespace minutebook
