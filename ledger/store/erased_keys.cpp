#include "ledger/store/erased_keys.h"

#include <fcntl.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "ledger/base/directory.h"
#include "ledger/base/fault.h"
#include "ledger/crypto/sha256.h"
#include "ledger/rules/fact_keys.h"
#include "ledger/store/guard.h"

namespace minutebook {

namespace {

constexpr std::string_view kFormat = "minutebook/erased/v1";
constexpr std::string_view kFile = "erased";
constexpr std::size_t kFileBytesMax = std::size_t{1} << 28;
constexpr std::size_t kHexBytes = 32;  // Of 16 bytes.

void readEntry(ByteView bytes, const Catalogue& catalogue, std::vector<ErasedKey>& found) {
  const Outcome<EntryParts> entry = decodeEntry(bytes);
  if (entry) addErasedKeys(entry.value(), catalogue, found);
}

std::string encode(const std::string& origin, const std::vector<ErasedKey>& keys) {
  std::string text = std::string(kFormat) + "\n" + origin + "\n";
  for (const ErasedKey& key : keys) {
    const std::string id = toHex(key.id.view());
    if (key.only.empty()) text += id + "\n";
    for (const StatementId& entry : key.only) text += id + " " + entry.text() + "\n";
  }
  return text + toHex(sha256(asBytes(text)).view()) + "\n";
}

/// One line of a key; nothing if it is not one.
std::optional<ErasedKey> decodeLine(std::string_view line) {
  const std::optional<Bytes> hex = fromHex(line.substr(0, kHexBytes));
  const std::optional<DataKeyId> id = hex ? DataKeyId::of(*hex) : std::nullopt;
  if (!id) return std::nullopt;
  if (line.size() == kHexBytes) return ErasedKey{*id, {}};
  const std::optional<StatementId> entry = StatementId::parse(line.substr(kHexBytes + 1));
  if (!entry || line[kHexBytes] != ' ') return std::nullopt;
  return ErasedKey{*id, {*entry}};
}

std::optional<std::vector<ErasedKey>> decode(const std::string& origin, std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::string_view rest = text; rest.find('\n') != std::string_view::npos;) {
    lines.push_back(rest.substr(0, rest.find('\n')));
    rest.remove_prefix(lines.back().size() + 1);
  }
  if (lines.size() < 3) return std::nullopt;
  std::vector<ErasedKey> keys;
  for (std::size_t i = 2; i + 1 < lines.size(); ++i) {
    const std::optional<ErasedKey> key = decodeLine(lines[i]);
    if (!key) return std::nullopt;
    if (!keys.empty() && keys.back().id == key->id) {
      keys.back().only.insert(key->only.begin(), key->only.end());
    } else {
      keys.push_back(*key);
    }
  }
  if (encode(origin, keys) != text) return std::nullopt;
  return keys;
}

}  // namespace

bool addErasedKeys(const EntryParts& entry, const Catalogue& catalogue,
                   std::vector<ErasedKey>& found) {
  const Outcome<Statement> statement = Statement::decode(entry.statement);
  if (!statement) return false;
  const std::optional<ErasureRecord> erasure = erasureIn(statement.value(), catalogue);
  if (!erasure || !erasure->isDone) return false;
  for (ErasedKey& key : erasedKeysOf(*erasure)) found.push_back(std::move(key));
  return true;
}

std::vector<ErasedKey> erasedKeysInLog(const EntryStore& store, const Catalogue& catalogue) {
  std::vector<std::uint64_t> done;
  store.forEachFact(fact::relations("erased"), [&](std::string_view, std::string_view value) {
    done.push_back(fact::indexOf(value));
  });
  std::vector<ErasedKey> found;
  const std::uint64_t reach = std::min(store.factsUpTo(), store.size());
  for (const std::uint64_t index : done) {
    if (index < reach) readEntry(store.reader().entry(index), catalogue, found);
  }
  store.reader().forEach(reach, store.size(), [&](std::uint64_t, ByteView bytes) {
    readEntry(bytes, catalogue, found);
  });
  return together(found, {});
}

std::vector<ErasedKey> erasedKeysBeside(const std::filesystem::path& guardDirectory,
                                        const std::string& origin) {
  std::error_code error;
  if (!std::filesystem::exists(guardDirectory, error)) return {};
  const std::optional<Bytes> bytes =
      Directory::open(guardDirectory, Readers::kOwner).read(kFile, kFileBytesMax);
  if (!bytes) return {};
  std::optional<std::vector<ErasedKey>> keys = decode(origin, asText(*bytes));
  if (!keys) {
    throw Fault(FaultKind::kCorrupt,
                (guardDirectory / kFile).string() + " cannot be read as the erasures of " + origin,
                "Move the file away, then run minutebook verify --published DIR with what was last "
                "published: the erasures are noted again from there.");
  }
  return *std::move(keys);
}

void noteErasedKeys(const std::filesystem::path& guardDirectory, const std::string& origin,
                    const std::vector<ErasedKey>& keys) {
  const GuardLock lock = GuardLock::take(guardDirectory);
  const std::vector<ErasedKey> before = erasedKeysBeside(guardDirectory, origin);
  const std::vector<ErasedKey> after = together(before, keys);
  if (after == before) return;
  Directory::open(guardDirectory, Readers::kOwner)
      .writeDurably(kFile, asBytes(encode(origin, after)));
}

std::vector<ErasedKey> together(const std::vector<ErasedKey>& one,
                                const std::vector<ErasedKey>& other) {
  std::map<DataKeyId, std::set<StatementId>> all;
  for (const std::vector<ErasedKey>* list : {&one, &other}) {
    for (const ErasedKey& key : *list) {
      const auto [at, isNew] = all.emplace(key.id, key.only);
      if (isNew) continue;
      if (key.only.empty()) at->second.clear();
      if (!at->second.empty()) at->second.insert(key.only.begin(), key.only.end());
    }
  }
  std::vector<ErasedKey> keys;
  for (auto& [id, only] : all) keys.push_back({id, std::move(only)});
  return keys;
}

}  // namespace minutebook
