// ledger/rules/fact_keys.h
//
// The keys under which facts are kept. All facts can be derived again from the entries, so a key
// may change with a rules version without touching the log.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/bytes.h"
#include "ledger/base/ids.h"
#include "schema/annotations.capnp.h"

namespace minutebook::fact {

/// u64 index of the entry that registered the id.
std::string record(schema::Register where, std::string_view id);
/// u64 index of the entry that holds the statement.
std::string statement(const StatementId& id);
/// Of an author, clerk or log key: see rules/authority.h.
std::string key(ByteView publicKey);
/// Rights held by a participant: a u64 with one bit for each schema::Right.
std::string rights(std::string_view participant);
/// The latest state of a record that has one, and the entry that set it: see State.
std::string state(schema::Register where, std::string_view id);
/// A relation between two things that rules ask about: "voter", "seat", "left".
std::string relation(std::string_view name, std::string_view left, std::string_view right);
/// What the keys of all relations of that name begin with.
std::string relations(std::string_view name);
/// A lone fact: "origin", "rulesVersion", "stewards".
std::string single(std::string_view name);
/// u64 index of the newest correction of the entry at `index`.
std::string correction(std::uint64_t index);

/// A u64 as a fact's value, and back (0 if the value is not eight bytes).
std::string index(std::uint64_t value);
std::uint64_t indexOf(std::string_view value);

/// How a record stands, and since which entry: the value of state() and of some relations.
struct State {
  std::uint64_t entry = 0;
  std::string text;

  bool operator==(const State&) const = default;
  /// u64 entry || text.
  std::string value() const;
  /// Nothing if `value` is shorter than an index.
  static std::optional<State> parse(std::string_view value);
};

}  // namespace minutebook::fact
