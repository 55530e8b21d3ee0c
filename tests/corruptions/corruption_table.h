// tests/corruptions/corruption_table.h
//
// A table of corruptions: what is done to which file, and in which words it is refused.
//
//   row   a-bit-of-an-entry
//   what  One bit of entry 4 in its bundle.
//   do    turn published/tile/entries/000 900
//   check published --vkey {vkey}
//   exit  4
//   says  A tile holds other hashes than the entries give.
//   says  tile/0/000 differs at hash 4
//   page  The proof does not lead from entry 4
//
// A line for each; `do` and `says` may come again. `page`: the same change, made to the receipt in
// the HTML file of the same name, is refused by the page itself, in a browser, in these words.
// `shares ROW: reason` lets two rows have one message, `page-shares ROW: reason` two pages.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace minutebook {

/// One corruption.
struct Corruption {
  std::string name;
  std::string what;
  std::vector<std::string> steps;
  std::string check;              ///< Words for minutebook-verify.
  int status = 0;                 ///< That it exits with.
  std::vector<std::string> says;  ///< All of these.
  std::string page;               ///< What the page says; empty if it is not about one.
  std::string shares;             ///< The row that has the same message.
  std::string pageShares;         ///< The row whose page says the same.
};

/// The rows of every *.table in a folder, in the order of the files' names. Throws
/// std::runtime_error, with file and line, if one is no table or two rows have one name.
std::vector<Corruption> readCorruptions(const std::filesystem::path& folder);

}  // namespace minutebook
