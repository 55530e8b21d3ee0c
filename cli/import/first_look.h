// cli/import/first_look.h
//
// An import is read through once before anything is recorded: what everybody would read for ever
// and looks private is listed by line or row, and the import stops unless somebody has said what is
// wanted. Decision 0017.

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "cli/commands.h"
#include "cli/door/privacy_door.h"

namespace minutebook {

/// Where a record line comes from: a line of a file, or a row of it and which record of that row.
struct LinePlace {
  std::string file;
  std::uint64_t number = 0;
  std::size_t record = 0;

  auto operator<=>(const LinePlace&) const = default;
};

/// What was found in the files of one command. Its arguments must outlive it. Once it has decided,
/// kept() may be asked on any thread.
class FirstLook {
 public:
  FirstLook(Call& call, const Writing& writing, const std::string& origin);

  /// Whether there is anything to look for: not if it is all public on purpose.
  bool isNeeded() const;
  /// Begins with a file. Throws kUsage for one that cannot be read twice, as a pipe.
  void beginFile(const std::string& file);
  /// A record line; `unit` is "line" or "row". Says of each that looks private where.
  void lookAt(const LinePlace& place, std::string_view unit, const Json& line);

  /// After the last file: whether the import may go on. If not, it has said why; `status` is then
  /// the command's. A rehearsal goes on.
  bool mayGoOn(ExitStatus& status);

  /// The line as it is to be recorded: with what was found in it kept private, if that is wanted.
  Json kept(const LinePlace& place, const Json& line) const;
  /// Throws kIo if the file is not the one that was looked at any more.
  void checkUnchanged(const std::string& file) const;

  /// Lines or rows that hold something that is not kept private.
  std::uint64_t count() const { return count_; }

 private:
  struct Stamp {
    std::uintmax_t size = 0;
    std::filesystem::file_time_type time;
    bool operator==(const Stamp&) const = default;
  };
  static Stamp stampOf(const std::string& file);
  void tell(const LinePlace& place, std::string_view unit, const std::vector<PrivateField>& fields);
  ExitStatus stop();

  Call& call_;
  PrivacyLook look_;
  std::map<std::string, Stamp> stamps_;
  std::map<LinePlace, std::vector<PrivateField>> found_;
  std::uint64_t count_ = 0;
  bool anyCanBeKept_ = false;
  bool allCanBeKept_ = true;
  bool keeps_ = false;
};

}  // namespace minutebook
