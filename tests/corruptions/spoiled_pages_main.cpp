// tests/corruptions/spoiled_pages_main.cpp
//
// spoiled_pages DIR: writes the page of each row of the tables that has one, as it is after the
// corruption, and pages.json, which says what each must say. tests/pages opens them in browsers.

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/corruptions/spoiled_desk.h"
#include "tests/support/files.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

void put(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
}

void writePages(const fs::path& folder) {
  const SpoiledDesk desk;
  nlohmann::ordered_json pages = nlohmann::ordered_json::array();
  std::set<std::string> receipts;
  for (const Corruption& row : readCorruptions(MINUTEBOOK_SOURCE_DIR "/tests/corruptions")) {
    if (row.page.empty()) continue;
    const std::string receipt = receiptOf(row);
    receipts.insert(receipt);
    const std::string json = readFile(desk.spoiledBy(row) / (receipt + ".json"));
    put(folder / (row.name + ".html"), pageWith(readFile(desk.good() / (receipt + ".html")), json));
    pages.push_back({{"file", row.name + ".html"}, {"what", row.what}, {"says", row.page}});
  }
  for (const std::string& receipt : receipts) {
    fs::copy_file(desk.good() / (receipt + ".html"), folder / ("good-" + receipt + ".html"));
    pages.push_back({{"file", "good-" + receipt + ".html"}, {"what", "nothing"}, {"says", ""}});
  }
  put(folder / "pages.json", pages.dump(2) + "\n");
}

}  // namespace
}  // namespace minutebook

int main(int count, char** words) {
  if (count != 2) {
    std::cerr << "usage: spoiled_pages DIR\n";
    return 2;
  }
  try {
    minutebook::writePages(words[1]);
  } catch (const std::exception& error) {
    std::cerr << "spoiled_pages: " << error.what() << "\n";
    return 1;
  }
  return 0;
}
