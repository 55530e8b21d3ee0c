#include "ledger/seal/leftovers.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <utility>

#include "ledger/base/utf8.h"

namespace minutebook {

namespace {

constexpr std::size_t kChunkBytes = std::size_t{1} << 20;

/// No needle is shorter.
constexpr std::size_t kBeginningBytes = 4;
constexpr std::size_t kBuckets = std::size_t{1} << 16;

/// Which bucket those go into that begin as `bytes` does.
std::size_t bucketOf(ByteView bytes) {
  std::uint32_t word = 0;
  for (std::size_t i = 0; i < kBeginningBytes; ++i) word = word << 8 | bytes[i];
  constexpr std::uint32_t kSpread = 2654435761;  // Knuth's, by the golden ratio.
  return static_cast<std::size_t>(word * kSpread >> 16);
}

/// The characters of valid UTF-8 as UTF-16 code units.
std::vector<std::uint16_t> unitsOf(std::string_view text) {
  std::vector<std::uint16_t> units;
  while (const std::optional<char32_t> taken = text.empty() ? std::nullopt : takeCharacter(text)) {
    const char32_t point = *taken;
    if (point < 0x10000) {
      units.push_back(static_cast<std::uint16_t>(point));
    } else {
      units.push_back(static_cast<std::uint16_t>(0xd800 + ((point - 0x10000) >> 10)));
      units.push_back(static_cast<std::uint16_t>(0xdc00 + ((point - 0x10000) & 0x3ff)));
    }
  }
  return units;
}

/// As the inside of a JSON string: all that is not ASCII as it is, or as \u escapes.
std::string escaped(std::string_view text, bool asciiOnly) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  for (const std::uint16_t unit : unitsOf(text)) {
    const bool isPlain = unit >= 0x20 && unit < 0x7f;
    if (unit == '"' || unit == '\\') {
      out += {'\\', static_cast<char>(unit)};
    } else if (unit == '\n') {
      out += "\\n";
    } else if (unit == '\r') {
      out += "\\r";
    } else if (unit == '\t') {
      out += "\\t";
    } else if (isPlain) {
      out += static_cast<char>(unit);
    } else {
      out += {'\\',           'u', kHex[unit >> 12], kHex[unit >> 8 & 15], kHex[unit >> 4 & 15],
              kHex[unit & 15]};
    }
  }
  if (asciiOnly) return out;
  std::string kept;
  while (!text.empty()) {
    const std::string_view before = text;
    if (!takeCharacter(text)) break;
    const std::string_view character = before.substr(0, before.size() - text.size());
    kept += character.size() > 1 ? std::string(character) : escaped(character, true);
  }
  return kept;
}

Bytes inUtf16(std::string_view text, bool bigEndian) {
  Bytes bytes;
  for (const std::uint16_t unit : unitsOf(text)) {
    const auto high = static_cast<std::uint8_t>(unit >> 8);
    const auto low = static_cast<std::uint8_t>(unit & 0xff);
    bytes.push_back(bigEndian ? high : low);
    bytes.push_back(bigEndian ? low : high);
  }
  return bytes;
}

bool isText(std::string_view text) {
  return text.find('\0') == text.npos && isUtf8(text);
}

/// At most kLeftoverBytesMax bytes, ending between two characters.
std::string_view beginning(std::string_view text) {
  std::size_t end = std::min(text.size(), kLeftoverBytesMax);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) {
    --end;
  }
  return text.substr(0, end);
}

char inCapital(char digit) {
  return digit >= 'a' && digit <= 'f' ? static_cast<char>(digit - 'a' + 'A') : digit;
}

/// How `bytes` reads inside the base64 of something longer: with so many bytes before it, by thirds
/// of four letters; only the letters that depend on nothing else.
std::string base64Behind(std::size_t before, ByteView bytes) {
  Bytes shifted(before);
  append(shifted, bytes);
  const std::size_t first = (before * 8 + 5) / 6;
  const std::size_t end = shifted.size() * 8 / 6;
  std::string whole = toBase64(shifted);
  wipe(shifted);
  std::string inside = whole.substr(first, end - first);
  wipeText(whole);
  return inside;
}

}  // namespace

Leftovers::Leftovers() : byBeginning_(kBuckets) {}

