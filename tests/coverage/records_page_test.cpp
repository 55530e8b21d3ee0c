// docs/formats/records.md and the pages under it follow from the schema. UPDATE=1 in the
// environment rewrites them.

#include "tests/coverage/records_page.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/lines.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

fs::path formats() {
  return fs::path(MINUTEBOOK_SOURCE_DIR) / "docs" / "formats";
}

void expectKept(const fs::path& path, const std::string& page) {
  if (std::getenv("UPDATE")) std::ofstream(path) << page;
  std::ifstream file(path);
  std::string kept{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(kept, page) << path << ": run this test with UPDATE=1 and read what changed";
}

TEST(RecordsPage, FollowsFromTheSchema) {
  expectKept(formats() / "records.md", recordsPage(theCatalogue()));
}

TEST(RecordsPage, HasOnePageForEachFamily) {
  std::vector<std::string> families = familiesOf(theCatalogue());
  for (const std::string& family : families) {
    expectKept(formats() / "records" / (family + ".md"), familyPage(family, theCatalogue()));
  }
  auto files = fs::directory_iterator(formats() / "records");
  EXPECT_EQ(static_cast<std::size_t>(std::distance(begin(files), end(files))), families.size());
}

TEST(RecordsPage, LeavesNoFieldUnexplained) {
  for (const std::string& family : familiesOf(theCatalogue())) {
    std::string page = familyPage(family, theCatalogue());
    std::size_t empty = page.find(" |  | ");
    EXPECT_EQ(empty, page.npos) << page.substr(empty == page.npos ? 0 : page.rfind('\n', empty),
                                               99);
  }
}

TEST(RecordsPage, TellsEveryFieldWithItsUnitAudienceAndRefusals) {
  std::string page = familyPage("payment", theCatalogue());
  for (const char* said :
       {"## timeLogged",
        "| `minutes.minutes` | number; unit: minutes | How many minutes. | sealed, for "
        "coordinators and whoever the record is about; key of `accounts` |",
        "| `what.times` | list of: text, id of: time | Time that was logged. *One of these at "
        "most.* | everyone |",
        "Refused as: `id.in-use`, `time.not-yours`, `time.over-a-day`.",
        "It is the act of `participant`: anybody else needs `onBehalfOf`, with a basis."}) {
    EXPECT_NE(page.find(said), page.npos) << said;
  }
}

}  // namespace
}  // namespace minutebook
