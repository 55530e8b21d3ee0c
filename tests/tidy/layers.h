// tests/tidy/layers.h
//
// Which folder may include which, and where each library's ideas end. The tables are in layers.cpp;
// docs/ARCHITECTURE.md tells them in words.

#pragma once

#include <string>

#include "tests/tidy/source_tree.h"

namespace minutebook::tidy {

/// The folder a path belongs to in the include table: "ledger/base", "cli", "schema"; empty for
/// files outside it, such as tests.
std::string layerOf(const std::string& path);

/// Includes of a folder that the file's own folder may not name, and third-party headers behind the
/// wrong door.
Findings findWrongIncludes(const SourceFile& file);

/// Readings of the clock outside cli/.
Findings findClockReadings(const SourceFile& file);

/// `catch` outside the few places where a library's errors, or the program's, end.
Findings findWrongCatches(const SourceFile& file);

/// Targets an audit/ CMake list links although its folder may not include them.
Findings findWrongLinks(const SourceFile& cmakeList);

}  // namespace minutebook::tidy
