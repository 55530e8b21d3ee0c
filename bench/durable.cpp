#include "bench/durable.h"

#include <rocksdb/db.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <vector>

#include "bench/program.h"
#include "bench/syncs.h"
#include "cli/session.h"
#include "ledger/base/fault.h"
#include "ledger/crypto/merkle.h"
#include "ledger/door/door.h"
#include "ledger/store/vault.h"

namespace minutebook::bench {

namespace {

using Clock = std::chrono::steady_clock;

/// Records that are there before the first measured one, so that lookups have something to pass.
constexpr int kRecordsBefore = 2000;
constexpr std::uint64_t kWarmUpTurns = 30;

double microsecondsBetween(Clock::time_point from, Clock::time_point to) {
  return std::chrono::duration<double, std::micro>(to - from).count();
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Somebody's input, with one private text, so that there is a sealed value and its opening.
std::string inputLine(std::uint64_t number) {
  return R"({"kind": "inputReceived", "id": "N-)" + std::to_string(number) +
         R"(", "participant": "KEEPER", "provenance": "imported", "inputKind": "proposal", )"
         R"("text": "Put more benches near the bus stop, and a light that works."})";
}

/// A record as it stands before anything is checked: composed, sealed, signed.
struct Ready {
  Submission submission;
  std::vector<std::vector<Opening>> openings;
  std::vector<Secrets> secrets;
  Bytes message;  // What was signed.
  Signature signature;
  Bytes entry;  // As the log stores it.
};

/// The ledger's side: the same steps as Recorder::record(), from the signed submission on.
class LedgerSide {
 public:
  explicit LedgerSide(const Scratch& scratch)
      : arguments_(argumentsFor(scratch)), surroundings_{systemTime, random_, in_,    out_,
                                                         out_,       nothing, nothing} {
    initLedger(scratch.path(), random_);
    fill(scratch);
    place_ = findLedger(arguments_, surroundings_);
    writing_ = std::make_unique<Writing>(place_, catalogue_, arguments_, surroundings_,
                                         openMasterKey(place_, arguments_, surroundings_));
    author_ =
        std::make_unique<Author>(chooseAuthor(writing_->keyDirectory, writing_->keys, arguments_));
    vault_ = std::make_unique<Vault>(*writing_->store, writing_->dataKeys, place_.origin);
    sealer_ = std::make_unique<Sealer>(writing_->dataKeys, random_, place_.origin);
    time_ = systemTime();
  }

  Ready prepare(std::uint64_t number) {
    const Composer composer(catalogue_, {place_.origin, toBytes(author_->key.publicKey().view()),
                                         author_->participant});
    Draft draft = std::move(composer.compose(parseJson(inputLine(number)).value())).value();
    std::array<std::uint8_t, 10> random;
    random_.fill(random);
    Ready ready;
    ready.openings.push_back(sealer_->seal(draft, StatementId::fromTime(time_, random)));
    ready.secrets.push_back(draft.secrets());
    std::vector<Statement> statements;
    statements.push_back(std::move(draft.finish()).value());
    const Hash root = leafHash(hasher_, statements.front().bytes());
    ready.message = submissionMessage(place_.origin, 1, root);
    ready.submission = signSubmission(place_.origin, std::move(statements), author_->key);
    ready.signature = *Signature::of(ready.submission.signature);
    EntryParts parts;
    parts.recordedAt = time_;
    parts.count = 1;
    parts.statement = toBytes(ready.submission.statements.front().bytes());
    parts.signature = ready.submission.signature;
    ready.entry = encodeEntry(parts);
    return ready;
  }
  /// Data keys of the prepared records onto disk; a new person's costs a sync of its own.
  void syncKeys() { writing_->dataKeys.sync(); }

  struct Taken {
    double rulesUs, doorUs, appendUs;
  };
  Taken record(Ready& ready) {
    const Facts& facts = writing_->sequencer.facts();
    const auto began = Clock::now();
    auto verdict = admit(std::move(ready.submission), facts, time_, catalogue_);
    const Admitted* admitted = std::get_if<Admitted>(&verdict);
    if (!admitted) {
      throw Fault(FaultKind::kBug, std::get<NotAdmitted>(verdict).refusal.reason);
    }
    const auto judged = Clock::now();
    const Door door(catalogue_, facts, *vault_, {});
    if (auto stopped = door.check(*admitted, ready.secrets)) {
      throw Fault(FaultKind::kBug, stopped->refusal.reason);
    }
    const auto passed = Clock::now();
    writing_->sequencer.append(*admitted, ready.openings);
    const auto durable = Clock::now();
    return {microsecondsBetween(began, judged), microsecondsBetween(judged, passed),
            microsecondsBetween(passed, durable)};
  }

  const PublicKey& author() const { return author_->key.publicKey(); }

 private:
  static std::optional<std::string> nothing(const std::string&) { return std::nullopt; }
  static Arguments argumentsFor(const Scratch& scratch) {
    Arguments arguments;
    arguments.command = "bench";
    arguments.ledger = scratch.ledger().string();
    arguments.guard = scratch.guard().string();
    return arguments;
  }
  void fill(const Scratch& scratch) {
    const std::filesystem::path lines = scratch.path() / "before.jsonl";
    std::ofstream file(lines);
    for (int i = 0; i < kRecordsBefore; ++i) {
      file << R"({"kind": "inputReceived", "id": "B-)" << i
           << R"(", "from": "outside: a resident", "text": {"public": "Benches."}})" << '\n';
    }
    file.close();
    runProgram({"import", lines.string(), "--ledger", scratch.ledger().string(), "--guard",
                scratch.guard().string(), "--quiet"},
               random_);
  }

  Catalogue catalogue_;
  SystemRandom random_;
  Sha256 hasher_;
  std::istringstream in_;
  std::ostringstream out_;
  Arguments arguments_;
  Surroundings surroundings_;
  LedgerPlace place_;
  std::unique_ptr<Writing> writing_;
  std::unique_ptr<Author> author_;
  std::unique_ptr<Vault> vault_;
  std::unique_ptr<Sealer> sealer_;
  std::int64_t time_ = 0;
};

