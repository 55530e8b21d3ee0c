#include "cli/erasure/preview.h"

#include <functional>
#include <optional>

#include "cli/model.h"
#include "ledger/base/fault.h"
#include "ledger/event/mentions.h"
#include "ledger/event/submission.h"
#include "ledger/rules/fact_keys.h"
#include "ledger/store/erased_keys.h"

namespace minutebook {

namespace {

constexpr std::size_t kNumbersTold = 20;

std::string times(std::uint64_t number, const std::string& one, const std::string& many) {
  return std::to_string(number) + " " + (number == 1 ? one : many);
}

Refusal notRequested(const std::string& participant, std::string reason) {
  return {"erasure.not-requested", "participant", std::move(reason),
          "Record who asks, and how you know: minutebook record erasureRequested --participant " +
              participant + " --asked-by " + participant +
              " --what.everything yes "
              "--on-behalf-of.participant " +
              participant +
              " --on-behalf-of.basis \"message or letter\". Where you act on a duty of your own, "
              "leave out --asked-by and --on-behalf-of."};
}

/// "options[2].text" in everyday words: "options, text".
std::string fieldInWords(const std::string& field) {
  std::string words, step;
  bool inBrackets = false;
  for (const char c : field + ".") {
    if (c == '[' || c == ']') {
      inBrackets = c == '[';
    } else if (c == '.') {
      words += (words.empty() ? "" : ", ") + everydayWords(step);
      step.clear();
    } else if (!inBrackets) {
      step += c;
    }
  }
  return words;
}

/// Whether a key is of a matter of several people, whose sealed values stay.
bool isOfAMatter(const std::string& subject) {
  return subject.starts_with("initiative/") || subject.starts_with("group/") ||
         subject.starts_with("ledger/");
}

/// Counts openings that go, and takes their values for the search.
class GoingCounter {
 public:
  GoingCounter(const EntryStore& store, const LedgerPlace& place, const Catalogue& catalogue,
               const ErasureRecord& asked, Leftovers& leftovers)
      : store_(store), place_(place), catalogue_(catalogue), asked_(asked), leftovers_(leftovers) {}

  /// One that is kept under the person's key.
  void take(std::uint64_t index, const Opening& opening, const DataKey& key, Going& to) {
    const Statement statement = statementOf(entryAt(store_, index));
    if (!asked_.entries.empty() && !asked_.entries.contains(statement.id())) {
      ++to.keptUnderKey;
      return;
    }
    auto value = openValue(aead_, key, {place_.origin, statement.id()}, opening);
    if (!value) {
      throw Fault(FaultKind::kCorrupt,
                  "an opening of entry " + std::to_string(index) + " cannot be opened",
                  "Run minutebook verify before anything is erased.");
    }
    ++to.openings;
    to.entries.insert(index);
    addValue(value->value, statement, opening, to);
    wipe(value->value);
    wipe(value->salt);
  }

  /// One that is kept under another's: it stays, and that is said where it may be theirs.
  void passBy(std::uint64_t index, const DataKey& key, Going& to) {
    if (!isOfAMatter(key.subject) || lastPassed_ == index) return;
    lastPassed_ = index;
    const Mentions mentions = mentionsOf(statementOf(entryAt(store_, index)), catalogue_);
    for (const Mention& mention : mentions.records) {
      const bool isThem =
          mention.where == schema::Register::PARTICIPANT && mention.id == asked_.participant;
      if (isThem) to.elsewhere.insert(index);
    }
  }

 private:
  void addValue(ByteView value, const Statement& statement, const Opening& opening, Going& to) {
    const KindInfo* kind = catalogue_.kind(statement.kindNumber());
    const std::string label = kind ? kind->label : "a newer kind of record";
    std::set<std::string>& fields = to.fields[label];
    std::string name = "a field";
    bool isBytes = false;
    for (const SealedField& field : mentionsOf(statement, catalogue_).sealed) {
      if (field.path != opening.path) continue;
      name = fieldInWords(field.field);
      fields.insert(name);
      isBytes = field.info->sealedType == FieldType::kData;
    }
    isBytes ? leftovers_.addBytes(value, label + ", " + name)
            : leftovers_.add(value, label + ", " + name);
  }

