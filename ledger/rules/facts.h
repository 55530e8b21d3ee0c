// ledger/rules/facts.h
//
// What rules may ask about: point lookups of public facts, nothing else. No clock, no disk, no SQL,
// no opened value; so anybody with the log's bytes can replay every answer.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/ids.h"
#include "ledger/event/statement.h"
#include "schema/annotations.capnp.h"

namespace minutebook {

/// One fact that an admitted submission makes true, or replaces.
struct FactChange {
  std::string key;
  std::string value;

  bool operator==(const FactChange&) const = default;
};

/// The public facts of one ledger at one size.
class Facts {
 public:
  virtual ~Facts() = default;

  /// Entries so far: the index of the next one.
  virtual std::uint64_t size() const = 0;
  /// `recordedAt` of the newest entry; INT64_MIN in an empty ledger.
  virtual std::int64_t newestTime() const = 0;
  /// The value of one fact, by key (see fact_keys.h).
  virtual std::optional<std::string> find(std::string_view key) const = 0;
  /// The statement of an earlier entry. Throws kBug unless index < size().
  virtual Statement statementAt(std::uint64_t index) const = 0;
  /// The Merkle root over the first `size` entries, and over the thread map at size().
  virtual Hash rootAt(std::uint64_t size) const = 0;
  virtual Hash threadsRoot() const = 0;
  virtual std::uint64_t threadCount() const = 0;
};

/// Facts of a ledger plus the changes of statements not yet committed: what the second statement of
/// a submission sees. Remembers what it found in `base`, which must not change while this lives.
class FactsWith : public Facts {
 public:
  explicit FactsWith(const Facts& base) : base_(base) {}

  /// About so many facts will be asked for and applied.
  void expect(std::size_t facts) { known_.reserve(facts); }
  /// The fact holds from now on.
  void apply(const FactChange& change);
  /// The statement becomes visible to statementAt(); it must outlive this.
  void append(const Statement& statement);

  std::uint64_t size() const override { return base_.size() + appended_.size(); }
  std::int64_t newestTime() const override { return base_.newestTime(); }
  std::optional<std::string> find(std::string_view key) const override;
  Statement statementAt(std::uint64_t index) const override;
  Hash rootAt(std::uint64_t size) const override { return base_.rootAt(size); }
  Hash threadsRoot() const override { return base_.threadsRoot(); }
  std::uint64_t threadCount() const override { return base_.threadCount(); }

 private:
  struct KeyHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const {
      return std::hash<std::string_view>()(key);
    }
  };

  const Facts& base_;
  // Changes, and answers of base_ (nothing: not there). A statement of an import names the same
  // people and meetings as the one before it.
  mutable std::unordered_map<std::string, std::optional<std::string>, KeyHash, std::equal_to<>>
      known_;
  std::vector<const Statement*> appended_;
};

}  // namespace minutebook
