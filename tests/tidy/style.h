// tests/tidy/style.h
//
// The numbers of CONTRIBUTING.md, checked: how long a line, a function and a file may be, and that
// nothing is left half done or left out of the build.

#pragma once

#include <string>
#include <vector>

#include "tests/tidy/source_tree.h"

namespace minutebook::tidy {

constexpr std::size_t kLineColumnsMax = 100;
constexpr std::size_t kSchemaColumnsMax = 120;  ///< A field and its annotations read best together.
constexpr std::size_t kFunctionLinesMax = 70;
constexpr std::size_t kFileLinesMax = 400;
constexpr std::size_t kTestFileLinesMax = 1000;

/// A function that was longer than the limit when the limit came. It may shrink, not grow.
struct LongFunction {
  std::string path;
  std::string name;
  std::size_t lines = 0;
};

/// Whether the file is program text that these limits are about: C++, schema, CMake, shell, SQL,
/// Python. Documents, data and golden files are not.
bool isProgramText(const SourceFile& file);

/// Lines of more than 100 columns, 120 in a schema; a multi-byte character counts as one. Outside
/// C++ a literal cannot be cut into lines, so a line that holds one may be longer.
Findings findLongLines(const SourceFile& file);

/// Files over their length, C++ only: 400 lines, 1,000 in tests.
Findings findLongFile(const SourceFile& file);

/// Functions over 70 lines that `known` does not list, and listed ones that grew.
Findings findLongFunctions(const SourceFile& file, const std::vector<LongFunction>& known);

/// Entries of `known` that are no longer needed: the function is gone, or is short enough now.
Findings findStaleRatchet(const std::vector<SourceFile>& tree,
                          const std::vector<LongFunction>& known);

/// Marks of unfinished work, in any text file.
Findings findUnfinished(const SourceFile& file);

/// C++ sources that no CMake list of their folder, or of one above it, names.
Findings findUnlistedSources(const std::vector<SourceFile>& tree);

}  // namespace minutebook::tidy
