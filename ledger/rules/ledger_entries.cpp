// What opens the ledger and what it says itself: ledgerOpened, threadsRooted, disclosureMade,
// rulesChanged, and how long records are kept.

#include "ledger/rules/admit.h"
#include "ledger/rules/family.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

struct NamedKey {
  std::string_view field;
  ByteView key;
};

std::optional<Refusal> checkRulesVersion(std::uint32_t version) {
  if (version >= 1 && version <= kRulesVersion) return std::nullopt;
  return refuse("rules.unknown", "rulesVersion",
                "This program knows the rules up to version " + std::to_string(kRulesVersion) +
                    "; version " + std::to_string(version) + " was asked for.");
}

std::optional<Refusal> checkOpened(const Asked& asked) {
  auto opened = asked.record.getLedgerOpened();
  if (!sameBytes(viewOf(opened.getStewardKey()), asked.statement.author())) {
    return refuse("ledger.not-the-stewards-key", "stewardKey",
                  "The entry is signed with " + toHex(asked.statement.author()) +
                      ", which is not the steward's key.");
  }
  const NamedKey keys[] = {{"stewardKey", viewOf(opened.getStewardKey())},
                           {"clerkKey", viewOf(opened.getClerkKey())},
                           {"logKey", viewOf(opened.getLogKey())}};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = i + 1; j < 3; ++j) {
      if (!sameBytes(keys[i].key, keys[j].key)) continue;
      return refuse(
          "ledger.keys-not-apart", std::string(keys[j].field),
          std::string(keys[i].field) + " and " + std::string(keys[j].field) + " are the same key.");
    }
  }
  for (const NamedKey& key : keys) {
    if (key.key.size() == 32) continue;
    return refuse(
        "key.wrong-length", std::string(key.field),
        "A public key has 32 bytes; this one has " + std::to_string(key.key.size()) + ".");
  }
  return checkRulesVersion(opened.getRulesVersion());
}

void changeOpened(const Asked& asked, std::vector<FactChange>& changes) {
  auto opened = asked.record.getLedgerOpened();
  std::string steward = textOf(opened.getSteward());
  auto addKey = [&](capnp::Data::Reader key, schema::KeyPurpose purpose, std::string whose) {
    KeyFact known{purpose, true, asked.index(), std::move(whose)};
    changes.push_back({fact::key(viewOf(key)), known.value()});
  };
  addKey(opened.getStewardKey(), schema::KeyPurpose::AUTHOR, steward);
  addKey(opened.getClerkKey(), schema::KeyPurpose::CLERK, "");
  addKey(opened.getLogKey(), schema::KeyPurpose::LOG, "");
  changes.push_back({fact::rights(steward), fact::index(rightBit(schema::Right::STEWARD))});
  changes.push_back({fact::relation("keys", steward, ""), fact::index(1)});
  changes.push_back({fact::single("clerkKeys"), fact::index(1)});
  changes.push_back({fact::single("logKeys"), fact::index(1)});
  changes.push_back({fact::single("stewards"), fact::index(1)});
  changes.push_back({fact::single("rulesVersion"), fact::index(opened.getRulesVersion())});
  changes.push_back({fact::single("origin"), std::string(asked.statement.origin())});
}

std::optional<Refusal> checkThreads(const Asked& asked) {
  auto rooted = asked.record.getThreadsRooted();
  if (rooted.getSize() != asked.index()) {
    return refuse("threads.wrong-size", "size",
                  "The count is over " + std::to_string(rooted.getSize()) + " entries; there are " +
                      std::to_string(asked.index()) + " before this one.");
  }
  // Threads are known at the size that is stored: nothing of this submission may come before.
  if (asked.place != 0) {
    return refuse("threads.wrong-size", "size",
                  "Other statements of the same submission come before the count.");
  }
  if (rooted.getThreads() != asked.facts.threadCount()) {
    return refuse("threads.wrong-root", "threads",
                  "There are " + std::to_string(asked.facts.threadCount()) + " threads, not " +
                      std::to_string(rooted.getThreads()) + ".");
  }
  if (sameBytes(viewOf(rooted.getRoot()), asked.facts.threadsRoot().view())) return std::nullopt;
  return refuse("threads.wrong-root", "root",
                "The entries give the root " + toHex(asked.facts.threadsRoot().view()) + ", not " +
                    toHex(viewOf(rooted.getRoot())) + ".");
}

std::optional<Refusal> checkRules(const Asked& asked) {
  std::uint32_t version = asked.record.getRulesChanged().getRulesVersion();
  if (auto refusal = checkRulesVersion(version)) return refusal;
  std::uint64_t current = findCount(asked.facts, fact::single("rulesVersion"));
  if (version > current) return std::nullopt;
  return refuse("rules.not-higher", "rulesVersion",
                "Version " + std::to_string(current) + " is in force; " + std::to_string(version) +
                    " is not higher.");
}

void changeRules(const Asked& asked, std::vector<FactChange>& changes) {
  std::uint32_t version = asked.record.getRulesChanged().getRulesVersion();
  changes.push_back({fact::single("rulesVersion"), fact::index(version)});
}

std::optional<Refusal> checkRetention(const Asked& asked) {
  std::string kind = textOf(asked.record.getRetentionSet().getOfKind());
  if (asked.catalogue.kind(kind)) return std::nullopt;
  std::vector<std::string> known;
  for (const KindInfo& one : asked.catalogue.kinds()) known.push_back(one.name);
  std::string nearest = nearestName(kind, known);
  return refuse("retention.unknown-kind", "ofKind",
                "There is no kind of record called " + kind + "." +
                    (nearest.empty() ? "" : " Did you mean " + nearest + "?"));
}

}  // namespace

std::vector<KindRules> ledgerRules() {
  return {{schema::Record::LEDGER_OPENED, checkOpened, nullptr, changeOpened},
          {schema::Record::THREADS_ROOTED, checkThreads},
          {schema::Record::RULES_CHANGED, checkRules, nullptr, changeRules},
          {schema::Record::RETENTION_SET, checkRetention}};
}

}  // namespace minutebook
