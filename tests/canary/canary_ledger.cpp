#include "tests/canary/canary_ledger.h"
#include "tests/support/files.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "ledger/base/bytes.h"
#include "tests/support/lines.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;

constexpr const char* kKeeper = "KEEPER";

std::vector<fs::path> filesOf(CanarySource source) {
  fs::path root(MINUTEBOOK_SOURCE_DIR);
  fs::path folder = source == CanarySource::kThriving ? root / "examples" / "thriving"
                                                      : root / "tests" / "coverage" / "ledger";
  std::vector<fs::path> files;
  for (const auto& file : fs::directory_iterator(folder)) {
    if (file.path().extension() == ".jsonl") files.push_back(file.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string inUtf16(std::string_view text, bool littleEndian) {
  std::string wide;
  for (char c : text) {
    if (!littleEndian) wide += '\0';
    wide += c;
    if (littleEndian) wide += '\0';
  }
  return wide;
}

/// What of `text` shows in base64 wherever it begins: three spellings, without the characters that
/// its neighbours have a part in.
std::vector<std::string> inBase64(std::string_view text) {
  std::vector<std::string> spellings;
  for (std::size_t shift = 0; shift < 3; ++shift) {
    std::string padded = std::string(shift, 'x') + std::string(text);
    padded.resize(padded.size() - padded.size() % 3);
    std::string encoded = toBase64(asBytes(padded));
    spellings.push_back(encoded.substr(shift == 0 ? 0 : 4));
  }
  return spellings;
}

std::vector<std::string> spellingsOf(const Canary& canary) {
  std::vector<std::string> spellings = {canary.word};
  std::string plain = canary.word;
  if (auto raw = fromHex(canary.word)) {
    plain = std::string(asText(*raw));
    spellings.push_back(plain);
    spellings.push_back(canary.word.substr(0, 16));  // As pages show a document.
  } else {
    spellings.push_back(inUtf16(canary.word, true));
    spellings.push_back(inUtf16(canary.word, false));
  }
  spellings.push_back(toHex(asBytes(plain)));
  for (std::string& spelling : inBase64(plain)) spellings.push_back(std::move(spelling));
  return spellings;
}

}  // namespace

CanaryLedger::CanaryLedger(CanarySource source, CanaryStart start)
    : planter_(theCatalogue(), kKeeper) {
  PrivateDetails details =
      source == CanarySource::kThriving ? PrivateDetails::kAdd : PrivateDetails::kAsTheyAre;
  for (const fs::path& path : filesOf(source)) {
    std::ifstream in(path);
    fs::path planted = ledger_.place("in-" + path.filename().string());
    std::ofstream out(planted, std::ios::binary);
    for (std::string line; std::getline(in, line);) out << planter_.plant(line, details) << "\n";
    files_.push_back(planted);
  }
  if (start == CanaryStart::kPlanted) return;
  ProgramEnd imported = ledger_.runner().run(import());
  if (!imported.isDone()) throw std::runtime_error("import: " + imported.out + imported.err);
}

ProgramCall CanaryLedger::import() const {
  // The example's surveys had eight answers each, whose results the papers tell.
  std::vector<std::string> words = {"import", "--public-on-purpose"};
  for (const fs::path& file : files_) words.push_back(file.string());
  return ledger_.call(std::move(words));
}

std::set<const Canary*> CanaryLedger::openFor(const Viewer& viewer) const {
  std::set<const Canary*> open;
  for (const Canary& canary : canaries()) {
    bool may = mayOpen(viewer, {canary.audience, canary.subject, canary.recordOf});
    if (may) open.insert(&canary);
  }
  return open;
}

std::set<const Canary*> CanaryLedger::keptUnder(const std::string& subject) const {
  std::set<const Canary*> theirs;
  for (const Canary& canary : canaries()) {
    if (canary.subject == subject) theirs.insert(&canary);
  }
  return theirs;
}

std::string CanaryLedger::revealAll(const std::string& reader) {
  ProgramEnd end = ledger_.run(
      {"sql", "SELECT reveal(entry, field) AS r FROM sealed_field", "--as", reader, "--json"});
  if (!end.isDone()) throw std::runtime_error("reveal: " + end.out + end.err);
  return end.out + end.err;
}

std::vector<std::string> CanaryLedger::participants() {
  ProgramEnd end = ledger_.run({"sql", "SELECT id FROM participant_joined ORDER BY id", "--json"});
  Outcome<Json> answer = parseJson(end.out);
  if (!answer) throw std::runtime_error("participants: " + end.out + end.err);
  std::vector<std::string> ids;
  for (const Json& row : answer.value().find("rows")->items()) ids.push_back(row.items()[0].text());
  return ids;
}

std::set<const Canary*> CanaryLedger::in(std::string_view bytes) const {
  std::set<const Canary*> found;
  for (const Canary& canary : canaries()) {
    for (const std::string& spelling : spellingsOf(canary)) {
      if (bytes.find(spelling) != bytes.npos) found.insert(&canary);
    }
  }
  return found;
}

std::set<const Canary*> CanaryLedger::below(const fs::path& directory) const {
  std::set<const Canary*> found;
  for (const auto& file : fs::recursive_directory_iterator(directory)) {
    found.merge(in(file.path().filename().string()));
    if (file.is_regular_file()) found.merge(in(readFile(file.path())));
  }
  return found;
}

std::string inWords(const std::set<const Canary*>& canaries) {
  std::string text;
  for (const Canary* canary : canaries) {
    text += (text.empty() ? "" : "; ") + canary->word + ", " + canary->kind + "." + canary->field +
            " of " + canary->subject;
  }
  return text;
}

}  // namespace minutebook
