#include "audit/verify/bundle_openings.h"

#include <map>

#include "audit/verify/erasures.h"
#include "ledger/event/submission.h"

namespace minutebook {

namespace {

/// Walks a log and the openings of a bundle side by side. Used once.
class BundleOpeningsChecker {
 public:
  BundleOpeningsChecker(const LogReader& log, const Catalogue& catalogue, const BundleScope& scope,
                        const std::vector<BundleOpening>& openings)
      : log_(log),
        catalogue_(catalogue),
        scope_(scope),
        openings_(openings),
        erasures_(log, catalogue) {}

  BundleOpeningsCheck run() {
    sortOut();
    log_.forEach(0, log_.size(),
                 [this](std::uint64_t index, ByteView bytes) { entry(index, bytes); });
    for (const auto& [place, opening] : waiting_) {
      unexpected(*opening, "the log has no such entry, or nothing is sealed at that place in it");
    }
    checkRight();
    check_.findings = findings_.sorted();
    return std::move(check_);
  }

 private:
  using Place = std::pair<std::uint64_t, FieldPath>;

  /// One statement with sealed fields.
  struct Current {
    std::uint64_t index;
    const Statement& statement;
    const Mentions& mentions;
    bool inScope;
  };

  void sortOut() {
    const BundleOpening* before = nullptr;
    for (const BundleOpening& opening : openings_) {
      const Place place{opening.entry, opening.path};
      if (before && place < Place{before->entry, before->path}) {
        findings_.add(FindingKind::kOpeningsRefused, opening.entry,
                      "The opening of entry " + std::to_string(opening.entry) +
                          " stands behind one of entry " + std::to_string(before->entry) +
                          " that should follow it.");
      }
      before = &opening;
      if (waiting_.emplace(place, &opening).second) continue;
      findings_.add(FindingKind::kOpeningTwice, opening.entry,
                    "Entry " + std::to_string(opening.entry) + " has two openings of one field.");
    }
  }

  void unexpected(const BundleOpening& opening, const std::string& why) {
    findings_.add(FindingKind::kOpeningUnexpected, opening.entry,
                  "Opening of entry " + std::to_string(opening.entry) + ": " + why + ".");
  }

  void entry(std::uint64_t index, ByteView bytes) {
    const Outcome<EntryParts> parts = decodeEntry(bytes);
    if (!parts) return;
    const Outcome<Statement> statement = Statement::decode(parts.value().statement);
    if (!statement) return;
    readRight(statement.value());
    const Mentions mentions = mentionsOf(statement.value(), catalogue_);
    const Current current{index, statement.value(), mentions,
                          isInScope(scope_, statement.value(), mentions)};
    for (const SealedField& field : mentions.sealed) {
      ++(current.inScope ? check_.counts.sealed : check_.counts.outside);
      const BundleOpening* opening = find(index, field.path);
      if (opening) {
        judge(current, field, *opening);
      } else if (current.inScope) {
        unopened(current, field);
      }
    }
    for (const SealedField& field : mentions.sealed) waiting_.erase({index, field.path});
  }

  /// What only an auditor may see needs somebody who is one, by the log itself.
  void checkRight() {
    if (scope_.reader.audience != schema::Audience::AUDITOR || openings_.empty() || isAuditor_) {
      return;
    }
    findings_.add(
        FindingKind::kOpeningNotForReader, std::nullopt,
        scope_.reader.participant + " does not hold the right of an auditor in this log.");
  }

  void readRight(const Statement& statement) {
    const schema::Record::Reader record = statement.record();
    auto isTheirs = [&](auto change) {
      return change.getRight() == schema::Right::AUDITOR &&
             change.getParticipant() == scope_.reader.participant.c_str();
    };
    if (record.isRightGranted() && isTheirs(record.getRightGranted())) isAuditor_ = true;
    if (record.isRightRevoked() && isTheirs(record.getRightRevoked())) isAuditor_ = false;
  }

  const BundleOpening* find(std::uint64_t index, const FieldPath& path) const {
    const auto found = waiting_.find({index, path});
    return found == waiting_.end() ? nullptr : found->second;
  }

