#include "ledger/bundle/openings_text.h"

#include <algorithm>
#include <string>

#include "ledger/bundle/text_lines.h"

namespace minutebook {

namespace {

constexpr std::string_view kHead = "minutebook/openings/v1";

/// A buffer that grows and leaves no copy of what it held behind.
class SecretText {
 public:
  void add(std::string_view text) {
    if (used_ + text.size() > bytes_.size()) grow(used_ + text.size());
    std::copy(text.begin(), text.end(), bytes_.span().begin() + static_cast<std::ptrdiff_t>(used_));
    used_ += text.size();
  }
  SecretBytes take() { return SecretBytes(bytes_.view().first(used_)); }

 private:
  void grow(std::size_t needed) {
    SecretBytes larger(std::max(needed, 2 * bytes_.size()));
    std::copy_n(bytes_.view().begin(), used_, larger.span().begin());
    bytes_ = std::move(larger);
  }

  SecretBytes bytes_;
  std::size_t used_ = 0;
};

std::optional<BundleOpening> parseLine(std::string_view line) {
  BundleOpening opening;
  const auto entry = takeUpTo(line, ' ');
  const auto statement = takeUpTo(line, ' ');
  const auto path = takeUpTo(line, ' ');
  const auto salt = takeUpTo(line, ' ');
  if (!salt) return std::nullopt;
  const auto index = parseDecimal(*entry);
  const auto id = StatementId::parse(*statement);
  const auto pathBytes = fromHex(*path);
  const auto saltBytes = fromHex(*salt);
  auto value = fromBase64(line);
  if (value) {
    opening.value = SecretBytes(*value);
    wipe(*value);
  }
  if (!index || !id || !pathBytes || !saltBytes || !value) return std::nullopt;
  const auto field = FieldPath::parse(*pathBytes);
  if (!field || saltBytes->size() != opening.salt.size()) return std::nullopt;
  opening.entry = *index;
  opening.statement = *id;
  opening.path = *field;
  std::copy(saltBytes->begin(), saltBytes->end(), opening.salt.begin());
  return opening;
}

}  // namespace

SecretBytes encodeOpenings(const std::vector<BundleOpening>& openings) {
  SecretText text;
  text.add(std::string(kHead) + "\n");
  for (const BundleOpening& opening : openings) {
    text.add(std::to_string(opening.entry) + " " + opening.statement.text() + " " +
             toHex(opening.path.bytes()) + " ");
    std::string secret = toHex(opening.salt) + " ";
    text.add(secret);
    wipeText(secret);
    secret = toBase64(opening.value.view());
    text.add(secret);
    wipeText(secret);
    text.add("\n");
  }
  return text.take();
}

Outcome<std::vector<BundleOpening>> parseOpenings(std::string_view text) {
  if (takeUpTo(text, '\n') != kHead) {
    return bundleMalformed("The first line of the openings does not say that they are that.");
  }
  std::vector<BundleOpening> openings;
  while (!text.empty()) {
    const auto line = takeUpTo(text, '\n');
    auto opening = line ? parseLine(*line) : std::nullopt;
    if (!opening) {
      return bundleMalformed("Line " + std::to_string(openings.size() + 2) +
                             " of the openings is not an entry, a statement, a field, a salt and "
                             "a value.");
    }
    openings.push_back(std::move(*opening));
  }
  return openings;
}

}  // namespace minutebook
