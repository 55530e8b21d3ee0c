#include "tests/corruptions/desk.h"

#include <fstream>
#include <vector>

#include "ledger/bundle/disclosure_file.h"
#include "ledger/bundle/receipt_page.h"
#include "ledger/bundle/receipt_text.h"
#include "ledger/tlog/cosignature.h"
#include "ledger/tlog/misbehaviour.h"
#include "ledger/tlog/stamped_checkpoint.h"
#include "tests/support/files.h"
#include "tests/support/time_authority.h"
#include "tests/unit/verify/made_bundle.h"
#include "tests/unit/verify/made_receipt.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kCosignedAt = 1700000000;

void put(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
}

VerifierKey witness(const std::string& name, std::uint8_t seed) {
  return {"witness.example/" + name, NoteKeyType::kCosignatureV1,
          toBytes(deskKey(seed).publicKey().view())};
}

/// 7 entries, then 12 more about P-7, then 250 people at once and the clerk's count.
void growLong(Scenario& scenario, const std::string& word) {
  for (int i = 2; i <= 13; ++i) {
    scenario.record({R"({"kind": "inputReceived", "id": "I-)" + std::to_string(i) +
                     R"(", "participant": "P-7", "text": ")" + word + " " + std::to_string(i) +
                     R"(.", "onBehalfOf": {"participant": "P-7", "basis": "presentAndAgreed"}})"});
  }
  std::vector<std::string> people;
  for (int i = 100; i < 350; ++i) {
    people.push_back(R"({"kind": "participantJoined", "id": "P-)" + std::to_string(i) + "\"}");
  }
  scenario.recordAll(people);
  scenario.rootThreads();
}

/// Makes the desk. Used once.
class DeskMaker {
 public:
  explicit DeskMaker(fs::path folder) : folder_(std::move(folder)) {}

  void run() {
    fill(scenario_);
    publishInto("earlier", scenario_);
    growLong(scenario_, "Word");
    publishInto("published", scenario_);
    for (const std::string tile : {"tile/0/000.p/7", "tile/entries/000.p/7"}) {
      put(folder_ / "published" / tile, readFile(folder_ / "earlier" / tile));
    }
    put(folder_ / "checkpoint", scenario_.signedCheckpoint());
    put(folder_ / "cosigned", cosigned());
    put(folder_ / "published/checkpoint", cosigned());
    putPolicy();
    putReceipts();
    putMisbehaviour();
    putDisclosure();
    putStamped();
    putBundle();
    Scenario fork;
    fill(fork);
    growLong(fork, "Another");
    publishInto("fork", fork);
  }

 private:
  void publishInto(const std::string& name, Scenario& scenario) {
    Directory directory = Directory::create(folder_ / name, Readers::kEveryone);
    scenario.publish(directory);
    put(folder_ / name / "schema.capnp", schema());
  }

  static std::string schema() { return readFile(MINUTEBOOK_ONE_SCHEMA); }

  std::string cosigned() {
    SignedNote note = SignedNote::parse(scenario_.signedCheckpoint()).value();
    for (const auto& [name, seed] : witnesses_) {
      note.signatures.push_back(
          cosign(hasher_, witness(name, seed).name, deskKey(seed), kCosignedAt, note.text));
    }
    return note.encode();
  }

  void putPolicy() {
    std::string text = "log " + deskVerifierKey() + "\n";
    for (const auto& [name, seed] : witnesses_) {
      text += "witness " + name + " " + witness(name, seed).encode(hasher_) + "\n";
    }
    put(folder_ / "policy", text + "group both all Board Archive\nquorum both\n");
  }

  void putReceipts() {
    ReceiptMaker maker(scenario_);
    Receipt opened = maker.ofEntry(2);
    maker.open(opened.entries[0]);
    putReceipt("entry", maker.ofEntry(4));
    putReceipt("opened", std::move(opened));
    putReceipt("all", maker.about("P-7"));
    putReceipt("none", maker.about("P-99"));
    const ProvenEntry proven = maker.proven(5);
    put(folder_ / "one.tlog-proof",
        TlogProof{std::nullopt, 5, proven.path, scenario_.signedCheckpoint()}.encode());
    put(folder_ / "one.entry", asText(proven.entry));
  }

