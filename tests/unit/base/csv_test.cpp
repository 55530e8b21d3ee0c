#include "ledger/base/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace minutebook {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Everything that was read, and how it ended.
struct ReadText {
  std::vector<std::vector<std::string>> rows;
  std::vector<CsvPlace> places;
  std::string ending;  ///< "" at the end of the file, else "code at row R line L column C".
};

ReadText readAll(const std::string& text, CsvDialect dialect = {}) {
  std::istringstream stream(text);
  CsvReader reader(stream, dialect);
  ReadText all;
  CsvRow row;
  while (true) {
    Outcome<bool> more = reader.next(row);
    if (!more) {
      EXPECT_FALSE(more.refusal().reason.empty() || more.refusal().remedy.empty());
      const CsvPlace& at = reader.place();
      all.ending = more.refusal().code + " at row " + std::to_string(at.row) + " line " +
                   std::to_string(at.line) + " column " + std::to_string(at.column);
      return all;
    }
    if (!more.value()) return all;
    all.rows.push_back(row.cells);
    all.places.push_back(row.place);
  }
}

TEST(Csv, ReadsCellsAndRows) {
  ReadText all = readAll("a,b\r\n1,\r\n,2");
  EXPECT_EQ(all.ending, "");
  EXPECT_THAT(all.rows,
              ElementsAre(ElementsAre("a", "b"), ElementsAre("1", ""), ElementsAre("", "2")));
}

TEST(Csv, TakesEitherLineEndAndNeedsNoneAtTheEnd) {
  EXPECT_EQ(readAll("a\nb\n").rows, readAll("a\r\nb").rows);
  EXPECT_THAT(readAll("").rows, IsEmpty());
  EXPECT_THAT(readAll("\n").rows, ElementsAre(ElementsAre("")));
}

TEST(Csv, KeepsSpacesAndWhatQuotationMarksHold) {
  EXPECT_THAT(readAll("\" a,\"\"b\"\"\r\nc\", d ").rows,
              ElementsAre(ElementsAre(" a,\"b\"\r\nc", " d ")));
  EXPECT_THAT(readAll("\"\",\"\"\"\"").rows, ElementsAre(ElementsAre("", "\"")));
}

TEST(Csv, CountsRowsAsASpreadsheetAndLinesAsAnEditor) {
  ReadText all = readAll("a\n\"1\n2\n\"\nb\n");
  EXPECT_THAT(all.places, ElementsAre(CsvPlace{1, 1, 0}, CsvPlace{2, 2, 0}, CsvPlace{3, 5, 0}));
}

TEST(Csv, SkipsTheMarkOfUtf8AtTheBeginningOnly) {
  EXPECT_THAT(readAll("\xef\xbb\xbf\"a\"\n\xef\xbb\xbfz").rows,
              ElementsAre(ElementsAre("a"), ElementsAre("\xef\xbb\xbfz")));
}

TEST(Csv, SeparatesAsDeclared) {
  EXPECT_THAT(readAll("a;b,c\n", {';', CsvEncoding::kUtf8}).rows,
              ElementsAre(ElementsAre("a", "b,c")));
}

TEST(Csv, ReadsWindows1252WhereDeclared) {
  EXPECT_THAT(readAll("caf\xe9,\x80 5,\x93q\x94", {',', CsvEncoding::kWindows1252}).rows,
              ElementsAre(ElementsAre("café", "€ 5", "“q”")));
}

TEST(Csv, RefusesBytesThatAreNotInTheEncoding) {
  EXPECT_EQ(readAll("a,b\n1,caf\xe9\n").ending, "csv.encoding at row 2 line 2 column 2");
  CsvDialect windows{',', CsvEncoding::kWindows1252};
  EXPECT_EQ(readAll("a\n\x81\n", windows).ending, "csv.encoding at row 2 line 2 column 1");
  EXPECT_EQ(readAll("\xef\xbb\xbf"
                    "a\n",
                    windows)
                .ending,
            "csv.encoding at row 1 line 1 column 1");
  EXPECT_EQ(readAll(std::string("a\0", 2)).ending, "csv.encoding at row 1 line 1 column 1");
  EXPECT_EQ(readAll("\xff\xfe"
                    "a")
                .ending,
            "csv.encoding at row 1 line 1 column 1");
}

TEST(Csv, RefusesQuotationMarksThatCouldMeanTwoThings) {
  EXPECT_EQ(readAll("a,b\n1,x\"y\n").ending, "csv.stray-quote at row 2 line 2 column 2");
  EXPECT_EQ(readAll("a,b\n1, \"y\"\n").ending, "csv.stray-quote at row 2 line 2 column 2");
  EXPECT_EQ(readAll("\"a\" ,b\n").ending, "csv.stray-quote at row 1 line 1 column 1");
  EXPECT_EQ(readAll("\"a\"\"b\"c\"").ending, "csv.stray-quote at row 1 line 1 column 1");
}

TEST(Csv, SaysWhereAnOpenQuotationMarkStands) {
  EXPECT_EQ(readAll("a,b\n1,\"x\ny\nz").ending, "csv.open-quote at row 2 line 2 column 2");
  EXPECT_EQ(readAll("a\n\"\"\"").ending, "csv.open-quote at row 2 line 2 column 1");
}

TEST(Csv, RefusesACarriageReturnAlone) {
  EXPECT_EQ(readAll("a\rb").ending, "csv.bare-return at row 1 line 1 column 1");
  EXPECT_EQ(readAll("a\n\"x\"\r").ending, "csv.bare-return at row 2 line 2 column 1");
}

TEST(Csv, BoundsARow) {
  const std::string most(kCsvRowBytesMax, 'x');
  EXPECT_EQ(readAll("a\n" + most + "\n").ending, "");
  EXPECT_EQ(readAll("a\n" + most + "x\n").ending, "csv.too-long at row 2 line 2 column 1");
  EXPECT_EQ(readAll("a,b\n1,\"\n" + most + "x\n").ending, "csv.too-long at row 2 line 2 column 2");
  EXPECT_EQ(readAll(std::string(kCsvCellsMax - 1, ',')).ending, "");
  EXPECT_EQ(readAll(std::string(kCsvCellsMax, ',')).ending,
            "csv.too-long at row 1 line 1 column 1025");
}

TEST(Csv, ReadsOnAcrossItsBuffer) {
  for (std::size_t before = (std::size_t{1} << 16) - 4; before <= (std::size_t{1} << 16);
       ++before) {
    std::string first(before, 'x');
    EXPECT_THAT(readAll(first + "\r\n\"a\"\"b\",é\r\n").rows,
                ElementsAre(ElementsAre(first), ElementsAre("a\"b", "é")));
  }
}

}  // namespace
}  // namespace minutebook
