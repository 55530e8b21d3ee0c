#include "tests/tidy/functions.h"

#include <cctype>
#include <regex>
#include <string_view>

namespace minutebook::tidy {
namespace {

/// Preprocessor lines are no declarations; they become spaces, with the lines they continue on.
std::string withoutDirectives(std::string code) {
  bool directive = false;
  bool lineBegins = true;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code[i] == '\n') {
      directive = directive && i > 0 && code[i - 1] == '\\';
      lineBegins = true;
      continue;
    }
    if (lineBegins && code[i] == '#') directive = true;
    if (std::isspace(static_cast<unsigned char>(code[i])) == 0) lineBegins = false;
    if (directive && code[i] != '\\') code[i] = ' ';
    if (directive && code[i] == '\\' && i + 1 < code.size() && code[i + 1] != '\n') code[i] = ' ';
  }
  return code;
}

std::string squeezed(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const bool space = std::isspace(static_cast<unsigned char>(c)) != 0 || c == '\\';
    if (!space) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

std::string withoutTemplateHead(const std::string& header) {
  if (!header.starts_with("template")) return header;
  int depth = 0;
  for (std::size_t i = header.find('<'); i < header.size(); ++i) {
    if (header[i] == '<') ++depth;
    if (header[i] == '>' && --depth == 0) return squeezed(header.substr(i + 1));
  }
  return header;
}

bool beginsWithWord(const std::string& header, const std::string& word) {
  return header == word || header.starts_with(word + " ");
}

/// A pass over the code, keeping the scopes it is in.
class Scanner {
 public:
  explicit Scanner(const std::string& text) : code_(withoutDirectives(codeOf(text))) {}

  std::vector<Declaration> run() {
    for (; at_ < code_.size(); ++at_) step(code_[at_]);
    return std::move(found_);
  }

 private:
  struct Scope {
    bool isType = false;
    bool isPublic = true;
  };

  void step(char c) {
    if (c == '\n') ++line_;
    if (c == '(' || c == '[') ++depth_;
    if (c == ')' || c == ']') --depth_;
    if (c == '{') return open();
    if (c == '}') return close();
    if (c == ';' && depth_ == 0) return end();
    if (c == ':' && isAccessLabel()) return;
    if (header_.empty() && std::isspace(static_cast<unsigned char>(c)) != 0) return;
    if (header_.empty()) firstLine_ = line_;
    header_ += c;
  }

  void open() {
    const std::string header = squeezed(header_);
    const std::string head = withoutTemplateHead(header);
    const bool type = beginsWithWord(head, "class") || beginsWithWord(head, "struct") ||
                      beginsWithWord(head, "union");
    if (depth_ > 0 || isInitialiser(header)) {
      skipBody();
      header_ += "{}";
    } else if (beginsWithWord(head, "inline namespace") || beginsWithWord(head, "namespace") ||
               beginsWithWord(head, "extern")) {
      scopes_.push_back({false, isPublic()});
      header_.clear();
    } else if (type) {
      add(Declaration::Kind::kType, header, line_, true);
      scopes_.push_back({true, isPublic() && !beginsWithWord(head, "class")});
      visible_.push_back(isPublicBelow());
      header_.clear();
    } else {
      const bool isEnum = beginsWithWord(head, "enum");
      const std::size_t headerLine = line_;
      skipBody();
      add(isEnum ? Declaration::Kind::kType : Declaration::Kind::kFunction, header, headerLine,
          true);
      header_.clear();
    }
  }

  /// Braces that hold values: `x = {`, `x{`, and members in a constructor's list.
  static bool isInitialiser(const std::string& header) {
    static const std::regex memberList("\\) ?(noexcept ?)?:[^:]");
    const bool afterName =
        !header.empty() && (std::isalnum(static_cast<unsigned char>(header.back())) != 0 ||
                            header.back() == '_' || header.back() == '>');
    const bool plain = header.find('(') == std::string::npos;
    const bool keyword =
        std::regex_search(withoutTemplateHead(header),
                          std::regex("^(inline )?(namespace|class|struct|union|enum|extern)\\b"));
    if (keyword) return false;
    return plain || header.ends_with('=') || (afterName && std::regex_search(header, memberList));
  }

  /// Moves to the brace that closes the one at the present place.
  void skipBody() {
    int braces = 0;
    for (; at_ < code_.size(); ++at_) {
      if (code_[at_] == '\n') ++line_;
      if (code_[at_] == '{') ++braces;
      if (code_[at_] == '}' && --braces == 0) return;
    }
  }

  void close() {
    if (!scopes_.empty()) {
      if (scopes_.back().isType) visible_.pop_back();
      scopes_.pop_back();
    }
    header_.clear();
  }

  void end() {
    const std::string header = squeezed(header_);
    header_.clear();
    if (header.empty()) return;
    const std::string head = withoutTemplateHead(header);
    const bool call = head.find('(') != std::string::npos && !beginsWithWord(head, "using") &&
                      (head.find('=') == std::string::npos || head.find('(') < head.find('='));
    add(call ? Declaration::Kind::kFunction : Declaration::Kind::kOther, header, line_, false);
  }

  bool isAccessLabel() {
    const std::string word = squeezed(header_);
    if (scopes_.empty() || !scopes_.back().isType) return false;
    if (word != "public" && word != "private" && word != "protected") return false;
    scopes_.back().isPublic = word == "public";
    header_.clear();
    return true;
  }

  void add(Declaration::Kind kind, const std::string& header, std::size_t headerLine,
           bool hasBody) {
    Declaration declaration;
    declaration.kind = kind;
    declaration.header = header;
    declaration.firstLine = firstLine_;
    declaration.headerLine = headerLine;
    declaration.lastLine = line_;
    declaration.hasBody = hasBody;
    declaration.isPublic = isPublic();
    declaration.isMember = !scopes_.empty() && scopes_.back().isType;
    found_.push_back(std::move(declaration));
  }

  bool isPublicBelow() const { return scopes_.size() < 2 || scopes_[scopes_.size() - 2].isPublic; }
  bool isPublic() const {
    for (const bool visible : visible_) {
      if (!visible) return false;
    }
    return scopes_.empty() || !scopes_.back().isType || scopes_.back().isPublic;
  }

  std::string code_;
  std::vector<Declaration> found_;
  std::vector<Scope> scopes_;
  std::vector<bool> visible_;  // One per type we are in: whether that type is itself public.
  std::string header_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t firstLine_ = 1;
  int depth_ = 0;
};

std::string trimmed(const std::string& line) {
  const std::size_t from = line.find_first_not_of(" \t");
  return from == std::string::npos ? "" : line.substr(from);
}

bool needsNoSentence(const Declaration& one) {
  static const std::regex obvious(
      "^(friend|static_assert|using namespace)\\b|= (default|delete)$|\\boverride$|~"
      "|\\w+\\(\\) const( noexcept)?$|^(explicit )?\\w+\\((\\w+&& ?\\w*)?\\)( noexcept)?$");
  if (!one.isPublic || one.kind == Declaration::Kind::kOther) return true;
  if (one.kind == Declaration::Kind::kType) return false;
  const bool inlineLine = one.isMember && one.hasBody && one.firstLine == one.lastLine;
  return inlineLine || std::regex_search(one.header, obvious);
}

/// Whether an enum says what each of its values means.
bool tellsItsValues(const Declaration& one, const std::vector<std::string>& lines) {
  if (!one.header.starts_with("enum")) return false;
  for (std::size_t line = one.firstLine; line <= one.lastLine; ++line) {
    if (lines[line - 1].find("///<") != std::string::npos) return true;
  }
  return false;
}

}  // namespace

