// tests/unit/verify/verify_published_test.cpp

#include "audit/verify/verify_published.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/unit/verify/small_ledger.h"

namespace minutebook {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace fs = std::filesystem;

class VerifyPublishedTest : public testing::Test {
 protected:
  VerifyPublishedTest() {
    fill(scenario_);
    scenario_.publish(directory_);
    expected_.vkeys = scenario_.vkey();
    expected_.schema = "# the schema\n";
    expected_.workers = Workers::kOne;
  }

  PublishedCheck check() { return verifyPublished(directory_, theCatalogue(), expected_); }
  std::vector<std::string> found() { return codesOf(check().findings); }

  std::string read(const std::string& file) {
    return std::string(asText(*directory_.read(file, 1 << 20)));
  }
  void write(const std::string& file, std::string_view text) {
    fs::create_directories((temp_.path() / file).parent_path());
    std::ofstream out(temp_.path() / file, std::ios::binary | std::ios::trunc);
    out << text;
  }
  std::vector<std::string> files() {
    std::vector<std::string> names;
    for (const auto& item : fs::recursive_directory_iterator(temp_.path())) {
      if (item.is_regular_file()) names.push_back(fs::relative(item, temp_.path()).string());
    }
    return names;
  }
  /// 300 more entries and the clerk's count: the first tile and bundle are full then.
  void growBeyondOneTile() {
    std::vector<std::string> lines;
    for (int i = 100; i < 400; ++i) {
      lines.push_back(R"({"kind": "participantJoined", "id": "P-)" + std::to_string(i) + "\"}");
    }
    scenario_.recordAll(lines);
    scenario_.rootThreads();
  }

  Scenario scenario_;
  TempDirectory temp_;
  Directory directory_ = Directory::open(temp_.path(), Readers::kEveryone);
  PublishedExpectations expected_;
};

TEST_F(VerifyPublishedTest, FindsNothingInASoundDirectory) {
  const PublishedCheck checked = check();
  EXPECT_THAT(codesOf(checked.findings), IsEmpty());
  EXPECT_THAT(checked.notes, IsEmpty());
  EXPECT_EQ(checked.keySource, KeySource::kGiven);
  ASSERT_TRUE(checked.checkpoint);
  EXPECT_EQ(checked.checkpoint->size, 7u);
  EXPECT_EQ(checked.log.entries, 7u);
  EXPECT_EQ(checked.log.tilesChecked, 1u);
  EXPECT_EQ(checked.files, 2u);
}

TEST_F(VerifyPublishedTest, SaysThatTheKeyCameFromTheDirectoryItself) {
  expected_.vkeys = std::nullopt;
  const PublishedCheck checked = check();
  EXPECT_THAT(codesOf(checked.findings), IsEmpty());
  EXPECT_EQ(checked.keySource, KeySource::kDirectory);
  EXPECT_THAT(checked.notes,
              ElementsAre(HasSubstr("Checked against the key in the directory itself")));
}

TEST_F(VerifyPublishedTest, FindsEveryFlippedByteOfEveryFile) {
  ASSERT_EQ(files().size(), 5u);
  for (const std::string& file : files()) {
    const std::string sound = read(file);
    for (std::size_t at = 0; at < sound.size(); ++at) {
      std::string flipped = sound;
      flipped[at] = static_cast<char>(flipped[at] ^ 0x04);
      write(file, flipped);
      // The rules and the authors' signatures would find nothing here that hashes do not.
      expected_.rules = at % 32 == 0 ? Part::kDone : Part::kLeftOut;
      expected_.signatures = expected_.rules;
      const PublishedCheck checked = check();
      // No signature covers the schema: a reader is told, and no more.
      const bool told = file == kSchemaFile ? !checked.notes.empty() : !checked.findings.empty();
      ASSERT_TRUE(told) << file << " byte " << at;
    }
    write(file, sound);
  }
  EXPECT_THAT(found(), IsEmpty());
}

