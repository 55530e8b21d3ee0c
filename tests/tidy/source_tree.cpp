#include "tests/tidy/source_tree.h"
#include "tests/support/files.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <sstream>

namespace minutebook::tidy {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> kSkipped = {".git", "build", "node_modules",
                                                      "__pycache__"};

/// Copies C++ text and blanks what is not code.
class Blanker {
 public:
  explicit Blanker(std::string_view text) : text_(text), code_(text) {}

  std::string run() {
    while (at_ < text_.size()) {
      const std::string_view rest = text_.substr(at_);
      if (rest.starts_with("//")) {
        blankTo(text_.find('\n', at_));
      } else if (rest.starts_with("/*")) {
        blankPast(text_.find("*/", at_ + 2), 2);
      } else if (rest.starts_with("R\"")) {
        blankRawString();
      } else if (rest.front() == '"' || (rest.front() == '\'' && !isDigitSeparator())) {
        blankLiteral(rest.front());
      } else {
        ++at_;
      }
    }
    return std::move(code_);
  }

 private:
  bool isDigitSeparator() const {
    return at_ > 0 && std::isalnum(static_cast<unsigned char>(text_[at_ - 1])) != 0;
  }

  void blankTo(std::size_t end) {
    for (end = std::min(end, text_.size()); at_ < end; ++at_) {
      if (text_[at_] != '\n') code_[at_] = ' ';
    }
  }

  void blankPast(std::size_t found, std::size_t length) {
    blankTo(found == std::string_view::npos ? found : found + length);
  }

  void blankRawString() {
    const std::size_t open = text_.find('(', at_);
    if (open == std::string_view::npos) return blankTo(text_.size());
    const std::string close = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
    blankPast(text_.find(close, open), close.size());
  }

  /// The quotes stay, so that `f("x")` still reads as a call with an argument.
  void blankLiteral(char quote) {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n') {
      end += text_[end] == '\\' ? 2u : 1u;
    }
    ++at_;
    blankTo(end);
    if (at_ < text_.size()) ++at_;
  }

  std::string_view text_;
  std::string code_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<SourceFile> readTree(const fs::path& root) {
  std::vector<SourceFile> files;
  fs::recursive_directory_iterator entry(root), end;
  for (; entry != end; ++entry) {
    const std::string name = entry->path().filename().string();
    // In a second working tree of the same repository, .git is a file.
    if (std::count(kSkipped.begin(), kSkipped.end(), name)) {
      if (entry->is_directory()) entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_regular_file()) continue;
    SourceFile file{fs::relative(entry->path(), root).generic_string(), readFile(entry->path())};
    if (file.text.find('\0') == std::string::npos) files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

std::string codeOf(std::string_view text) {
  return Blanker(text).run();
}

std::vector<std::string> linesOf(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string finding(const SourceFile& file, std::size_t line, const std::string& sentence) {
  return file.path + ":" + std::to_string(line) + ": " + sentence;
}

std::string joined(const Findings& findings) {
  std::string text;
  for (const std::string& one : findings) text += one + "\n";
  return text;
}

bool isCpp(const std::string& path) {
  return path.ends_with(".h") || path.ends_with(".cpp");
}

}  // namespace minutebook::tidy
