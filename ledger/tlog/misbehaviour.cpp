#include "ledger/tlog/misbehaviour.h"

#include <algorithm>
#include <utility>

#include "ledger/base/lines.h"
#include "ledger/tlog/tile_hashes.h"

namespace minutebook {

namespace {

constexpr std::string_view kSentence =
    "This log has signed two checkpoints that cannot both be true. Check it with: minutebook "
    "verify FILE";
constexpr std::string_view kKey = "key ";
constexpr std::string_view kEarlier = "earlier ";
constexpr std::string_view kLater = "later ";
constexpr std::string_view kBeginning = "beginning ";
constexpr std::string_view kPath = "path ";
constexpr std::uint64_t kNoteLinesMax = 1 << 20;

Refusal malformed(std::string reason) {
  return {"misbehaviour.malformed", "", std::move(reason),
          "Get the file again from whoever made it; its bytes must arrive unchanged."};
}

/// The rest of the next line, which begins with `word`; nothing, and the text as it was, if not.
std::optional<std::string_view> takeAfter(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return std::nullopt;
  std::string_view rest = text;
  const auto line = takeLine(rest);
  if (!line) return std::nullopt;
  text = rest;
  return line->substr(word.size());
}

/// "earlier 5" and five lines, which must read as a note.
std::optional<std::string> takeNote(std::string_view& text, std::string_view word) {
  const auto count = takeAfter(text, word);
  const auto lines = count ? parseDecimal(*count, kNoteLinesMax) : std::nullopt;
  if (!lines) return std::nullopt;
  std::string_view rest = text;
  for (std::uint64_t i = 0; i < *lines; ++i) {
    if (!takeLine(rest)) return std::nullopt;
  }
  std::string note(text.substr(0, text.size() - rest.size()));
  if (!SignedNote::parse(note)) return std::nullopt;
  text = rest;
  return note;
}

std::optional<Hash> hashOf(std::string_view base64) {
  const auto raw = fromBase64(base64);
  return raw ? Hash::of(*raw) : std::nullopt;
}

std::string noteWithCount(std::string_view word, const std::string& note) {
  return std::string(word) + std::to_string(std::count(note.begin(), note.end(), '\n')) + "\n" +
         note;
}

/// Opens one of the two under the key, whose name is the origin.
Outcome<Checkpoint> open(const TrustedKeys& keys, std::string_view note) {
  Outcome<OpenedCheckpoint> opened = openCheckpoint(keys, keys.key(0).name, note);
  if (!opened) return opened.refusal();
  return std::move(opened).value().checkpoint;
}

bool contradict(Sha256& hasher, const Contradiction& heads,
                const std::optional<OtherBeginning>& beginning) {
  const auto& [earlier, later] = heads;
  if (earlier.size == later.size) return !beginning && earlier.root != later.root;
  return earlier.size < later.size && earlier.size > 0 && beginning &&
         beginning->root != earlier.root &&
         verifyConsistency(hasher, {earlier.size, later.size}, beginning->path,
                           {beginning->root, later.root});
}

}  // namespace

std::string Misbehaviour::encode() const {
  std::string text = std::string(kMisbehaviourHead) + "\n" + std::string(kSentence) + "\n" +
                     std::string(kKey) + vkey + "\n" + noteWithCount(kEarlier, earlier) +
                     noteWithCount(kLater, later);
  if (!beginning) return text;
  text += std::string(kBeginning) + toBase64(beginning->root.view()) + "\n";
  for (const Hash& hash : beginning->path) {
    text += std::string(kPath) + toBase64(hash.view()) + "\n";
  }
  return text;
}

Outcome<Misbehaviour> Misbehaviour::parse(std::string_view text) {
  if (text.size() > kMisbehaviourBytesMax) return malformed("The file is too large.");
  if (takeLine(text) != kMisbehaviourHead || takeLine(text) != kSentence) {
    return malformed("The first two lines do not say what it is.");
  }
  Misbehaviour evidence;
  const auto vkey = takeAfter(text, kKey);
  if (!vkey) return malformed("The third line does not give the log's key.");
  evidence.vkey = *vkey;
  auto earlier = takeNote(text, kEarlier);
  auto later = earlier ? takeNote(text, kLater) : std::nullopt;
  if (!later) return malformed("It does not hold two signed checkpoints.");
  evidence.earlier = std::move(*earlier);
  evidence.later = std::move(*later);
  if (text.empty()) return evidence;
  const auto line = takeAfter(text, kBeginning);
  const auto root = line ? hashOf(*line) : std::nullopt;
  if (!root) return malformed("What follows the checkpoints is not a root of 32 bytes in base64.");
  evidence.beginning = OtherBeginning{*root, {}};
  while (!text.empty()) {
    const auto step = takeAfter(text, kPath);
    const auto hash = step ? hashOf(*step) : std::nullopt;
    if (!hash || evidence.beginning->path.size() == kPathLengthMax) {
      return malformed("A line of the path is not 32 bytes in base64, or is one too many.");
    }
    evidence.beginning->path.push_back(*hash);
  }
  return evidence;
}

std::string Misbehaviour::fileName() const {
  const auto note = SignedNote::parse(later);
  const auto head = note ? Checkpoint::parse(note.value().text)
                         : Outcome<Checkpoint>(malformed("It holds no checkpoint."));
  const std::string size = head ? std::to_string(head.value().size) : "0";
  return "misbehaviour-" + size + "-" + toHex(sha256(asBytes(encode())).view().subspan(0, 4)) +
         ".txt";
}

Outcome<Contradiction> checkMisbehaviour(Sha256& hasher, const Misbehaviour& evidence) {
  const auto keys = TrustedKeys::of(hasher, {&evidence.vkey, 1});
  if (!keys) return keys.refusal();
  Outcome<Checkpoint> earlier = open(keys.value(), evidence.earlier);
  if (!earlier) return earlier.refusal();
  Outcome<Checkpoint> later = open(keys.value(), evidence.later);
  if (!later) return later.refusal();
  Contradiction heads{std::move(earlier).value(), std::move(later).value()};
  if (contradict(hasher, heads, evidence.beginning)) return heads;
  return Refusal{"misbehaviour.not-shown", "",
                 "That the checkpoints of " + std::to_string(heads.earlier.size) + " and " +
                     std::to_string(heads.later.size) +
                     " entries contradict each other is not shown.",
                 "Nothing is shown against the log; ask whoever made the file what they saw."};
}

std::optional<Misbehaviour> findMisbehaviour(Sha256& hasher, const std::string& vkey,
                                             std::string_view one, std::string_view other,
                                             const LogReader* tree) {
  const auto keys = TrustedKeys::of(hasher, {&vkey, 1});
  if (!keys) return std::nullopt;
  const Outcome<Checkpoint> first = open(keys.value(), one);
  const Outcome<Checkpoint> second = open(keys.value(), other);
  if (!first || !second) return std::nullopt;
  const bool inOrder = first.value().size <= second.value().size;
  const Checkpoint& earlier = inOrder ? first.value() : second.value();
  const Checkpoint& later = inOrder ? second.value() : first.value();
  Misbehaviour evidence{vkey, std::string(inOrder ? one : other),
                        std::string(inOrder ? other : one), std::nullopt};
  if (earlier.size != later.size) {
    if (tree == nullptr || tree->size() < later.size || earlier.size == 0) return std::nullopt;
    TileHashes hashes(*tree, later.size);
    evidence.beginning =
        OtherBeginning{rootAt(hashes, hasher, earlier.size),
                       proveConsistency(hashes, hasher, {earlier.size, later.size})};
  }
  if (!checkMisbehaviour(hasher, evidence)) return std::nullopt;
  return evidence;
}

}  // namespace minutebook