TEST_F(VerifyPublishedTest, WithTheDirectorysKeyFindsEveryFlippedByteOfKeyAndCheckpoint) {
  expected_.vkeys = std::nullopt;
  expected_.rules = Part::kLeftOut;
  for (const std::string file : {"vkey", "checkpoint"}) {
    const std::string sound = read(file);
    for (std::size_t at = 0; at < sound.size(); ++at) {
      std::string flipped = sound;
      flipped[at] = static_cast<char>(flipped[at] ^ 0x04);
      write(file, flipped);
      ASSERT_FALSE(check().findings.empty()) << file << " byte " << at;
    }
    write(file, sound);
  }
}

TEST_F(VerifyPublishedTest, FindsEveryFileThatIsMissing) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"checkpoint", "checkpoint.missing"},
      {"vkey", "vkey.missing"},
      {"schema.capnp", "schema.missing"},
      {"tile/0/000.p/7", "tile.unreadable@0"},
      {"tile/entries/000.p/7", "entry.unreadable@0"},
  };
  for (const auto& [file, code] : cases) {
    const std::string sound = read(file);
    fs::remove(temp_.path() / file);
    EXPECT_THAT(found(), ElementsAre(code)) << file;
    write(file, sound);
  }
}

TEST_F(VerifyPublishedTest, FindsATruncatedTileAndBundle) {
  const std::string tile = read("tile/0/000.p/7");
  write("tile/0/000.p/7", tile.substr(0, tile.size() - 1));
  EXPECT_THAT(found(), ElementsAre("tile.unreadable@0"));
  write("tile/0/000.p/7", tile);
  const std::string bundle = read("tile/entries/000.p/7");
  write("tile/entries/000.p/7", bundle.substr(0, bundle.size() - 1));
  EXPECT_THAT(found(), ElementsAre("entry.unreadable@0"));
  write("tile/entries/000.p/7", bundle + '\0');
  EXPECT_THAT(found(), ElementsAre("entry.unreadable@0"));
}

TEST_F(VerifyPublishedTest, FindsACheckpointByAnotherKeyOrOfAnotherLog) {
  Sha256 hasher;
  const SigningKey other = SigningKey::fromSeed(Bytes(32, 9));
  Checkpoint head{std::string(Scenario::kOrigin), 7, scenario_.root(), {}};
  write("checkpoint", signCheckpoint(hasher, other, head).encode());
  const PublishedCheck checked = check();
  EXPECT_THAT(codesOf(checked.findings), ElementsAre("checkpoint.refused"));
  EXPECT_FALSE(checked.checkpoint);
  EXPECT_EQ(checked.log.entries, 0u);
}

TEST_F(VerifyPublishedTest, FindsAKeyOtherThanTheOneGiven) {
  Sha256 hasher;
  const SigningKey other = SigningKey::fromSeed(Bytes(32, 9));
  const std::string vkey = VerifierKey{std::string(Scenario::kOrigin), NoteKeyType::kEd25519,
                                       toBytes(other.publicKey().view())}
                               .encode(hasher);
  write("vkey", vkey + "\n");
  EXPECT_THAT(found(), ElementsAre("vkey.other"));
  expected_.vkeys = "not a key";
  EXPECT_THAT(found(), ElementsAre("vkey.refused", "vkey.other"));
}

TEST_F(VerifyPublishedTest, FilesOfASmallerSizeMustAgreeWithTheTree) {
  const std::string tile = read("tile/0/000.p/7");
  const std::string bundle = read("tile/entries/000.p/7");
  write("tile/0/000.p/3", tile.substr(0, 96));
  EXPECT_THAT(found(), IsEmpty());
  write("tile/0/000.p/3", tile.substr(32, 96));
  EXPECT_THAT(found(), ElementsAre("file.contradicts"));
  write("tile/0/000.p/3", tile.substr(0, 95));
  EXPECT_THAT(found(), ElementsAre("file.contradicts"));
  fs::remove(temp_.path() / "tile/0/000.p/3");
  const std::size_t first = 2 + readU16(asBytes(bundle));
  write("tile/entries/000.p/1", bundle.substr(0, first));
  EXPECT_THAT(found(), IsEmpty());
  std::string wrong = bundle.substr(0, first);
  wrong[first - 1] ^= 1;
  write("tile/entries/000.p/1", wrong);
  EXPECT_THAT(found(), ElementsAre("file.contradicts"));
}