std::vector<Declaration> declarationsOf(const std::string& text) {
  return Scanner(text).run();
}

std::string nameOf(const Declaration& function) {
  static const std::regex macro("^([A-Z][A-Z_]+\\([^)]*\\))");
  static const std::regex named("([A-Za-z_~][\\w:~]*|operator\\S+) ?\\(");
  std::smatch match;
  const std::string header = withoutTemplateHead(function.header);
  if (std::regex_search(header, match, macro)) return match[1];
  if (std::regex_search(header, match, named)) return match[1];
  return header;
}

Findings findUndocumented(const SourceFile& header) {
  Findings found;
  const std::vector<std::string> lines = linesOf(header.text);
  std::size_t lastGood = 0;
  for (const Declaration& one : declarationsOf(header.text)) {
    const std::string above = one.firstLine >= 2 ? trimmed(lines[one.firstLine - 2]) : "";
    const std::string& end = lines[one.headerLine - 1];
    const bool told = above.starts_with("///") || end.find("///<") != std::string::npos ||
                      tellsItsValues(one, lines) ||
                      (lastGood != 0 && one.firstLine == lastGood + 1);
    if (told || needsNoSentence(one)) {
      const bool opensType = one.kind == Declaration::Kind::kType && one.hasBody;
      if (told || !one.isPublic) lastGood = opensType ? 0 : one.lastLine;
      continue;
    }
    found.push_back(finding(header, one.firstLine, "no `///` sentence: " + one.header));
  }
  return found;
}

}  // namespace minutebook::tidy
