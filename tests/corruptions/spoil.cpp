#include "tests/corruptions/spoil.h"

#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/tlog/note.h"
#include "tests/corruptions/desk.h"
#include "tests/corruptions/lies.h"
#include "tests/support/files.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;
using OrderedJson = nlohmann::ordered_json;

/// One step, taken apart at its spaces: the words, and all that follows a word.
struct Step {
  explicit Step(const std::string& line) : text(line) {
    std::istringstream stream(line);
    for (std::string word; stream >> word;) words.push_back(word);
  }
  const std::string& word(std::size_t place) const { return words.at(place); }
  std::string after(std::size_t place) const {
    std::size_t at = 0;
    for (std::size_t i = 0; i <= place; ++i) at = text.find(words.at(i), at) + words[i].size();
    return at < text.size() ? text.substr(at + 1) : "";
  }
  /// What stands on either side of " => " after a word.
  std::pair<std::string, std::string> change(std::size_t place) const {
    const std::string both = after(place);
    const std::size_t arrow = both.find(" => ");
    if (arrow == both.npos) throw std::runtime_error("no => in: " + text);
    return {unescaped(both.substr(0, arrow)), unescaped(both.substr(arrow + 4))};
  }

  std::string text;
  std::vector<std::string> words;
};

std::size_t placeIn(const std::string& text, const std::string& number) {
  const long at = std::stol(number);
  return at < 0 ? text.size() - static_cast<std::size_t>(-at) : static_cast<std::size_t>(at);
}

std::string replaced(std::string text, const std::pair<std::string, std::string>& change) {
  const std::size_t at = text.find(change.first);
  if (at == text.npos) throw std::runtime_error("there is no " + change.first);
  return text.replace(at, change.first.size(), change.second);
}

std::string turned(std::string text, const std::string& number) {
  char& byte = text.at(placeIn(text, number));
  byte = static_cast<char>(byte ^ 1);
  return text;
}

std::string turnedBase64(const std::string& base64, const std::string& number) {
  const Bytes raw = fromBase64(base64).value();
  return toBase64(asBytes(turned(std::string(asText(raw)), number)));
}

std::string signedAnew(const std::string& note, const std::string& name, int seed) {
  Sha256 hasher;
  SignedNote made{note.substr(0, note.rfind("\n\n") + 1), {}};
  made.signatures.push_back(
      signNote(hasher, name, deskKey(static_cast<std::uint8_t>(seed)), made.text));
  return made.encode();
}

/// What a step makes of the text of its file; nothing if it is no such step.
std::optional<std::string> ofText(const Step& step, const std::string& text) {
  const std::string& verb = step.word(0);
  if (verb == "turn") return turned(text, step.word(2));
  if (verb == "cut") return text.substr(0, text.size() - std::stoul(step.word(2)));
  if (verb == "add") return text + unescaped(step.after(1));
  if (verb == "replace") return replaced(text, step.change(1));
  if (verb == "sign") return signedAnew(text, step.word(2), std::stoi(step.word(3)));
  return std::nullopt;
}

void cutFrom(OrderedJson& json, const std::string& place) {
  const OrderedJson::json_pointer pointer(place);
  OrderedJson& parent = json.at(pointer.parent_pointer());
  if (parent.is_array()) {
    parent.erase(std::stoul(pointer.back()));
  } else {
    parent.erase(pointer.back());
  }
}

/// The same of JSON, written as our programs write it.
std::optional<std::string> ofJson(const Step& step, const std::string& text) {
  if (!step.word(0).starts_with("json")) return std::nullopt;
  OrderedJson json = OrderedJson::parse(text);
  const std::string& verb = step.word(0);
  const OrderedJson::json_pointer place(step.word(verb == "json-copy" ? 3 : 2));
  if (verb == "json") {
    json[place] = OrderedJson::parse(step.after(2));
  } else if (verb == "json-cut") {
    cutFrom(json, step.word(2));
  } else if (verb == "json-copy") {
    json[place] = OrderedJson(json.at(OrderedJson::json_pointer(step.word(2))));
  } else if (verb == "json-turn") {
    json.at(place) = turnedBase64(json.at(place).get<std::string>(), step.word(3));
  } else if (verb == "json-replace") {
    json.at(place) = replaced(json.at(place).get<std::string>(), step.change(2));
  } else {
    return std::nullopt;
  }
  return json.dump(2) + "\n";
}

/// Steps that do more than change one text; false if it is none of them.
bool doWhole(const fs::path& desk, const Step& step) {
  const fs::path file = desk / step.word(1);
  const std::string& verb = step.word(0);
  if (verb == "swap") {
    fs::rename(file, desk / "between");
    fs::rename(desk / step.word(2), file);
    fs::rename(desk / "between", desk / step.word(2));
  } else if (verb == "copy") {
    fs::create_directories((desk / step.word(2)).parent_path());
    fs::copy(file, desk / step.word(2),
             fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  } else if (verb == "remove") {
    if (fs::remove_all(file) == 0) throw std::runtime_error("nothing to remove");
  } else if (verb == "link") {
    fs::create_symlink(step.word(2), file);
  } else if (verb == "relist") {
    relistBundle(file);
  } else if (verb == "rechain") {
    rechainReceipt(file);
  } else if (verb == "relog") {
    return publishLie(file, {step.words.begin() + 2, step.words.end()});
  } else {
    return false;
  }
  return true;
}

void spoilWith(const fs::path& desk, const Step& step) {
  if (doWhole(desk, step)) return;
  const fs::path file = desk / step.word(1);
  const std::string before = readFile(file);
  auto after = ofText(step, before);
  if (!after) after = ofJson(step, before);
  if (!after) throw std::runtime_error("there is no such step");
  if (*after == before) throw std::runtime_error("nothing was changed");
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary | std::ios::trunc) << *after;
}

}  // namespace

namespace {

const std::map<char, char> kEscapes = {{'n', '\n'}, {'t', '\t'}, {'r', '\r'}, {'0', '\0'}};

/// "" or " NAME SEED".
std::string keyNamed(const std::string& which) {
  std::istringstream words(which);
  std::string name;
  int seed = 0;
  if (!(words >> name >> seed)) return deskVerifierKey();
  Sha256 hasher;
  return VerifierKey{name, NoteKeyType::kEd25519,
                     toBytes(deskKey(static_cast<std::uint8_t>(seed)).publicKey().view())}
      .encode(hasher);
}

}  // namespace

std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : ' ';
    if (text.compare(i, 5, "{vkey") == 0) {
      const std::size_t end = text.find('}', i);
      out += keyNamed(text.substr(i + 5, end - i - 5));
      i = end;
    } else if (text[i] == '\\' && next == 'x') {
      out.push_back(static_cast<char>(std::stoi(text.substr(i + 2, 2), nullptr, 16)));
      i += 3;
    } else if (text[i] == '\\' && kEscapes.contains(next)) {
      out.push_back(kEscapes.at(next));
      ++i;
    } else {
      out.push_back(text[i]);
    }
  }
  return out;
}

void spoil(const fs::path& desk, const std::string& step) {
  try {
    spoilWith(desk, Step(step));
  } catch (const std::exception& error) {
    throw std::runtime_error(step + ": " + error.what());
  }
}

}  // namespace minutebook
