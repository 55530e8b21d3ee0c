#include "tests/corruptions/lies.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "audit/verify/bundle_files.h"
#include "ledger/bundle/file_list.h"
#include "ledger/bundle/manifest.h"
#include "ledger/bundle/receipt.h"
#include "ledger/tlog/checkpoint.h"
#include "ledger/tlog/published_log.h"
#include "ledger/tlog/threads.h"
#include "tests/corruptions/desk.h"
#include "tests/support/files.h"
#include "tests/support/memory_log.h"
#include "tests/unit/verify/small_ledger.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;
using Entries = std::vector<Bytes>;

void put(const fs::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
}

std::ptrdiff_t numberAt(const std::vector<std::string>& how, std::size_t place) {
  return std::stol(how.at(place));
}

/// Entries that move.
bool moveEntries(Entries& entries, const std::vector<std::string>& how) {
  const std::ptrdiff_t at = numberAt(how, 1);
  const auto entry = entries.begin() + at;
  if (how[0] == "drop") {
    entries.erase(entry);
  } else if (how[0] == "twice") {
    entries.insert(entry, Bytes(*entry));
  } else if (how[0] == "swap") {
    std::swap(*entry, entries[static_cast<std::size_t>(numberAt(how, 2))]);
  } else if (how[0] == "cut") {
    entries.erase(entry, entries.end());
  } else {
    return false;
  }
  return true;
}

/// One entry that says something else.
bool changeEntry(Entries& entries, const std::vector<std::string>& how) {
  Bytes& entry = entries.at(static_cast<std::size_t>(numberAt(how, 1)));
  if (how[0] == "turn") {
    entry.at(static_cast<std::size_t>(numberAt(how, 2))) ^= 1;
    return true;
  }
  EntryParts parts = decodeEntry(entry).value();
  if (how[0] == "time") {
    parts.recordedAt += numberAt(how, 2);
  } else if (how[0] == "place") {
    parts.ordinal = static_cast<std::uint32_t>(numberAt(how, 2));
  } else if (how[0] == "sign") {
    parts.signature = decodeEntry(entries.at(1)).value().signature;
  } else if (how[0] == "word" && how.at(2).size() == how.at(3).size()) {
    std::string text(asText(parts.statement));
    text.replace(text.find(how[2]), how[2].size(), how[3]);
    parts.statement = toBytes(asBytes(text));
  } else {
    return false;
  }
  entry = encodeEntry(parts);
  return true;
}

}  // namespace

bool publishLie(const fs::path& folder, const std::vector<std::string>& how) {
  Entries entries;
  std::uint64_t size = 0;
  {
    const Directory directory = Directory::open(folder, Readers::kEveryone);
    const SignedNote note = SignedNote::parse(*readPublishedCheckpoint(directory)).value();
    size = Checkpoint::parse(note.text).value().size;
    PublishedLog(directory, size).forEach(0, size, [&](std::uint64_t, ByteView entry) {
      entries.push_back(toBytes(entry));
    });
  }
  if (!moveEntries(entries, how) && !changeEntry(entries, how)) return false;
  fs::remove_all(folder / "tile");
  MemoryLog log;
  appendAll(log, entries);
  Directory directory = Directory::open(folder, Readers::kEveryone);
  publishTiles(log, log.size(), directory);
  Sha256 hasher;
  const std::string vkey = deskVerifierKey();
  const Checkpoint head{vkey.substr(0, vkey.find('+')), log.size(), log.root(), {}};
  publishCheckpoint(directory, signCheckpoint(hasher, deskKey(3), head).encode(), log.size());
  return true;
}

void relistBundle(const fs::path& folder) {
  const Directory directory = Directory::open(folder, Readers::kEveryone);
  FindingList ignored;
  const std::string list = encodeFileList(listFiles(directory, namesIn(directory, ignored)));
  put(folder / "files", list);
  const SignedNote old = SignedNote::parse(readFile(folder / "manifest")).value();
  BundleManifest manifest = BundleManifest::parse(old.text).value();
  Sha256 hasher;
  manifest.listBytes = list.size();
  manifest.listHash = hasher.of(asBytes(list));
  SignedNote note{manifest.encode(), {}};
  note.signatures.push_back(signNote(hasher, old.signatures.front().name, deskKey(2), note.text));
  put(folder / "manifest", note.encode());
}

void rechainReceipt(const fs::path& path) {
  Receipt receipt = Receipt::parse(readFile(path)).value();
  Sha256 hasher;
  ThreadHead head;
  for (const ReceiptEntry& entry : receipt.entries) {
    extendThread(hasher, head, entry.proven.index, leafHash(hasher, entry.proven.entry));
  }
  receipt.threads->leaves.at(0).head = head;
  receipt.says = wordsOf(receipt);
  put(path, asText(receipt.encode().view()));
}

}  // namespace minutebook
