// ledger/store/fact_table.h
//
// Derived lookups: what has come since the last flush in memory, the rest on disk. They are not in
// the commit batch, because random keys there cost more than everything else; a crash loses at most
// the part in memory, and the entries say it again. Private to ledger/store.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/store/rocks.h"

namespace minutebook {

/// Facts held in memory before they are written to disk as one sorted file.
inline constexpr std::size_t kFactTailMax = 65536;

/// One thread at a time. `rocks` must outlive it.
class FactTable {
 public:
  using Visitor = std::function<void(std::string_view key, std::string_view value)>;

  /// What a table begins with.
  enum class Start {
    kFromDisk,
    kAside,  ///< Nothing: all facts are made again in memory, and only replaceDisk() writes.
  };

  /// How the disk differs from what was staged.
  struct Difference {
    std::uint64_t otherwise = 0;  ///< On disk with another value, or on disk only.
    std::uint64_t missing = 0;    ///< Staged only.
    std::string unreadable;       ///< What stood in the way of reading on; empty if nothing did.
  };

  /// Throws kCorrupt if the note on disk of how far the facts reach is not one.
  explicit FactTable(Rocks& rocks, Start start = Start::kFromDisk);

  /// Facts are complete for the entries before this index.
  std::uint64_t upTo() const { return upTo_; }

  /// The fact's value, from memory before disk; nothing if there is no such fact.
  std::optional<std::string> find(std::string_view key) const;
  /// The fact's value if it is in memory; null says nothing about the disk. Until the next change.
  const std::string* findStaged(std::string_view key) const;
  /// In order of the keys, memory before disk.
  void forEach(std::string_view prefix, const Visitor& visit) const;

  /// Sets a fact in memory; it reaches the disk with the next writeTail().
  void stage(std::string key, std::string value);
  /// What was staged makes the facts complete for the entries before `index`.
  void reach(std::uint64_t index) { upTo_ = index; }
  bool isTailLong() const { return !isAside_ && tail_.size() >= kFactTailMax; }
  std::size_t staged() const { return tail_.size(); }

  /// Writes the tail and how far it reaches to disk, durably, as one sorted file.
  void writeTail();
  /// The same through memory: cheap for a few facts, and on disk after the next flush() only.
  void writeTailBeforeFlush();
  /// Drops everything, on disk too, durably.
  void forget();

  /// Of what was staged and how far it reaches, beside all that is on disk. Damage is no fault
  /// here: all of it can be made again.
  Difference compareWithDisk() const;
  /// Puts what was staged in the place of all that is on disk, in one atomic, durable step.
  void replaceDisk();

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;
  /// Of the tail, sorted by key.
  Pairs sorted(std::string_view prefix) const;
  /// All of the tail, and in front of it how far it reaches: `reach`, which must outlive the pairs.
  Pairs allStaged(const std::string& reach) const;

  Rocks& rocks_;
  bool isAside_ = false;
  std::uint64_t upTo_ = 0;
  std::uint64_t upToOnDisk_ = 0;
  std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> tail_;
};

}  // namespace minutebook
