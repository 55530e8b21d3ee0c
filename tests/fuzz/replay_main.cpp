// Runs a fuzz target over the files of its corpus, and over every prefix of each.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

#include "tests/fuzz/fuzz_target.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: " << argv[0] << " CORPUS_DIRECTORY\n";
    return 2;
  }
  std::vector<std::filesystem::path> files;
  for (const auto& item : std::filesystem::directory_iterator(argv[1])) files.push_back(item);
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::vector<char> content{std::istreambuf_iterator<char>(in), {}};
    // A copy of the exact size, so that a sanitizer sees the first byte too many.
    for (std::size_t size = content.size() + 1; size-- > 0;) {
      const std::vector<char> prefix(content.begin(),
                                     content.begin() + static_cast<std::ptrdiff_t>(size));
      LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(prefix.data()), prefix.size());
    }
  }
  std::cout << files.size() << " files replayed\n";
  return files.empty() ? 1 : 0;
}
