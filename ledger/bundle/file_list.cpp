#include "ledger/bundle/file_list.h"

#include <optional>

#include "ledger/bundle/text_lines.h"

namespace minutebook {

namespace {

bool isPlain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-' || c == '_';
}

bool isPart(std::string_view part) {
  if (part.empty() || part == "." || part == "..") return false;
  for (char c : part) {
    if (!isPlain(c)) return false;
  }
  return true;
}

/// One line without its end; nothing if it is none.
std::optional<ListedFile> parseLine(std::string_view line) {
  const auto hex = takeUpTo(line, ' ');
  const auto size = takeUpTo(line, ' ');
  if (!hex || !size || !isBundleName(line)) return std::nullopt;
  const auto raw = fromHex(*hex);
  const auto hash = raw ? Hash::of(*raw) : std::nullopt;
  const auto bytes = parseDecimal(*size, kBundleFileBytesMax);
  if (!hash || !bytes) return std::nullopt;
  return ListedFile{std::string(line), *bytes, *hash};
}

}  // namespace

bool isBundleName(std::string_view name) {
  if (name.size() > kBundleNameBytesMax) return false;
  for (std::size_t slash = name.find('/'); slash != name.npos; slash = name.find('/')) {
    if (!isPart(name.substr(0, slash))) return false;
    name.remove_prefix(slash + 1);
  }
  return isPart(name);
}

std::string encodeFileList(const std::vector<ListedFile>& files) {
  std::string text;
  for (const ListedFile& file : files) {
    text += toHex(file.hash.view()) + " " + std::to_string(file.bytes) + " " + file.name + "\n";
  }
  return text;
}

Outcome<std::vector<ListedFile>> parseFileList(std::string_view text) {
  std::vector<ListedFile> files;
  while (!text.empty()) {
    const std::string place = "Line " + std::to_string(files.size() + 1) + " of the list of files ";
    const auto line = takeUpTo(text, '\n');
    if (!line) return bundleMalformed(place + "has no end.");
    auto file = parseLine(*line);
    if (!file) return bundleMalformed(place + "is not a hash, a size and a name.");
    if (!files.empty() && file->name <= files.back().name) {
      return bundleMalformed(place + "is not in the order of names, or names a file again.");
    }
    files.push_back(std::move(*file));
  }
  return files;
}

}  // namespace minutebook
