// tests/corruptions/spoiled_desk.h
//
// A desk made once, and a fresh copy of it for each corruption.

#pragma once

#include <filesystem>
#include <string>

#include "tests/corruptions/corruption_table.h"
#include "tests/support/temp_directory.h"

namespace minutebook {

/// The good originals, and how they look after one corruption.
class SpoiledDesk {
 public:
  SpoiledDesk();

  std::filesystem::path good() const { return temp_.path() / "good"; }
  /// The copy, until the next call. Throws std::runtime_error if a step cannot be done.
  std::filesystem::path spoiledBy(const Corruption& corruption) const;

 private:
  TempDirectory temp_;
};

/// The receipt's JSON put into the page instead of the one that stands there.
std::string pageWith(const std::string& page, const std::string& json);
/// The receipt that a row about a page is made of: "entry" for entry.json and entry.html.
std::string receiptOf(const Corruption& corruption);

}  // namespace minutebook