  const EntryStore& store_;
  const LedgerPlace& place_;
  const Catalogue& catalogue_;
  const ErasureRecord& asked_;
  Leftovers& leftovers_;
  Aead aead_;
  std::optional<std::uint64_t> lastPassed_;
};

/// Every request for an erasure, and every erasure done, about one participant.
void forEachErasureOf(
    const EntryStore& store, const Catalogue& catalogue, const std::string& participant,
    const std::function<void(std::uint64_t, const StatementId&, const ErasureRecord&)>& visit) {
  store.reader().forEach(0, store.size(), [&](std::uint64_t index, ByteView bytes) {
    const Outcome<EntryParts> entry = decodeEntry(bytes);
    if (!entry) return;
    const Outcome<Statement> statement = Statement::decode(entry.value().statement);
    if (!statement) return;
    const std::optional<ErasureRecord> found = erasureIn(statement.value(), catalogue);
    if (found && found->participant == participant) visit(index, statement.value().id(), *found);
  });
}

/// Keys of the participant that earlier erasures destroyed for less than this one is about. Each
/// opened, in copies, what was sealed again under the next key and goes only now.
std::vector<ErasedKey> destroyedInPart(const EntryStore& store, const Catalogue& catalogue,
                                       const ErasureRecord& asked) {
  std::vector<ErasedKey> before;
  auto take = [&](std::uint64_t, const StatementId&, const ErasureRecord& found) {
    if (!found.isDone) return;
    for (ErasedKey& key : erasedKeysOf(found)) before.push_back(std::move(key));
  };
  forEachErasureOf(store, catalogue, asked.participant, take);
  before = together(before, {});
  std::erase_if(before, [](const ErasedKey& key) { return key.only.empty(); });
  for (ErasedKey& key : before) key.only = asked.entries;
  return before;
}

}  // namespace

Outcome<ErasureDuty> findErasureDuty(const EntryStore& store, const Catalogue& catalogue,
                                     const std::string& participant) {
  if (!store.findFact(fact::record(schema::Register::PARTICIPANT, participant))) {
    throw Fault(FaultKind::kMissing, "nobody is called " + participant + " in this ledger",
                "minutebook list people shows who is.");
  }
  std::vector<ErasureDuty> open;
  auto take = [&](std::uint64_t index, const StatementId& id, const ErasureRecord& found) {
    if (!found.isDone) return open.push_back({index, id, found});
    std::erase_if(open, [&](const ErasureDuty& duty) { return duty.statement == found.requested; });
  };
  forEachErasureOf(store, catalogue, participant, take);
  if (open.empty()) {
    return notRequested(participant, "No request is waiting for the details of " + participant +
                                         " to be destroyed.");
  }
  if (open.front().asked.reach == ErasureReach::kNotRecorded) {
    return notRequested(participant, "Entry " + std::to_string(open.front().entry) +
                                         " asks for it and does not say how much is to go.");
  }
  return open.front();
}

Going whatGoes(const EntryStore& store, const LedgerPlace& place, const Catalogue& catalogue,
               const DataKeys& keys, const ErasureDuty& duty, Leftovers& leftovers) {
  Going going;
  const std::vector<DataKeyId> ids = keys.idsOf("participant/" + duty.asked.participant);
  const std::set<DataKeyId> theirs(ids.begin(), ids.end());
  GoingCounter counter(store, place, catalogue, duty.asked, leftovers);
  store.forEachOpening([&](std::uint64_t index, const Opening& opening) {
    const DataKey* key = keys.find(opening.keyId);
    if (!key) return;
    theirs.contains(opening.keyId) ? counter.take(index, opening, *key, going)
                                   : counter.passBy(index, *key, going);
  });
  const bool isAll = duty.asked.reach == ErasureReach::kEverything;
  for (const DataKeyId& id : theirs) {
    if (isAll || going.openings > 0) going.keys.push_back({id, duty.asked.entries});
  }
  going.keysBefore = destroyedInPart(store, catalogue, duty.asked);
  return going;
}

std::vector<ErasedKey> keysOf(const Going& going) {
  return together(going.keys, going.keysBefore);
}

std::vector<std::string> goesInWords(const Going& going) {
  std::vector<std::string> lines;
  lines.push_back(times(going.openings, "sealed value", "sealed values") + " in " +
                  times(going.entries.size(), "entry", "entries") +
                  (going.openings > 0 ? ":" : "."));
  for (const auto& [kind, fields] : going.fields) {
    std::string names;
    for (const std::string& field : fields) names += (names.empty() ? "" : "; ") + field;
    lines.push_back("  " + kind + ": " + names);
  }
  lines.push_back(times(going.keys.size(), "data key", "data keys") +
                  ", without which no copy of them can be opened.");
  return lines;
}

std::vector<KeptLine> keptLines(const Going& going, const StaysOf& stays) {
  std::vector<KeptLine> lines;
  if (!stays.publicWords.empty()) {
    lines.push_back(
        {"Public words that name the person or are theirs, in " + entriesInWords(stays.publicWords),
         "They are part of the record that others hold copies of."});
  }
  if (!going.elsewhere.empty()) {
    lines.push_back(
        {"Sealed values under the key of an initiative, a group or the ledger, in " +
             entriesInWords({going.elsewhere.begin(), going.elsewhere.end()}) +
             ", which also names the person",
         "They are about a matter of several people; whoever wrote them, or the keeper, "
         "decides apart."});
  }
  if (stays.sums > 0) {
    lines.push_back({times(stays.sums, "sum", "sums") + " in entries that name the person",
                     "They are kept for the accounts, under the accounts' own key."});
  }
  if (stays.surveyAnswers > 0) {
    lines.push_back({times(stays.surveyAnswers, "survey answer", "survey answers"),
                     "They are kept under the survey's own key."});
  }
  if (going.keptUnderKey > 0) {
    lines.push_back({times(going.keptUnderKey, "sealed value", "sealed values") +
                         " of the person in other entries",
                     "It was not asked for; they are sealed again under a new key."});
  }
  lines.push_back({"Counts, tallies, decisions and proofs",
                   "They hold no sealed text and are the same before and after."});
  lines.push_back({"What other people said", "It is theirs, under their own keys."});
  return lines;
}

std::string entriesInWords(const std::vector<std::uint64_t>& entries) {
  std::string text = entries.size() == 1 ? "entry " : "entries ";
  for (std::size_t i = 0; i < entries.size() && i < kNumbersTold; ++i) {
    text += (i > 0 ? ", " : "") + std::to_string(entries[i]);
  }
  if (entries.size() > kNumbersTold) {
    text += " and " + std::to_string(entries.size() - kNumbersTold) + " more";
  }
  return text;
}

std::string mayRemainInWords() {
  return "Backups and snapshots of the keys, worn flash memory, printed papers and files that were "
         "sent: no program here can reach them.";
}

}  // namespace minutebook
