// docs/formats/refusals.md follows from schema/refusals.capnp. UPDATE=1 in the environment rewrites
// it.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "ledger/rules/refusal_list.h"

namespace minutebook {
namespace {

std::string heading(RefusalClass kind) {
  switch (kind) {
    case RefusalClass::kForm:
      return "## By form: the text or bytes alone\n";
    case RefusalClass::kRule:
      return "## By rule: the public record\n";
    case RefusalClass::kDoor:
      return "## At the door: with the sealed values in hand\n";
  }
  return "";
}

std::string page() {
  std::string text =
      "# Refusals\n\n"
      "Every way in which this program says no, in the order of precedence: when several rules "
      "are\n"
      "broken, everybody is told the one that stands first. `minutebook refusals` prints the same\n"
      "list. Nothing is refused for being bad practice.\n\n"
      "Generated from `schema/refusals.capnp`; a test compares them.\n";
  const ListedRefusal* before = nullptr;
  std::vector<ListedRefusal> list = refusalList();
  for (const ListedRefusal& refusal : list) {
    if (!before || before->kind != refusal.kind) {
      text +=
          "\n" + heading(refusal.kind) + "\n| code | what collided | what to do |\n|---|---|---|\n";
    }
    text += "| `" + std::string(refusal.code) + "` | " + std::string(refusal.when) + " | " +
            std::string(refusal.remedy) + " |\n";
    before = &refusal;
  }
  return text;
}

TEST(RefusalsPage, FollowsFromTheSchema) {
  std::string path = std::string(MINUTEBOOK_SOURCE_DIR) + "/docs/formats/refusals.md";
  if (std::getenv("UPDATE")) std::ofstream(path) << page();
  std::ifstream file(path);
  std::string kept{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(kept, page()) << "run this test with UPDATE=1 and read what changed";
}

}  // namespace
}  // namespace minutebook
