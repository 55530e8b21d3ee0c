#include "cli/ledger_file.h"

#include <sstream>

#include "audit/standards/toml.h"
#include "ledger/base/directory.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

constexpr std::string_view kName = "ledger.toml";
constexpr std::size_t kBytesMax = 65536;

[[noreturn]] void unreadable(const std::filesystem::path& directory, const std::string& why) {
  throw Fault(FaultKind::kConfig, (directory / kName).string() + " cannot be read: " + why,
              "It holds format = 1 and origin = \"...\"; put back what init wrote there.");
}

}  // namespace

LedgerFile readLedgerFile(const std::filesystem::path& directory) {
  std::error_code error;
  std::optional<Bytes> bytes;
  if (std::filesystem::is_directory(directory, error)) {
    bytes = Directory::open(directory, Readers::kOwner).read(kName, kBytesMax);
  }
  if (!bytes) {
    throw Fault(FaultKind::kMissing, "there is no ledger at " + directory.string(),
                "Check the path, or make one with minutebook init " + directory.string() + ".");
  }
  try {
    toml::table table = toml::parse(asText(*bytes));
    LedgerFile file;
    file.format = table["format"].value<int>().value_or(0);
    file.origin = table["origin"].value<std::string>().value_or("");
    file.guard = table["guard"].value<std::string>();
    if (file.origin.empty()) unreadable(directory, "it names no origin");
    if (file.format != 1) unreadable(directory, "its format is not 1; a newer program wrote it");
    return file;
  } catch (const toml::parse_error& parseError) {
    unreadable(directory, std::string(parseError.description()));
  }
}

std::string writeLedgerFile(const LedgerFile& file) {
  toml::table table{{"format", file.format}, {"origin", file.origin}};
  if (file.guard) table.insert("guard", *file.guard);
  std::ostringstream text;
  text << table << '\n';
  return text.str();
}

}  // namespace minutebook
