// tests/unit/report/example_ledger.h
//
// Record lines as a read model, without asking the rules: a report must also answer when a record
// that others rest on was never written down.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
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

struct ExampleLine {
  std::string file;
  std::size_t number = 0;  ///< In its file, from 1.
  std::string text;
};

/// The lines of every .jsonl file of a folder under examples/, in the order of the file names.
inline std::vector<ExampleLine> exampleLines(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path place =
      std::filesystem::path(MINUTEBOOK_SOURCE_DIR) / "examples" / folder;
  for (const auto& file : std::filesystem::directory_iterator(place)) {
    if (file.path().extension() == ".jsonl") files.push_back(file.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<ExampleLine> lines;
  for (const auto& file : files) {
    std::ifstream in(file);
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (!line.empty()) lines.push_back({file.filename().string(), number, std::move(line)});
    }
  }
  return lines;
}

/// One line as the log would hold it, and what was sealed on the way.
struct MadeEntry {
  Bytes bytes;
  std::map<FieldPath, Bytes> secrets;
};

/// `n` makes its statement id; all are recorded at one time. Throws kBug with the refusal.
inline MadeEntry madeEntry(std::string_view text, std::size_t n) {
  Json line = parseJson(text).value();
  std::string id = "000000000000" + std::to_string(n);
  line.set("statementId", Json::text("01920000-0000-7000-8000-" + id.substr(id.size() - 12)));
  Outcome<SealedLine> made = sealedLine(line);
  if (!made) {
    throw Fault(FaultKind::kBug, made.refusal().code + " at " + made.refusal().field + ": " +
                                     made.refusal().reason + " in " + std::string(text));
  }
  EntryParts parts;
  parts.recordedAt = 1640995200;  // 2022-01-01
  parts.count = 1;
  parts.statement = toBytes(made.value().statement.bytes());
  parts.signature = Bytes(64, 7);
  return {encodeEntry(parts), std::move(made.value().secrets)};
}

/// A log of such entries, and their sealed values, opened.
class ExampleLedger : public Disclosures {
 public:
  ExampleLedger() = default;
  /// All entries but one.
  explicit ExampleLedger(const std::vector<MadeEntry>& entries,
                         std::optional<std::size_t> without = std::nullopt) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (i != without) append(entries[i]);
    }
  }

  /// Returns its index.
  std::uint64_t add(std::string_view line) {
    return append(madeEntry(line, static_cast<std::size_t>(log_.size())));
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
  std::uint64_t append(const MadeEntry& entry) {
    std::uint64_t index = log_.append(entry.bytes);
    secrets_[index] = entry.secrets;
    return index;
  }

  MemoryLog log_;
  std::map<std::uint64_t, std::map<FieldPath, Bytes>> secrets_;
};

}  // namespace minutebook
