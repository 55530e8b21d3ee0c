// tests/tidy/docs.h
//
// Documents are held to what they say: links resolve, named files exist, nothing points at one
// person's machine.

#pragma once

#include <set>
#include <string>
#include <vector>

#include "tests/tidy/source_tree.h"

namespace minutebook::tidy {

/// Every file and folder of a tree, by path from its root.
std::set<std::string> pathsOf(const std::vector<SourceFile>& tree);

/// A Markdown file without exactly one title, which must be its first line.
Findings findWrongTitles(const SourceFile& markdown);

/// Links to files that are not there, or to headings a file does not have.
Findings findBrokenLinks(const SourceFile& markdown, const std::vector<SourceFile>& tree);

/// Paths in backticks, such as `ledger/base/bytes.h`, that name nothing in the tree. A path with a
/// `*`, `<` or `...` in it is a pattern and stands for itself.
Findings findMissingPaths(const SourceFile& markdown, const std::set<std::string>& paths);

/// Absolute paths of somebody's machine, and paths that leave the repository.
Findings findMachinePaths(const SourceFile& file);

}  // namespace minutebook::tidy
