// What somebody can find out about a tiny value who has everything that is published, and no salt.

#include <gtest/gtest.h>

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/event/mentions.h"
#include "ledger/seal/opening.h"
#include "tests/support/scenario.h"

namespace minutebook {
namespace {

/// The values that a guesser tries: yes and no in a few spellings, 1 to 100.
std::vector<std::string> tinyValues() {
  std::vector<std::string> values = {"", "yes", "no", "Yes", "No", "true", "false"};
  for (int i = 0; i <= 100; ++i) values.push_back(std::to_string(i));
  return values;
}

/// A sealed field as the published log shows it.
struct Target {
  FieldPath path;
  Hash commitment;
  std::string said;         ///< What was sealed; the guesser does not know it.
  std::vector<Salt> salts;  ///< All that can be made from the published bytes.
};

Salt saltFrom(ByteView bytes) {
  Salt salt{};
  for (std::size_t i = 0; i < salt.size() && i < bytes.size(); ++i) salt[i] = bytes[i];
  return salt;
}

/// Constants, ids, hashes of ids, hashes of the entry and of its parts, counters: what a careless
/// sealer could have taken in place of randomness.
std::vector<Salt> derivedSalts(const Scenario& scenario, std::uint64_t index,
                               const Statement& statement, const SealedField& field) {
  Sha256 hasher;
  std::vector<Salt> salts;
  auto add = [&](ByteView bytes) {
    salts.push_back(saltFrom(bytes));
    salts.push_back(saltFrom(hasher.of(bytes).view()));
  };
  for (unsigned byte = 0; byte < 256; ++byte) add(Bytes(32, static_cast<std::uint8_t>(byte)));
  for (std::uint64_t i = 0; i < 256; ++i) {
    Bytes number;
    appendU64(number, i);
    add(number);
  }
  const Bytes entry = scenario.log().entry(index);
  auto author = statement.reader().getAuthor();
  add(statement.id().view());
  add(asBytes(statement.id().text()));
  add(statement.bytes());
  add(entry);
  add(field.path.bytes());
  add(field.commitment.view());
  add(ByteView(author.begin(), author.size()));
  add(asBytes(Scenario::kOrigin));
  for (const Bytes& other : scenario.entries()) add(leafHash(hasher, other).view());
  Bytes both = toBytes(statement.id().view());
  append(both, field.path.bytes());
  add(both);
  Bytes context = toBytes(asBytes(Scenario::kOrigin));
  appendU8(context, 0);
  append(context, both);
  add(context);
  return salts;
}

/// Two people, who sealed "yes" and "42".
std::vector<Target> targets(Scenario& scenario) {
  scenario.record({R"({"kind": "participantJoined", "id": "P-7", "name": "yes"})",
                   R"({"kind": "participantJoined", "id": "P-8", "name": "42"})"});
  std::vector<Target> targets;
  for (std::uint64_t index = 0; index < scenario.log().size(); ++index) {
    const EntryParts entry = decodeEntry(scenario.log().entry(index)).value();
    const Statement statement = std::move(Statement::decode(entry.statement)).value();
    for (const SealedField& field : mentionsOf(statement, theCatalogue()).sealed) {
      targets.push_back({field.path, field.commitment, targets.empty() ? "yes" : "42",
                         derivedSalts(scenario, index, statement, field)});
    }
  }
  return targets;
}

/// The value that fits under one of the salts; nothing if none does.
std::optional<std::string> guess(const Target& target, const std::vector<Salt>& salts) {
  Sha256 hasher;
  for (const Salt& salt : salts) {
    for (const std::string& value : tinyValues()) {
      if (commitmentOf(hasher, salt, target.path, asBytes(value)) == target.commitment) {
        return value;
      }
    }
  }
  return std::nullopt;
}

Salt trueSalt(Scenario& scenario, const Target& target, std::size_t which) {
  const auto& [index, opening] = scenario.openings().at(which);
  EXPECT_EQ(opening.path, target.path);
  const EntryParts entry = decodeEntry(scenario.log().entry(index)).value();
  const Statement statement = std::move(Statement::decode(entry.statement)).value();
  Aead aead;
  const DataKey* key = scenario.keys().find(opening.keyId);
  return openValue(aead, *key, {Scenario::kOrigin, statement.id()}, opening)->salt;
}

TEST(Guessing, FindsNoTinyValueWithoutItsSalt) {
  Scenario scenario;
  const std::vector<Target> all = targets(scenario);
  ASSERT_EQ(all.size(), 2u);
  for (const Target& target : all) {
    EXPECT_GT(target.salts.size(), 1000u);
    EXPECT_EQ(guess(target, target.salts), std::nullopt);
  }
}

TEST(Guessing, FindsItWithTheSaltSoTheTestAboveCanFail) {
  Scenario scenario;
  const std::vector<Target> all = targets(scenario);
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::vector<Salt> salts = all[i].salts;
    salts.push_back(trueSalt(scenario, all[i], i));
    EXPECT_EQ(guess(all[i], salts), all[i].said);
  }
}

TEST(Guessing, WouldFindAValueWhoseSaltIsDerived) {
  Scenario scenario;
  Target target = targets(scenario).front();
  Sha256 hasher;
  for (const Salt& careless : {target.salts.front(), target.salts.back()}) {
    target.commitment = commitmentOf(hasher, careless, target.path, asBytes("57"));
    EXPECT_EQ(guess(target, target.salts), "57");
  }
}

TEST(Guessing, AnEqualValueOfSomebodyElseLooksDifferent) {
  Scenario scenario;
  scenario.record({R"({"kind": "participantJoined", "id": "P-7", "name": "yes"})",
                   R"({"kind": "participantJoined", "id": "P-8", "name": "yes"})"});
  std::set<Hash> commitments;
  for (const Bytes& bytes : scenario.entries()) {
    const EntryParts entry = decodeEntry(bytes).value();
    const Statement statement = std::move(Statement::decode(entry.statement)).value();
    for (const SealedField& field : mentionsOf(statement, theCatalogue()).sealed) {
      commitments.insert(field.commitment);
    }
  }
  EXPECT_EQ(commitments.size(), 2u);
}

}  // namespace
}  // namespace minutebook