  void judge(const Current& at, const SealedField& field, const BundleOpening& opening) {
    const std::string place = placeOf(at, field);
    const ErasureAnswer erasure = erasureOf(at, field);
    if (opening.statement != at.statement.id()) {
      unexpected(opening, "it names another statement than the entry holds");
    } else if (!at.inScope) {
      findings_.add(FindingKind::kOpeningOutOfScope, at.index,
                    place + " does not belong to " + *scope_.initiative + ".");
    } else if (!mayOpenIt(at, field)) {
      findings_.add(FindingKind::kOpeningNotForReader, at.index,
                    place + " is not for " + viewerInWords(scope_.reader) + ".");
    } else if (erasure.erased == Erased::kYes) {
      findings_.add(FindingKind::kOpeningNotErased, at.index,
                    place + " was erased at entry " + std::to_string(erasure.by) + ".");
    } else if (!holds(field, opening)) {
      findings_.add(FindingKind::kOpeningOtherValue, at.index, place + ".");
    } else {
      ++check_.counts.opened;
    }
  }

  void unopened(const Current& at, const SealedField& field) {
    const ErasureAnswer erasure = erasureOf(at, field);
    const bool theirs = mayOpenIt(at, field);
    // Whose it is may itself be sealed; then only a reader who would see it is told of an erasure.
    if (erasure.erased == Erased::kYes) {
      ++check_.counts.erasedBy[erasure.by];
    } else if (erasure.erased == Erased::kMayBe && theirs) {
      ++check_.counts.erasedBy[kErasureNotSaid];
    } else if (theirs) {
      ++check_.counts.missing;
      findings_.add(FindingKind::kOpeningMissing, at.index, placeOf(at, field) + ".");
    } else {
      ++check_.counts.sealedForReader;
    }
  }

  /// As the log says; where it names the person sealed and the bundle opens the name, for certain.
  ErasureAnswer erasureOf(const Current& at, const SealedField& field) {
    const ErasureAnswer answer = erasures_.of(at.index, at.statement, at.mentions, field);
    if (answer.erased != Erased::kMayBe) return answer;
    const std::string subject = subjectOf(at, field);
    if (subject.empty()) return answer;
    for (const RecordedErasure& erasure : erasures_.all()) {
      const bool covers = erasure.index > at.index &&
                          (erasure.everything || erasure.entries.count(at.statement.id()) != 0);
      if (covers && subject == "participant/" + erasure.participant) {
        return {Erased::kYes, erasure.index};
      }
    }
    return {};
  }

  bool holds(const SealedField& field, const BundleOpening& opening) {
    return commitmentOf(hasher_, opening.salt, field.path, opening.value.view()) ==
           field.commitment;
  }

  bool mayOpenIt(const Current& at, const SealedField& field) {
    return mayOpen(scope_.reader, {field.audience, subjectOf(at, field), recordOf(at.mentions)});
  }

  /// Whose data key a value was kept under, from public bytes and what the bundle opens beside it.
  std::string subjectOf(const Current& at, const SealedField& field) {
    if (field.about == "accounts") {
      return std::string("accounts/") + at.statement.reader().getInitiative().cStr();
    }
    if (const SealedField* person = sheetPersonOf(at.mentions, field)) {
      return subjectSealedIn(at, person->field);
    }
    const Erasures::Subject subject = erasures_.subjectOf(at.statement, at.mentions, field);
    switch (subject.kind) {
      case Erasures::Subject::Kind::kParticipant:
        return "participant/" + subject.participant;
      case Erasures::Subject::Kind::kSealed:
        return subjectSealedIn(at, subject.sealedIn);
      default:
        return "";
    }
  }

  std::string subjectSealedIn(const Current& at, const std::string& name) {
    for (const SealedField& field : at.mentions.sealed) {
      if (field.field != name) continue;
      const BundleOpening* opening = find(at.index, field.path);
      if (opening && holds(field, *opening)) {
        return "participant/" + std::string(asText(opening->value.view()));
      }
    }
    return "";
  }

  static std::string placeOf(const Current& at, const SealedField& field) {
    return "Entry " + std::to_string(at.index) + ", " + field.field;
  }

  const LogReader& log_;
  const Catalogue& catalogue_;
  const BundleScope& scope_;
  const std::vector<BundleOpening>& openings_;
  const Erasures erasures_;
  Sha256 hasher_;
  FindingList findings_;
  BundleOpeningsCheck check_;
  bool isAuditor_ = false;  // By the rights that were given and taken up to here.
  std::map<Place, const BundleOpening*> waiting_;  // Openings whose entry has not come yet.
};

}  // namespace

BundleOpeningsCheck checkBundleOpenings(const LogReader& log, const Catalogue& catalogue,
                                        const BundleScope& scope,
                                        const std::vector<BundleOpening>& openings) {
  return BundleOpeningsChecker(log, catalogue, scope, openings).run();
}

}  // namespace minutebook
