// cli/import/record_lines.h
//
// The lines of a file of JSON records, one after the other.

#pragma once

#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/outcome.h"

namespace minutebook {

/// Reads one file from its beginning. A byte order mark before the first line and a carriage return
/// at the end of one are left out.
class RecordLines {
 public:
  /// Throws kMissing if there is no such file. "-" is not handled here.
  explicit RecordLines(const std::string& path);

  /// The next line; false at the end of the file. `refusal` is set, with json.too-long, for a line
  /// that no record needs; then there is no reading on. Throws kIo if reading fails.
  bool next(std::string& line, std::optional<Refusal>& refusal);

  /// Of the line that was read last, from 1.
  std::uint64_t number() const { return number_; }

 private:
  std::string path_;
  std::ifstream file_;
  std::vector<char> buffer_ = std::vector<char>(std::size_t{1} << 16);
  std::string_view unread_;  // Of the buffer.
  std::uint64_t number_ = 0;
};

}  // namespace minutebook
