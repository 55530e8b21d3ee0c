#include "cli/import/record_lines.h"

#include "ledger/base/fault.h"
#include "ledger/event/json.h"

namespace minutebook {

RecordLines::RecordLines(const std::string& path) : path_(path), file_(path, std::ios::binary) {
  if (!file_) {
    throw Fault(FaultKind::kMissing, "there is no file " + path + " that can be read",
                "Check the path.");
  }
}

bool RecordLines::next(std::string& line, std::optional<Refusal>& refusal) {
  line.clear();
  for (bool whole = false; !whole;) {
    if (unread_.empty()) {
      file_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
      if (file_.bad()) throw Fault(FaultKind::kIo, "reading " + path_ + " failed", "Try again.");
      unread_ = {buffer_.data(), static_cast<std::size_t>(file_.gcount())};
      if (unread_.empty() && line.empty()) return false;
      if (unread_.empty()) break;
    }
    std::size_t end = unread_.find('\n');
    whole = end != unread_.npos;
    std::string_view piece = unread_.substr(0, end);
    unread_.remove_prefix(whole ? end + 1 : piece.size());
    if (line.size() + piece.size() > kJsonBytesMax) {
      refusal = parseJson(line.append(piece, 0, kJsonBytesMax + 1 - line.size())).refusal();
      ++number_;
      return true;
    }
    line.append(piece);
  }
  if (line.ends_with('\r')) line.pop_back();
  if (number_ == 0 && line.starts_with("\xef\xbb\xbf")) line.erase(0, 3);
  ++number_;
  return true;
}

}  // namespace minutebook
