#include "cli/keeping/compare.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "audit/verify/verify_checkpoint.h"
#include "cli/checking/given.h"
#include "cli/keeping/witnesses.h"
#include "cli/keys/own_keys.h"
#include "cli/verify_parts.h"
#include "ledger/base/directory.h"
#include "ledger/base/fault.h"
#include "ledger/store/erased_keys.h"
#include "ledger/store/guard.h"
#include "ledger/tlog/misbehaviour.h"
#include "ledger/tlog/published_log.h"

namespace minutebook {

namespace {

using Answer = Comparison::Answer;

/// "entry 7" or "entries 7 to 9".
std::string gapInWords(std::uint64_t from, std::uint64_t to) {
  if (from + 1 == to) return "entry " + std::to_string(from);
  return "entries " + std::to_string(from) + " to " + std::to_string(to - 1);
}

/// A name for the mark, which is one line: a path may hold anything.
std::string oneLine(std::string text) {
  constexpr std::size_t kBytesMax = 500;
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = '?';
  }
  return text.substr(0, kBytesMax);
}

/// One copy, held against one thing after the other. Used once.
class CopyComparer {
 public:
  CopyComparer(Call& call, const LedgerPlace& place, const EntryStore& store)
      : call_(call), place_(place), store_(store), expected_(expectationsOf(call)) {
    Sha256 hasher;
    ours_ = {place.origin, store.size(), store.head().frontier.root(hasher), {}};
    if (!expected_.vkeys) {
      // Those in the folder of keys, too: an older copy does not know a key that was enrolled
      // since.
      for (const std::string& vkey : ownVkeys(place, store)) addVkey(expected_.vkeys, vkey);
    }
    expected_.policy = policyForComparing(call, place, keyLines(*expected_.vkeys));
  }

  void withGuard() {
    const std::optional<SignedHead> last = Guard(place_.guard, place_.origin).last();
    const std::string with = "the guard of this machine";
    if (!last) {
      add({with, Answer::kNotCompared, "nothing was signed from this machine."});
      return;
    }
    judge(with, {place_.origin, last->size, last->root, {}}, nullptr, {});
  }

  void withPublished(const std::string& path) {
    published_.emplace(Directory::open(path, Readers::kEveryone));
    PublishedExpectations expected = expected_;
    chooseShownKey(*published_, expected);
    const PublishedCheck check = verifyPublished(*published_, call_.catalogue, expected);
    if (!check.checkpoint || hasMoreThanQuorum(check.findings)) {
      add({path, Answer::kNotCompared,
           "it does not verify: " + std::string(check.findings.front().what()) +
               " minutebook verify " + path + " tells more."});
      return;
    }
    log_ = std::make_unique<PublishedLog>(*published_, check.checkpoint->size);
    Comparison& one = judge(path, *check.checkpoint, log_.get(),
                            check.quorum ? check.quorum->cosigners : std::set<std::string>());
    one.note = readPublishedCheckpoint(*published_).value_or("");
    if (one.answer != Answer::kContradicts) noteErasures(*log_);
  }

  void withForeign(const ForeignCheckpoint& foreign) {
    const CheckpointCheck check = verifyCheckpoint(foreign.bytes, expected_);
    if (!check.checkpoint) {
      add({foreign.from, Answer::kNotCompared,
           "it is no checkpoint of this ledger: " + check.findings.front().detail});
      return;
    }
    judge(foreign.from, *check.checkpoint, nullptr,
          check.quorum ? check.quorum->cosigners : std::set<std::string>())
        .note = foreign.bytes;
  }

  /// What the witnesses of the policy have cosigned last, asked over the network.
  void withWitnesses() {
    if (!expected_.policy) return;
    for (ShownByWitness& shown : askNewest(call_, place_, *expected_.policy)) {
      const std::string with = "what witness " + shown.name + " has cosigned";
      if (shown.note) {
        withForeign({with, std::move(*shown.note)});
      } else {
        add({with, Answer::kNotCompared,
             shown.trouble.empty() ? "it has seen nothing of this log." : shown.trouble + "."});
      }
    }
  }

