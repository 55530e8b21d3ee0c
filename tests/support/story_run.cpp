#include "tests/support/story_run.h"
#include "tests/support/files.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace minutebook {
namespace {

namespace fs = std::filesystem;

/// A directory that goes away with this object.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string name = (fs::temp_directory_path() / "story.XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
      throw std::runtime_error("cannot make a directory like " + name);
    }
    path_ = fs::canonical(name);
  }
  ~TemporaryDirectory() {
    std::error_code ignored;  // A destructor has nobody to tell.
    fs::remove_all(path_, ignored);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string replaceAll(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
  return text;
}

/// A story's directory, its variables, and the way its commands run.
class StoryRoom {
 public:
  explicit StoryRoom(const StorySetting& setting) {
    for (const char* folder : {"bin", "home", "state", "config", "desk"}) {
      fs::create_directories(root() / folder);
    }
    fs::create_symlink(fs::absolute(setting.program), root() / "bin" / "minutebook");
    const char* path = std::getenv("PATH");
    fixed_ = {
        "PATH=" + (root() / "bin").string() + ":" + (path == nullptr ? "/usr/bin:/bin" : path),
        "HOME=" + (root() / "home").string(),
        "XDG_STATE_HOME=" + (root() / "state").string(),
        "XDG_CONFIG_HOME=" + (root() / "config").string(),
        "MINUTEBOOK_SOURCE=" + setting.sourceRoot.string(),
        "LC_ALL=C.UTF-8",
        "TZ=UTC",
        "TERM=dumb",
    };
    for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
      if (const char* value = std::getenv(name)) fixed_.push_back(std::string(name) + "=" + value);
    }
  }

  void setClock(const std::string& time) { clock_ = time; }

  void writeFile(const std::string& name, const std::string& body) {
    const fs::path path = root() / "desk" / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << body;
  }

  StoryOutput run(const std::string& command) {
    ++commands_;
    std::vector<std::string> variables = fixed_;
    if (!clock_.empty()) variables.push_back("MINUTEBOOK_TEST_CLOCK=" + clock_);
    variables.push_back("MINUTEBOOK_TEST_SEED=" + std::to_string(commands_));
    const fs::path out = root() / "stdout";
    const fs::path err = root() / "stderr";

    const pid_t child = fork();
    if (child < 0) throw std::runtime_error(std::string("cannot fork: ") + std::strerror(errno));
    if (child == 0) becomeShell(command, variables, out, err);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    StoryOutput output;
    output.out = splitLines(shown(readFile(out)));
    output.err = splitLines(shown(readFile(err)));
    output.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return output;
  }

 private:
  const fs::path& root() const { return directory_.path(); }

  std::string shown(const std::string& text) const {
    return replaceAll(text, root().string(), "{tmp}");
  }

  /// In the child only; never returns.
  [[noreturn]] void becomeShell(const std::string& command,
                                const std::vector<std::string>& variables, const fs::path& out,
                                const fs::path& err) const {
    const auto redirect = [](const char* path, int flags, int to) {
      const int file = open(path, flags, 0600);
      if (file < 0 || dup2(file, to) < 0) _exit(126);
      close(file);
    };
    redirect("/dev/null", O_RDONLY, STDIN_FILENO);
    redirect(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    redirect(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    if (chdir((root() / "desk").c_str()) != 0) _exit(126);
    std::vector<char*> environment;
    for (const std::string& variable : variables) {
      environment.push_back(const_cast<char*>(variable.c_str()));
    }
    environment.push_back(nullptr);
    execle("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr), environment.data());
    _exit(127);
  }

  TemporaryDirectory directory_;
  std::vector<std::string> fixed_;
  std::string clock_;
  int commands_ = 0;
};

}  // namespace

StoryResult runStory(const ParsedStory& story, const StorySetting& setting) {
  StoryRoom room(setting);
  StoryResult result;
  std::string exports;
  for (const StoryItem& item : story.items) {
    std::vector<std::string> lines = item.lines;
    if (item.kind == StoryItem::Kind::kClock) room.setClock(item.text);
    if (item.kind == StoryItem::Kind::kFile) room.writeFile(item.text, item.body);
    if (item.kind == StoryItem::Kind::kCommand) {
      // A shell of its own runs each command; what one exports holds for those after it.
      if (item.text.starts_with("export ")) exports += item.text + "\n";
      const StoryOutput actual = room.run(exports + item.text);
      if (!matches(item.expected, actual)) {
        result.differences += describeDifference(item, actual);
        lines = rewritten(item, actual);
      }
    }
    for (const std::string& line : lines) result.updated += line + "\n";
  }
  return result;
}

}  // namespace minutebook