void Leftovers::add(ByteView value, std::string what) {
  what_.push_back(std::move(what));
  const std::size_t before = needles_.size();
  if (isText(asText(value))) {
    addText(asText(value));
  } else {
    // The texts of a struct stand in it between zeros.
    std::string_view rest = asText(value);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\0'), rest.size());
      if (isText(rest.substr(0, end))) addText(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  if (needles_.size() == before) ++notSearched_;
}

void Leftovers::addBytes(ByteView value, std::string what) {
  what_.push_back(std::move(what));
  const std::size_t before = needles_.size();
  const ByteView bytes = value.first(std::min(value.size(), kLeftoverBytesMax));
  if (bytes.size() >= kLeftoverBytesMin) {
    addNeedle(bytes);
    addCoded(bytes);
  }
  if (needles_.size() == before) ++notSearched_;
}

void Leftovers::addText(std::string_view whole) {
  if (whole.size() < kLeftoverBytesMin) return;
  const std::string_view text = beginning(whole);
  addNeedle(asBytes(text));
  for (const bool asciiOnly : {false, true}) {
    std::string json = escaped(text, asciiOnly);
    if (json != text) addNeedle(asBytes(json));
    wipeText(json);
  }
  for (const bool bigEndian : {false, true}) {
    Bytes bytes = inUtf16(text, bigEndian);
    addNeedle(bytes);
    wipe(bytes);
  }
  addCoded(asBytes(text));
}

void Leftovers::addCoded(ByteView bytes) {
  const ByteView start = bytes.first(std::min(bytes.size(), kLeftoverCodedBytesMax));
  std::string hex = toHex(start);
  addNeedle(asBytes(hex));
  std::transform(hex.begin(), hex.end(), hex.begin(), inCapital);
  addNeedle(asBytes(hex));
  wipeText(hex);
  for (const std::size_t before : {0u, 1u, 2u}) {
    std::string base64 = base64Behind(before, start);
    addNeedle(asBytes(base64));
    // The alphabet for addresses of pages.
    std::replace(base64.begin(), base64.end(), '+', '-');
    std::replace(base64.begin(), base64.end(), '/', '_');
    addNeedle(asBytes(base64));
    wipeText(base64);
  }
}

void Leftovers::addNeedle(ByteView needle) {
  std::vector<std::uint32_t>& alike = byBeginning_[bucketOf(needle)];
  const bool isKnown = std::any_of(alike.begin(), alike.end(), [&](std::uint32_t at) {
    return sameBytes(needles_[at].bytes.view(), needle);
  });
  if (isKnown) return;
  alike.push_back(static_cast<std::uint32_t>(needles_.size()));
  needles_.push_back({SecretBytes(needle), what_.size() - 1});
  longest_ = std::max(longest_, needle.size());
}

void Leftovers::setAside(std::string_view text) {
  for (const auto& [value, times] : hitsIn(asBytes(text))) setAside_.insert(value);
}

LeftoverHits Leftovers::hitsIn(ByteView bytes) const {
  LeftoverHits hits;
  search(bytes, bytes.size(), hits);
  return hits;
}

void Leftovers::search(ByteView bytes, std::size_t end, LeftoverHits& hits) const {
  for (std::size_t at = 0; at < end && at + kBeginningBytes <= bytes.size(); ++at) {
    for (const std::uint32_t candidate : byBeginning_[bucketOf(bytes.subspan(at))]) {
      const Needle& needle = needles_[candidate];
      const std::size_t length = needle.bytes.size();
      if (length > bytes.size() - at) continue;
      if (sameBytes(bytes.subspan(at, length), needle.bytes.view())) ++hits[needle.value];
    }
  }
}

std::optional<LeftoverHits> Leftovers::hitsInFile(const std::filesystem::path& path) const {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  LeftoverHits hits;
  if (needles_.empty()) return hits;
  Bytes buffer(kChunkBytes + longest_);
  std::size_t held = 0;
  for (bool isEnd = false; !isEnd;) {
    file.read(reinterpret_cast<char*>(buffer.data()) + held,
              static_cast<std::streamsize>(buffer.size() - held));
    held += static_cast<std::size_t>(file.gcount());
    if (file.bad()) return std::nullopt;
    isEnd = file.eof();
    const std::size_t judged = isEnd || held < longest_ ? held : held - longest_ + 1;
    search(ByteView(buffer).first(held), judged, hits);
    std::copy(buffer.begin() + static_cast<std::ptrdiff_t>(judged),
              buffer.begin() + static_cast<std::ptrdiff_t>(held), buffer.begin());
    held -= judged;
  }
  wipe(buffer);
  return hits;
}

}  // namespace minutebook
