// cli/import/mapping_settings.h
//
// The small parts of a mapping: settings of the right type, and values with cells in them. Private
// to cli/import/mapping.cpp, apart so that each can be read at once; includes toml++.

#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/standards/toml.h"
#include "cli/import/mapping.h"

namespace minutebook {

/// Collects what is wrong; keeps what stands first in the file.
class MappingTroubles {
 public:
  void add(std::uint64_t line, Refusal refusal);
  const std::optional<MappingRefused>& first() const { return first_; }

 private:
  std::optional<MappingRefused> first_;
};

/// The line a node begins in; at least 1.
std::uint64_t lineOf(const toml::node& node);

/// " Did you mean X?", or nothing where nothing is near.
std::string didYouMean(const std::string& near);

/// Whether the name belongs to the statement around a record.
bool isAroundRecords(std::string_view name);

/// mapping.unknown-setting for each key that is not one of `known`.
void allowOnly(const toml::table& table, std::initializer_list<const char*> known,
               MappingTroubles& troubles);

/// The value as a text, a list of texts, a yes or no, or a table; mapping.malformed and an empty
/// one if it is something else.
std::string textIn(const toml::node& node, const std::string& name, MappingTroubles& troubles);
std::vector<std::string> textsIn(const toml::node& node, const std::string& name,
                                 MappingTroubles& troubles);
bool truthIn(const toml::node& node, const std::string& name, MappingTroubles& troubles);
const toml::table* tableIn(const toml::node& node, const std::string& name,
                           MappingTroubles& troubles);

/// Reads values and conditions against the columns and tables that a mapping declares.
class MappedValues {
 public:
  /// Both must outlive this.
  MappedValues(const ImportMapping& mapping, MappingTroubles& troubles)
      : mapping_(mapping), troubles_(troubles) {}

  /// The place of a declared column; mapping.unknown-name and 0 if there is none.
  std::size_t column(const std::string& name, std::uint64_t line);
  /// What a field is given. `name` is for messages.
  MappedValue read(const toml::node& node, const std::string& name);
  /// { filled = "a", empty = "b", is = { c = "word" }, is-not = { d = ["x", "y"] } }
  std::vector<CellCondition> conditions(const toml::node& node);

 private:
  std::vector<TextPiece> pieces(const std::string& text, std::uint64_t line);
  TextPiece cell(const std::string& inside, std::uint64_t line);
  MappedValue readTable(const toml::table& table, const std::string& name);
  MappedValue readChoice(const toml::node& options, const std::string& name);

  const ImportMapping& mapping_;
  MappingTroubles& troubles_;
};

}  // namespace minutebook
