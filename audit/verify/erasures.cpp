#include "audit/verify/erasures.h"

#include <utility>

#include "ledger/event/erasure_record.h"
#include "ledger/event/form.h"
#include "ledger/event/sealed_about.h"
#include "ledger/event/submission.h"

namespace minutebook {

namespace {

/// "options[2].text" and "by" make "options[2].by"; "text" and "by" make "by".
std::string siblingOf(const std::string& field, const std::string& name) {
  const std::size_t dot = field.rfind('.');
  return dot == std::string::npos ? name : field.substr(0, dot + 1) + name;
}

/// The participants, or other records, that the field at `path` names.
std::vector<const Mention*> mentionsAt(const Mentions& mentions, const std::string& path) {
  std::vector<const Mention*> found;
  for (const Mention& mention : mentions.records) {
    if (mention.field == path) found.push_back(&mention);
  }
  return found;
}

std::vector<std::string> idsIn(const std::vector<const Mention*>& mentions,
                               schema::Register where) {
  std::vector<std::string> ids;
  for (const Mention* mention : mentions) {
    if (mention->where == where) ids.push_back(mention->id);
  }
  return ids;
}

bool isSealedAt(const Mentions& mentions, const std::string& path) {
  for (const SealedField& sealed : mentions.sealed) {
    if (sealed.field == path) return true;
  }
  return false;
}

bool isSharedSubject(const std::string& about) {
  return about == "ledger" || about == "initiative" || about == "accounts" || about == "group" ||
         about == "survey";
}

}  // namespace

Erasures::Erasures(const LogReader& log, const Catalogue& catalogue) {
  log.forEach(0, log.size(), [&](std::uint64_t index, ByteView bytes) {
    const Outcome<EntryParts> entry = decodeEntry(bytes);
    if (!entry) return;
    const Outcome<Statement> statement = Statement::decode(entry.value().statement);
    if (statement) read(index, statement.value(), catalogue);
  });
}

void Erasures::read(std::uint64_t index, const Statement& statement, const Catalogue& catalogue) {
  const schema::Record::Reader record = statement.record();
  if (!record.isLedgerOpened() && !record.isKeyEnrolled() && !record.isErasureDone()) return;
  // Canonical bytes may hold anything in a field; only what is well formed can be read.
  if (checkForm(statement, catalogue)) return;
  if (record.isLedgerOpened()) {
    auto key = record.getLedgerOpened().getStewardKey();
    keyOwners_[Bytes(key.begin(), key.end())] = record.getLedgerOpened().getSteward().cStr();
  } else if (record.isKeyEnrolled()) {
    auto key = record.getKeyEnrolled().getPublicKey();
    keyOwners_[Bytes(key.begin(), key.end())] = record.getKeyEnrolled().getParticipant().cStr();
  } else if (record.isErasureDone()) {
    const ErasureRecord done = erasureIn(statement, catalogue).value();
    RecordedErasure erasure{index, done.participant, done.reach == ErasureReach::kEverything,
                            done.entries, done.keys};
    erasures_.push_back(std::move(erasure));
  }
}

Erasures::Subject Erasures::subjectOf(const Statement& statement, const Mentions& mentions,
                                      const SealedField& field) const {
  for (const std::string& about : aboutInOrder(field.about)) {
    if (const auto subject = subjectBy(about, statement, mentions, field)) return *subject;
  }
  return {};
}

std::optional<Erasures::Subject> Erasures::subjectBy(const std::string& about,
                                                     const Statement& statement,
                                                     const Mentions& mentions,
                                                     const SealedField& field) const {
  if (isSharedSubject(about)) return Subject{};
  if (about == "author") {
    auto owner = keyOwners_.find(toBytes(statement.author()));
    if (owner == keyOwners_.end() || owner->second.empty()) return std::nullopt;
    return Subject{Subject::Kind::kParticipant, owner->second, ""};
  }
  for (const std::string& path : {siblingOf(field.field, about), about}) {
    if (isSealedAt(mentions, path)) return Subject{Subject::Kind::kSealed, "", path};
    const std::vector<const Mention*> named = mentionsAt(mentions, path);
    const std::vector<std::string> people = idsIn(named, schema::Register::PARTICIPANT);
    if (people.size() == 1) return Subject{Subject::Kind::kParticipant, people.front(), ""};
    // A lone group has a key of its own; several people share none.
    const bool isGroups = people.empty() && idsIn(named, schema::Register::GROUP).size() == 1;
    if (isGroups) return Subject{};
    if (!named.empty()) return std::nullopt;
  }
  return std::nullopt;
}

ErasureAnswer Erasures::of(std::uint64_t index, const Statement& statement,
                           const Mentions& mentions, const SealedField& field) const {
  if (erasures_.empty()) return {};
  const Subject subject = subjectOf(statement, mentions, field);
  if (subject.kind == Subject::Kind::kOther) return {};
  ErasureAnswer answer;
  for (const RecordedErasure& erasure : erasures_) {
    if (erasure.index < index) continue;
    if (!erasure.everything && erasure.entries.count(statement.id()) == 0) continue;
    if (subject.kind == Subject::Kind::kSealed) {
      answer.erased = Erased::kMayBe;
    } else if (subject.participant == erasure.participant) {
      return {Erased::kYes, erasure.index};
    }
  }
  return answer;
}

}  // namespace minutebook
