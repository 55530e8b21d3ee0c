// A program that tries every 32 bytes of every file as a data key opens nothing, though it knows
// where every opening is: while somebody is here, and after they were erased.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>

#include "ledger/crypto/master_key.h"
#include "ledger/store/vault.h"
#include "tests/canary/canary_ledger.h"
#include "tests/support/files.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

/// One sealed value as it lay in the log, and the data key that opens it.
struct Target {
  StatementId statement;
  Opening opening;
  Bytes key;
};

/// A sealed value under the key of `subject`.
Target targetUnder(const fs::path& book, const std::string& subject) {
  const auto store = EntryStore::open(book, StoreAccess::kRead, "test");
  Directory folder = Directory::open(book / "keys", Readers::kOwner);
  MasterKey master = MasterKey::open(folder, std::nullopt);
  const DataKeys keys(folder, master, DataKeys::Access::kRead);
  const DataKey* key = keys.findSubject(subject);
  std::optional<Target> target;
  store->forEachOpening([&](std::uint64_t index, const Opening& opening) {
    if (target || !key || opening.keyId != key->id) return;
    target = Target{statementIdAt(*store, index), opening, toBytes(key->key.view())};
  });
  if (!target) throw std::runtime_error("nothing is sealed under the key of " + subject);
  return *target;
}

/// Tries windows on all targets. It knows everything but the keys.
class Thief {
 public:
  explicit Thief(std::vector<Target> targets) : targets_(std::move(targets)) {}

  /// How many windows of `bytes` open a target.
  std::uint64_t opensIn(ByteView bytes) {
    std::uint64_t opened = 0;
    DataKey key{{}, "", SecretBytes(kAeadKeyBytes)};
    std::size_t alike = 0;  // Bytes that are the same up to the end of the window.
    for (std::size_t at = 0; at + kAeadKeyBytes <= bytes.size(); ++at) {
      const ByteView window = bytes.subspan(at, kAeadKeyBytes);
      alike = at > 0 && window.back() == bytes[at + kAeadKeyBytes - 2] ? alike + 1 : 0;
      if (alike > kAeadKeyBytes) continue;  // The window before was the very same.
      ++windows_;
      std::copy(window.begin(), window.end(), key.key.span().begin());
      for (const Target& target : targets_) {
        key.id = target.opening.keyId;
        const StatementPlace place{ProgramLedger::kOrigin, target.statement};
        if (openValue(aead_, key, place, target.opening)) ++opened;
      }
    }
    return opened;
  }

  /// Every file below, each content once. Those that open something, by name.
  std::vector<std::string> opensBelow(const fs::path& directory) {
    std::vector<std::string> names;
    for (const auto& file : fs::recursive_directory_iterator(directory)) {
      if (!file.is_regular_file()) continue;
      const std::string content = readFile(file.path());
      if (!seen_.insert(sha256(asBytes(content))).second) continue;
      if (opensIn(asBytes(content)) > 0) names.push_back(file.path().string());
    }
    return names;
  }

  std::uint64_t windows() const { return windows_; }

 private:
  std::vector<Target> targets_;
  Aead aead_;
  std::set<Hash> seen_;
  std::uint64_t windows_ = 0;
};

/// Of two people with sealed values, whose keys are `participant/...`: first the one with most.
std::vector<std::string> twoPeople(CanaryLedger& book) {
  std::map<std::size_t, std::string> people;
  for (const std::string& person : book.participants()) {
    people[book.keptUnder("participant/" + person).size()] = person;
  }
  return {people.rbegin()->second, std::next(people.rbegin())->second};
}

TEST(EveryWindow, OfEveryFileOpensNothing) {
  CanaryLedger book(CanarySource::kThriving);
  ProgramLedger& ledger = book.ledger();
  const std::vector<std::string> people = twoPeople(book);
  std::vector<Target> targets;
  for (const std::string& person : people) {
    targets.push_back(targetUnder(ledger.book(), "participant/" + person));
  }
  // It would find a key that lay somewhere.
  Thief control(targets);
  for (const Target& target : targets) {
    Bytes around(100, 7);
    append(around, target.key);
    append(around, Bytes(33, 9));
    EXPECT_EQ(control.opensIn(around), 1u);
  }

  const fs::path before = ledger.place("backup");
  fs::copy(ledger.book(), before, fs::copy_options::recursive);
  ASSERT_TRUE(ledger.publish(ledger.place("published")).isDone());
  for (const char* reader : {"members", "coordinators"}) {
    const std::string to = ledger.place(std::string("bundle-for-") + reader).string();
    ASSERT_TRUE(book.run({"bundle", "--for", reader, "-o", to}).isDone());
  }
  const std::vector<std::string> none;
  EXPECT_EQ(Thief(targets).opensBelow(ledger.book()), none);

  ASSERT_TRUE(book.run({"record", "erasureRequested", "--participant", people[0], "--what",
                        "everything", "--legal-basis", "our own promise", "--public-on-purpose"})
                  .isDone());
  const ProgramEnd erased = book.run({"erase", people[0], "--confirm", people[0]});
  ASSERT_TRUE(erased.isDone()) << erased.out << erased.err;
  Thief thief(targets);
  for (const fs::path& place :
       {ledger.book(), before, ledger.place("published"), ledger.place("bundle-for-members"),
        ledger.place("bundle-for-coordinators"), ledger.place("home")}) {
    EXPECT_EQ(thief.opensBelow(place), none) << place;
  }
  EXPECT_GT(thief.windows(), 100'000u);
}

}  // namespace
}  // namespace minutebook