/// The least it could cost: a database with nothing else in it, and the one check.
class BareSide {
 public:
  BareSide(const Scratch& scratch, const PublicKey& author) : key_(author) {
    rocksdb::Options options;
    options.create_if_missing = true;
    rocksdb::DB* db = nullptr;
    check(rocksdb::DB::Open(options, (scratch.path() / "bare").string(), &db));
    db_.reset(db);
  }

  struct Taken {
    double verifyUs, writeUs;
  };
  Taken record(std::uint64_t number, const Ready& ready) {
    Bytes key;
    appendU64(key, number);
    rocksdb::WriteOptions how;
    how.sync = true;
    const auto began = Clock::now();
    if (!key_.verify(ready.message, ready.signature)) {
      throw Fault(FaultKind::kBug, "the signature does not verify");
    }
    const auto verified = Clock::now();
    check(db_->Put(how, sliceOf(key), sliceOf(ready.entry)));
    const auto durable = Clock::now();
    return {microsecondsBetween(began, verified), microsecondsBetween(verified, durable)};
  }

 private:
  static rocksdb::Slice sliceOf(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }
  static void check(const rocksdb::Status& status) {
    if (!status.ok()) throw Fault(FaultKind::kIo, status.ToString());
  }

  VerifyKey key_;
  std::unique_ptr<rocksdb::DB> db_;
};

/// Every turn's times, in microseconds.
struct Turns {
  std::vector<double> record, rules, door, append, bare, bareVerify, bareWrite;
  std::uint64_t recordSyncs = 0;
  std::uint64_t bareSyncs = 0;
};

class Measurement {
 public:
  explicit Measurement(const Scratch& scratch)
      : ledger_(scratch), bare_(scratch, ledger_.author()) {}

  Turns round(std::uint64_t pairs) {
    std::vector<Ready> ready;
    for (std::uint64_t i = 0; i < pairs; ++i) ready.push_back(ledger_.prepare(next_ + i));
    ledger_.syncKeys();
    entryBytes_ = ready.front().entry.size();
    Turns turns;
    for (Ready& one : ready) {
      // Either goes first half of the time: what follows a sync finds other caches.
      const bool bareFirst = next_ % 2 == 0;
      if (bareFirst) turnBare(one, turns);
      turnRecord(one, turns);
      if (!bareFirst) turnBare(one, turns);
      ++next_;
    }
    return turns;
  }

  std::uint64_t entryBytes() const { return entryBytes_; }

 private:
  void turnRecord(Ready& one, Turns& turns) {
    const std::uint64_t before = syncsSoFar();
    const LedgerSide::Taken taken = ledger_.record(one);
    turns.recordSyncs += syncsSoFar() - before;
    turns.rules.push_back(taken.rulesUs);
    turns.door.push_back(taken.doorUs);
    turns.append.push_back(taken.appendUs);
    turns.record.push_back(taken.rulesUs + taken.doorUs + taken.appendUs);
  }
  void turnBare(const Ready& one, Turns& turns) {
    const std::uint64_t before = syncsSoFar();
    const BareSide::Taken taken = bare_.record(next_, one);
    turns.bareSyncs += syncsSoFar() - before;
    turns.bareVerify.push_back(taken.verifyUs);
    turns.bareWrite.push_back(taken.writeUs);
    turns.bare.push_back(taken.verifyUs + taken.writeUs);
  }

  LedgerSide ledger_;
  BareSide bare_;
  std::uint64_t next_ = 0;
  std::uint64_t entryBytes_ = 0;
};

void addTo(Turns& all, const Turns& round) {
  for (auto which : {&Turns::record, &Turns::rules, &Turns::door, &Turns::append, &Turns::bare,
                     &Turns::bareVerify, &Turns::bareWrite}) {
    (all.*which).insert((all.*which).end(), (round.*which).begin(), (round.*which).end());
  }
  all.recordSyncs += round.recordSyncs;
  all.bareSyncs += round.bareSyncs;
}

}  // namespace

DurableFigures measureDurable(const BenchArguments& arguments) {
  const Scratch scratch(arguments.directory);
  Measurement measurement(scratch);
  measurement.round(kWarmUpTurns);
  Turns all;
  std::vector<double> ratios;
  for (std::uint64_t i = 0; i < arguments.rounds; ++i) {
    const Turns round = measurement.round(arguments.pairs);
    ratios.push_back(median(round.record) / median(round.bare));
    addTo(all, round);
  }
  const double turns = static_cast<double>(all.record.size());
  DurableFigures figures;
  figures.recordUs = median(all.record);
  figures.rulesUs = median(all.rules);
  figures.doorUs = median(all.door);
  figures.appendUs = median(all.append);
  figures.recordSyncs = static_cast<double>(all.recordSyncs) / turns;
  figures.bareUs = median(all.bare);
  figures.bareWriteUs = median(all.bareWrite);
  figures.bareVerifyUs = median(all.bareVerify);
  figures.bareSyncs = static_cast<double>(all.bareSyncs) / turns;
  figures.ratio = figures.recordUs / figures.bareUs;
  figures.ratioMin = *std::min_element(ratios.begin(), ratios.end());
  figures.ratioMax = *std::max_element(ratios.begin(), ratios.end());
  figures.entryBytes = measurement.entryBytes();
  return figures;
}

}  // namespace minutebook::bench
