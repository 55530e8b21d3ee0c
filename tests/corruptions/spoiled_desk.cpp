#include "tests/corruptions/spoiled_desk.h"

#include <stdexcept>

#include "tests/corruptions/desk.h"
#include "tests/corruptions/spoil.h"

namespace minutebook {

namespace fs = std::filesystem;

SpoiledDesk::SpoiledDesk() {
  fs::create_directory(good());
  makeDesk(good());
}

fs::path SpoiledDesk::spoiledBy(const Corruption& corruption) const {
  const fs::path desk = temp_.path() / "desk";
  fs::remove_all(desk);
  fs::copy(good(), desk, fs::copy_options::recursive);
  for (const std::string& step : corruption.steps) spoil(desk, step);
  return desk;
}

std::string pageWith(const std::string& page, const std::string& json) {
  const std::string start = "<script type=\"application/json\" id=\"receipt\">";
  const std::size_t from = page.find(start);
  const std::size_t to = page.find("</script>", from);
  if (from == page.npos || to == page.npos) throw std::runtime_error("no receipt in the page");
  std::string inScript;
  for (char c : json) inScript += c == '<' ? "\\u003c" : std::string(1, c);
  return page.substr(0, from + start.size()) + inScript + page.substr(to);
}

std::string receiptOf(const Corruption& corruption) {
  const std::string& step = corruption.steps.at(0);
  const std::size_t from = step.find(' ') + 1;
  const std::size_t to = step.find(".json ", from);
  const bool isBare = step.ends_with(".json");
  if (to == step.npos && !isBare) throw std::runtime_error(corruption.name + ": not of a receipt");
  return step.substr(from, (isBare && to == step.npos ? step.size() - 5 : to) - from);
}

}  // namespace minutebook
