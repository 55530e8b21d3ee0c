// Several things that a log has signed, each checked for itself and all against the longest.

#include <filesystem>
#include <memory>

#include "audit/verify/compare_histories.h"
#include "audit/verify/continued.h"
#include "audit/verify/damage.h"
#include "audit/verify/verify_bundle.h"
#include "audit/verify/verify_checkpoint.h"
#include "cli/checking/given.h"
#include "cli/checking/quorum_lines.h"
#include "cli/verify_parts.h"
#include "ledger/base/directory.h"
#include "ledger/base/fault.h"
#include "ledger/bundle/tar.h"
#include "ledger/tlog/published_log.h"

namespace minutebook {

namespace {

/// One of the things compared. What it is read from lives as long as it.
struct Side {
  std::string path;
  std::unique_ptr<FileTree> tree;     // Nothing: a checkpoint alone.
  std::unique_ptr<PublishedLog> log;  // Of a tree that verified.
  std::vector<Finding> findings;
  std::optional<Checkpoint> checkpoint;
  std::optional<QuorumCheck> quorum;
};

/// How one side stands to the longest.
struct Pair {
  const Side* one;
  const Side* longest;
  HistoryCheck check;
  /// Of two logs: `longest` carries on the log of `one`, from this checkpoint of it.
  std::optional<Checkpoint> carriedOn = {};
};

std::unique_ptr<FileTree> treeAt(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return std::make_unique<Directory>(Directory::open(path, Readers::kEveryone));
  }
  if (givenFileAt(path) != GivenFile::kArchive) return nullptr;
  return std::make_unique<TarFile>(TarFile::open(path));
}

void checkTree(Side& side, const Call& call, const PublishedExpectations& expected) {
  PublishedCheck published;
  if (looksLikeBundle(*side.tree)) {
    BundleCheck bundle = verifyBundle(*side.tree, call.catalogue, expected);
    published = std::move(bundle.published);
    side.findings = std::move(bundle.findings);
  } else {
    published = verifyPublished(*side.tree, call.catalogue, expected);
    side.findings = published.findings;
  }
  side.checkpoint = std::move(published.checkpoint);
  side.quorum = std::move(published.quorum);
  if (!side.checkpoint || !side.findings.empty()) return;
  side.log = std::make_unique<PublishedLog>(*side.tree, side.checkpoint->size);
}

void checkFile(Side& side, const PublishedExpectations& expected) {
  if (givenFileAt(side.path) != GivenFile::kCheckpoint) {
    throw Fault(FaultKind::kUsage, side.path + " is nothing that can be compared",
                "Compare published directories, bundles and checkpoints; check anything else by "
                "itself.");
  }
  if (!expected.vkeys && !expected.policy) {
    throw Fault(FaultKind::kUsage, "a checkpoint brings no key to check it with",
                "Add --vkey KEY with the verifier key of the log, or --policy FILE.");
  }
  CheckpointCheck check = verifyCheckpoint(asText(readGiven(side.path, kNoteBytesMax)), expected);
  side.findings = std::move(check.findings);
  side.checkpoint = std::move(check.checkpoint);
  side.quorum = std::move(check.quorum);
}

/// The key that a directory shows, so that the others are held to the same.
std::optional<std::string> shownKey(const FileTree& tree) {
  std::optional<Bytes> bytes;
  (void)damageOf([&] { bytes = tree.read(kVkeyFile, kNoteBytesMax); });
  return bytes ? std::optional<std::string>(asText(*bytes)) : std::nullopt;
}

std::vector<Side> checkSides(const Call& call, const std::vector<std::string>& paths) {
  PublishedExpectations expected = expectationsOf(call);
  std::vector<Side> sides;
  for (const std::string& path : paths) {
    Side& side = sides.emplace_back();
    side.path = path;
    side.tree = treeAt(path);
    if (!side.tree) {
      checkFile(side, expected);
      continue;
    }
    checkTree(side, call, expected);
    if (!expected.vkeys && !expected.policy) expected.vkeys = shownKey(*side.tree);
  }
  return sides;
}

/// Whether the first entry of `newer` holds the end of the log that `older` is of, and what of it.
std::optional<Pair> carriedOn(const Side& newer, const Side& older, const Catalogue& catalogue) {
  if (!newer.log) return std::nullopt;
  auto committed = continuedCheckpoint(*newer.log, catalogue);
  if (!committed || committed->origin != older.checkpoint->origin) return std::nullopt;
  std::vector<const LogReader*> logs;
  if (older.log) logs.push_back(older.log.get());
  HistoryCheck check = compareHistories(*older.checkpoint, *committed, logs);
  return Pair{&older, &newer, std::move(check), std::move(committed)};
}

Pair comparePair(const Side& side, const Side& longest, const std::vector<const LogReader*>& logs,
                 const Catalogue& catalogue) {
  if (side.checkpoint->origin != longest.checkpoint->origin) {
    if (auto pair = carriedOn(side, longest, catalogue)) return std::move(*pair);
    if (auto pair = carriedOn(longest, side, catalogue)) return std::move(*pair);
  }
  return {&side, &longest, compareHistories(*side.checkpoint, *longest.checkpoint, logs)};
}

std::vector<Pair> comparePairs(const std::vector<Side>& sides, const Catalogue& catalogue) {
  const Side* longest = nullptr;
  std::vector<const LogReader*> logs;
  for (const Side& side : sides) {
    if (!side.checkpoint) continue;
    if (!longest || side.checkpoint->size > longest->checkpoint->size) longest = &side;
    if (side.log) logs.push_back(side.log.get());
  }
  std::vector<Pair> pairs;
  for (const Side& side : sides) {
    if (!side.checkpoint || &side == longest) continue;
    pairs.push_back(comparePair(side, *longest, logs, catalogue));
  }
  return pairs;
}

const char* codeOf(const Pair& pair) {
  const HistoryAnswer answer = pair.check.answer;
  if (pair.carriedOn && answer == HistoryAnswer::kSame) return "carriesOn";
  if (pair.carriedOn && answer == HistoryAnswer::kGrew) return "carriesOnOtherSize";
  switch (answer) {
    case HistoryAnswer::kSame:
      return "same";
    case HistoryAnswer::kGrew:
      return "grew";
    case HistoryAnswer::kContradicts:
      return "contradicts";
    case HistoryAnswer::kOtherLog:
      return "otherLog";
    case HistoryAnswer::kCannotTell:
      break;
  }
  return "cannotTell";
}

/// The same for a log that carries on another one.
std::string carriedOnInWords(const Pair& pair) {
  const std::string& older = pair.one->path;
  const std::string& newer = pair.longest->path;
  const std::uint64_t held = pair.one->checkpoint->size;
  const std::uint64_t from = pair.carriedOn->size;
  switch (pair.check.answer) {
    case HistoryAnswer::kSame:
      return newer + " carries on " + older + ": its first entry holds this very checkpoint of " +
             std::to_string(held) + " entries.";
    case HistoryAnswer::kGrew:
      return newer + " carries on " + older + " as it was at " + std::to_string(from) +
             " entries, which its first entry holds. What came after them here, " +
             std::to_string(held - std::min(from, held)) + " more, is not carried on.";
    case HistoryAnswer::kContradicts:
      return newer + " says that it carries on " + older +
             ", but its first entry holds another history of it. Keep both, unchanged.";
    default:
      return "Could not check whether " + newer + " carries on " + older +
             ": its first entry holds a checkpoint of " + std::to_string(from) +
             " entries. Give a published directory of the older ledger that has at least " +
             std::to_string(std::max(from, held)) + ", or that checkpoint.";
  }
}

std::string inWords(const Pair& pair) {
  if (pair.carriedOn) return carriedOnInWords(pair);
  const std::string& one = pair.one->path;
  const std::string& longest = pair.longest->path;
  const std::string size = std::to_string(pair.one->checkpoint->size);
  switch (pair.check.answer) {
    case HistoryAnswer::kSame:
      return one + " and " + longest + " are the same " + size + " entries.";
    case HistoryAnswer::kGrew:
      return longest + " begins with all " + size + " entries of " + one + " and has " +
             std::to_string(pair.longest->checkpoint->size - pair.one->checkpoint->size) +
             " more: nothing was changed or taken out.";
    case HistoryAnswer::kContradicts:
      return one + " and " + longest +
             " contradict each other: whoever signed both has shown two histories. Keep both, "
             "unchanged: together they prove it.";
    case HistoryAnswer::kOtherLog:
      return one + " and " + longest + " are of two logs.";
    case HistoryAnswer::kCannotTell:
      break;
  }
  return "Could not check whether " + longest + " begins with the entries of " + one +
         ": add a published directory that verifies and has at least " +
         std::to_string(pair.longest->checkpoint->size) + " entries.";
}

ExitStatus statusOf(const std::vector<Side>& sides, const std::vector<Pair>& pairs) {
  ExitStatus status = kDone;
  for (const Pair& pair : pairs) {
    if (pair.check.answer == HistoryAnswer::kCannotTell) status = kPartly;
  }
  for (const Pair& pair : pairs) {
    if (pair.check.finding) status = kNotVerified;
  }
  for (const Side& side : sides) {
    if (!side.findings.empty()) status = kNotVerified;
  }
  return status;
}

Json sidesJson(const std::vector<Side>& sides) {
  Json list = Json::list();
  for (const Side& side : sides) {
    Json one = Json::object({{"path", Json::text(side.path)},
                             {"verified", Json::boolean(side.findings.empty())},
                             {"findings", findingsJson(side.findings)},
                             {"witnesses", quorumJson(side.quorum)}});
    if (side.checkpoint) {
      one.set("origin", Json::text(shown(side.checkpoint->origin)));
      one.set("size", number(side.checkpoint->size));
      one.set("root", Json::text(toHex(side.checkpoint->root.view())));
    }
    list.add(std::move(one));
  }
  return list;
}

Json pairsJson(const std::vector<Pair>& pairs) {
  Json list = Json::list();
  for (const Pair& pair : pairs) {
    std::vector<Finding> findings;
    if (pair.check.finding) findings.push_back(*pair.check.finding);
    list.add(Json::object({{"path", Json::text(pair.one->path)},
                           {"against", Json::text(pair.longest->path)},
                           {"answer", Json::text(codeOf(pair))},
                           {"findings", findingsJson(findings)}}));
  }
  return list;
}

void tell(Console& console, const std::vector<Side>& sides, const std::vector<Pair>& pairs) {
  for (const Side& side : sides) {
    console.line(side.path + ":" +
                 (side.checkpoint ? " " + std::to_string(side.checkpoint->size) + " entries of " +
                                        side.checkpoint->origin + "."
                                  : ""));
    tellFindings(console, side.findings);
    if (side.checkpoint) tellQuorum(console, side.quorum);
  }
  for (const Pair& pair : pairs) {
    if (pair.check.finding) tellFindings(console, {*pair.check.finding});
    console.line(inWords(pair));
  }
}

}  // namespace

ExitStatus compareGiven(Call& call, const std::vector<std::string>& paths) {
  const std::vector<Side> sides = checkSides(call, paths);
  const std::vector<Pair> pairs = comparePairs(sides, call.catalogue);
  const ExitStatus status = statusOf(sides, pairs);
  if (call.console.isJson()) {
    call.console.document("minutebook/compare/1",
                          Json::object({{"verified", Json::boolean(status == kDone)},
                                        {"given", sidesJson(sides)},
                                        {"compared", pairsJson(pairs)}}));
    return status;
  }
  tell(call.console, sides, pairs);
  if (!call.arguments.vkey && !call.arguments.policy) {
    call.console.line(
        "Note: Checked against the key that was shown first: this shows that they "
        "belong together, not whose they are. Add --vkey KEY.");
  }
  call.console.line(status == kDone     ? "Verified: one history."
                    : status == kPartly ? "Verified as far as it could be checked."
                                        : "Not verified.");
  return status;
}

}  // namespace minutebook
