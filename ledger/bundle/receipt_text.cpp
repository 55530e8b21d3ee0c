#include "ledger/bundle/receipt_text.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ledger/base/fault.h"
#include "ledger/bundle/text_lines.h"

namespace minutebook {

namespace {

/// Longer texts are refused unread: a statement may be larger than a QR code holds.
constexpr std::size_t kTextBytesMax = std::size_t{1} << 20;

std::string openingLine(const ReceiptOpening& opening) {
  return "opening " + toHex(opening.path.bytes()) + " " + toBase64(opening.salt) + " " +
         toBase64(opening.value.view()) + "\n";
}

/// Takes "name " off the line; false if it does not begin so.
bool takeName(std::string_view& line, std::string_view name) {
  if (!line.starts_with(name) || line.size() <= name.size() || line[name.size()] != ' ') {
    return false;
  }
  line.remove_prefix(name.size() + 1);
  return true;
}

/// Reads leniently; what was read is written again and compared.
class TextReader {
 public:
  Outcome<Receipt> run(std::string_view text) {
    text.remove_prefix(kReceiptTextStart.size());
    std::size_t number = 2;
    for (auto line = takeUpTo(text, '\n'); line && !line->empty(); line = takeUpTo(text, '\n')) {
      receipt_.says.emplace_back(*line);
      ++number;
    }
    receipt_.entries.emplace_back();
    for (auto line = takeUpTo(text, '\n'); line && !line->empty(); line = takeUpTo(text, '\n')) {
      ++number;
      take(*line);
      if (!isReadable_) {
        return receiptMalformed("Line " + std::to_string(number) + " cannot be read.");
      }
    }
    const Outcome<TlogProof> proof = TlogProof::parse(text);
    if (!proof) return proof.refusal();
    receipt_.checkpoint = proof.value().checkpoint;
    receipt_.origin = receipt_.checkpoint.substr(0, receipt_.checkpoint.find('\n'));
    receipt_.entries[0].proven.index = proof.value().index;
    receipt_.entries[0].proven.path = proof.value().path;
    return std::move(receipt_);
  }

 private:
  void take(std::string_view line) {
    ReceiptEntry& entry = receipt_.entries[0];
    if (takeName(line, "for")) {
      const auto reader = parseViewer(line);
      isReadable_ &= reader.has_value();
      receipt_.reader = reader.value_or(Viewer());
    } else if (takeName(line, "purpose")) {
      receipt_.purpose = std::string(line);
    } else if (takeName(line, "recorded-in")) {
      receipt_.recordedIn.push_back(parseDecimal(line).value_or(0));
    } else if (takeName(line, "key")) {
      receipt_.vkey = std::string(line);
    } else if (takeName(line, "entry")) {
      entry.proven.entry = fromBase64(line).value_or(Bytes());
    } else if (takeName(line, "submission") && entry.submission.size() < kPathLengthMax) {
      const auto bytes = fromBase64(line);
      entry.submission.push_back(bytes ? Hash::of(*bytes).value_or(Hash()) : Hash());
    } else if (takeName(line, "signature")) {
      entry.signature = fromBase64(line).value_or(Bytes());
    } else if (takeName(line, "opening")) {
      takeOpening(line);
    } else {
      isReadable_ = false;
    }
  }

  void takeOpening(std::string_view line) {
    const auto pathText = takeUpTo(line, ' ');
    const auto saltText = takeUpTo(line, ' ');
    const auto pathBytes = pathText ? fromHex(*pathText) : std::nullopt;
    const auto path = pathBytes ? FieldPath::parse(*pathBytes) : std::nullopt;
    const auto salt = saltText ? fromBase64(*saltText) : std::nullopt;
    auto value = fromBase64(line);
    ReceiptOpening opening;
    if (!path || !salt || salt->size() != opening.salt.size() || !value) {
      isReadable_ = false;
      return;
    }
    opening.path = *path;
    std::copy(salt->begin(), salt->end(), opening.salt.begin());
    opening.value = SecretBytes(*value);
    wipe(*value);
    receipt_.entries[0].openings.push_back(std::move(opening));
  }

  Receipt receipt_;
  bool isReadable_ = true;
};

}  // namespace

SecretBytes receiptText(const Receipt& receipt) {
  if (receipt.threads || receipt.entries.size() != 1) {
    throw Fault(FaultKind::kBug, "a receipt about a thread as a short text");
  }
  const ReceiptEntry& entry = receipt.entries[0];
  std::string text(kReceiptTextStart);
  for (const std::string& line : receipt.says) text += line + "\n";
  text += "\nfor " + formatViewer(receipt.reader) + "\n";
  if (receipt.purpose) text += "purpose " + *receipt.purpose + "\n";
  for (std::uint64_t one : receipt.recordedIn) text += "recorded-in " + std::to_string(one) + "\n";
  text += "key " + receipt.vkey + "\n";
  text += "entry " + toBase64(entry.proven.entry) + "\n";
  for (const Hash& hash : entry.submission) text += "submission " + toBase64(hash.view()) + "\n";
  if (!entry.signature.empty()) text += "signature " + toBase64(entry.signature) + "\n";
  for (const ReceiptOpening& opening : entry.openings) text += openingLine(opening);
  text += "\n" + entry.proven.proofLines() + receipt.checkpoint;
  SecretBytes secret(asBytes(text));
  wipeText(text);
  return secret;
}

Outcome<Receipt> parseReceiptText(std::string_view text) {
  if (!text.starts_with(kReceiptTextStart)) {
    return receiptMalformed("It does not say that it is a receipt of a kind known here.");
  }
  if (text.size() > kTextBytesMax) return receiptMalformed("It is larger than a receipt is.");
  Outcome<Receipt> receipt = TextReader().run(text);
  if (!receipt) return receipt;
  const SecretBytes written = receiptText(receipt.value());
  if (sameBytes(written.view(), asBytes(text))) return receipt;
  return receiptMalformed(otherSpelling(text, asText(written.view())));
}

}  // namespace minutebook
