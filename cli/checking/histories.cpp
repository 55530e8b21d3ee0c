// Several things that a log has signed, each checked for itself and all against the longest.

#include <filesystem>
#include <memory>

#include "audit/verify/compare_histories.h"
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

std::vector<Pair> comparePairs(const std::vector<Side>& sides) {
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
    pairs.push_back(
        {&side, longest, compareHistories(*side.checkpoint, *longest->checkpoint, logs)});
  }
  return pairs;
}

const char* codeOf(HistoryAnswer answer) {
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

std::string inWords(const Pair& pair) {
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
                           {"answer", Json::text(codeOf(pair.check.answer))},
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
  const std::vector<Pair> pairs = comparePairs(sides);
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
