// tests/support/scenario.h
//
// A small ledger in memory, made the way a real one is: lines composed, sealed, signed, admitted,
// logged. Everything in it is fixed, so two scenarios with the same lines are equal byte for byte.

#pragma once

#include <array>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ledger/base/fault.h"
#include "ledger/crypto/data_keys.h"
#include "ledger/crypto/ed25519.h"
#include "ledger/event/compose.h"
#include "ledger/rules/admit.h"
#include "ledger/seal/sealer.h"
#include "ledger/tlog/checkpoint.h"
#include "ledger/tlog/published_log.h"
#include "tests/support/fixed_random.h"
#include "tests/support/lines.h"
#include "tests/support/memory_facts.h"
#include "tests/support/memory_log.h"
#include "tests/support/temp_directory.h"

namespace minutebook {

/// Opened, with P-1 as steward, coordinator and member, at time 1640995200 (2022-01-01); every
/// submission comes a minute after the one before.
class Scenario {
 public:
  static constexpr std::string_view kOrigin = "example.org/lakeside";

  Scenario() {
    Json opened = parseJson(R"({"kind": "ledgerOpened", "title": "Lakeside", "keeper": "A charity",
        "steward": "P-1", "rulesVersion": 1})")
                      .value();
    opened.set("stewardKey", Json::text(toHex(steward_.publicKey().view())));
    opened.set("clerkKey", Json::text(toHex(clerk_.publicKey().view())));
    opened.set("logKey", Json::text(toHex(logKey_.publicKey().view())));
    submitOne(compose(opened, steward_, "P-1"), steward_);
    record({R"({"kind": "rightGranted", "participant": "P-1", "right": "coordinator"})"});
  }

  /// What follows is recorded from then on, in Unix seconds.
  void setTime(std::int64_t time) { time_ = time; }

  /// One submission by P-1; throws kBug, with the refusal, if the rules do not take it.
  void record(std::initializer_list<std::string_view> lines) {
    recordAll(std::vector<std::string>(lines.begin(), lines.end()));
  }

  void recordAll(const std::vector<std::string>& lines) {
    std::vector<Made> made;
    for (const std::string& line : lines) {
      made.push_back(compose(parseJson(line).value(), steward_, "P-1"));
    }
    submit(std::move(made), steward_);
  }

  /// The clerk's count of all threads.
  void rootThreads() {
    Json line = Json::object({{"kind", Json::text("threadsRooted")}});
    line.set("size", Json::number(std::to_string(facts_.size())));
    line.set("threads", Json::number(std::to_string(facts_.threadCount())));
    line.set("root", Json::text(toHex(facts_.threadsRoot().view())));
    submitOne(compose(line, clerk_, ""), clerk_);
  }

  /// Signs statements by P-1 and logs them without asking the rules. Nothing may follow that does.
  void forceIn(std::vector<Statement> statements, std::string_view origin = kOrigin) {
    Submission submission = sign(std::move(statements), steward_, origin);
    log(submission, time_ += 60);
  }

  /// A statement by P-1, composed and sealed, not logged. Throws kBug if the line is refused.
  Statement statement(std::string_view line) {
    return compose(parseJson(line).value(), steward_, "P-1").statement;
  }

  /// The id of the statement in the entry at `index`, as a reference: "entry:0192...".
  std::string refTo(std::uint64_t index) const {
    return "entry:" + facts_.statementAt(index).id().text();
  }

  /// Copies tiles and bundles, `vkey`, `schema.capnp` and the signed checkpoint.
  void publish(Directory& directory) {
    publishTiles(log_, log_.size(), directory);
    directory.writeDurably("vkey", asBytes(vkey() + "\n"));
    directory.writeDurably("schema.capnp", asBytes("# the schema\n"));
    publishCheckpoint(directory, signedCheckpoint(), log_.size());
  }

  std::string signedCheckpoint() {
    Checkpoint head{std::string(kOrigin), log_.size(), log_.root(), {}};
    return signCheckpoint(hasher_, logKey_, head).encode();
  }
  std::string vkey() {
    return VerifierKey{std::string(kOrigin), NoteKeyType::kEd25519,
                       toBytes(logKey_.publicKey().view())}
        .encode(hasher_);
  }

