// cli/find_record.h
//
// What a person means by an id on the command line: an entry's number, a statement id, a record
// with or without its register.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "schema/annotations.capnp.h"

namespace minutebook {

/// One thing that was found.
struct FoundRecord {
  std::uint64_t entry = 0;  ///< That registered it, or is it.
  schema::Register where = schema::Register::ENTRY;
  std::string id;  ///< Of the record; the statement id for an entry.
};

/// Looks up a fact by its key.
using FindFact = std::function<std::optional<std::string>(std::string_view key)>;

/// Everything that `text` can mean among the first `size` entries: several if two registers use the
/// same id. Empty if it means nothing.
std::vector<FoundRecord> findRecords(const std::string& text, std::uint64_t size,
                                     const FindFact& find);

/// The one thing that is meant. Throws kMissing if there is none, kUsage (listing them) if several.
FoundRecord findOneRecord(const std::string& text, std::uint64_t size, const FindFact& find);

}  // namespace minutebook
