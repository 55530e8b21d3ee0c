// The bytes that can never change: statements, submissions, entries, sealed fields and threads,
// made with fixed keys, clock, ids and randomness, and compared with tests/golden/formats.json. A
// second program, tests/golden/second_opinion.py, works the hashes in it out again.
//
// UPDATE=1 rewrites the file. Once a ledger exists, a difference is a broken format.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

#include "ledger/crypto/ed25519.h"
#include "ledger/crypto/merkle.h"
#include "ledger/event/mentions.h"
#include "ledger/event/submission.h"
#include "ledger/rules/admit.h"
#include "ledger/seal/sealer.h"
#include "ledger/store/threads.h"
#include "tests/support/fixed_random.h"
#include "tests/support/lines.h"
#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

constexpr std::string_view kOrigin = "example.org/golden";
const std::string kGolden = MINUTEBOOK_SOURCE_DIR "/tests/golden/formats.json";

/// Two submissions: three statements signed at once, and one signed alone.
const std::vector<std::vector<std::string>> kLines = {
    {
        R"({"kind": "meetingHeld", "id": "M-4", "occurredAt": "2021-11", "provenance": "imported",
            "sources": [{"title": "Minutes", "document": "not held", "place": "row 7"}],
            "title": "Half-day workshop", "minutes": 185, "calledBy": "group:WG",
            "topics": ["power", "ground rules"], "nobodyCame": "no"})",
        R"({"kind": "inputReceived", "id": "I-7", "occurredAt": "90 minutes after meeting:M-4",
            "participant": "P-14", "meeting": "M-4", "inputKind": "proposal",
            "asksForSomething": "yes", "text": "Use simpler words.",
            "story": {"personalStory": "no"}, "returnRoute": {"direct": null},
            "onBehalfOf": {"participant": "P-14", "basis": "messageOrLetter",
                           "document":
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}})",
        R"({"kind": "surveyAnswered", "survey": "PRE", "label": "PRE-1", "initiative": "INI",
            "answers": {"answers": [{"question": "Q1", "answer": {"figure": "51.5"}},
                                    {"question": "Q2", "answer": {"preferNotToSay": null}}]}})",
    },
    {
        R"({"kind": "decisionMade", "id": "D-7", "occurredAt": "2021-11-02/2022-01",
            "meeting": "M-4", "outcome": "A tree takes the place of the ladder.",
            "how": "allAgreed", "deciders": [{"who": "words: all parties"}],
            "becauseOf": [{"what": "input:I-7", "reason": "The ladder was confusing.",
                           "pull": "spokeFor"}]})",
    },
};

Json hex(ByteView bytes) {
  return Json::text(toHex(bytes));
}

/// Makes the golden file from the lines above.
class Golden {
 public:
  Json make() {
    Json file = Json::object();
    file.set("origin", Json::text(std::string(kOrigin)));
    file.set("authorSeed", hex(key_.seed()));
    file.set("authorKey", hex(key_.publicKey().view()));
    Json submissions = Json::list();
    for (const std::vector<std::string>& lines : kLines) submissions.add(submissionOf(lines));
    file.set("submissions", std::move(submissions));
    file.set("openings", std::move(openings_));
    file.set("threads", threads());
    return file;
  }

 private:
  Json submissionOf(const std::vector<std::string>& lines) {
    Json statements = Json::list();
    std::vector<Statement> made;
    std::vector<Hash> leaves;
    for (const std::string& line : lines) {
      Json json = parseJson(line).value();
      made.push_back(statementOf(json, index_ + made.size()));
      leaves.push_back(leafHash(hasher_, made.back().bytes()));
      statements.add(
          Json::object({{"line", std::move(json)}, {"bytes", hex(made.back().bytes())}}));
    }
    const Hash root = rootOf(hasher_, leaves);
    const Bytes message = submissionMessage(kOrigin, made.size(), root);
    const Signature signature = key_.sign(message);
    Json entries = Json::list();
    for (std::uint32_t i = 0; i < made.size(); ++i) {
      EntryParts parts;
      parts.recordedAt = time_;
      parts.ordinal = i;
      parts.count = static_cast<std::uint32_t>(made.size());
      parts.statement = toBytes(made[i].bytes());
      if (i == 0) parts.signature = toBytes(signature.view());
      entries.add(entryOf(encodeEntry(parts), made[i]));
    }
    Json submission = Json::object();
    submission.set("recordedAt", Json::number(time_++));
    submission.set("statements", std::move(statements));
    submission.set("root", hex(root.view()));
    submission.set("message", hex(message));
    submission.set("signature", hex(signature.view()));
    submission.set("entries", std::move(entries));
    return submission;
  }

  /// Seals the line; its openings are noted under the index that its entry will have.
  Statement statementOf(const Json& line, std::uint64_t index) {
    Speaker speaker{std::string(kOrigin), toBytes(key_.publicKey().view()), "P-1"};
    Draft draft = Composer(theCatalogue(), speaker).compose(line).value();
    std::array<std::uint8_t, 10> tail{};
    random_.fill(tail);
    const StatementId id = StatementId::fromTime(time_, tail);
    const std::vector<PlainSecret> secrets = draft.secrets();
    Sealer sealer(keys_, random_, std::string(kOrigin));
    const std::vector<Opening> openings = sealer.seal(draft, id);
    Statement statement = draft.finish().value();
    for (std::size_t i = 0; i < openings.size(); ++i) {
      noteOpening(openings[i], secrets[i], {kOrigin, id}, index);
    }
    return statement;
  }

