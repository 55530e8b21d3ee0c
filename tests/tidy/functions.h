// tests/tidy/functions.h
//
// Finds declarations in C++ text without a compiler: enough to measure functions and to see whether
// what is public is documented. It knows this project's formatting, not the whole language.

#pragma once

#include <string>
#include <vector>

#include "tests/tidy/source_tree.h"

namespace minutebook::tidy {

/// A type, function, alias or variable declared at namespace scope or in a type.
struct Declaration {
  enum class Kind { kType, kFunction, kOther };

  Kind kind = Kind::kOther;
  std::string header;          ///< Up to its body or semicolon, white space squeezed.
  std::size_t firstLine = 0;   ///< Lines from 1.
  std::size_t headerLine = 0;  ///< Where the body or the semicolon is.
  std::size_t lastLine = 0;    ///< Of the body; of the header where there is none.
  bool hasBody = false;        ///< Whether braces follow.
  bool isPublic = true;        ///< Not in a private or protected section, or a type in one.
  bool isMember = false;       ///< Declared inside a type.
};

/// The declarations of a text, in order; those inside function bodies are left out.
std::vector<Declaration> declarationsOf(const std::string& text);

/// What a function is called: "Tree::append", "TEST(Tree, Grows)".
std::string nameOf(const Declaration& function);

/// Public types and functions of a header without a `///` sentence. A run of declarations with no
/// blank line between them shares the first one's, and an enum may tell its values instead. What a
/// sentence could only repeat needs none: accessors without arguments, overrides, one-line inline
/// functions, destructors, moves, whatever is defaulted or deleted, forward declarations.
Findings findUndocumented(const SourceFile& header);

}  // namespace minutebook::tidy
