// cli/import/said_before.h
//
// What earlier imports of a sheet said. A record of a row has the same statement id in every
// import, and so have the corrections that later imports added to it; so the ledger itself
// remembers what the sheet said last, and nothing else has to.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/import/desk.h"
#include "ledger/crypto/hmac.h"
#include "ledger/store/vault.h"

namespace minutebook {

/// A record's fields by name, and what of its surroundings a sheet can say: `occurredAt`,
/// `initiative`, `stage`.
using RecordContent = std::map<std::string, Json>;

/// Names of what differs, in their order. What is sealed and cannot be opened counts as the same.
std::vector<std::string> differences(const RecordContent& before, const RecordContent& now);

/// What a sheet said of one record when it was imported last.
struct SaidBefore {
  StatementId first;        ///< The statement that recorded it.
  std::uint32_t times = 1;  ///< That one, and the corrections by later imports.
  RecordContent content;
  std::string document;  ///< SHA-256 of the sheet of then, in hex; empty if it cannot be seen.
  bool erased = false;   ///< Some of its sealed text is gone, and is not to come back.
};

/// The memory of one source on one ledger.
class EarlierImports {
 public:
  /// `desk` must outlive it. `source` is the sheet's name in its mapping.
  EarlierImports(ImportDesk& desk, std::string origin, std::string source);

  /// What makes a record the same one in the next import.
  struct Key {
    std::string_view record;  ///< Its name in the mapping.
    bool once = false;        ///< By the value of a column, not by the row.
    std::string_view value;   ///< Of that column, or of the row's key.
  };

  /// The id of the record's first statement (nth 0) or of its nth correction. Source:
  /// docs/formats/import-mapping.md, "Ids".
  StatementId idOf(const Key& key, std::uint32_t nth);

  /// Nothing if it was never imported.
  std::optional<SaidBefore> find(const Key& key);

  /// What a new line says, in the same terms. Codes: those of Composer::compose() and checkForm().
  Outcome<RecordContent> contentOf(const Json& line);

 private:
  SaidBefore read(std::uint64_t index);

  ImportDesk& desk_;
  std::string origin_;
  std::string source_;
  HmacSha256 mac_;
  Vault vault_;
};

}  // namespace minutebook