TEST_F(VerifyPublishedTest, FindsWhatIsNoTile) {
  for (const std::string file : {"tile/0/notes.txt", "tile/64/000", "tile/0/000.p/0",
                                 "tile/0/000.p/256", "tile/0/0", "tile/entries/x000/000"}) {
    write(file, "x");
    EXPECT_THAT(found(), Contains("file.unexpected")) << file;
    fs::remove(temp_.path() / file);
  }
}

TEST_F(VerifyPublishedTest, NotesWhatWasPublishedBeyondTheCheckpoint) {
  growBeyondOneTile();
  publishTiles(scenario_.log(), scenario_.log().size(), directory_);
  PublishedCheck checked = check();
  EXPECT_THAT(codesOf(checked.findings), IsEmpty());
  EXPECT_EQ(checked.log.entries, 7u);
  EXPECT_THAT(checked.notes, ElementsAre(HasSubstr("after the checkpoint")));
  // The part that the checkpoint covers must agree all the same.
  std::string tile = read("tile/0/000");
  tile[32 * 6] ^= 1;
  write("tile/0/000", tile);
  EXPECT_THAT(found(), ElementsAre("file.contradicts"));
}

TEST_F(VerifyPublishedTest, VerifiesFullTilesAndThoseAbove) {
  growBeyondOneTile();
  scenario_.publish(directory_);
  const PublishedCheck checked = check();
  EXPECT_THAT(codesOf(checked.findings), IsEmpty());
  EXPECT_EQ(checked.log.entries, 308u);
  EXPECT_EQ(checked.log.tilesChecked, 3u);
  EXPECT_EQ(checked.files, 5u);
  for (const std::string file : {"tile/0/000", "tile/0/001.p/52", "tile/1/000.p/1"}) {
    const std::string sound = read(file);
    std::string flipped = sound;
    flipped[7] ^= 0x40;
    write(file, flipped);
    EXPECT_THAT(found(), ElementsAre(file == "tile/0/001.p/52" ? "tile.wrong@256" : "tile.wrong@0"))
        << file;
    write(file, sound);
  }
}

TEST_F(VerifyPublishedTest, EndsSoonHoweverManyEntriesAreClaimed) {
  Sha256 hasher;
  const Checkpoint huge{std::string(Scenario::kOrigin), kTreeSizeMax, scenario_.root(), {}};
  write("checkpoint", signCheckpoint(hasher, scenario_.logKey(), huge).encode());
  EXPECT_THAT(found(), Contains("entry.unreadable@0"));
}

TEST_F(VerifyPublishedTest, AsksThePolicyForKeyAndWitnesses) {
  Sha256 hasher;
  expected_.vkeys.reset();
  expected_.policy = Policy::parse(hasher, "log " + scenario_.vkey() + "\nquorum none\n").value();
  const PublishedCheck sound = check();
  EXPECT_THAT(sound.findings, IsEmpty());
  EXPECT_TRUE(sound.quorum->met);
  const VerifierKey witness{"witness.example", NoteKeyType::kCosignatureV1,
                            toBytes(SigningKey::fromSeed(Bytes(32, 77)).publicKey().view())};
  expected_.policy = Policy::parse(hasher, "log " + scenario_.vkey() + "\nwitness Board " +
                                               witness.encode(hasher) + "\nquorum Board\n")
                         .value();
  EXPECT_THAT(found(), ElementsAre("quorum.not-met"));
}

class LogKeysTest : public VerifyPublishedTest {
 protected:
  void recordKey(const std::string& kind, const SigningKey& key, const std::string& rest = "") {
    scenario_.record({R"({"kind": ")" + kind + R"(", "publicKey": ")" +
                      toHex(key.publicKey().view()) + "\"" + rest + "}"});
  }
  std::string vkeyOf(const SigningKey& key) {
    Sha256 hasher;
    return VerifierKey{std::string(Scenario::kOrigin), NoteKeyType::kEd25519,
                       toBytes(key.publicKey().view())}
        .encode(hasher);
  }
  /// Publishes again, signed with these keys; `vkey` shows them.
  void publishWith(const std::vector<SigningKey>& keys) {
    scenario_.publish(directory_);
    Sha256 hasher;
    const Checkpoint head{
        std::string(Scenario::kOrigin), scenario_.log().size(), scenario_.root(), {}};
    write("checkpoint", signCheckpoint(hasher, keys, head).encode());
    std::string shown;
    for (const SigningKey& key : keys) shown += vkeyOf(key) + "\n";
    write("vkey", shown);
  }
  static std::vector<SigningKey> keysOf(std::initializer_list<std::uint8_t> seeds) {
    std::vector<SigningKey> keys;
    for (std::uint8_t seed : seeds) keys.push_back(SigningKey::fromSeed(Bytes(32, seed)));
    return keys;
  }

  std::vector<SigningKey> old_ = [&] {
    std::vector<SigningKey> one;
    one.push_back(SigningKey::fromSeed(scenario_.logKey().seed()));
    return one;
  }();
  std::vector<SigningKey> next_ = keysOf({60});
  std::vector<SigningKey> both_ = [&] {
    std::vector<SigningKey> two = keysOf({60});
    two.push_back(SigningKey::fromSeed(scenario_.logKey().seed()));
    return two;
  }();
};

