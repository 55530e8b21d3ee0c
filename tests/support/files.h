// tests/support/files.h
//
// Whole files, for tests that look at bytes.

#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace minutebook {

/// Everything in the file; empty if it cannot be read.
inline std::string readFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace minutebook
