// tests/unit/store/stored_ledger.h
//
// A ledger on disk made the way a real one is, for tests of the sequencer and of publishing.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ledger/store/publish.h"
#include "ledger/store/store_parts.h"
#include "ledger/store/submitter.h"
#include "tests/support/fixed_random.h"
#include "tests/support/lines.h"
#include "tests/support/temp_directory.h"

namespace minutebook {

/// Opened, with P-1 as steward; every submission comes a minute after the one before.
class StoredLedger {
 public:
  static constexpr std::string_view kOrigin = "example.org/stored";

  StoredLedger() {
    EntryStore::create(path());
    open();
    Json opened = parseJson(R"({"kind": "ledgerOpened", "title": "Stored", "keeper": "A charity",
        "steward": "P-1", "rulesVersion": 1})")
                      .value();
    opened.set("stewardKey", Json::text(toHex(steward.publicKey().view())));
    opened.set("clerkKey", Json::text(toHex(clerk.publicKey().view())));
    opened.set("logKey", Json::text(toHex(log.publicKey().view())));
    std::vector<Statement> first;
    first.push_back(compose(opened));
    submit(std::move(first));
  }

  std::filesystem::path path() const { return temp_.path() / "ledger"; }
  std::filesystem::path place(const char* name) const { return temp_.path() / name; }

  void close() {
    submitter.reset();
    sequencer.reset();
    store.reset();
  }
  void open() {
    store = EntryStore::open(path(), StoreAccess::kWrite, "test");
    sequencer = std::make_unique<Sequencer>(*store, theCatalogue());
    submitter = std::make_unique<Submitter>(*sequencer, theCatalogue(), std::string(kOrigin));
  }
  /// Ends without a clean close, as a killed process does, and opens again.
  void crash() {
    store->parts().writeFailed = true;  // Then nothing is flushed.
    close();
    open();
  }

  /// One submission of organisations ORG-<first> to ORG-<first + count - 1>; later ones are part of
  /// the first, whose thread so grows.
  void organisations(int first, int count) {
    std::vector<Statement> statements;
    for (int i = first; i < first + count; ++i) {
      Json line = Json::object({{"kind", Json::text("organisationRegistered")},
                                {"id", Json::text("ORG-" + std::to_string(i))}});
      if (i > 0) line.set("partOf", Json::text("ORG-0"));
      statements.push_back(compose(line));
    }
    submit(std::move(statements));
  }

  PublishMoment moment() { return {time_ += 60, random_}; }
  NewCheckpoint checkpoint(Guard& guard, const Directory& published) {
    return makeCheckpoint(*store, *submitter, guard, {clerk, log}, moment(), published);
  }
  Published publishTo(Guard& guard, Directory& published) {
    return publish(*store, *submitter, guard, {clerk, log}, moment(), {"# schema\n"}, published);
  }

  Statement compose(const Json& line) {
    const Composer composer(theCatalogue(),
                            {std::string(kOrigin), toBytes(steward.publicKey().view()), "P-1"});
    Outcome<Draft> draft = composer.compose(line);
    if (!draft) throw Fault(FaultKind::kBug, draft.refusal().code + draft.refusal().reason);
    std::array<std::uint8_t, 10> random;
    random_.fill(random);
    draft.value().setStatementId(StatementId::fromTime(time_, random));
    return std::move(draft.value().finish()).value();
  }
  Appended submit(std::vector<Statement> statements,
                  std::vector<std::vector<Opening>> openings = {}) {
    auto answer =
        submitter->submit({std::move(statements), std::move(openings)}, steward, time_ += 60);
    if (const auto* no = std::get_if<NotAdmitted>(&answer)) {
      throw Fault(FaultKind::kBug, no->refusal.code + ": " + no->refusal.reason);
    }
    return std::get<Appended>(answer);
  }

  SigningKey steward = SigningKey::fromSeed(Bytes(32, 1));
  SigningKey clerk = SigningKey::fromSeed(Bytes(32, 2));
  SigningKey log = SigningKey::fromSeed(Bytes(32, 3));
  std::unique_ptr<EntryStore> store;
  std::unique_ptr<Sequencer> sequencer;
  std::unique_ptr<Submitter> submitter;

 private:
  TempDirectory temp_;
  FixedRandom random_;
  std::int64_t time_ = 1640995200;
};

}  // namespace minutebook
