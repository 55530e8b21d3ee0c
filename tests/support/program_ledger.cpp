#include "tests/support/program_ledger.h"

#include <fstream>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "ledger/crypto/sha256.h"

namespace minutebook {

namespace fs = std::filesystem;

ProgramLedger::ProgramLedger(const fs::path& book)
    : book_(book.empty() ? temp_.path() / "book" : book),
      runner_(temp_.path(), MINUTEBOOK_PROGRAM) {
  const ProgramEnd made = runner_.run({{"init", book_.string(), "--origin", kOrigin, "--title", "T",
                                        "--keeper", "K", "--no-passphrase"},
                                       ""});
  if (!made.isDone()) throw std::runtime_error("init: " + made.err);
}

ProgramCall ProgramLedger::call(std::vector<std::string> words, std::string input) const {
  words.insert(words.begin(), {"--ledger", book_.string()});
  return {std::move(words), std::move(input)};
}

Verified ProgramLedger::verify() {
  const ProgramEnd end = run({"verify"});
  Verified verified;
  verified.isGood = end.isDone();
  verified.said = end.out + end.err;
  static const std::regex counts("([0-9]+) entries in ([0-9]+) submissions");
  std::smatch found;
  if (std::regex_search(verified.said, found, counts)) {
    verified.entries = std::stoull(found[1]);
    verified.submissions = std::stoull(found[2]);
  }
  return verified;
}

ProgramEnd ProgramLedger::publish(const fs::path& published) {
  const ProgramEnd end = run({"publish", published.string()});
  static const std::regex key("Verifier key: (\\S+)");
  std::smatch found;
  if (std::regex_search(end.out, found, key)) vkey_ = found[1];
  return end;
}

ProgramEnd ProgramLedger::verifyPublished(const fs::path& published) {
  return runner_.run({{"verify", published.string(), "--vkey", vkey_}, ""});
}

std::string ProgramLedger::recordFile(std::uint64_t lines, std::size_t textBytes) {
  const fs::path path = place("records-" + std::to_string(++files_) + ".jsonl");
  std::ofstream file(path, std::ios::binary);
  for (std::uint64_t i = 0; i < lines; ++i) file << inputLine(++inputs_, textBytes) << "\n";
  return path.string();
}

fs::path ProgramLedger::guardDirectory() const {
  return place("home") / ".local" / "state" / "minutebook" / toHex(sha256(asBytes(kOrigin)).view());
}

std::string textOfInput(std::uint64_t number, std::size_t textBytes) {
  std::string text;
  while (text.size() < textBytes) {
    text += toHex(sha256(asBytes(std::to_string(number) + text)).view());
  }
  text.resize(textBytes);
  return text;
}

std::string inputLine(std::uint64_t number, std::size_t textBytes) {
  return R"({"kind": "inputReceived", "id": "I-)" + std::to_string(number) +
         R"(", "participant": "KEEPER", "text": ")" + textOfInput(number, textBytes) + R"("})";
}

std::map<std::uint64_t, std::uint64_t> acknowledgedBatches(const std::string& out) {
  static const std::regex line(": ([0-9]+) recorded, entries ([0-9]+) to ([0-9]+)\\.$");
  std::map<std::uint64_t, std::uint64_t> batches;
  std::istringstream lines(out);
  for (std::string one; std::getline(lines, one);) {
    std::smatch found;
    if (std::regex_search(one, found, line)) {
      batches[std::stoull(found[2])] = std::stoull(found[1]);
    }
  }
  return batches;
}

}  // namespace minutebook