  void putReceipt(const std::string& name, Receipt receipt) {
    receipt.checkpoint = cosigned();
    for (const auto& [who, seed] : witnesses_) {
      receipt.witnesses.push_back(witness(who, seed).encode(hasher_));
    }
    receipt.says = wordsOf(receipt);
    put(folder_ / (name + ".json"), asText(receipt.encode().view()));
    put(folder_ / (name + ".html"), asText(receiptPage(receipt, theCatalogue()).view()));
    if (receipt.threads) return;
    put(folder_ / (name + ".txt"), asText(receiptText(receipt).view()));
  }

  /// The log's key on two heads of one size.
  void putMisbehaviour() {
    const Checkpoint other{std::string(Scenario::kOrigin),
                           scenario_.log().size(),
                           sha256(asBytes("another history")),
                           {}};
    const std::string fork = signCheckpoint(hasher_, scenario_.logKey(), other).encode();
    const auto found = findMisbehaviour(hasher_, deskVerifierKey(), scenario_.signedCheckpoint(),
                                        fork, &scenario_.log());
    put(folder_ / "misbehaviour", found.value().encode());
  }

  void putDisclosure() {
    ReceiptMaker maker(scenario_);
    ReceiptEntry entry = maker.entry(2);
    maker.open(entry);
    DisclosureFile file;
    file.origin = Scenario::kOrigin;
    file.reader = {schema::Audience::SELF, "P-7"};
    file.purpose = "to see it";
    file.vkey = deskVerifierKey();
    file.proof =
        TlogProof{std::nullopt, 2, entry.proven.path, scenario_.signedCheckpoint()}.encode();
    file.entry = entry.proven.entry;
    file.path = entry.openings[0].path;
    file.salt = entry.openings[0].salt;
    file.value = SecretBytes(entry.openings[0].value.view());
    put(folder_ / "disclosure.json", asText(file.encode().view()));
  }

  void putStamped() {
    const TimeAuthority authority;
    StampedCheckpoint stamped;
    stamped.checkpoint = scenario_.signedCheckpoint();
    for (const std::int64_t time : {kIn2020, kLaterIn2020}) {
      const StampedBytes next = stamped.bytesOf(stamped.stamps.size());
      const StampRequest asked =
          StampRequest::of(next.hash, asBytes(next.data), scenario_.random());
      stamped.stamps.push_back({tokenOfReply(authority.reply(asked.encode(), time)).value(),
                                {authority.root(), authority.certificate()},
                                {authority.revocations(std::nullopt, kAfter2020)}});
    }
    put(folder_ / "stamped", stamped.encode());
    put(folder_ / "tsa.pem", "-----BEGIN CERTIFICATE-----\n" + toBase64(authority.root()) +
                                 "\n-----END CERTIFICATE-----\n");
  }

  void putBundle() {
    Scenario scenario;
    fillForBundles(scenario);
    MadeBundle bundle(scenario, {{schema::Audience::COORDINATORS, ""}, {}});
    bundle.put("schema.capnp", schema());
    bundle.sign();
    fs::copy(bundle.path(), folder_ / "bundle", fs::copy_options::recursive);
  }

  fs::path folder_;
  Sha256 hasher_;
  Scenario scenario_;
  const std::vector<std::pair<std::string, std::uint8_t>> witnesses_ = {{"Board", 71},
                                                                        {"Archive", 72}};
};

}  // namespace

void makeDesk(const fs::path& folder) {
  DeskMaker(folder).run();
}

SigningKey deskKey(std::uint8_t seed) {
  return SigningKey::fromSeed(Bytes(32, seed));
}

std::string deskVerifierKey() {
  Sha256 hasher;
  return VerifierKey{std::string(Scenario::kOrigin), NoteKeyType::kEd25519,
                     toBytes(deskKey(3).publicKey().view())}
      .encode(hasher);
}

}  // namespace minutebook
