// ledger/base/embedded_file.h
//
// Files of one sort that are part of the program: a table of them, as minutebook_embed_each() in
// cmake/Minutebook.cmake makes it.

#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace minutebook {

/// A file that is part of the program.
struct EmbeddedFile {
  std::string_view name;  ///< As it is called, without its ending: "promises".
  std::string_view text;
};

/// The file called `name`, or null.
inline const EmbeddedFile* fileCalled(std::span<const EmbeddedFile> files, std::string_view name) {
  auto found = std::find_if(files.begin(), files.end(),
                            [&](const EmbeddedFile& file) { return file.name == name; });
  return found == files.end() ? nullptr : &*found;
}

}  // namespace minutebook
