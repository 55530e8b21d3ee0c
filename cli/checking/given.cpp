#include "cli/checking/given.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <utility>

#include "audit/verify/receipt_file.h"
#include "audit/verify/verify_bundle.h"
#include "cli/verify_parts.h"
#include "ledger/base/directory.h"
#include "ledger/base/fault.h"
#include "ledger/tlog/misbehaviour.h"
#include "ledger/tlog/stamped_checkpoint.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;

/// Above a checkpoint's signatures stand an empty line and, before each, an em dash.
constexpr std::string_view kSignatureBegins = "\n\n\u2014 ";
constexpr std::size_t kHeadBytes = std::size_t{64} << 10;

Directory folderOf(const std::string& path) {
  return Directory::open(fs::absolute(path).parent_path(), Readers::kEveryone);
}

std::string nameOf(const std::string& path) {
  return fs::absolute(path).filename().string();
}

[[noreturn]] void nothingAt(const std::string& path) {
  throw Fault(FaultKind::kMissing, "there is nothing at " + path, "Check the path.");
}

/// How a file begins; less than asked for if it is shorter.
std::string beginningOf(const std::string& path) {
  const FileDescriptor file = folderOf(path).openFile(nameOf(path), O_RDONLY);
  if (!file) nothingAt(path);
  std::string head(kHeadBytes, '\0');
  const ssize_t got = ::pread(file.get(), head.data(), head.size(), 0);
  head.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return head;
}

ExitStatus checkFile(Call& call, const std::string& path) {
  switch (givenFileAt(path)) {
    case GivenFile::kReceipt:
      return verifyReceiptIn(call, path);
    case GivenFile::kMisbehaviour:
      return verifyMisbehaviourIn(call, path);
    case GivenFile::kStamped:
      return verifyStampedIn(call, path);
    case GivenFile::kCheckpoint:
      return verifyCheckpointIn(call, path);
    case GivenFile::kArchive:
    case GivenFile::kJson:
      break;
  }
  return verifyHandedFile(call, path);
}

ExitStatus checkOne(Call& call, const std::string& path) {
  std::error_code error;
  if (!fs::exists(path, error)) nothingAt(path);
  if (!fs::is_directory(path, error)) return checkFile(call, path);
  const Directory directory = Directory::open(path, Readers::kEveryone);
  return looksLikeBundle(directory) ? verifyBundleIn(call, directory, path)
                                    : verifyPublishedIn(call, directory, path);
}

}  // namespace

GivenFile givenFileAt(const std::string& path) {
  if (path.ends_with(".tar")) return GivenFile::kArchive;
  const std::string head = beginningOf(path);
  if (looksLikeReceipt(head) || looksLikeProof(head)) return GivenFile::kReceipt;
  if (head.starts_with(kMisbehaviourHead)) return GivenFile::kMisbehaviour;
  if (head.starts_with(kStampedHead)) return GivenFile::kStamped;
  if (head.starts_with("{") || path.ends_with(".json")) return GivenFile::kJson;
  if (head.find(kSignatureBegins) != head.npos) return GivenFile::kCheckpoint;
  throw Fault(
      FaultKind::kCorrupt, path + " is none of the files that can be checked",
      "These are: a receipt, a tlog-proof, a bundle (.tar), a disclosure (.json), a signed "
      "checkpoint, with or without time stamps, a misbehaviour file. A published directory is "
      "named as a whole.");
}

Bytes readGiven(const std::string& path, std::size_t bytesMax) {
  std::optional<Bytes> bytes = folderOf(path).read(nameOf(path), bytesMax);
  if (!bytes) nothingAt(path);
  return std::move(*bytes);
}

ExitStatus checkGiven(Call& call) {
  const std::vector<std::string>& paths = call.arguments.words;
  return paths.size() == 1 ? checkOne(call, paths.front()) : compareGiven(call, paths);
}

}  // namespace minutebook
