// tests/support/story_main.cpp
//
// story_runner PROGRAM SOURCE_ROOT STORY: runs one story with `minutebook` standing for PROGRAM.
// With UPDATE=1 in the environment the story is rewritten with what came; review the difference
// before you commit it. Exit status: 0 as told, 1 it went otherwise, 2 the story cannot be read.

#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "tests/support/story_run.h"

namespace minutebook {
namespace {

int play(const std::string& program, const std::string& sourceRoot, const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) {
    std::cerr << path << ": cannot be read\n";
    return 2;
  }
  const auto form = path.ends_with(".md") ? StoryForm::kMarkdown : StoryForm::kPlain;
  const ParsedStory story = parseStory(text.str(), form);
  if (!story.trouble.empty()) {
    std::cerr << path << ": " << story.trouble << "\n";
    return 2;
  }
  const StoryResult result = runStory(story, {program, sourceRoot});
  if (result.differences.empty()) return 0;
  const char* update = std::getenv("UPDATE");
  if (update != nullptr && std::string(update) == "1") {
    std::ofstream(path, std::ios::binary) << result.updated;
    std::cout << path << ": rewritten\n" << result.differences;
    return 0;
  }
  std::cout << path << ":\n"
            << result.differences
            << "\n(-) expected, (+) came. If what came is right, run it again "
            << "with UPDATE=1 and review the difference.\n";
  return 1;
}

}  // namespace
}  // namespace minutebook

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: story_runner PROGRAM SOURCE_ROOT STORY\n";
    return 2;
  }
  try {
    return minutebook::play(argv[1], argv[2], argv[3]);
  } catch (const std::exception& trouble) {
    std::cerr << "story_runner: " << trouble.what() << "\n";
    return 2;
  }
}