  void noteOpening(const Opening& opening, const PlainSecret& secret, const StatementPlace& place,
                   std::uint64_t index) {
    const DataKey& key = *keys_.find(opening.keyId);
    const OpenedValue opened = *openValue(aead_, key, place, opening);
    Json note = Json::object();
    note.set("index", Json::number(static_cast<std::int64_t>(index)));
    note.set("field", Json::text(secret.field));
    note.set("subject", Json::text(key.subject));
    note.set("path", hex(opening.path.bytes()));
    note.set("salt", hex(opened.salt));
    note.set("value", hex(opened.value));
    note.set("commitment",
             hex(commitmentOf(hasher_, opened.salt, opening.path, opened.value).view()));
    note.set("dataKey", hex(key.key.view()));
    note.set("stored", hex(opening.storedBytes()));
    openings_.add(std::move(note));
  }

  Json entryOf(const Bytes& bytes, const Statement& statement) {
    const Hash leaf = leafHash(hasher_, bytes);
    std::map<ThreadName, bool> joined;
    for (const Mention& mention : mentionsOf(statement, theCatalogue()).records) {
      if (mention.joins) joined[{mention.where, mention.id}] = true;
    }
    for (const auto& [name, ignored] : joined) {
      Thread& thread = threads_[name];
      extendThread(hasher_, thread.head, index_, leaf);
      thread.entries.push_back(index_);
    }
    Json entry = Json::object();
    entry.set("index", Json::number(static_cast<std::int64_t>(index_++)));
    entry.set("bytes", hex(bytes));
    entry.set("leaf", hex(leaf.view()));
    return entry;
  }

  Json threads() {
    Json list = Json::list();
    for (const auto& [name, thread] : threads_) {
      Json entries = Json::list();
      for (std::uint64_t index : thread.entries) {
        entries.add(Json::number(static_cast<std::int64_t>(index)));
      }
      Json note = Json::object();
      note.set("register", Json::text(std::string(registerName(name.where))));
      note.set("id", Json::text(name.id));
      note.set("key", hex(threadKey(hasher_, name).view()));
      note.set("entries", std::move(entries));
      note.set("count", Json::number(static_cast<std::int64_t>(thread.head.count)));
      note.set("chain", hex(thread.head.chain.view()));
      list.add(std::move(note));
    }
    return list;
  }

  struct Thread {
    ThreadHead head;
    std::vector<std::uint64_t> entries;
  };

  TempDirectory folder_;
  FixedRandom random_;
  Directory directory_ = Directory::open(folder_.path(), Readers::kOwner);
  MasterKey master_ = MasterKey::create(directory_, std::nullopt, random_);
  DataKeys keys_{directory_, master_, DataKeys::Access::kWrite};
  SigningKey key_ = SigningKey::fromSeed(Bytes(32, 7));
  Sha256 hasher_;
  Aead aead_;
  std::int64_t time_ = 1709342096;
  std::uint64_t index_ = 0;
  Json openings_ = Json::list();
  std::map<ThreadName, Thread> threads_;
};

std::string readGolden() {
  std::ifstream in(kGolden, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST(Formats, AreTheGoldenBytes) {
  const std::string made = writeJson(Golden().make(), JsonLayout::kIndented) + "\n";
  if (std::getenv("UPDATE")) {
    std::ofstream(kGolden, std::ios::binary) << made;
  }
  EXPECT_EQ(made, readGolden()) << "run with UPDATE=1 only while no ledger exists";
}

TEST(Formats, GoldenEntriesAreStillReadAndVerified) {
  const Json file = parseJson(readGolden()).value();
  const PublicKey author = *PublicKey::of(*fromHex(file.find("authorKey")->text()));
  std::size_t read = 0;
  for (const Json& submission : file.find("submissions")->items()) {
    Sha256 hasher;
    std::vector<Hash> leaves;
    Bytes signature;
    for (const Json& each : submission.find("entries")->items()) {
      EntryParts parts = decodeEntry(*fromHex(each.find("bytes")->text())).value();
      if (parts.ordinal == 0) signature = parts.signature;
      leaves.push_back(leafHash(hasher, parts.statement));
      Statement statement = Statement::decode(parts.statement).value();
      EXPECT_FALSE(checkForm(statement, theCatalogue()));
      EXPECT_NE(describe(statement, theCatalogue()).find("kind"), nullptr);
      ++read;
    }
    const Bytes message = submissionMessage(kOrigin, leaves.size(), rootOf(hasher, leaves));
    EXPECT_TRUE(verify(author, message, *Signature::of(signature)));
  }
  EXPECT_EQ(read, 4u);
}

TEST(Formats, GoldenOpeningsStillOpen) {
  const Json file = parseJson(readGolden()).value();
  std::vector<StatementId> ids;
  for (const Json& submission : file.find("submissions")->items()) {
    for (const Json& statement : submission.find("statements")->items()) {
      ids.push_back(Statement::decode(*fromHex(statement.find("bytes")->text())).value().id());
    }
  }
  Aead aead;
  const std::vector<Json>& openings = file.find("openings")->items();
  EXPECT_EQ(openings.size(), 4u);
  for (const Json& note : openings) {
    const FieldPath path = *FieldPath::parse(*fromHex(note.find("path")->text()));
    const Opening opening = *Opening::parse(path, *fromHex(note.find("stored")->text()));
    DataKey key{opening.keyId, note.find("subject")->text(),
                SecretBytes(*fromHex(note.find("dataKey")->text()))};
    const std::size_t index = std::stoul(note.find("index")->text());
    std::optional<OpenedValue> opened = openValue(aead, key, {kOrigin, ids.at(index)}, opening);
    ASSERT_TRUE(opened) << note.find("field")->text();
    EXPECT_EQ(toHex(opened->value), note.find("value")->text());
  }
}

}  // namespace
}  // namespace minutebook
