// tests/tidy/source_tree.h
//
// The files of this tree as the tidy tests see them: their text, and their code with comments and
// literals blanked out so that a word in a comment is not taken for code.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook::tidy {

/// One text file of the tree.
struct SourceFile {
  std::string path;  ///< From the root, with forward slashes: "ledger/base/bytes.h".
  std::string text;  ///< As it stands on disk.
};

/// What a check found, each a line such as "ledger/base/bytes.h:12: longer than 100 columns".
using Findings = std::vector<std::string>;

/// Every file of the tree in order of path, without build results and version control. Files that
/// hold a zero byte are left out: they are no text.
std::vector<SourceFile> readTree(const std::filesystem::path& root);

/// C++ text with comments and the insides of string and character literals turned into spaces.
/// Line feeds stay, so line numbers hold.
std::string codeOf(std::string_view text);

/// Lines without their line feeds.
std::vector<std::string> linesOf(std::string_view text);

/// "path:line: sentence", lines counted from 1.
std::string finding(const SourceFile& file, std::size_t line, const std::string& sentence);

/// Findings one a line, for a failure message.
std::string joined(const Findings& findings);

/// Whether the path is a C++ source or header.
bool isCpp(const std::string& path);

}  // namespace minutebook::tidy
