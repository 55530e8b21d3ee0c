#include "audit/verify/verify_openings.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "audit/verify/erasures.h"
#include "ledger/event/mentions.h"
#include "ledger/event/submission.h"

namespace minutebook {

namespace {

/// Walks log and openings side by side. Used once.
class OpeningsVerifier {
 public:
  OpeningsVerifier(const LogReader& log, const Catalogue& catalogue, const DataKeys* keys)
      : log_(log), catalogue_(catalogue), keys_(keys), erasures_(log, catalogue) {}

  OpeningsCheck run(const OpeningSource& openings) {
    openings([this](std::uint64_t index, const Opening& opening) { take(index, opening); });
    leave();
    passOver(log_.size());
    check_.findings = findings_.sorted();
    return std::move(check_);
  }

 private:
  /// The entry whose openings are being taken.
  struct Current {
    std::uint64_t index = 0;
    Statement statement;
    Mentions mentions;
    std::map<FieldPath, const SealedField*> waiting;  // Commitments with no opening yet.
  };

  void take(std::uint64_t index, const Opening& opening) {
    const bool back = index < next_ && !(current_ && current_->index == index);
    if (back || index >= log_.size()) {
      return unexpected(
          index, back ? "its entry's openings have all been read" : "the log has no such entry");
    }
    if (index >= next_) {
      leave();
      passOver(index);
      enter(index, log_.entry(index));
      next_ = index + 1;
    }
    if (!current_) return unexpected(index, "the entry cannot be read");
    auto sealed = current_->waiting.find(opening.path);
    if (sealed == current_->waiting.end()) {
      return unexpected(index, "nothing is sealed at its place, or it stands there twice");
    }
    judge(*sealed->second, opening);
    current_->waiting.erase(sealed);
  }

  void unexpected(std::uint64_t index, const std::string& why) {
    findings_.add(FindingKind::kOpeningUnexpected, index,
                  "Opening of entry " + std::to_string(index) + ": " + why + ".");
  }

  void enter(std::uint64_t index, ByteView bytes) {
    current_.reset();
    const Outcome<EntryParts> entry = decodeEntry(bytes);
    if (!entry) return;
    Outcome<Statement> statement = Statement::decode(entry.value().statement);
    if (!statement) return;
    Mentions mentions = mentionsOf(statement.value(), catalogue_);
    current_.emplace(Current{index, std::move(statement).value(), std::move(mentions), {}});
    for (const SealedField& field : current_->mentions.sealed) {
      current_->waiting.emplace(field.path, &field);
    }
    check_.commitments += current_->waiting.size();
  }

  /// The entries before `to`, none of which has an opening.
  void passOver(std::uint64_t to) {
    log_.forEach(next_, to, [this](std::uint64_t index, ByteView bytes) {
      enter(index, bytes);
      leave();
    });
    next_ = to;
  }

  /// What still waits for its opening when the entry's openings are over.
  void leave() {
    if (!current_) return;
    for (const auto& [path, field] : current_->waiting) {
      if (erasureOf(*field).erased != Erased::kNo) {
        ++check_.erased;
        continue;
      }
      findings_.add(FindingKind::kOpeningMissing, current_->index, placeOf(*field) + ".");
    }
    current_.reset();
  }

  void judge(const SealedField& field, const Opening& opening) {
    const ErasureAnswer erasure = erasureOf(field);
    const DataKey* key = keys_ ? keys_->find(opening.keyId) : nullptr;
    if (erasure.erased == Erased::kYes && (key || !keys_)) {
      return findings_.add(FindingKind::kOpeningNotErased, current_->index,
                           placeOf(field) + " was erased at entry " + std::to_string(erasure.by) +
                               ", but its opening is still there.");
    }
    if (!keys_) {
      ++check_.notChecked;
    } else if (key) {
      open(field, opening, *key);
    } else if (erasure.erased != Erased::kNo) {
      ++check_.erased;
    } else {
      findings_.add(FindingKind::kOpeningKeyMissing, current_->index,
                    placeOf(field) + ": data key " + toHex(opening.keyId.view()) + ".");
    }
  }

  void open(const SealedField& field, const Opening& opening, const DataKey& key) {
    const StatementPlace place{current_->statement.origin(), current_->statement.id()};
    std::optional<OpenedValue> value = openValue(aead_, key, place, opening);
    if (!value) {
      return findings_.add(FindingKind::kOpeningDoesNotOpen, current_->index, placeOf(field) + ".");
    }
    const Hash commitment = commitmentOf(hasher_, value->salt, opening.path, value->value);
    wipe(value->value);
    wipe(value->salt);
    if (commitment == field.commitment) {
      ++check_.opened;
      return;
    }
    findings_.add(FindingKind::kOpeningOtherValue, current_->index, placeOf(field) + ".");
  }

  ErasureAnswer erasureOf(const SealedField& field) const {
    return erasures_.of(current_->index, current_->statement, current_->mentions, field);
  }

  std::string placeOf(const SealedField& field) const {
    return "Entry " + std::to_string(current_->index) + ", " + field.field;
  }

  const LogReader& log_;
  const Catalogue& catalogue_;
  const DataKeys* keys_;
  const Erasures erasures_;
  Aead aead_;
  Sha256 hasher_;
  FindingList findings_;
  OpeningsCheck check_;
  std::optional<Current> current_;
  std::uint64_t next_ = 0;  // The first entry that has not been entered yet.
};

}  // namespace

OpeningsCheck verifyOpenings(const LogReader& log, const Catalogue& catalogue,
                             const OpeningSource& openings, const DataKeys* keys) {
  return OpeningsVerifier(log, catalogue, keys).run(openings);
}

}  // namespace minutebook
