#include "cli/handing_out/evidence.h"

#include <filesystem>
#include <memory>
#include <optional>

#include "audit/verify/damage.h"
#include "audit/verify/witnessed.h"
#include "cli/checking/given.h"
#include "cli/handing_out/handing_out.h"
#include "cli/verify_parts.h"
#include "ledger/bundle/tar.h"
#include "ledger/tlog/misbehaviour.h"
#include "ledger/tlog/published_log.h"

namespace minutebook {

namespace {

/// A signed checkpoint that was given, and the tiles beside it, if any.
struct Given {
  std::unique_ptr<FileTree> tree;
  std::string note;
  std::uint64_t size = 0;  ///< As the note claims; only to choose whose tiles to prove with.
};

std::optional<Given> readSide(const std::string& path) {
  Given given;
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    given.tree = std::make_unique<Directory>(Directory::open(path, Readers::kEveryone));
  } else if (givenFileAt(path) == GivenFile::kArchive) {
    given.tree = std::make_unique<TarFile>(TarFile::open(path));
  }
  if (given.tree) {
    given.note = readPublishedCheckpoint(*given.tree).value_or("");
  } else {
    given.note = std::string(asText(readGiven(path, kNoteBytesMax)));
  }
  const Outcome<SignedNote> note = SignedNote::parse(given.note);
  if (!note) return std::nullopt;
  const Outcome<Checkpoint> checkpoint = Checkpoint::parse(note.value().text);
  if (!checkpoint) return std::nullopt;
  given.size = checkpoint.value().size;
  return given;
}

/// The log's keys: those the reader has, or else the ones that the first directory shows.
std::vector<std::string> logKeys(const Call& call, const std::vector<Given>& given) {
  const PublishedExpectations expected = expectationsOf(call);
  if (expected.vkeys) return keyLines(*expected.vkeys);
  if (expected.policy && !given.empty()) {
    return logKeysIn(*expected.policy, claimedOrigin(given.front().note));
  }
  for (const Given& one : given) {
    const auto shown = one.tree ? one.tree->read(kVkeyFile, kNoteBytesMax) : std::nullopt;
    if (shown) return keyLines(asText(*shown));
  }
  return {};
}

std::optional<Misbehaviour> between(const std::string& vkey, const Given& one, const Given& other) {
  const Given& larger = one.size < other.size ? other : one;
  std::optional<PublishedLog> log;
  if (larger.tree) log.emplace(*larger.tree, larger.size);
  Sha256 hasher;
  return findMisbehaviour(hasher, vkey, one.note, other.note, log ? &*log : nullptr);
}

std::optional<Misbehaviour> evidenceIn(const Call& call, const std::vector<Given>& given) {
  for (const std::string& vkey : logKeys(call, given)) {
    for (std::size_t i = 0; i < given.size(); ++i) {
      for (std::size_t j = i + 1; j < given.size(); ++j) {
        if (auto evidence = between(vkey, given[i], given[j])) return evidence;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

void keepEvidence(Call& call, const std::vector<std::string>& paths) {
  std::optional<Misbehaviour> evidence;
  // Files that are damaged show nothing; that they are was said already.
  (void)damageOf([&] {
    std::vector<Given> given;
    for (const std::string& path : paths) {
      if (auto one = readSide(path)) given.push_back(std::move(*one));
    }
    evidence = evidenceIn(call, given);
  });
  if (!evidence) return;
  if (!call.arguments.output) {
    return call.console.note(
        "The log's key has signed two histories. Add -o FILE to keep the evidence, which anybody "
        "can check.");
  }
  const NewPath to(call.arguments.output, evidence->fileName());
  NewFile file(to, call.surroundings.random);
  writeAllAt(file.descriptor(), asBytes(evidence->encode()), 0, to.path().string());
  syncData(file.descriptor(), to.path().string());
  file.becomes(to);
  call.console.note("Wrote the evidence to " + *call.arguments.output + ".");
}

}  // namespace minutebook