  const SigningKey& logKey() const { return logKey_; }
  const MemoryLog& log() const { return log_; }
  Hash root() { return log_.root(); }
  const MemoryFacts& facts() const { return facts_; }
  DataKeys& keys() { return keys_; }
  RandomSource& random() { return random_; }
  /// Every opening with the index of its entry, in order; a test may take some away.
  std::vector<std::pair<std::uint64_t, Opening>>& openings() { return openings_; }
  std::vector<Bytes> entries() const {
    std::vector<Bytes> entries;
    for (std::uint64_t i = 0; i < log_.size(); ++i) entries.push_back(log_.entry(i));
    return entries;
  }

 private:
  struct Made {
    Statement statement;
    std::vector<Opening> openings;
  };

  static SigningKey keyOf(std::uint8_t seed) { return SigningKey::fromSeed(Bytes(32, seed)); }

  Made compose(const Json& line, const SigningKey& key, std::string participant) {
    const Composer composer(theCatalogue(),
                            {std::string(kOrigin), toBytes(key.publicKey().view()), participant});
    Outcome<Draft> draft = composer.compose(line);
    if (!draft) refused(draft.refusal());
    std::array<std::uint8_t, 10> random;
    random_.fill(random);
    StatementId id = StatementId::fromTime(time_, random);
    if (const Json* own = line.find("statementId")) id = StatementId::parse(own->text()).value();
    std::vector<Opening> openings = sealer_.seal(draft.value(), id);
    Outcome<Statement> statement = draft.value().finish();
    if (!statement) refused(statement.refusal());
    return {std::move(statement).value(), std::move(openings)};
  }

  void submitOne(Made one, const SigningKey& key) {
    std::vector<Made> made;
    made.push_back(std::move(one));
    submit(std::move(made), key);
  }

  void submit(std::vector<Made> made, const SigningKey& key) {
    std::vector<Statement> statements;
    for (std::size_t i = 0; i < made.size(); ++i) {
      statements.push_back(std::move(made[i].statement));
      for (Opening& opening : made[i].openings) {
        openings_.emplace_back(log_.size() + i, std::move(opening));
      }
    }
    auto answer =
        admit(sign(std::move(statements), key, kOrigin), facts_, time_ += 60, theCatalogue());
    if (const auto* no = std::get_if<NotAdmitted>(&answer)) refused(no->refusal);
    const Admitted& admitted = std::get<Admitted>(answer);
    log(admitted.submission(), time_);
    facts_.append(admitted);
  }

  Submission sign(std::vector<Statement> statements, const SigningKey& key,
                  std::string_view origin) {
    std::vector<Hash> leaves;
    for (const Statement& one : statements) leaves.push_back(leafHash(hasher_, one.bytes()));
    const Bytes message = submissionMessage(origin, leaves.size(), rootOf(hasher_, leaves));
    return {std::move(statements), toBytes(key.sign(message).view())};
  }

  void log(const Submission& submission, std::int64_t time) {
    for (std::size_t i = 0; i < submission.statements.size(); ++i) {
      EntryParts parts;
      parts.recordedAt = time;
      parts.ordinal = static_cast<std::uint32_t>(i);
      parts.count = static_cast<std::uint32_t>(submission.statements.size());
      parts.statement = toBytes(submission.statements[i].bytes());
      if (i == 0) parts.signature = submission.signature;
      log_.append(encodeEntry(parts));
    }
  }

  [[noreturn]] static void refused(const Refusal& refusal) {
    throw Fault(FaultKind::kBug, refusal.code + " at " + refusal.field + ": " + refusal.reason);
  }

  FixedRandom random_;
  Sha256 hasher_;
  SigningKey steward_ = keyOf(1);
  SigningKey clerk_ = keyOf(2);
  SigningKey logKey_ = keyOf(3);
  TempDirectory temp_;
  Directory keyFolder_ = Directory::open(temp_.path(), Readers::kOwner);
  MasterKey master_ = MasterKey::create(keyFolder_, std::nullopt, random_);
  DataKeys keys_{keyFolder_, master_, DataKeys::Access::kWrite};
  Sealer sealer_{keys_, random_, std::string(kOrigin)};
  MemoryFacts facts_;
  MemoryLog log_;
  std::vector<std::pair<std::uint64_t, Opening>> openings_;
  std::int64_t time_ = 1640995200;
};

}  // namespace minutebook
