#include "ledger/rules/general.h"

#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

/// Names as people write them: "meeting M-3", "entry 0190...".
std::string spoken(const Mention& mention) {
  return everydayWords(registerName(mention.where)) + " " + mention.id;
}

/// "an input, a decision or a promise", without the articles.
std::string listed(const std::vector<schema::Register>& registers) {
  std::string text;
  for (std::size_t i = 0; i < registers.size(); ++i) {
    if (i > 0) text += i + 1 < registers.size() ? ", " : " or ";
    text += everydayWords(registerName(registers[i]));
  }
  return text;
}

/// "by": "ORG-1" means a participant. If an organisation has that id, that is what was meant.
std::string otherwiseNamed(const Facts& facts, const Mention& mention) {
  if (mention.where != schema::Register::PARTICIPANT) return "";
  for (auto where : {schema::Register::GROUP, schema::Register::ORGANISATION}) {
    if (!facts.find(fact::record(where, mention.id))) continue;
    std::string name(registerName(where));
    return " There is " + std::string(name == "group" ? "a " : "an ") + name + " " + mention.id +
           ": write " + name + ":" + mention.id + ".";
  }
  return "";
}

bool registeredHere(const Mentions& mentions, const Mention& named) {
  for (const Mention& mention : mentions.records) {
    if (mention.registers && mention.where == named.where && mention.id == named.id) return true;
  }
  return false;
}

/// Whether a reference names the very record that it stands in. Analyses and conclusions say so as
/// a cycle, which can be longer. A new version of an agreement or standard names the whole of it in
/// naming the version it replaces.
bool isOwnId(const Mentions& mentions, const Mention& named) {
  using schema::Register;
  bool saidAsCycle = named.where == Register::ANALYSIS || named.where == Register::CONCLUSION;
  bool isWhole = named.where == Register::AGREEMENT || named.where == Register::STANDARD;
  if (saidAsCycle || isWhole || named.restates) return false;
  for (const Mention& mention : mentions.records) {
    bool own = (mention.registers && mention.field == "id") ||
               (mention.restates && mention.field == "corrected.id");
    if (own && mention.where == named.where && mention.id == named.id) return true;
  }
  return false;
}

std::optional<Refusal> checkReferences(const Asked& asked) {
  std::string own = asked.statement.id().text();
  for (const Mention& mention : asked.mentions.records) {
    if (mention.where == schema::Register::ENTRY && mention.id == own) {
      return refuse("reference.itself", mention.field, "The entry names itself: " + own + ".");
    }
  }
  for (const Mention& mention : asked.mentions.records) {
    if (!mention.mustExist || !isOwnId(asked.mentions, mention)) continue;
    return refuse("reference.itself", mention.field,
                  "The record names itself: " + spoken(mention) + ".");
  }
  for (const Mention& mention : asked.mentions.records) {
    if (mention.wanted.empty()) continue;
    return refuse("reference.other-register", mention.field,
                  "This field does not name a " + everydayWords(registerName(mention.where)) +
                      ", but " + listed(mention.wanted) + ".");
  }
  for (const Mention& mention : asked.mentions.records) {
    if (!mention.mustExist || indexOfMention(asked.facts, mention)) continue;
    if (registeredHere(asked.mentions, mention)) continue;
    return refuse("reference.unknown", mention.field,
                  "There is no " + spoken(mention) + " in this ledger." +
                      otherwiseNamed(asked.facts, mention));
  }
  return std::nullopt;
}

std::optional<Refusal> checkIds(const Asked& asked) {
  const auto& records = asked.mentions.records;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Mention& mention = records[i];
    if (!mention.registers) continue;
    for (std::size_t j = 0; j < i; ++j) {
      if (!records[j].registers || records[j].where != mention.where) continue;
      if (records[j].id != mention.id) continue;
      return refuse("id.in-use", mention.field,
                    "The record gives out " + spoken(mention) + " twice.");
    }
    if (mayBeSaidAgain(mention.where)) continue;
    auto index = indexOfMention(asked.facts, mention);
    if (!index) continue;
    return refuse(
        "id.in-use", mention.field,
        "The id of " + spoken(mention) + " is taken, since entry " + std::to_string(*index) + ".");
  }
  return std::nullopt;
}

}  // namespace

bool mayBeSaidAgain(schema::Register where) {
  switch (where) {
    case schema::Register::AGREEMENT:
    case schema::Register::AGREEMENT_VERSION:
    case schema::Register::STANDARD:
    case schema::Register::WORK_VERSION:
      return true;
    default:
      return false;
  }
}

std::optional<Refusal> checkSize(const Submission& submission) {
  if (submission.statements.empty()) {
    return refuse("submission.empty", "", "The submission holds no statement.");
  }
  if (submission.statements.size() > kSubmissionStatementsMax) {
    return refuse("submission.too-many", "",
                  "The submission holds " + std::to_string(submission.statements.size()) +
                      " statements; at most " + std::to_string(kSubmissionStatementsMax) +
                      " go together.");
  }
  std::size_t bytes = 0;
  for (const Statement& statement : submission.statements) bytes += statement.bytes().size();
  if (bytes <= kSubmissionBytesMax) return std::nullopt;
  return refuse("submission.too-large", "",
                "The submission has " + std::to_string(bytes) + " bytes; at most " +
                    std::to_string(kSubmissionBytesMax) + " go together.");
}

std::optional<Refusal> checkSameAuthor(const Statement& statement, const Statement& first,
                                       const Facts&) {
  if (sameBytes(statement.author(), first.author())) return std::nullopt;
  return refuse("submission.two-authors", "author",
                "One statement is by " + toHex(first.author()) + " and another by " +
                    toHex(statement.author()) + ".");
}

std::optional<Refusal> checkThisLedger(const Statement& statement, const Statement& first,
                                       const Facts& facts) {
  // An empty ledger has no origin yet: the entry that opens it brings one.
  auto origin = facts.find(fact::single("origin"));
  std::string_view expected = origin ? *origin : first.origin();
  if (statement.origin() == expected) return std::nullopt;
  return refuse("submission.other-ledger", "origin",
                "The statement was said to " + std::string(statement.origin()) + "; this is " +
                    std::string(expected) + ".");
}

std::optional<Refusal> checkNew(const Statement& statement, const Facts& facts) {
  if (auto index = facts.find(fact::statement(statement.id()))) {
    return refuse("statement.id-reused", "statementId",
                  "Statement " + statement.id().text() + " is entry " +
                      std::to_string(fact::indexOf(*index)) + " already.");
  }
  bool opens = statement.record().isLedgerOpened();
  if (facts.size() == 0 && !opens) {
    return refuse("ledger.not-opened", "", "This ledger has no entries yet.");
  }
  if (facts.size() > 0 && opens) {
    return refuse(
        "ledger.not-first", "",
        "This ledger was opened at entry 0 and has " + std::to_string(facts.size()) + " entries.");
  }
  return std::nullopt;
}

std::optional<Refusal> checkMentions(const Asked& asked) {
  if (auto refusal = checkReferences(asked)) return refusal;
  return checkIds(asked);
}

void changesOfMentions(const Asked& asked, std::vector<FactChange>& changes) {
  changes.push_back({fact::statement(asked.statement.id()), fact::index(asked.index())});
  for (const Mention& mention : asked.mentions.records) {
    if (!mention.registers) continue;
    std::string key = fact::record(mention.where, mention.id);
    if (asked.facts.find(key)) continue;
    changes.push_back({std::move(key), fact::index(asked.index())});
  }
}

}  // namespace minutebook
