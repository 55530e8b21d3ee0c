// audit/standards/pack.h
//
// A pack: a standard, or a table of reference data, as a TOML file. Some come with the program;
// anybody can write one. Source: docs/formats/pack.md.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/outcome.h"

namespace minutebook {

/// What a check goes by: name, value as written, and what it counts.
struct PackParameter {
  std::string name;
  std::string value;
  std::string unit;

  bool operator==(const PackParameter&) const = default;
};

/// One clause, or one table of reference data.
struct PackPart {
  /// How it is decided whether the clause was kept; kTable is no clause.
  enum class Decided { kByCheck, kByOwnSql, kByAPerson, kTable };

  std::string code;        ///< "PR-01"
  std::string text;        ///< Of a clause: what it asks, in plain words.
  std::string obligation;  ///< "must", "should" or "may".
  std::string comesFrom;   ///< Where it comes from, in words.
  Decided decided = Decided::kByCheck;
  std::string check;                      ///< With kByCheck: its name.
  std::string sql;                        ///< With kByOwnSql.
  std::vector<PackParameter> parameters;  ///< All that the check goes by.
  bool mayBeWaived = true;
  std::vector<std::string> matches;            ///< Items of other frameworks: "UK-1", "GRIPP2-2".
  std::vector<std::string> columns;            ///< Of a table.
  std::vector<std::vector<std::string>> rows;  ///< Of a table: as many cells as columns.
  std::string packText;                        ///< This part of the file, character for character.
};

/// An item of another framework that parts of this pack answer to.
struct PackItem {
  std::string code;  ///< "UK-1"
  std::string text;  ///< In our own words.
};

/// A standard or a table of reference data, as its file tells it.
struct Pack {
  std::string id;       ///< "BASE"
  std::string version;  ///< "1"
  std::string title;
  std::string about;            ///< What it is for, in a sentence or two.
  std::string comesFrom;        ///< Where it comes from, in words.
  std::string basedOn;          ///< "BASE@1": the pack that its parts are chosen from. Else empty.
  std::string data;             ///< Of reference data: "wageTable", "holidays". Empty: clauses.
  std::string head;             ///< The file before its first part, character for character.
  std::vector<PackItem> items;  ///< Of another framework, in its order.
  std::vector<PackPart> parts;

  /// "BASE@1"
  std::string label() const { return id + "@" + version; }
  /// The part that the pack calls `code`, or null.
  const PackPart* part(std::string_view code) const;
};

/// Reads a pack. A part that says `uses = "PR-01"` takes what it leaves out from the pack that it
/// is based on, which comes with the program. Code: pack.malformed, with the line.
Outcome<Pack> readPack(std::string_view text);

/// The packs that come with the program, the base pack first.
const std::vector<Pack>& ownPacks();
/// The one called `id`, as "BASE" or "BASE@1", or null. A newer version comes first.
const Pack* ownPack(std::string_view id);

/// A text as a document by its hash, as records name it: "sha256:" and lower-case hex.
std::string documentHash(std::string_view text);

/// SHA-256, lower-case hex, of the names and values by which a clause is decided, so that a verdict
/// can say which they were. Each is `name=value` and a line feed, in the order of their names.
std::string parameterHash(std::vector<PackParameter> parameters);

}  // namespace minutebook
