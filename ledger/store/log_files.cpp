#include "ledger/store/log_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/directory.h"
#include "ledger/base/fault.h"
#include "ledger/store/wal_examiner.h"

namespace minutebook {

namespace {

/// The manifest's file name, from CURRENT.
std::optional<std::string> manifestName(const std::filesystem::path& rocks) {
  std::ifstream current(rocks / "CURRENT", std::ios::binary);
  if (!current) return std::nullopt;
  std::string name((std::istreambuf_iterator<char>(current)), std::istreambuf_iterator<char>());
  if (!name.starts_with("MANIFEST-") || !name.ends_with("\n") || name.size() > 64 ||
      name.find('/') != std::string::npos) {
    throw Fault(FaultKind::kCorrupt, (rocks / "CURRENT").string() + " names no manifest",
                "Keep this directory as it is and restore the ledger from a backup.");
  }
  name.pop_back();
  return name;
}

/// The write-ahead logs by number, oldest first.
std::vector<std::filesystem::path> logFiles(const std::filesystem::path& rocks) {
  std::vector<std::pair<std::uint64_t, std::filesystem::path>> found;
  std::error_code error;
  for (std::filesystem::directory_iterator each(rocks, error), end; !error && each != end;
       each.increment(error)) {
    const std::filesystem::path& path = each->path();
    if (path.extension() != ".log") continue;
    std::string number = path.stem().string();
    number.erase(0, std::min(number.find_first_not_of('0'), number.size()));
    if (const auto value = parseDecimal(number)) found.emplace_back(*value, path);
  }
  if (error) {
    throw Fault(FaultKind::kIo, "reading " + rocks.string() + ": " + error.message(),
                "Check that you may read the ledger's files.");
  }
  std::sort(found.begin(), found.end());
  std::vector<std::filesystem::path> paths;
  for (auto& [number, path] : found) paths.push_back(std::move(path));
  return paths;
}

[[noreturn]] void failCut(const std::filesystem::path& file) {
  throw Fault(
      FaultKind::kIo,
      "cutting the torn end off " + file.string() + ": " + std::system_category().message(errno),
      "Check that the disk is healthy and you may write the ledger's files.");
}

}  // namespace

std::optional<LogFilesReport> examineLogFiles(const std::filesystem::path& rocks) {
  const std::optional<std::string> manifest = manifestName(rocks);
  // A manifest may be torn: what its last record would have installed was not relied on yet.
  if (!manifest || !examineLogFile(rocks / *manifest)) return std::nullopt;
  LogFilesReport report;
  for (const std::filesystem::path& file : logFiles(rocks)) {
    if (!report.torn.empty()) {
      throw Fault(FaultKind::kCorrupt,
                  report.torn.string() + " ends in the middle of a write at byte " +
                      std::to_string(report.tornFrom) + ", and " + file.filename().string() +
                      " comes after it",
                  "Keep this directory as it is and restore the ledger from a backup.");
    }
    const std::optional<LogFileReport> found = examineLogFile(file);
    if (!found) return std::nullopt;
    if (found->end == LogFileEnd::kTorn) report = {file, found->wholeBytes};
  }
  return report;
}

void cutTornWrite(const LogFilesReport& report) {
  const FileDescriptor file(::open(report.torn.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file || ::ftruncate(file.get(), static_cast<off_t>(report.tornFrom)) != 0) {
    failCut(report.torn);
  }
  if (::fsync(file.get()) != 0) failCut(report.torn);
}

std::optional<std::string> manifestStamp(const std::filesystem::path& rocks) {
  const std::optional<std::string> name = manifestName(rocks);
  if (!name) return std::nullopt;
  std::error_code error;
  const std::uintmax_t bytes = std::filesystem::file_size(rocks / *name, error);
  if (error) return std::nullopt;
  return *name + ":" + std::to_string(bytes);
}

}  // namespace minutebook