  CompareResult conclude() {
    askForQuorum();
    CompareResult result;
    gatherEvidence();
    result.mark = markOf();
    result.evidence = std::move(evidence_);
    result.comparisons = std::move(all_);
    return result;
  }

 private:
  Comparison& add(Comparison one) { return all_.emplace_back(std::move(one)); }

  /// That too few cosigned what was published says nothing against it here: see askForQuorum().
  static bool hasMoreThanQuorum(const std::vector<Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
      return finding.kind != FindingKind::kQuorumNotMet;
    });
  }

  /// Of several keys of this log, the one that the directory was published with.
  static void chooseShownKey(const FileTree& directory, PublishedExpectations& expected) {
    if (!expected.vkeys) return;
    const std::optional<Bytes> shown = directory.read(kVkeyFile, kNoteBytesMax);
    if (!shown) return;
    const std::vector<std::string> known = keyLines(*expected.vkeys);
    const std::vector<std::string> lines = keyLines(asText(*shown));
    const bool isKnown =
        lines.size() == 1 && std::find(known.begin(), known.end(), lines.front()) != known.end();
    expected.vkeys = isKnown ? lines.front() : known.front();
  }

  /// What was erased since this copy was made must go from it as well.
  void noteErasures(const LogReader& published) {
    std::vector<ErasedKey> keys;
    published.forEach(0, published.size(), [&](std::uint64_t, ByteView bytes) {
      const Outcome<EntryParts> entry = decodeEntry(bytes);
      if (entry) addErasedKeys(entry.value(), call_.catalogue, keys);
    });
    if (!keys.empty()) noteErasedKeys(place_.guard, place_.origin, keys);
  }

  Comparison& judge(const std::string& with, const Checkpoint& theirs, const LogReader* theirLog,
                    std::set<std::string> witnesses) {
    std::vector<const LogReader*> logs = {&store_.reader()};
    if (theirLog) logs.push_back(theirLog);
    const HistoryCheck check = compareHistories(ours_, theirs, logs);
    const std::string theirSize = std::to_string(theirs.size) + " entries";
    Comparison one{with, Answer::kHolds, "", theirs.size, "", std::move(witnesses)};
    if (check.answer == HistoryAnswer::kContradicts || check.answer == HistoryAnswer::kOtherLog) {
      one.answer = Answer::kContradicts;
      one.sentence = "it contradicts this copy: it has " + theirSize + " with root " +
                     toBase64(theirs.root.view()) + ", which cannot be of one history with the " +
                     std::to_string(ours_.size) + " entries here.";
    } else if (theirs.size > ours_.size) {
      one.answer = Answer::kBehind;
      one.sentence = theirSize + " were signed; this copy has " + std::to_string(ours_.size) +
                     ". Missing here: " + gapInWords(ours_.size, theirs.size) + ".";
    } else {
      one.sentence = "this copy holds all of its " + theirSize + ".";
    }
    return add(std::move(one));
  }

  void askForQuorum() {
    if (!expected_.policy || !expected_.policy->asksForWitnesses()) return;
    std::set<std::string> heard;
    for (const Comparison& one : all_) heard.insert(one.witnesses.begin(), one.witnesses.end());
    if (expected_.policy->quorumMet(heard)) return;
    std::string names;
    for (const std::string& name : heard) names += (names.empty() ? "" : ", ") + name;
    add({"the witnesses", Answer::kNotCompared,
         "asked for: " + expected_.policy->quorumInWords() +
             ". At hand: " + (names.empty() ? "none" : names) + "."});
    lacksWitnesses_ = true;
  }

  /// Two signed checkpoints that contradict each other prove it to anybody, whatever this copy
  /// holds. One that contradicts this copy alone is kept as it is: the other side may turn up.
  void gatherEvidence() {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      for (std::size_t j = i + 1; j < all_.size(); ++j) {
        if (all_[i].note.empty() || all_[j].note.empty()) continue;
        const auto proof = between(all_[i].note, all_[j].note);
        if (!proof) continue;
        forks_.emplace_back(i, j);
        evidence_.push_back({proof->fileName(), proof->encode()});
      }
    }
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const bool isProved = std::any_of(forks_.begin(), forks_.end(), [&](const auto& fork) {
        return fork.first == i || fork.second == i;
      });
      if (all_[i].answer != Answer::kContradicts || all_[i].note.empty() || isProved) continue;
      evidence_.push_back({"checkpoint-" + std::to_string(*all_[i].size) + "-" +
                               std::to_string(evidence_.size() + 1) + ".txt",
                           all_[i].note});
    }
  }

  std::optional<Misbehaviour> between(const std::string& one, const std::string& other) const {
    Sha256 hasher;
    std::vector<std::string> keys =
        expected_.policy ? logKeysIn(*expected_.policy, place_.origin) : keyLines(*expected_.vkeys);
    for (const std::string& vkey : keys) {
      for (const LogReader* tree : {&store_.reader(), static_cast<const LogReader*>(log_.get())}) {
        if (auto proof = findMisbehaviour(hasher, vkey, one, other, tree)) return proof;
      }
    }
    return std::nullopt;
  }

  std::optional<RestoredMark> markOf() const {
    if (!forks_.empty()) {
      const auto& [one, other] = forks_.front();
      return RestoredMark{RestoredState::kContradicted,
                          oneLine(all_[one].with) + " and " + oneLine(all_[other].with) +
                              " contradict each other: two histories were signed."};
    }
    const std::pair<Answer, RestoredState> worstFirst[] = {
        {Answer::kContradicts, RestoredState::kContradicted},
        {Answer::kBehind, RestoredState::kBehind}};
    for (const auto& [answer, state] : worstFirst) {
      const Comparison* found = nullptr;
      for (const Comparison& one : all_) {
        if (one.answer == answer && (!found || one.size > found->size)) found = &one;
      }
      if (found)
        return RestoredMark{state,
                            "Compared with " + oneLine(found->with) + ": " + found->sentence};
    }
    const bool isCompared = std::any_of(all_.begin(), all_.end(), [](const Comparison& one) {
      return one.answer == Answer::kHolds;
    });
    if (isCompared && !lacksWitnesses_) return std::nullopt;
    return RestoredMark{RestoredState::kNotCompared,
                        lacksWitnesses_ ? "It was not compared with enough witnesses."
                                        : "It was not compared with anything that was signed."};
  }

  Call& call_;
  const LedgerPlace& place_;
  const EntryStore& store_;
  PublishedExpectations expected_;
  Checkpoint ours_;
  std::optional<Directory> published_;
  std::unique_ptr<PublishedLog> log_;  // Of published_, which verified.
  std::vector<Comparison> all_;
  std::vector<std::pair<std::size_t, std::size_t>> forks_;  // Places in all_.
  std::vector<EvidenceFile> evidence_;
  bool lacksWitnesses_ = false;
};

}  // namespace

std::vector<ForeignCheckpoint> givenCheckpoints(const Call& call) {
  std::vector<ForeignCheckpoint> given;
  for (const std::string& path : call.arguments.checkpoints) {
    given.push_back({path, std::string(asText(readGiven(path, kNoteBytesMax)))});
  }
  return given;
}

CompareResult compareCopy(Call& call, const LedgerPlace& place, const EntryStore& store,
                          const std::vector<ForeignCheckpoint>& foreign) {
  CopyComparer comparer(call, place, store);
  comparer.withGuard();
  if (call.arguments.published) comparer.withPublished(*call.arguments.published);
  for (const ForeignCheckpoint& one : foreign) comparer.withForeign(one);
  comparer.withWitnesses();
  return comparer.conclude();
}

std::string stateCode(const std::optional<RestoredMark>& mark) {
  if (!mark) return "held";
  switch (mark->state) {
    case RestoredState::kBehind:
      return "behind";
    case RestoredState::kContradicted:
      return "contradicted";
    case RestoredState::kAccepted:
      return "accepted";
    case RestoredState::kNotCompared:
      break;
  }
  return "not compared";
}

}  // namespace minutebook