TEST_F(LogKeysTest, OneKeyInCommonIsEnoughWhileTwoSign) {
  recordKey("keyEnrolled", next_[0], R"(, "purpose": "log")");
  publishWith(both_);
  for (const std::string& known :
       {vkeyOf(old_[0]), vkeyOf(next_[0]), vkeyOf(next_[0]) + "\n" + vkeyOf(old_[0]),
        vkeyOf(old_[0]) + "\n" + vkeyOf(keysOf({61})[0])}) {
    expected_.vkeys = known;
    EXPECT_THAT(found(), IsEmpty()) << known;
  }
  expected_.vkeys = vkeyOf(old_[0]);
  EXPECT_THAT(check().notes, ElementsAre(HasSubstr("a newer key for its checkpoints, by entry 7")));
  expected_.vkeys = vkeyOf(keysOf({61})[0]);
  EXPECT_THAT(found(), ElementsAre("vkey.other", "checkpoint.refused"));
}

TEST_F(LogKeysTest, ARevokedKeyAloneVouchesForNothingThatCoversItsEnd) {
  recordKey("keyEnrolled", next_[0], R"(, "purpose": "log")");
  recordKey("keyRevoked", old_[0], R"(, "why": "seenByOthers")");
  publishWith(old_);  // As somebody would who has a copy of it.
  expected_.vkeys = vkeyOf(old_[0]);
  EXPECT_THAT(found(), ElementsAre("checkpoint.revoked-key"));
  EXPECT_THAT(check().findings[0].detail, HasSubstr("Revoked by entry 8"));
  // Whoever trusts both, and sees the one in force beside it, has its word.
  publishWith(both_);
  EXPECT_THAT(found(), ElementsAre("checkpoint.revoked-key"));
  expected_.vkeys = vkeyOf(old_[0]) + "\n" + vkeyOf(next_[0]);
  EXPECT_THAT(found(), IsEmpty());
}

TEST_F(LogKeysTest, TellsTheHolderOfARetiredKeyWhatTheDirectorySays) {
  recordKey("keyEnrolled", next_[0], R"(, "purpose": "log")");
  recordKey("keyRevoked", old_[0], R"(, "why": "replaced")");
  publishWith(next_);
  EXPECT_THAT(found(), ElementsAre("vkey.other", "checkpoint.refused"));
  EXPECT_THAT(check().notes, ElementsAre(HasSubstr("retired (entry 8), and entry 7 enrols")));
  // Damage does not stop the telling of what is certain: that it is not verified.
  fs::remove(temp_.path() / "tile/entries/000.p/9");
  EXPECT_THAT(found(), ElementsAre("vkey.other", "checkpoint.refused"));
  EXPECT_THAT(check().notes, IsEmpty());
}

TEST_F(LogKeysTest, OfKeysOfSeveralLogsThoseOfThisOneAreUsed) {
  Sha256 hasher;
  const std::string others =
      VerifierKey{"example.org/other", NoteKeyType::kEd25519, toBytes(next_[0].publicKey().view())}
          .encode(hasher);
  expected_.vkeys = others + "\n" + scenario_.vkey();
  EXPECT_THAT(found(), IsEmpty());
  expected_.vkeys = others;
  EXPECT_THAT(found(), ElementsAre("vkey.other", "checkpoint.refused"));
}

}  // namespace
}  // namespace minutebook
