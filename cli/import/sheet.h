// cli/import/sheet.h
//
// A CSV file on disk, read row by row under a mapping: its heading understood, every row as wide as
// the heading, its bytes hashed on the way, and each trouble with its place.

#pragma once

#include <fstream>
#include <memory>
#include <string>

#include "cli/import/row_records.h"
#include "ledger/crypto/sha256.h"

namespace minutebook {

/// One reading of a file, from its beginning. `mapping` must outlive it.
class Sheet {
 public:
  /// Throws kMissing if there is no such file.
  Sheet(const std::string& path, const ImportMapping& mapping);
  ~Sheet();

  /// The next row below the heading; false at the end. Codes: those of CsvReader, csv.no-header,
  /// csv.column-missing, csv.column-twice, csv.row-length. Throws kIo if reading fails.
  Outcome<bool> next(CsvRow& row);

  /// After a refusal of next(): "proposals.csv line 7 (row 5, column 3 "status")".
  std::string place() const;
  /// The same for a row that was read.
  std::string placeOf(const CsvPlace& row, const RowTrouble& trouble) const;

  /// Once next() has been called.
  const SheetHeading& heading() const { return heading_; }
  /// SHA-256 of the file; once next() has said false.
  Hash hash();

 private:
  class HashedFile;

  Outcome<bool> read(CsvRow& row);
  Outcome<bool> readFirst();

  std::string path_;
  const ImportMapping& mapping_;
  std::unique_ptr<HashedFile> file_;
  std::istream stream_;
  CsvReader reader_;
  SheetHeading heading_;
  CsvRow names_;  // The heading as it stands.
  CsvPlace place_;
};

}  // namespace minutebook
