#include "ledger/tlog/fingerprint.h"

#include "ledger/base/fault.h"
#include "ledger/tlog/note.h"
#include "tlog_files.h"

namespace minutebook {

namespace {

constexpr std::size_t kWordsSaid = 16;
constexpr std::size_t kWordsInAGroup = 4;

std::array<std::string_view, 256> readWords(std::string_view text) {
  std::array<std::string_view, 256> words;
  for (std::string_view& word : words) {
    const std::size_t end = text.find('\n');
    if (end == text.npos) throw Fault(FaultKind::kBug, "the list of words is too short");
    word = text.substr(0, end);
    text.remove_prefix(end + 1);
  }
  if (!text.empty()) throw Fault(FaultKind::kBug, "the list of words is too long");
  return words;
}

}  // namespace

const std::array<std::string_view, 256>& fingerprintWords() {
  static const std::array<std::string_view, 256> words =
      readWords(tlog_files::fingerprint_words_txt);
  return words;
}

std::string fingerprintInWords(const Hash& fingerprint) {
  std::string text;
  for (std::size_t i = 0; i < kWordsSaid; ++i) {
    if (i > 0) text += i % kWordsInAGroup == 0 ? ", " : " ";
    text += fingerprintWords()[fingerprint.bytes[i]];
  }
  return text;
}

std::string fingerprintOf(std::string_view vkey) {
  Sha256 hasher;
  const Outcome<VerifierKey> key = VerifierKey::parse(hasher, vkey);
  return key ? fingerprintInWords(key.value().fingerprint(hasher)) : "";
}

}  // namespace minutebook
