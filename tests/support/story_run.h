// tests/support/story_run.h
//
// Runs the commands of a story, each in a fresh shell, all in one fresh directory.

#pragma once

#include <filesystem>
#include <string>

#include "tests/support/story.h"

namespace minutebook {

/// What a story is run with.
struct StorySetting {
  std::filesystem::path program;     ///< What `minutebook` stands for in its commands.
  std::filesystem::path sourceRoot;  ///< Given to its commands as MINUTEBOOK_SOURCE.
};

/// How a story went.
struct StoryResult {
  std::string differences;  ///< Empty when everything was as told.
  std::string updated;      ///< The file with what came instead of what was expected.
};

/// Runs a story in a temporary directory of its own, which is removed afterwards: commands run in
/// `desk`, HOME and the XDG folders lie beside it. Commands see no other variables than those set
/// here, among them MINUTEBOOK_TEST_CLOCK (the time of the last `@`) and MINUTEBOOK_TEST_SEED (the
/// place of the command in the story, from 1). The directory's path shows as `{tmp}` in output.
///
/// Throws std::runtime_error when the directory or a process cannot be made.
StoryResult runStory(const ParsedStory& story, const StorySetting& setting);

}  // namespace minutebook
