#include "audit/verify/key_history.h"

#include <algorithm>
#include <utility>

#include "ledger/event/form.h"
#include "ledger/event/submission.h"
#include "ledger/event/text_forms.h"

namespace minutebook {

namespace {

/// The last second that the calendar here can say: the end of the year 9999.
constexpr std::int64_t kTimeMax = 253'402'300'799;
/// Entries named one by one in a sentence; of more, how many.
constexpr std::size_t kNamedMax = 8;

template <typename Data>
PublicKey keyIn(const Data& data) {
  return PublicKey::of({data.begin(), data.size()}).value_or(PublicKey());
}

bool namesKeys(const schema::Record::Reader& record) {
  return record.isLedgerOpened() || record.isKeyEnrolled() || record.isKeyRevoked();
}

/// Whether something was recorded after the time from which a key is not to be trusted, or may have
/// been, as on a day of which no hour is known.
bool isFromThenOn(const Moment& from, std::int64_t recordedAt) {
  if (recordedAt < 0 || recordedAt > kTimeMax) return true;
  return compareMoments(Moment(civilFromUnix(recordedAt)), from) != Order::kBefore;
}

std::string ownerInWords(const KeyInLog& key) {
  switch (key.purpose) {
    case schema::KeyPurpose::CLERK:
      return "the ledger's own key for its entries";
    case schema::KeyPurpose::LOG:
      return "the ledger's key for checkpoints";
    default:
      return key.participant.empty() ? "a key" : "a key of " + key.participant;
  }
}

/// "entries 3, 4 and 9", "entry 3", "12 entries, the first of them entry 3".
std::string inWords(const std::vector<std::uint64_t>& entries) {
  if (entries.size() == 1) return "entry " + std::to_string(entries.front());
  if (entries.size() > kNamedMax) {
    return std::to_string(entries.size()) + " entries, the first of them entry " +
           std::to_string(entries.front());
  }
  std::string text = "entries ";
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0) text += i + 1 == entries.size() ? " and " : ", ";
    text += std::to_string(entries[i]);
  }
  return text;
}

bool isBy(const EntryParts& entry, const PublicKey& key) {
  const Outcome<Statement> statement = Statement::decode(entry.statement);
  return statement && keyIn(statement.value().author()) == key;
}

/// What a key signed between the time from which it is not to be trusted and its revocation.
std::vector<std::uint64_t> signedInDoubt(const LogReader& log, const KeyInLog& key) {
  std::vector<std::uint64_t> entries;
  log.forEach(key.enrolled, key.end->entry, [&](std::uint64_t index, ByteView bytes) {
    const Outcome<EntryParts> entry = decodeEntry(bytes);
    if (!entry || !isFromThenOn(key.end->from, entry.value().recordedAt)) return;
    if (isBy(entry.value(), key.key)) entries.push_back(index);
  });
  return entries;
}

}  // namespace

const KeyInLog* KeyHistory::find(const PublicKey& key) const {
  const auto known = std::find_if(keys_.begin(), keys_.end(),
                                  [&](const KeyInLog& each) { return each.key == key; });
  return known == keys_.end() ? nullptr : &*known;
}

void KeyHistory::enrol(KeyInLog key) {
  if (key.key != PublicKey() && !find(key.key)) keys_.push_back(std::move(key));
}

void KeyHistory::take(std::uint64_t index, const Statement& statement, const Catalogue& catalogue) {
  const schema::Record::Reader record = statement.record();
  if (!namesKeys(record)) return;
  // Canonical bytes may hold anything in a field; only what is well formed can be read.
  if (checkForm(statement, catalogue)) return;
  if (record.isLedgerOpened()) {
    const auto opened = record.getLedgerOpened();
    enrol({keyIn(opened.getStewardKey()), schema::KeyPurpose::AUTHOR, opened.getSteward().cStr(),
           index, std::nullopt});
    enrol({keyIn(opened.getClerkKey()), schema::KeyPurpose::CLERK, "", index, std::nullopt});
    enrol({keyIn(opened.getLogKey()), schema::KeyPurpose::LOG, "", index, std::nullopt});
  } else if (record.isKeyEnrolled()) {
    const auto enrolled = record.getKeyEnrolled();
    enrol({keyIn(enrolled.getPublicKey()), enrolled.getPurpose(), enrolled.getParticipant().cStr(),
           index, std::nullopt});
  } else {
    const auto revoked = record.getKeyRevoked();
    const PublicKey key = keyIn(revoked.getPublicKey());
    for (KeyInLog& each : keys_) {
      if (each.key != key || each.end) continue;
      each.end = KeyEnd{index, revoked.getWhy(), momentOf(revoked.getFrom()).value_or(Unknown{})};
    }
  }
}

KeyHistory keyHistoryOf(const LogReader& log, const Catalogue& catalogue) {
  KeyHistory history;
  log.forEach(0, log.size(), [&](std::uint64_t index, ByteView bytes) {
    const Outcome<EntryParts> entry = decodeEntry(bytes);
    if (!entry) return;
    const Outcome<Statement> statement = Statement::decode(entry.value().statement);
    if (statement) history.take(index, statement.value(), catalogue);
  });
  return history;
}

std::vector<std::string> doubtfulSignatures(const LogReader& log, const KeyHistory& history) {
  std::vector<std::string> sentences;
  for (const KeyInLog& key : history.keys()) {
    // A key that was merely replaced was in the right hands to its end.
    if (!key.end || key.end->why == schema::KeyRevocation::REPLACED) continue;
    const Moment& from = key.end->from;
    if (!std::holds_alternative<CivilTime>(from) && !std::holds_alternative<DateSpan>(from)) {
      continue;
    }
    const std::vector<std::uint64_t> entries = signedInDoubt(log, key);
    if (entries.empty()) continue;
    sentences.push_back("Entry " + std::to_string(key.end->entry) + " says that " +
                        ownerInWords(key) + " was not to be trusted from " + formatMoment(from) +
                        "; after that it signed " + inWords(entries) + ". Ask whose word that is.");
  }
  return sentences;
}

}  // namespace minutebook
