// tests/unit/report/example_ledger.h
//
// Record lines as a read model, without asking the rules: a report must also answer when a record
// that others rest on was never written down.

#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/base/fault.h"
#include "ledger/event/submission.h"
#include "ledger/seal/disclosures.h"
#include "ledger/view/read_model.h"
#include "tests/support/lines.h"
#include "tests/support/memory_log.h"

namespace minutebook {

/// The lines of every .jsonl file of a folder under examples/, in the order of the file names.
inline std::vector<std::string> exampleLines(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path place =
      std::filesystem::path(MINUTEBOOK_SOURCE_DIR) / "examples" / folder;
  for (const auto& file : std::filesystem::directory_iterator(place)) {
    if (file.path().extension() == ".jsonl") files.push_back(file.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> lines;
  for (const auto& file : files) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      if (!line.empty()) lines.push_back(std::move(line));
    }
  }
  return lines;
}

/// A log in which line i is entry i, all recorded at one time, and its sealed values opened.
class ExampleLedger : public Disclosures {
 public:
  static constexpr std::int64_t kRecordedAt = 1640995200;  // 2022-01-01

  ExampleLedger() = default;
  explicit ExampleLedger(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) add(line);
  }

  void add(std::string_view line) {
    Outcome<SealedLine> made = sealedLine(line);
    if (!made) {
      throw Fault(FaultKind::kBug, made.refusal().code + " at " + made.refusal().field + ": " +
                                       made.refusal().reason + " in " + std::string(line));
    }
    EntryParts parts;
    parts.recordedAt = kRecordedAt;
    parts.count = 1;
    parts.statement = toBytes(made.value().statement.bytes());
    parts.signature = Bytes(64, 7);
    secrets_[log_.append(encodeEntry(parts))] = std::move(made.value().secrets);
  }

  const MemoryLog& log() const { return log_; }
  ReadModel model() const { return ReadModel::inMemoryUpTo(log_, log_.size(), theCatalogue()); }

  Disclosure open(std::uint64_t index, const FieldPath& path) override {
    auto entry = secrets_.find(index);
    if (entry == secrets_.end()) return {};
    auto found = entry->second.find(path);
    if (found == entry->second.end()) return {};
    return {SealState::kOpen, found->second};
  }

 private:
  MemoryLog log_;
  std::map<std::uint64_t, std::map<FieldPath, Bytes>> secrets_;
};

}  // namespace minutebook
